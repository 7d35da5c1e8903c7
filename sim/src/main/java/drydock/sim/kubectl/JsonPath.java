package drydock.sim.kubectl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A path into an object's JSON, as kubectl takes it: keys, `[0]`, `[*]`, `[?(@.key=="value")]`, `..key`
/// (`client-go/util/jsonpath`).
record JsonPath(List<Step> steps) {

    private static final Pattern STEP = Pattern.compile("\\.\\.(?<deep>[\\w-]+)"
            + "|\\.?\\['(?<quoted>[^']*)'\\]"
            + "|\\.?\\[(?<index>-?\\d+)\\]"
            + "|\\.?\\[(?<all>\\*)\\]"
            + "|\\.?\\[\\?\\(@\\.(?<field>[\\w.-]+)\\s*(?<operator>==|!=)\\s*[\"'](?<value>[^\"']*)[\"']\\)\\]"
            + "|\\.(?<key>(?:\\\\.|[\\w/-])+)"
            + "|\\.(?<star>\\*)");

    /// One step inwards.
    sealed interface Step {
        record Key(String name) implements Step {}

        record Deep(String name) implements Step {}

        record Index(int position) implements Step {}

        record All() implements Step {}

        record Filter(JsonPath field, boolean equal, String value) implements Step {}
    }

    JsonPath {
        steps = List.copyOf(steps);
    }

    /// Reads `.spec.ports[0].port`, with or without the dot before it.
    ///
    /// @throws CommandFailure if it is none
    static JsonPath parse(String text) {
        String path = text.startsWith(".") || text.startsWith("[") ? text : "." + text;
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(path);
        int at = 0;
        while (at < path.length()) {
            if (path.substring(at).equals(".")) {
                break;
            }
            if (!step.find(at) || step.start() != at) {
                throw new CommandFailure("error: error parsing jsonpath {" + text + "}, unrecognized character in"
                        + " action: " + path.substring(at));
            }
            steps.add(step(step));
            at = step.end();
        }
        return new JsonPath(steps);
    }

    private static Step step(Matcher step) {
        if (step.group("deep") != null) {
            return new Step.Deep(step.group("deep"));
        }
        if (step.group("quoted") != null) {
            return new Step.Key(step.group("quoted"));
        }
        if (step.group("index") != null) {
            return new Step.Index(Integer.parseInt(step.group("index")));
        }
        if (step.group("field") != null) {
            return new Step.Filter(
                    parse(step.group("field")), step.group("operator").equals("=="), step.group("value"));
        }
        if (step.group("key") != null) {
            return new Step.Key(step.group("key").replace("\\", ""));
        }
        return new Step.All();
    }

    /// The values at this path, in order; none where something on the way is not there.
    List<Object> in(Object root) {
        List<Object> found = List.of(root);
        for (Step step : steps) {
            List<Object> next = new ArrayList<>();
            found.forEach(value -> next.addAll(inwards(step, value)));
            found = next;
        }
        return found;
    }

    private static List<Object> inwards(Step step, Object value) {
        return switch (step) {
            case Step.Key(String name) ->
                value instanceof Map<?, ?> map && map.get(name) != null ? List.of(map.get(name)) : List.of();
            case Step.Index(int position) -> {
                if (!(value instanceof List<?> list)) {
                    yield List.of();
                }
                int index = position < 0 ? list.size() + position : position;
                yield index >= 0 && index < list.size() ? List.of(list.get(index)) : List.of();
            }
            case Step.All() -> values(value);
            case Step.Deep(String name) -> deep(name, value);
            case Step.Filter(JsonPath field, boolean equal, String wanted) ->
                values(value).stream()
                        .filter(item ->
                                field.in(item).stream().map(JsonPath::text).anyMatch(wanted::equals) == equal)
                        .toList();
        };
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

    private static List<Object> deep(String name, Object value) {
        List<Object> found = new ArrayList<>();
        if (value instanceof Map<?, ?> map && map.get(name) != null) {
            found.add(map.get(name));
        }
        values(value).forEach(inner -> found.addAll(deep(name, inner)));
        return found;
    }

    /// A value as kubectl prints it: text as it is, the rest as JSON.
    static String text(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?> ? Output.json(value) : String.valueOf(value);
    }

    /// A template: text, and paths in braces; `{range PATH}…{end}` repeats, `{"\n"}` is text.
    static String print(String template, Object root) {
        StringBuilder out = new StringBuilder();
        printInto(out, template, root);
        return out.toString();
    }

    private static void printInto(StringBuilder out, String template, Object root) {
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            if (open < 0) {
                out.append(template, at, template.length());
                return;
            }
            out.append(template, at, open);
            int close = closing(template, open);
            String action = template.substring(open + 1, close).strip();
            at = close + 1;
            if (action.startsWith("range ")) {
                int end = endOfRange(template, at);
                String body = template.substring(at, end);
                parse(action.substring("range ".length()).strip()).in(root).forEach(item -> printInto(out, body, item));
                at = template.indexOf('}', end) + 1;
            } else if (action.startsWith("\"") || action.startsWith("'")) {
                out.append(action.substring(1, action.length() - 1)
                        .replace("\\n", "\n")
                        .replace("\\t", "\t"));
            } else {
                String path = action.startsWith("@") || action.startsWith("$") ? action.substring(1) : action;
                out.append(path.isEmpty() ? text(root) : joined(parse(path).in(root)));
            }
        }
    }

    private static String joined(List<Object> values) {
        return values.stream().map(JsonPath::text).collect(Collectors.joining(" "));
    }

    private static int closing(String template, int open) {
        boolean quoted = false;
        for (int i = open; i < template.length(); i++) {
            char c = template.charAt(i);
            quoted ^= c == '"';
            if (c == '}' && !quoted) {
                return i;
            }
        }
        throw new CommandFailure("error: error parsing jsonpath " + template + ", unclosed action");
    }

    private static int endOfRange(String template, int from) {
        int depth = 1;
        Matcher mark = Pattern.compile("\\{\\s*(range\\s|end\\s*\\})").matcher(template);
        for (int at = from; mark.find(at); at = mark.end()) {
            depth += mark.group(1).startsWith("range") ? 1 : -1;
            if (depth == 0) {
                return mark.start();
            }
        }
        throw new CommandFailure("error: error parsing jsonpath " + template + ", unclosed range");
    }
}
