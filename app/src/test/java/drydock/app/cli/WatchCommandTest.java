package drydock.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.live.RealCluster;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// `drydock watch` on the real control plane.
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

    private static Said watch(String context) {
        return Said.by(
                "watch", "--kubeconfig", RealCluster.kubeconfigFile().toString(), "--context", context, "--for", "5");
    }
}
