package drydock.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.live.RealCluster;
import drydock.model.cluster.ClusterException;
import drydock.model.diagram.DiagramFile;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import drydock.model.work.Spread;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag(RealCluster.TAG)
class LiveCheckTest {

    private static final String SERVICE = """
        apiVersion: v1
        kind: Service
        metadata:
          name: live-check
        spec:
          clusterIP: None
          selector: {app: web}
          ports: [{port: 80}]
        """;

    private static final String CLAIM = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: live-check
        spec:
          storageClassName: fast
          accessModes: [ReadWriteOnce]
          resources: {requests: {storage: 1Gi}}
        """;

    @TempDir
    Path folder;

    @Test
    void whatTheClusterLetsNobodyChangeIsAnErrorAtItsField() {
        HasMetadata live = object(CLAIM);

        assertThat(found(CLAIM.replace("fast", "slow"), _ -> Optional.of(live)))
                .extracting(Finding::rule, Finding::field)
                .containsExactly(org.assertj.core.api.Assertions.tuple("immutable-field", "spec"));
        assertThat(found(CLAIM, _ -> Optional.of(live))).isEmpty();
        assertThat(found(CLAIM.replace("fast", "slow"), _ -> Optional.empty())).isEmpty();
    }

    @Test
    void whatNamesNoNamespaceIsLookedForInThatOfTheContext() {
        List<ResourceId> asked = new ArrayList<>();

        found(CLAIM + "---\n" + CLAIM.replace("name: live-check", "name: other\n  namespace: shop"), id -> {
            asked.add(id);
            return Optional.empty();
        });

        assertThat(asked).extracting(ResourceId::namespace).containsExactly("ours", "shop");
    }

    @Test
    void whatMayNotBeReadIsAWarning() {
        List<Finding> found = found(CLAIM, _ -> {
            throw new ClusterException(403, "Forbidden", "persistentvolumeclaims is forbidden");
        });

        assertThat(found).extracting(Finding::rule).containsExactly("live-not-read");
        assertThat(found.getFirst().message(Locale.ENGLISH)).contains("live-check", "is forbidden");
        assertThat(found.getFirst().message(Locale.SIMPLIFIED_CHINESE)).contains("无法在集群中读取");
    }

    @Test
    void aRealClustersObjectsAreHeldAgainst() throws IOException {
        Config config =
                Config.fromKubeconfig("admin", RealCluster.kubeconfigFile().toFile());
        String kubeconfig = RealCluster.kubeconfigFile().toString();
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            var there = client.resource(client.getKubernetesSerialization().<HasMetadata>unmarshal(SERVICE))
                    .inNamespace("default");
            there.delete();
            there.create();
            try {
                String same = write("same.yaml", SERVICE);
                String other = write("other.yaml", SERVICE.replace("clusterIP: None", "clusterIP: 10.96.7.7"));

                assertThat(Said.by("check", "--context", "admin", "--kubeconfig", kubeconfig, same)
                                .out())
                        .doesNotContain("immutable-field");
                Said said = Said.by("check", "--context", "admin", "--kubeconfig", kubeconfig, other);
                assertThat(said.out()).contains("other.yaml:6:14: error:").contains("[immutable-field]");
                assertThat(said.code()).isEqualTo(1);
                assertThat(Said.by("check", "--context", "admin", "--kubeconfig", kubeconfig, "-n", "none", other)
                                .out())
                        .doesNotContain("immutable-field");
                String claim = write("claim.yaml", CLAIM);
                assertThat(Said.by("check", "--context", "viewer", "--kubeconfig", kubeconfig, claim)
                                .out())
                        .contains("[live-not-read]");
            } finally {
                there.delete();
            }
        }
    }

    @Test
    void aClusterThatIsNotThereIsSaid() throws IOException {
        String file = write("a.yaml", SERVICE);
        String kubeconfig = write("config", """
            apiVersion: v1
            kind: Config
            current-context: none
            clusters: [{name: c, cluster: {server: 'https://127.0.0.1:1'}}]
            users: [{name: u, user: {token: t}}]
            contexts: [{name: none, context: {cluster: c, user: u}}]
            """);

        Said unreachable = Said.by("check", "--kubeconfig", kubeconfig, file);
        assertThat(unreachable.code()).isEqualTo(1);
        assertThat(unreachable.err()).isNotBlank();
        Said unknown = Said.by("check", "--kubeconfig", kubeconfig, "--context", "other", file);
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("none");
        assertThat(Said.by("check", "-n", "shop", file).code()).isEqualTo(2);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static HasMetadata object(String yaml) {
        return ManifestFile.parse("live.yaml", yaml)
                .documents()
                .getFirst()
                .object()
                .orElseThrow();
    }

    private static List<Finding> found(String yaml, Function<ResourceId, Optional<HasMetadata>> live) {
        Project project = Project.of(List.of(ManifestFile.parse("a.yaml", yaml)), DiagramFile.ABSENT);
        return new LiveCheck(live, "ours", Spread.IN_TURN).findings(project);
    }
}
