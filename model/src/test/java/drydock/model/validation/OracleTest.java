package drydock.model.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import drydock.model.manifest.ManifestFile;
import drydock.model.validation.standard.StandardRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Our decisions against those that a real API server made of the same manifests.
class OracleTest {

    private static final Path ORACLE = Path.of("../../shared/oracle/validation");

    /// What depends on the cluster and not on the manifest: the range of cluster IPs.
    private static final Set<String> OUT_OF_REACH = Set.of("111-service-cluster-ip-out");

    @Test
    void decidesAsTheApiServerDidAndNamesTheSameFields() throws Exception {
        assumeTrue(Files.isDirectory(ORACLE), "the recordings of a real API server are not beside this checkout");
        List<String> differences = new ArrayList<>();
        for (JsonNode verdict : JsonMapper.shared().readTree(Files.readString(ORACLE.resolve("verdicts.json")))) {
            String name = verdict.get("file").asString();
            if (!OUT_OF_REACH.contains(name)) {
                compare(name, verdict).ifPresent(differences::add);
            }
        }

        assertThat(differences).isEmpty();
    }

    private static java.util.Optional<String> compare(String name, JsonNode verdict) throws Exception {
        Path file = ORACLE.resolve("manifests").resolve(name + ".yaml");
        ManifestFile manifest = ManifestFile.read(name, Files.readAllBytes(file));
        Set<String> found = new TreeSet<>();
        StandardRules.validator().check(List.of(manifest)).findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(Finding::field)
                .forEach(found::add);
        Set<String> expected = new TreeSet<>();
        verdict.path("fields").forEach(f -> expected.add(f.asString()));
        boolean accepted = verdict.get("accepted").asBoolean();
        boolean same = accepted ? found.isEmpty() : expected.isEmpty() ? !found.isEmpty() : found.equals(expected);
        return same ? java.util.Optional.empty() : java.util.Optional.of(name + " " + expected + " but " + found);
    }
}
