package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.pattern.Pattern;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the palette draws, shown to a real API server.
@Tag(RealCluster.TAG)
class PatternsOnRealClusterTest {

    private static final int NOT_FOUND = 404;

    @Test
    void theServerAcceptsEveryPatternWhoseKindItKnows() throws IOException {
        Config config =
                Config.fromKubeconfig("admin", RealCluster.kubeconfigFile().toFile());
        List<String> refused = new ArrayList<>();
        int accepted = 0;
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            for (Pattern pattern : Stream.concat(Pattern.OBJECTS.stream(), Pattern.COMPOSED.stream())
                    .toList()) {
                for (String manifest : pattern.manifests("drydock-pattern")) {
                    try {
                        HasMetadata object = client.getKubernetesSerialization().unmarshal(manifest);
                        client.resource(object).inNamespace("default").dryRun().create();
                        accepted++;
                    } catch (KubernetesClientException answer) {
                        // an old server lacks versions of today
                        if (answer.getCode() != NOT_FOUND) {
                            refused.add(pattern.name() + ": " + answer.getMessage());
                        }
                    }
                }
            }
        }

        assertThat(refused).isEmpty();
        assertThat(accepted).isGreaterThan(Pattern.OBJECTS.size());
    }
}
