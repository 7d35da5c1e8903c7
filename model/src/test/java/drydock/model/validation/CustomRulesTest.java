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
import org.junit.jupiter.api.Test;

/// What rules in CEL make of objects, by a table: behind each object stands what is refused.
class CustomRulesTest {

    private static final Path FOLDER = Path.of("src/test/resources/drydock/model/validation/custom");

    @Test
    void refusesWhatTheRulesOfTheDefinitionDoNotAllow() throws IOException {
        CustomObject custom = new CustomObject(map(Files.readString(FOLDER.resolve("rules.yaml"))), "");
        List<String> expected = Files.readAllLines(FOLDER.resolve("rules.txt"));

        List<String> decided = new ArrayList<>();
        for (String line : expected) {
            if (!line.startsWith(" ")) {
                decided.add(line);
                if (!line.startsWith("#")) {
                    decided.addAll(decide(custom, line));
                }
            }
        }

        assertThat(String.join("\n", decided)).isEqualTo(String.join("\n", expected));
    }

    private static List<String> decide(CustomObject custom, String line) {
        String[] parts = line.split(": ", 2);
        String[] specs = parts[1].split(" -> ", -1);
        Map<String, Object> old = specs.length == 1 ? null : custom.complete(object(parts[0], specs[1]));
        List<Refusal> refusals = custom.refusals(custom.complete(object(parts[0], specs[0])), old);
        return refusals.isEmpty()
                ? List.of("  ok")
                : refusals.stream().map(refusal -> "  " + refusal).toList();
    }

    private static Map<?, ?> object(String name, String spec) {
        return map("apiVersion: example.com/v1\nkind: Db\nmetadata: {name: " + name + "}\nspec: " + spec + "\n");
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
