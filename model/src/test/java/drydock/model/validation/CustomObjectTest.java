package drydock.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the API server makes of values of custom kinds, by a table of what a running Kubernetes 1.20 answered, in the
/// words of 1.36: behind each value stands what is refused, or what the object is filled in to.
class CustomObjectTest {

    private static final Path FOLDER = Path.of("src/test/resources/drydock/model/validation/custom");

    @Test
    void refusesAndFillsInAsTheApiServerDoes() throws IOException {
        CustomObject custom = new CustomObject(map(Files.readString(FOLDER.resolve("schema.yaml"))), "");
        List<String> expected = Files.readAllLines(FOLDER.resolve("values.txt"));

        List<String> decided = new ArrayList<>();
        for (String line : expected) {
            if (line.startsWith("#")) {
                decided.add(line);
            } else if (!line.isBlank() && !line.startsWith(" ")) {
                decided.add(line);
                decided.addAll(decide(custom, line));
            }
        }

        assertThat(String.join("\n", decided)).isEqualTo(String.join("\n", expected));
    }

    private static List<String> decide(CustomObject custom, String fields) {
        Map<String, Object> object = new LinkedHashMap<>(
                map("apiVersion: example.com/v1\nkind: Db\n" + "metadata: {name: shop}\nspec: {engine: mysql}\n"));
        object.putAll(map(fields));
        object.remove("status");
        Map<String, Object> complete = custom.complete(object);
        List<Refusal> refusals = custom.refusals(complete, null);
        return refusals.isEmpty()
                ? List.of("  ok " + sorted(complete.get("spec")))
                : refusals.stream().map(refusal -> "  " + refusal).toList();
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, inner) -> sorted.put(String.valueOf(key), String.valueOf(sorted(inner))));
            return sorted;
        }
        return value;
    }

    private static Map<String, Object> map(String yaml) {
        Map<String, Object> map = new LinkedHashMap<>();
        Object value = ManifestFile.parse("value.yaml", yaml)
                .documents()
                .getFirst()
                .value(FieldPath.ROOT)
                .orElseThrow();
        ((Map<?, ?>) value).forEach((key, inner) -> map.put(String.valueOf(key), inner));
        return map;
    }
}
