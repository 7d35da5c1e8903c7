package drydock.sim.kubectl.template;

import drydock.sim.kubectl.text.GoText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The functions of Go's templates, and kubectl's two more: `exists` and `base64decode`
/// (`cli-runtime/pkg/printers/template.go`).
final class GoFunctions {

    static final Set<String> NAMES = Set.of(
            "and",
            "or",
            "not",
            "len",
            "index",
            "slice",
            "print",
            "printf",
            "println",
            "html",
            "js",
            "urlquery",
            "eq",
            "ne",
            "lt",
            "le",
            "gt",
            "ge",
            "exists",
            "base64decode");

    private GoFunctions() {}

    /// @throws BadTemplateException if the arguments do not suit
    static @Nullable Object call(String name, List<@Nullable Object> args) {
        return switch (name) {
            case "and" -> args.stream().filter(a -> !truth(a)).findFirst().orElseGet(() -> last(args));
            case "or" -> or(args);
            case "not" -> !truth(one(name, args));
            case "len" -> length(one(name, args));
            case "index" -> index(args);
            case "slice" -> slice(args);
            case "print" -> print(args);
            case "println" -> args.stream().map(GoText::of).collect(Collectors.joining(" ", "", "\n"));
            case "printf" -> GoFormat.format(String.valueOf(first(name, args)), args.subList(1, args.size()));
            case "eq" -> args.stream().skip(1).anyMatch(a -> equal(first(name, args), a));
            case "ne" -> !equal(first(name, args), args.get(1));
            case "lt" -> order(args) < 0;
            case "le" -> order(args) <= 0;
            case "gt" -> order(args) > 0;
            case "ge" -> order(args) >= 0;
            case "exists" -> exists(args);
            case "base64decode" -> decoded(String.valueOf(one(name, args)));
            case "html" ->
                print(args)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&#34;");
            case "js" -> print(args).replace("\\", "\\\\").replace("'", "\\'").replace("\"", "\\\"");
            case "urlquery" -> java.net.URLEncoder.encode(print(args), StandardCharsets.UTF_8);
            default -> throw new BadTemplateException("function " + GoQuotes.quote(name) + " not defined");
        };
    }

    /// What Go takes for true: all that is not zero or empty.
    static boolean truth(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean flag -> flag;
            case String text -> !text.isEmpty();
            case Number number -> new BigDecimal(number.toString()).signum() != 0;
            case Map<?, ?> map -> !map.isEmpty();
            case List<?> list -> !list.isEmpty();
            default -> true;
        };
    }

    private static @Nullable Object or(List<@Nullable Object> args) {
        for (Object arg : args) {
            if (truth(arg)) {
                return arg;
            }
        }
        return last(args);
    }

    private static @Nullable Object last(List<@Nullable Object> args) {
        return args.isEmpty() ? null : args.getLast();
    }

    private static @Nullable Object first(String name, List<@Nullable Object> args) {
        if (args.isEmpty()) {
            throw wrongNumber(name, "at least 1", 0);
        }
        return args.getFirst();
    }

    private static @Nullable Object one(String name, List<@Nullable Object> args) {
        if (args.size() != 1) {
            throw wrongNumber(name, "1", args.size());
        }
        return args.getFirst();
    }

    private static BadTemplateException wrongNumber(String name, String wanted, int got) {
        return new BadTemplateException("wrong number of args for " + name + ": want " + wanted + " got " + got);
    }

    private static Object length(@Nullable Object value) {
        return switch (value) {
            case String text -> (long) text.getBytes(StandardCharsets.UTF_8).length;
            case Map<?, ?> map -> (long) map.size();
            case List<?> list -> (long) list.size();
            case null -> throw new BadTemplateException("error calling len: len of nil pointer");
            default -> throw new BadTemplateException("error calling len: len of type int");
        };
    }

    private static @Nullable Object index(List<@Nullable Object> args) {
        Object value = first("index", args);
        for (Object key : args.subList(1, args.size())) {
            value = switch (value) {
                case Map<?, ?> map -> map.get(String.valueOf(key));
                case List<?> list -> {
                    int at = key instanceof Number number ? number.intValue() : -1;
                    if (at < 0 || at >= list.size()) {
                        throw new BadTemplateException("error calling index: index out of range: " + GoText.of(key));
                    }
                    yield list.get(at);
                }
                case null -> throw new BadTemplateException("error calling index: index of untyped nil");
                default -> throw new BadTemplateException("error calling index: can't index item of this type");
            };
        }
        return value;
    }

    private static Object slice(List<@Nullable Object> args) {
        Object value = first("slice", args);
        int size = value instanceof List<?> list
                ? list.size()
                : String.valueOf(value).length();
        int from = args.size() > 1 && args.get(1) instanceof Number number ? number.intValue() : 0;
        int to = args.size() > 2 && args.get(2) instanceof Number number ? number.intValue() : size;
        if (from < 0 || to > size || from > to) {
            throw new BadTemplateException("error calling slice: index out of range: " + Math.max(from, to));
        }
        return value instanceof List<?> list
                ? new ArrayList<>(list.subList(from, to))
                : String.valueOf(value).substring(from, to);
    }

    /// With blanks between where neither side is a text.
    private static String print(List<@Nullable Object> args) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < args.size(); i++) {
            if (i > 0 && !(args.get(i) instanceof String) && !(args.get(i - 1) instanceof String)) {
                text.append(' ');
            }
            text.append(GoText.of(args.get(i)));
        }
        return text.toString();
    }

    private static boolean equal(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number && other instanceof Number) {
            return number(one).compareTo(number(other)) == 0;
        }
        if (one != null && other != null && !one.getClass().equals(other.getClass())) {
            throw new BadTemplateException("error calling eq: incompatible types for comparison");
        }
        return Objects.equals(one, other);
    }

    private static int order(List<@Nullable Object> args) {
        Object one = first("lt", args);
        Object other = args.size() > 1 ? args.get(1) : null;
        if (one instanceof Number && other instanceof Number) {
            return number(one).compareTo(number(other));
        }
        if (one instanceof String text && other instanceof String otherText) {
            return text.compareTo(otherText);
        }
        throw new BadTemplateException("error calling lt: incompatible types for comparison");
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }

    private static boolean exists(List<@Nullable Object> args) {
        Object value = first("exists", args);
        for (Object key : args.subList(1, args.size())) {
            value = value instanceof Map<?, ?> map
                    ? map.get(String.valueOf(key))
                    : value instanceof List<?> list && key instanceof Number at && at.intValue() < list.size()
                            ? list.get(at.intValue())
                            : null;
        }
        return value != null;
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw new BadTemplateException("error calling base64decode: base64 decode failed: illegal base64 data");
        }
    }
}
