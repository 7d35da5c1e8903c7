package drydock.sim.kubectl.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values as Go prints them with `%v`: `map[app:web]`, `[a b]`, `<nil>`.
public final class GoText {

    private static final double SMALLEST_EXPONENT = 21;

    private GoText() {}

    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "<nil>";
            case Map<?, ?> map ->
                JsonText.sorted(map).entrySet().stream()
                        .map(e -> e.getKey() + ":" + of(e.getValue()))
                        .collect(Collectors.joining(" ", "map[", "]"));
            case List<?> list -> list.stream().map(GoText::of).collect(Collectors.joining(" ", "[", "]"));
            case Double number -> number(number);
            default -> value.toString();
        };
    }

    /// A number with a fraction as JSON and `%v` have it: `1.5`, `3`, `1e+21`.
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < Math.pow(10, SMALLEST_EXPONENT)) {
            return new BigDecimal(value).toBigInteger().toString();
        }
        String text = Double.toString(value);
        return text.replaceFirst("\\.0E", "E").replaceFirst("E(?!-)", "e+").replace("E-", "e-");
    }
}
