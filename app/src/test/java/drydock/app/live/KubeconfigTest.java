package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.model.cluster.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigTest {

    @TempDir
    Path folder;

    @Test
    void readingOneRunsNoCredentialPlugin() throws IOException {
        Path ran = folder.resolve("ran");
        Path file = write(withPlugin(ran));

        Kubeconfig kubeconfig = Kubeconfig.read(file);

        assertThat(kubeconfig.currentContext()).isEqualTo("work");
        assertThat(kubeconfig.context("work").orElseThrow().namespace()).isEqualTo("web");
        assertThat(kubeconfig.context("work").orElseThrow().plugin())
                .contains(new Kubeconfig.CredentialPlugin("/usr/bin/touch", List.of(ran.toString())));
        assertThat(ran).doesNotExist();
    }

    @Test
    void connectingRunsNoCredentialPluginThatWasNotAgreedTo() throws IOException {
        Path ran = folder.resolve("ran");
        Kubeconfig kubeconfig = Kubeconfig.read(write(withPlugin(ran)));

        assertThatThrownBy(() -> LiveCluster.connect(kubeconfig, "work", Optional.empty()))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("/usr/bin/touch");
        assertThatThrownBy(() -> LiveCluster.connect(
                        kubeconfig,
                        "work",
                        Optional.of(new Kubeconfig.CredentialPlugin("/usr/bin/touch", List.of("another")))))
                .isInstanceOf(ClusterException.class);

        assertThat(ran).doesNotExist();
    }

    @Test
    void whatIsNoKubeconfigIsSaidToBeNone() throws IOException {
        for (String text : List.of("", "a: [", "- 1", "kind: Pod", "\u0000")) {
            Path file = write(text);

            assertThatThrownBy(() -> Kubeconfig.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is no kubeconfig");
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidNotToBe() throws IOException {
        Kubeconfig kubeconfig = Kubeconfig.read(write("""
            apiVersion: v1
            kind: Config
            clusters: [{name: gone, cluster: {server: "https://127.0.0.1:1"}}]
            contexts: [{name: gone, context: {cluster: gone}}]
            """));

        assertThatThrownBy(() -> LiveCluster.connect(kubeconfig, "gone", Optional.empty()))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("gone cannot be reached")
                .satisfies(e -> assertThat(((ClusterException) e).code()).isZero());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("config"), text);
    }

    private static String withPlugin(Path ran) {
        return """
            apiVersion: v1
            kind: Config
            current-context: work
            clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
            users:
            - name: u
              user:
                exec: {apiVersion: client.authentication.k8s.io/v1, command: /usr/bin/touch, args: ["%s"]}
            contexts: [{name: work, context: {cluster: c, user: u, namespace: web}}]
            """.formatted(ran);
    }
}
