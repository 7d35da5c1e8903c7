package drydock.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.live.RealCluster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

    private static Said watch(String context, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "watch", "--kubeconfig", RealCluster.kubeconfigFile().toString(), "--context", context, "--for", "5"));
        words.addAll(List.of(more));
        return Said.by(words.toArray(String[]::new));
    }
}
