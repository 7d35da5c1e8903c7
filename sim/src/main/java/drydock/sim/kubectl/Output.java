package drydock.sim.kubectl;

import drydock.sim.kubectl.text.GoText;
import drydock.sim.kubectl.text.JsonText;
import drydock.sim.kubectl.text.YamlText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Objects as JSON, YAML, and by paths: keys in order, as kubectl prints them.
final class Output {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Output() {}

    static String json(Object value) {
        return JsonText.compact(value);
    }

    /// An object as maps and lists, its keys sorted; without the fields' managers, which kubectl does not show.
    static Object tree(HasMetadata object) {
        Map<?, ?> tree = JSON.convertValue(object, Map.class);
        if (tree.get("metadata") instanceof Map<?, ?> metadata) {
            metadata.remove("managedFields");
        }
        return sorted(tree);
    }

    /// What `-o json|yaml|jsonpath=…|custom-columns=…` prints, with its line ends.
    ///
    /// @param single whether one object was asked for by its name, so that it is not in a list
    static String print(String format, List<HasMetadata> objects, boolean single) {
        List<Object> trees = objects.stream().map(Output::tree).toList();
        Object root = single && trees.size() == 1 ? trees.getFirst() : list(trees);
        int equals = format.indexOf('=');
        String argument = equals < 0 ? "" : format.substring(equals + 1);
        return switch (equals < 0 ? format : format.substring(0, equals)) {
            case "json" -> JsonText.indented(root) + "\n";
            case "yaml" -> YamlText.of(root);
            case "jsonpath" -> JsonPath.print(argument, root);
            case "custom-columns" -> columns(argument, trees);
            default ->
                throw new CommandFailure("error: unable to match a printer suitable for the output format \"" + format
                        + "\", allowed formats are: custom-columns,json,jsonpath,name,wide,yaml");
        };
    }

    private static Map<String, Object> list(List<Object> items) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("apiVersion", "v1");
        list.put("items", items);
        list.put("kind", "List");
        list.put("metadata", new TreeMap<>(Map.of("resourceVersion", "")));
        return list;
    }

    /// `NAME:.path,OTHER:.path`
    private static String columns(String specification, List<Object> trees) {
        List<String> headings = new ArrayList<>();
        List<JsonPath> paths = new ArrayList<>();
        for (String column : specification.split(",(?=[^,:\\]]+:)", -1)) {
            int colon = column.indexOf(':');
            if (colon < 0) {
                throw new CommandFailure(
                        "error: unexpected custom-columns spec: " + column + ", expected <header>:<json-path-expr>");
            }
            headings.add(column.substring(0, colon));
            paths.add(JsonPath.parse(column.substring(colon + 1).replaceAll("^\\{|\\}$", "")));
        }
        List<List<String>> rows = trees.stream()
                .map(tree -> paths.stream().map(path -> cell(path.in(tree))).toList())
                .toList();
        List<String> none = trees.stream().map(_ -> "").toList();
        return String.join("\n", new Table(headings, rows, none).lines(false, true)) + "\n";
    }

    private static String cell(List<Object> values) {
        return values.isEmpty() ? "<none>" : values.stream().map(GoText::of).collect(Collectors.joining(","));
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, inner) -> sorted.put(String.valueOf(key), sorted(inner)));
            return sorted;
        }
        return value instanceof List<?> list ? list.stream().map(Output::sorted).toList() : value;
    }
}
