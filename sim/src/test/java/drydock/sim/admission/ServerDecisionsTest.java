package drydock.sim.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import drydock.model.cluster.ClusterException;
import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import drydock.sim.ControlPlane;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Shape;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the simulated API server accepts and refuses, beside what a real one did, and with manifests that are in order.
class ServerDecisionsTest {

    private static final Path ORACLE =
            Path.of(System.getenv().getOrDefault("DRYDOCK_ORACLE", "../../shared/oracle"), "validation");
    private static final Path SAMPLES = Path.of("../sample-projects");

    @Test
    void whatARealServerRefusedIsRefusedInItsWords() throws Exception {
        assumeTrue(Files.isDirectory(ORACLE), "the recordings of a real API server are not beside this checkout");
        List<String> differences = new ArrayList<>();
        int compared = 0;

        for (JsonNode verdict : JsonMapper.shared().readTree(Files.readString(ORACLE.resolve("verdicts.json")))) {
            Path file = ORACLE.resolve("manifests/" + verdict.get("file").asString() + ".yaml");
            List<HasMetadata> objects = objects(file);
            boolean readable = verdict.path("code").asInt() != 400;
            if (readable && objects.size() == 1) {
                String said =
                        refusal(server(objects.getFirst()), objects.getFirst()).orElse("accepted");
                String real = verdict.path("accepted").asBoolean()
                        ? "accepted"
                        : verdict.get("message").asString();
                compared++;
                if (!said.equals(real) && !isOfSeveral(real)) {
                    differences.add(file.getFileName() + "\n  real " + real + "\n  ours " + said);
                }
            }
        }

        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(60);
    }

    @Test
    void everySampleIsAcceptedAndStaysAcceptedAsItIsStored() throws Exception {
        List<String> refused = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(SAMPLES)) {
            files = all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
        assertThat(files).isNotEmpty();

        for (Path file : files) {
            for (HasMetadata object : objects(file)) {
                ApiServer api = server(object);
                refusal(api, object).ifPresent(words -> refused.add(file + " " + words));
                api.get(ResourceId.of(object))
                        .flatMap(stored -> refusedUpdate(api, labelled(stored)))
                        .ifPresent(words -> refused.add(file + " as stored: " + words));
            }
        }

        assertThat(refused)
                .satisfiesExactlyInAnyOrder(
                        refusal -> assertThat(refusal).contains("lessons/06-init-containers/init-with-probe.yaml"),
                        refusal -> assertThat(refusal).contains("lessons/13-service-types/wrong-port.yaml"));
    }

    /// The server looks at fields in an order of its own where it names several.
    private static boolean isOfSeveral(String message) {
        return message.contains("is invalid: [");
    }

    private static ApiServer server(HasMetadata object) {
        ApiServer api = new ControlPlane().apply(new Engine(1, Instant.EPOCH));
        String namespace = object.getMetadata().getNamespace();
        if (namespace != null
                && api.get(new ResourceId("", "Namespace", "", namespace)).isEmpty()) {
            api.create(new NamespaceBuilder()
                    .withNewMetadata()
                    .withName(namespace)
                    .endMetadata()
                    .build());
        }
        return api;
    }

    private static Optional<String> refusal(ApiServer api, HasMetadata object) {
        try {
            api.create(object);
            return Optional.empty();
        } catch (ClusterException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private static Optional<String> refusedUpdate(ApiServer api, HasMetadata object) {
        try {
            api.replace(object);
            return Optional.empty();
        } catch (ClusterException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private static HasMetadata labelled(HasMetadata stored) {
        ObjectMeta metadata = Shape.copy(stored.getMetadata());
        metadata.setLabels(Map.of("looked-at", "again"));
        return Shape.withMetadata(stored, metadata);
    }

    private static List<HasMetadata> objects(Path file) throws IOException {
        ManifestFile manifest = ManifestFile.read(file.getFileName().toString(), Files.readAllBytes(file));
        return manifest.documents().stream()
                .flatMap(d -> d.declared().stream())
                .map(DeclaredObject::object)
                .flatMap(Optional::stream)
                .toList();
    }
}
