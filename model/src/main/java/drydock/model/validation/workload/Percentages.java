package drydock.model.validation.workload;

import drydock.model.validation.Checks;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fields that are a number of Pods or a percentage of them (`pkg/apis/apps/validation/validation.go
/// ValidatePositiveIntOrPercent`, `IsNotMoreThan100Percent`, `getIntOrPercentValue`).
final class Percentages {

    private static final Pattern PERCENT = Pattern.compile("(\\d+)%");
    private static final int ALL = 100;
    private static final String WORDS = "a valid percent string must be a numeric string followed by an ending '%' "
            + "(e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')";

    private Percentages() {}

    /// It is a percentage, or a number that is not below 0.
    static void form(Visit visit, String rule, String field) {
        visit.text(field)
                .filter(text -> !PERCENT.matcher(text).matches())
                .ifPresent(text -> visit.error(rule, field, "percent-form", Checks.shown(text))
                        .words(ServerWords.invalid(text, WORDS)));
        long number = visit.number(field).orElse(0);
        if (number < 0) {
            visit.error(rule, field, "number-negative", number)
                    .words(ServerWords.invalid(number, "must be greater than or equal to 0"));
        }
    }

    static void notAboveAll(Visit visit, String rule, String field) {
        visit.text(field)
                .filter(text -> isPercent(text) && value(text) > ALL)
                .ifPresent(text -> visit.error(rule, field, "percent-over-100")
                        .words(ServerWords.invalid(text, "must not be greater than 100%"))
                        .fix(
                                visit.setting(field, "100%"),
                                "fix.set",
                                visit.path().key(field),
                                "100%"));
    }

    private static boolean isPercent(String text) {
        return PERCENT.matcher(text).matches();
    }

    private static long value(String text) {
        Matcher percent = PERCENT.matcher(text);
        return percent.matches() && percent.group(1).length() < 10 ? Long.parseLong(percent.group(1)) : ALL + 1L;
    }

    /// Whether it is none at all; what is no number is 0 to the API server.
    ///
    /// @param usual whether that is what holds when the field is not there
    static boolean isZero(Visit visit, String field, boolean usual) {
        if (!visit.has(field)) {
            return usual;
        }
        return visit.text(field)
                .map(text -> isPercent(text) ? value(text) == 0 : !text.matches("[-+]?\\d*[1-9]\\d*"))
                .orElse(visit.number(field).orElse(0) == 0);
    }
}
