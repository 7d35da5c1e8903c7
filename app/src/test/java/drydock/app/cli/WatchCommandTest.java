package drydock.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.live.LiveCluster;
import drydock.app.live.RealCluster;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/// `drydock watch` on the real control plane.
@Tag(RealCluster.TAG)
class WatchCommandTest {

    @Test
    void printsWhatThereIs() throws IOException {
        RealCluster.kubeconfig();
        Said said = watch("admin");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("+ Node node-0  Ready=").contains("+ Service default/kubernetes  ClusterIP");
    }

    @Test
    void namesOnceWhatMayNotBeReadAndPrintsTheRest() throws IOException {
        RealCluster.kubeconfig();
        Said said = watch("viewer");

        assertThat(said.out()).contains("+ Service default/kubernetes  ClusterIP");
        assertThat((said.out() + said.err()).lines().filter(line -> line.contains("nodes is forbidden")))
                .hasSize(1);
    }

    @Test
    void printsTheSameAsLinesOfJson() throws IOException {
        RealCluster.kubeconfig();
        Said said = watch("viewer", "-o", "json");

        List<Map<?, ?>> lines = said.out()
                .lines()
                .<Map<?, ?>>map(line -> new JsonMapper().readValue(line, Map.class))
                .toList();
        assertThat(lines).isNotEmpty().allMatch(line -> line.get("at") instanceof String);
        assertThat(lines).anyMatch(line -> "SYNCED".equals(line.get("type")) && "Pod".equals(line.get("kind")));
        assertThat(lines)
                .anyMatch(line -> "ADDED".equals(line.get("type"))
                        && line.get("object") instanceof Map<?, ?> object
                        && "Service".equals(object.get("kind")));
        assertThat(lines.stream().filter(line -> "REFUSED".equals(line.get("type")) && "Node".equals(line.get("kind"))))
                .hasSize(1);
    }

    /// What its lines say of each object in the end is what the server holds, however much happened meanwhile.
    @Test
    void whatItsLinesComeToIsWhatTheServerHolds() throws Exception {
        ResourceId namespace = ResourceId.of(Kinds.NAMESPACE, "", "watch-lines");
        try (LiveCluster cluster = LiveCluster.connect(RealCluster.kubeconfig(), "admin", Optional.empty())) {
            cluster.create(new NamespaceBuilder()
                    .withNewMetadata()
                    .withName(namespace.name())
                    .endMetadata()
                    .build());
            StringWriter out = new StringWriter();
            Thread watching = Thread.ofPlatform().start(() -> watchUntilInterrupted(namespace.name(), out));
            try {
                churn(cluster, namespace.name());
                RealCluster.await(
                        "the server's state in the lines",
                        Duration.ofSeconds(90),
                        () -> told(out.toString()).equals(held(cluster, namespace.name())));
                assertThat(held(cluster, namespace.name())).hasSizeBetween(10, 19);
            } finally {
                watching.interrupt();
                watching.join();
                cluster.delete(namespace, Deletion.DEFAULT);
            }
        }
    }

    private static void watchUntilInterrupted(String namespace, StringWriter out) {
        new CommandLine(new DrydockCommand(_ -> 0))
                .setOut(new PrintWriter(out, true))
                .execute(
                        "watch",
                        "--kubeconfig",
                        RealCluster.kubeconfigFile().toString(),
                        "--context",
                        "admin",
                        "-n",
                        namespace,
                        "-o",
                        "json");
    }

    /// What whole lines come to.
    private static Map<String, String> told(String lines) {
        Map<String, String> told = new TreeMap<>();
        lines.substring(0, lines.lastIndexOf('\n') + 1).lines().forEach(line -> follow(line, told));
        return told;
    }

    private static void churn(LiveCluster cluster, String namespace) {
        for (int i = 0; i < 60; i++) {
            ResourceId id = ResourceId.of(Kinds.CONFIG_MAP, namespace, "map-" + i % 20);
            switch (i / 20) {
                case 0 ->
                    cluster.create(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName(id.name())
                            .withNamespace(namespace)
                            .endMetadata()
                            .build());
                case 1 -> cluster.patch(id, new Patch(Patch.Type.MERGE, "{\"data\":{\"n\":\"" + i + "\"}}"));
                default -> {
                    if (i % 3 == 0) {
                        cluster.delete(id, Deletion.DEFAULT);
                    }
                }
            }
        }
    }

    /// Follows one line: name and version of what is there.
    private static void follow(String line, Map<String, String> told) {
        Map<?, ?> event = new JsonMapper().readValue(line, Map.class);
        if (event.get("object") instanceof Map<?, ?> object
                && "ConfigMap".equals(object.get("kind"))
                && object.get("metadata") instanceof Map<?, ?> metadata) {
            String name = String.valueOf(metadata.get("name"));
            if ("DELETED".equals(event.get("type"))) {
                told.remove(name);
            } else {
                told.put(name, String.valueOf(metadata.get("resourceVersion")));
            }
        }
    }

    private static Map<String, String> held(LiveCluster cluster, String namespace) {
        return cluster.list(Query.in(Kinds.CONFIG_MAP, namespace)).stream()
                .collect(Collectors.toMap(
                        map -> map.getMetadata().getName(),
                        map -> map.getMetadata().getResourceVersion()));
    }

    private static Said watch(String context, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "watch", "--kubeconfig", RealCluster.kubeconfigFile().toString(), "--context", context, "--for", "5"));
        words.addAll(List.of(more));
        return Said.by(words.toArray(String[]::new));
    }
}
