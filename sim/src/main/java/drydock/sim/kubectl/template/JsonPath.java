package drydock.sim.kubectl.template;

import drydock.sim.kubectl.text.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A path into an object's JSON, as kubectl takes it: keys, `[0]`, `[1:3]`, `[*]`, `['a','b']`, `..key`,
/// `[?(@.key=="value")]` (`client-go/util/jsonpath/jsonpath.go`). What is not there is nothing; only a single item of a
/// list has to be there.
public final class JsonPath {

    private final List<PathStep> steps;

    JsonPath(List<PathStep> steps) {
        this.steps = List.copyOf(steps);
    }

    /// Reads `.spec.ports[0].port`, with or without the dot before it, with or without braces around it.
    ///
    /// @throws BadTemplateException if it is none
    public static JsonPath parse(String text) {
        String path = text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1) : text;
        boolean relative = !path.isEmpty() && ".[@$".indexOf(path.charAt(0)) < 0;
        return new JsonPath(PathParser.parse(relative ? "." + path : path));
    }

    /// The values at this path, in order; none where something on the way is not there.
    ///
    /// @throws BadTemplateException if a list has no such item
    public List<Object> in(Object root) {
        return walk(steps, List.of(root));
    }

    private static List<Object> walk(List<PathStep> steps, List<Object> from) {
        List<Object> found = from;
        for (PathStep step : steps) {
            List<Object> next = new ArrayList<>();
            found.forEach(value -> next.addAll(inwards(step, value)));
            found = next;
        }
        return found;
    }

    private static List<Object> inwards(PathStep step, Object value) {
        return switch (step) {
            case PathStep.Key(String name) ->
                value instanceof Map<?, ?> map && map.get(name) != null ? List.of(map.get(name)) : List.of();
            case PathStep.Wildcard _ -> values(value);
            case PathStep.Recursive _ -> within(value);
            case PathStep.Slice slice -> value instanceof List<?> list ? items(slice, list) : List.of();
            case PathStep.Union(var parts) ->
                parts.stream()
                        .flatMap(part -> walk(part, List.of(value)).stream())
                        .toList();
            case PathStep.Filter filter ->
                values(value).stream().filter(item -> holds(filter, item)).toList();
        };
    }

    private static List<Object> items(PathStep.Slice slice, List<?> list) {
        int size = list.size();
        int from = slice.fromKnown() ? slice.from() : 0;
        int to = slice.toKnown() ? slice.to() : size;
        from += from < 0 ? size : 0;
        to = slice.single() ? from + 1 : to + (to < 0 ? size : 0);
        if (from != to && (from >= size || from < 0)) {
            throw outOfBounds(from, size);
        }
        if (from != to && (to > size || to < 0)) {
            throw outOfBounds(to - 1, size);
        }
        List<Object> found = new ArrayList<>();
        for (int i = from; i < to; i += slice.by()) {
            if (list.get(i) != null) {
                found.add(list.get(i));
            }
        }
        return found;
    }

    private static BadTemplateException outOfBounds(int index, int length) {
        return new BadTemplateException("array index out of bounds: index " + index + ", length " + length);
    }

    private static boolean holds(PathStep.Filter filter, Object item) {
        List<Object> left = walk(filter.left(), List.of(item));
        if (filter.operator().equals("exists")) {
            return !left.isEmpty();
        }
        if (left.isEmpty()) {
            return false;
        }
        if (left.size() > 1) {
            throw new BadTemplateException("can only compare one element at a time");
        }
        List<Object> right = switch (filter.right()) {
            case PathStep.Operand.Literal(var value) -> List.of(value);
            case PathStep.Operand.Path(var path) -> walk(path, List.of(item));
        };
        if (right.isEmpty()) {
            return false;
        }
        int order = compare(left.getFirst(), right.getFirst());
        return switch (filter.operator()) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> throw new BadTemplateException("unrecognized filter operator " + filter.operator());
        };
    }

    private static int compare(Object one, Object other) {
        return one instanceof Number && other instanceof Number
                ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()))
                : text(one).compareTo(text(other));
    }

    private static List<Object> values(Object value) {
        List<Object> values = new ArrayList<>();
        if (value instanceof List<?> list) {
            values.addAll(list);
        } else if (value instanceof Map<?, ?> map) {
            values.addAll(map.values());
        }
        values.removeIf(Objects::isNull);
        return values;
    }

    private static List<Object> within(Object value) {
        List<Object> found = new ArrayList<>(Collections.singletonList(value));
        values(value).forEach(inner -> found.addAll(within(inner)));
        return found;
    }

    /// A value as kubectl prints it: text as it is, the rest as JSON.
    public static String text(@Nullable Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?> ? JsonText.compact(value) : String.valueOf(value);
    }

    /// Several values, with a space between.
    static String joined(List<Object> values) {
        return values.stream().map(JsonPath::text).collect(Collectors.joining(" "));
    }
}
