package drydock.model.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelSelectorTest {

    private static final Map<String, String> WEB = Map.of("app", "web", "tier", "front", "example.com/size", "7");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app=web|true",
                "app==web|true",
                "app = web , tier = front|true",
                "app=db|false",
                "app!=db|true",
                "missing!=x|true",
                "app in (web, db)|true",
                "app in (db)|false",
                "app notin (db)|true",
                "missing notin (x)|true",
                "app|true",
                "!app|false",
                "!missing|true",
                "missing|false",
                "missing=|false",
                "example.com/size>6|true",
                "example.com/size<6|false",
                "app>1|false",
                "in in (in)|false",
            })
    void choosesAsKubectlDoes(String selector, boolean chosen) {
        assertThat(LabelSelector.parse(selector).matches(WEB)).isEqualTo(chosen);
    }

    @Test
    void anEmptyValueIsAValue() {
        assertThat(LabelSelector.parse("app=").matches(Map.of("app", ""))).isTrue();
        assertThat(LabelSelector.parse("app in (,a)").matches(Map.of("app", "")))
                .isTrue();
    }

    @Test
    void nothingToRequireChoosesEverything() {
        assertThat(LabelSelector.parse("").matches(WEB)).isTrue();
        assertThat(LabelSelector.parse(" ")).isEqualTo(LabelSelector.EVERYTHING);
        assertThat(LabelSelector.of(new LabelSelectorBuilder().build()).matches(Map.of()))
                .isTrue();
        assertThat(LabelSelector.ofLabels(null).matches(WEB)).isTrue();
    }

    @Test
    void noSelectorAndAServicesEmptyOneChooseNothing() {
        assertThat(LabelSelector.of(null).matches(WEB)).isFalse();
        assertThat(LabelSelector.ofService(Map.of()).matches(WEB)).isFalse();
        assertThat(LabelSelector.ofService(Map.of("app", "web")).matches(WEB)).isTrue();
    }

    @Test
    void whatAServiceChoosesCanBeAskedWithoutASelector() {
        List<Map<String, String>> selectors =
                List.of(Map.of(), Map.of("app", "web"), Map.of("app", "web", "tier", "no"), Map.of("app", "other"));

        for (Map<String, String> selector : selectors) {
            assertThat(LabelSelector.isChosenByService(selector, WEB))
                    .isEqualTo(LabelSelector.ofService(selector).matches(WEB));
        }
        assertThat(LabelSelector.isChosenByService(null, WEB)).isFalse();
        assertThat(LabelSelector.isChosenByService(Map.of("app", "web"), null)).isFalse();
    }

    @Test
    void theTypedSelectorNeedsLabelsAndExpressions() {
        LabelSelector selector = LabelSelector.of(new LabelSelectorBuilder()
                .addToMatchLabels("app", "web")
                .withMatchExpressions(
                        new LabelSelectorRequirement("tier", "In", List.of("b", "a")),
                        new LabelSelectorRequirement("old", "DoesNotExist", null))
                .build());

        assertThat(selector).hasToString("app=web,!old,tier in (a,b)");
        assertThat(selector.matches(Map.of("app", "web", "tier", "a"))).isTrue();
        assertThat(selector.matches(Map.of("app", "web", "tier", "a", "old", "")))
                .isFalse();
        assertThat(selector.matches((Map<String, String>) null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=b,|found '', expected: identifier after ','",
                "a,,b|found ',', expected: identifier after ','",
                ",a|found ',', expected: !, identifier, or 'end of string'",
                "a in b|unable to parse requirement: found 'b', expected: '('",
                "a in (b|unable to parse requirement: found '', expected: ',', or ')'",
                "a=b c|found 'c', expected: ',' or 'end of string'",
                "a ~ b|unable to parse requirement: found '~', expected: in, =, ==, >, <, notin, !=",
                "=b|found '=', expected: !, identifier, or 'end of string'",
            })
    void whatCannotBeReadIsRefusedInKubectlsWords(String selector, String message) {
        assertThatThrownBy(() -> LabelSelector.parse(selector))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void keysAndValuesMustBeLabels() {
        assertThatThrownBy(() -> LabelSelector.parse("-a=b")).hasMessageContaining("name part must consist of");
        assertThatThrownBy(() -> LabelSelector.parse("a=é")).hasMessageContaining("a valid label must be");
    }
}
