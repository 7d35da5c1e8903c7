package drydock.model.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the API server says of expressions before it takes them; what it takes stands in tables of definitions
/// (`decisions/rules-of-definitions.yaml`, `examples/definitions-with-rules`).
class TypedExpressionTest {

    private static final Shape SELF = new Shape.Fields(Map.of(
            "size",
            Shape.Single.WHOLE,
            "name",
            Shape.Single.TEXT,
            "any",
            new Shape.Any(),
            "users",
            new Shape.Items(
                    new Shape.Fields(Map.of("id", Shape.Single.TEXT, "tags", new Shape.Entries(Shape.Single.TRUTH))))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "self.sise < 5 | 1:5: undefined field 'sise'",
                "self.size == 'x' | 1:11: found no matching overload for '_==_' applied to '(int, string)'",
                "self.users[0] == 1 | 1:15: found no matching overload for '_==_' applied to '(selfType.users.@idx,"
                        + " int)'",
                "self.users.all(u, u.tags.x == 1) | 1:28: found no matching overload for '_==_' applied to '(bool,"
                        + " int)'",
                "other == 1 | 1:1: undeclared reference to 'other' (in container '')",
                "[1, 'a'].size() == 2 | 1:5: expected type 'int' but found 'string'",
            })
    void saysWhatDoesNotFit(String text, String error) {
        assertThat(of(text).error()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "duration('1d') == self.any | 1:10: invalid duration argument",
                "self.any < duration('') | 1:21: invalid duration argument",
                "timestamp('2024-13-01T00:00:00Z') < self.any | 1:11: invalid timestamp argument",
                "timestamp('2024-01-01') < self.any | 1:11: invalid timestamp argument",
                "timestamp('0000-01-01T00:00:00Z') < self.any | 1:11: invalid timestamp argument",
                "self.users.all(u, u.id.matches('[a-z')) | 1:32: invalid matches argument",
                "self.name.matches('(?=a)') | 1:19: invalid matches argument",
            })
    void saysWhichTextIsNoDurationTimeOrPattern(String text, String error) {
        assertThat(of(text).error()).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duration('.5s') == self.any",
                "duration('-1h1.5m') == self.any",
                "duration('1\u00b5s') == self.any",
                "duration('0') == self.any",
                "duration(self.name) == self.any",
                "timestamp('2024-02-29T23:59:59.5+08:00') == self.any",
                "timestamp(5) == self.any",
                "timestamp(self.name) == self.any",
                "self.name.matches('(?P<first>\\\\pL+)')",
                "self.name.matches(self.name + '(')",
                "matches('(', self.name)",
            })
    void takesTextsAsGoReadsThem(String text) {
        assertThat(of(text).error()).isEmpty();
    }

    @Test
    void tellsNothingOfFunctionsThatAnApiServerMayKnow() {
        assertThat(of("image(self.name).registry() == 'x'").error()).isEmpty();
        assertThat(of("image(self.name).registry() == 'x'").result()).isEmpty();
        assertThat(of("self.name.registered()").error())
                .isEqualTo("1:21: undeclared reference to 'registered' (in container '')");
    }

    @Test
    void tellsWhatItComesToUnlessThatMayBeAnything() {
        assertThat(of("self.size > 1").result()).isEqualTo("bool");
        assertThat(of("self.users.map(u, u.id)").result()).isEqualTo("list(string)");
        assertThat(of("self.any.x").result()).isEmpty();
    }

    @Test
    void asksForWhatWasBeforeAsAnOptionalValueWhereTheObjectMayBeNew() {
        assertThat(of("oldSelf.size == 1"))
                .returns("", TypedExpression::error)
                .returns(true, TypedExpression::usesOldSelf);
        assertThat(of("self.size == 1").usesOldSelf()).isFalse();
        assertThat(TypedExpression.of("oldSelf.hasValue() && oldSelf.value().size == 1", Scope.ofRules(SELF, true))
                        .error())
                .isEmpty();
        assertThat(of("oldSelf.hasValue()").error()).startsWith("1:17: found no matching overload for 'hasValue'");
    }

    private static TypedExpression of(String text) {
        return TypedExpression.of(text, Scope.ofRules(SELF, false));
    }
}
