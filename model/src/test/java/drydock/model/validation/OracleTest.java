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

    private static final Path ORACLE =
            Path.of(System.getenv().getOrDefault("DRYDOCK_ORACLE", "../../shared/oracle"), "validation");

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

    /// Where the server names one field, it says of it what we say it does.
    @Test
    void saysWhatTheApiServerSaid() throws Exception {
        assumeTrue(Files.isDirectory(ORACLE), "the recordings of a real API server are not beside this checkout");
        List<String> differences = new ArrayList<>();
        for (JsonNode verdict : JsonMapper.shared().readTree(Files.readString(ORACLE.resolve("verdicts.json")))) {
            String name = verdict.get("file").asString();
            if (verdict.path("fields").size() == 1 && !OUT_OF_REACH.contains(name)) {
                differences.addAll(saidOtherwise(name, verdict));
            }
        }

        assertThat(differences).isEmpty();
    }

    /// Of several sentences about the field one is enough.
    private static List<String> saidOtherwise(String name, JsonNode verdict) throws Exception {
        String field = verdict.get("fields").get(0).asString();
        String message = verdict.get("message").asString();
        return errors(name).stream()
                .filter(f -> f.field().equals(field))
                .map(f -> field + ": " + f.words())
                .filter(said -> !message.endsWith(" is invalid: " + said) && !message.contains("[" + said + ", "))
                .map(said -> name + " " + message + " but " + said)
                .toList();
    }

    private static List<Finding> errors(String name) throws Exception {
        Path file = ORACLE.resolve("manifests").resolve(name + ".yaml");
        ManifestFile manifest = ManifestFile.read(name, Files.readAllBytes(file));
        return StandardRules.validator().check(List.of(manifest)).findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .toList();
    }

    private static java.util.Optional<String> compare(String name, JsonNode verdict) throws Exception {
        Set<String> found = new TreeSet<>();
        errors(name).stream().map(Finding::field).forEach(found::add);
        Set<String> expected = new TreeSet<>();
        verdict.path("fields").forEach(f -> expected.add(f.asString()));
        boolean accepted = verdict.get("accepted").asBoolean();
        boolean same = accepted ? found.isEmpty() : expected.isEmpty() ? !found.isEmpty() : found.equals(expected);
        return same ? java.util.Optional.empty() : java.util.Optional.of(name + " " + expected + " but " + found);
    }
}
