package drydock.model.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FieldTextsTest {

    private static final String POD_SPEC = "io.k8s.api.core.v1.PodSpec";

    private final Properties english = read("fields.properties");
    private final Properties chinese = read("fields_zh_CN.properties");
    private final List<String> definitions = definitions();

    @Test
    void explainsMoreThanTheMostUsedFields() {
        assertThat(english).hasSizeGreaterThanOrEqualTo(150);
    }

    @Test
    void explainsTheSameFieldsInBothLanguages() {
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(english.values()).allMatch(text -> !((String) text).isBlank());
        assertThat(chinese.values()).allMatch(text -> ((String) text).matches(".*\\p{IsHan}.*"));
    }

    @Test
    void explainsOnlyFieldsThatTheApiHas() {
        Set<String> unknown = new TreeSet<>();
        for (String key : english.stringPropertyNames()) {
            String field = key.substring(key.lastIndexOf('.') + 1);
            boolean known = holders(key).stream()
                    .flatMap(d -> Schema.kubernetes().object(d).stream())
                    .anyMatch(o -> o.field(field).isPresent());
            if (!known) {
                unknown.add(key);
            }
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void namesTheGroupWhereTwoGroupsHaveTheName() {
        Set<String> ambiguous = new TreeSet<>();
        for (String key : english.stringPropertyNames()) {
            Set<String> groups = holders(key).stream()
                    .map(d -> d.replaceFirst("\\.v\\d\\w*\\.[^.]+$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (groups.size() > 1 && !key.startsWith("*")) {
                ambiguous.add(key + " " + groups);
            }
        }

        assertThat(ambiguous).isEmpty();
    }

    @Test
    void tellsWhatHappensWhenAFieldIsNotSet() {
        assertThat(FieldTexts.of(POD_SPEC, "restartPolicy", Locale.ENGLISH))
                .hasValueSatisfying(text -> assertThat(text).contains("Unset: Always"));
        assertThat(FieldTexts.of(POD_SPEC, "restartPolicy", Locale.SIMPLIFIED_CHINESE))
                .hasValueSatisfying(text -> assertThat(text).contains("不填为 Always"));
    }

    @Test
    void keepsApartWhatTwoGroupsCallTheSame() {
        assertThat(FieldTexts.of("io.k8s.api.rbac.v1.Subject", "kind", Locale.ENGLISH))
                .isPresent();
        assertThat(FieldTexts.of("io.k8s.api.flowcontrol.v1.Subject", "kind", Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void explainsWhatEveryKindHas() {
        assertThat(FieldTexts.of("io.k8s.api.core.v1.Pod", "metadata", Locale.ENGLISH))
                .isPresent();
        assertThat(FieldTexts.of("io.k8s.api.core.v1.ObjectReference", "kind", Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void saysNothingOfFieldsThatItDoesNotKnow() {
        assertThat(FieldTexts.of(POD_SPEC, "noSuchField", Locale.ENGLISH)).isEmpty();
        assertThat(FieldTexts.of("", "", Locale.ENGLISH)).isEmpty();
    }

    /// The definitions that a key of the bundle means.
    private List<String> holders(String key) {
        String owner = key.substring(0, key.lastIndexOf('.'));
        return owner.equals("*")
                ? List.of(POD_SPEC.replace("PodSpec", "Pod"))
                : definitions.stream()
                        .filter(d -> d.replaceFirst("\\.v\\d\\w*\\.", ".").endsWith("." + owner))
                        .toList();
    }

    private static List<String> definitions() {
        return Pattern.compile("^\"([\\w.]+)\":", Pattern.MULTILINE)
                .matcher(text("kubernetes-1.36.json"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String text(String resource) {
        try (InputStream in = FieldTexts.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Properties read(String resource) {
        try (InputStream in = FieldTexts.class.getResourceAsStream(resource)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, UTF_8));
            return properties;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
