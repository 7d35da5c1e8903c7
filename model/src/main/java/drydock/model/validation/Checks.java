package drydock.model.validation;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/// What many rules look at: that a field is there, a number within bounds, a name of the right form.
public final class Checks {

    /// The rule that a field must be there.
    public static final String REQUIRED = "required-field";

    /// The rule that a number must be within bounds.
    public static final String NUMBER_RANGE = "number-range";

    /// The rule that a value may be there once only.
    public static final String DUPLICATE = "duplicate-value";

    private Checks() {}

    /// Tells that `field` must be there.
    public static Report missing(Visit visit, String field) {
        return visit.error(REQUIRED, field, "required-field", visit.path().key(field))
                .words(ServerWords.required());
    }

    /// The text at `field` must be there and not be empty; a number is told elsewhere.
    public static void required(Visit visit, String field) {
        if (visit.text(field).orElse("").isEmpty() && !(visit.value(field) instanceof Number)) {
            missing(visit, field);
        }
    }

    /// Tells that `field` must be there, with what the API server says of it.
    public static Report missing(Visit visit, String field, String detail) {
        return visit.error(REQUIRED, field, "required-field", visit.path().key(field))
                .words(ServerWords.required(detail));
    }

    /// The text at `field`, if there is one, must have the right form. One that differs in its capitals, or
    /// in what stands between its words, is offered with small letters and dashes.
    public static void form(
            Visit visit, String rule, String field, String key, Function<String, List<String>> problems) {
        String text = visit.textOrEmpty(field);
        List<String> found = text.isEmpty() ? List.of() : problems.apply(text);
        if (found.isEmpty()) {
            return;
        }
        String problem = found.getFirst();
        Report report = visit.error(rule, field, key, shown(text), problem).words(ServerWords.invalid(text, problem));
        String plain = text.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        if (problems.apply(plain).isEmpty()) {
            report.fix(visit.setting(field, plain), "fix.set", visit.path().key(field), plain);
        }
    }

    /// Offers another name for one that is there twice.
    ///
    /// @param taken the names that are taken
    /// @param longest how many characters a name may have
    public static void renamed(Report report, Visit visit, String name, Set<String> taken, int longest) {
        for (int number = 2; number < 10; number++) {
            String free = name + "-" + number;
            if (!taken.contains(free) && free.length() <= longest) {
                report.fix(visit.setting("name", free), "fix.set", visit.path().key("name"), free);
                return;
            }
        }
    }

    /// Tells that a number is not above 0.
    ///
    /// @param detail what the API server says of it
    public static Report notPositive(Visit visit, String field, long number, String detail) {
        return visit.error(NUMBER_RANGE, field, "number-positive").words(ServerWords.invalid(number, detail));
    }

    /// A rule that numbers are not below 0 (`apimachinery/pkg/api/validation ValidateNonnegativeField`).
    public static Rule notNegative(String definition, String... fields) {
        return Rule.of(definition, visit -> {
            for (String field : fields) {
                OptionalLong number = visit.number(field);
                if (number.isPresent() && number.getAsLong() < 0) {
                    negative(visit, field, number.getAsLong());
                }
            }
        });
    }

    /// Tells that a number is below 0.
    public static Report negative(Visit visit, String field, long number) {
        return visit.error(NUMBER_RANGE, field, "number-negative", number)
                .words(ServerWords.invalid(number, "must be greater than or equal to 0"));
    }

    /// A rule that a number, where it is there, is from `least` to `most`.
    public static Rule within(String definition, String field, long least, long most) {
        return Rule.of(definition, visit -> {
            OptionalLong number = visit.number(field);
            if (number.isPresent() && (number.getAsLong() < least || number.getAsLong() > most)) {
                outside(visit, field, number.getAsLong(), least, most);
            }
        });
    }

    /// Tells that the number at `field`, if there is one, is outside its bounds.
    ///
    /// @param detail what the API server says of it
    public static void within(Visit visit, String field, long least, long most, String detail) {
        OptionalLong number = visit.number(field);
        if (number.isPresent() && (number.getAsLong() < least || number.getAsLong() > most)) {
            outside(visit, field, number.getAsLong(), least, most)
                    .words(ServerWords.invalid(number.getAsLong(), detail));
        }
    }

    /// Tells that a number is outside its bounds.
    public static Report outside(Visit visit, String field, long number, long least, long most) {
        return visit.error(NUMBER_RANGE, field, "number-range", number, String.valueOf(least), String.valueOf(most))
                .words(ServerWords.invalid(number, "must be between " + least + " and " + most + ", inclusive"));
    }

    /// Tells that the value of `field` is there twice.
    public static Report duplicate(Visit visit, String field, String value) {
        return visit.error(DUPLICATE, field, "duplicate-value", shown(value)).words(ServerWords.duplicate(value));
    }

    /// Tells the first thing that is wrong with the form of `text`, a value or a key at `field`.
    ///
    /// @param key the message, which takes the text and what is wrong with it
    /// @param problems what is wrong with a text, in the API server's words
    public static void form(
            Visit visit, String rule, String field, String key, String text, Function<String, List<String>> problems) {
        List<String> found = problems.apply(text);
        if (!found.isEmpty()) {
            String problem = found.getFirst();
            visit.error(rule, field, key, shown(text), problem).words(ServerWords.invalid(text, problem));
        }
    }

    /// A value as JSON writes it, shortened; a list or an object by its brackets.
    public static String shown(Object value) {
        return ScalarTypes.shown(value);
    }
}
