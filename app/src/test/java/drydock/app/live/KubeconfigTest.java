package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.model.cluster.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        for (String text : List.of("", "a: [", "- 1", "hello", "kind: Pod", "\u0000")) {
            Path file = write(text);

            assertThatThrownBy(() -> Kubeconfig.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is no kubeconfig")
                    .hasMessageNotContaining("fabric8");
        }
    }

    @Test
    void aNameThatNobodyKnowsIsNotTakenForAServerThatRefuses() throws IOException {
        Kubeconfig kubeconfig = Kubeconfig.read(write("""
            apiVersion: v1
            kind: Config
            clusters: [{name: nowhere, cluster: {server: "https://no-such-host.invalid:6443"}}]
            contexts: [{name: nowhere, context: {cluster: nowhere}}]
            """));

        assertThatThrownBy(() -> LiveCluster.connect(kubeconfig, "nowhere", Optional.empty()))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("nowhere cannot be reached: unknown host");
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

    @Test
    void ofSeveralFilesTheFirstThatNamesSomethingCountsAndPathsAreThoseOfItsFolder() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path work = Files.createDirectory(folder.resolve("work"));
        Path first = Files.writeString(home.resolve("config"), """
            clusters: [{name: a, cluster: {server: "https://a", certificate-authority: ca.crt}}]
            users: [{name: u, user: {token: one}}]
            contexts: [{name: a, context: {cluster: a, user: u}}, {name: b, context: {cluster: b, user: v}}]
            """);
        Path second = Files.writeString(work.resolve("config"), """
            current-context: b
            clusters:
            - {name: a, cluster: {server: "https://other"}}
            - {name: b, cluster: {server: "https://b", insecure-skip-tls-verify: true}}
            users:
            - {name: u, user: {token: two}}
            - {name: v, user: {tokenFile: ../token, exec: {command: ./login}}}
            contexts: [{name: a, context: {cluster: b, user: v}}, {name: c, context: {cluster: a, user: u}}]
            """);

        Kubeconfig read = Kubeconfig.read(List.of(first, second));

        assertThat(read.currentContext()).isEqualTo("b");
        assertThat(read.contexts().stream().map(Kubeconfig.Context::name)).containsExactly("a", "b", "c");
        assertThat(read.contexts().stream().map(Kubeconfig.Context::server))
                .containsExactly("https://a", "https://b", "https://a");
        assertThat(read.contexts().stream().map(Kubeconfig.Context::trust))
                .containsExactly(Kubeconfig.Trust.VERIFIED, Kubeconfig.Trust.ANY, Kubeconfig.Trust.VERIFIED);
        assertThat(read.text())
                .contains(
                        home.resolve("ca.crt").toString(),
                        folder.resolve("token").toString(),
                        "one")
                .doesNotContain("two");
        assertThat(read.contexts().get(1).plugin())
                .contains(new Kubeconfig.CredentialPlugin(work.resolve("login").toString(), List.of()));
    }

    @Test
    void aPluginIsCalledByTheFileThatWouldRunAndByWhatIsSetForIt() throws IOException {
        Kubeconfig read = Kubeconfig.read(write("""
            clusters: [{name: c, cluster: {server: "https://c"}}]
            users: [{name: u, user: {exec: {command: sh, args: [-c, "true"], env: [{name: PROFILE, value: work}]}}}]
            contexts: [{name: c, context: {cluster: c, user: u}}]
            """));

        Kubeconfig.CredentialPlugin plugin = read.contexts().getFirst().plugin().orElseThrow();

        assertThat(plugin.command()).endsWith("/sh").startsWith("/");
        assertThat(plugin.words()).containsExactly("PROFILE=work", "-c", "true");
    }

    @Test
    void whatCannotBeTakenIsSaid() throws IOException {
        Kubeconfig read = Kubeconfig.read(write("""
            clusters: [{name: c, cluster: {server: "https://c"}}]
            users:
            - {name: old, user: {auth-provider: {name: gcp}}}
            - {name: asks, user: {exec: {command: /bin/true, interactiveMode: Always}}}
            contexts:
            - {name: old, context: {cluster: c, user: old}}
            - {name: asks, context: {cluster: c, user: asks}}
            - {name: nowhere, context: {cluster: gone, user: old}}
            - {name: nobody, context: {cluster: c, user: gone}}
            """));

        assertThat(read.contexts().stream().map(context -> context.obstacle().orElseThrow()))
                .containsExactly(
                        Kubeconfig.Obstacle.AUTH_PROVIDER,
                        Kubeconfig.Obstacle.INTERACTIVE_PLUGIN,
                        Kubeconfig.Obstacle.NO_CLUSTER,
                        Kubeconfig.Obstacle.NO_USER);
        assertThatThrownBy(() -> LiveCluster.connect(read, "old", Optional.empty()))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("auth-provider");
    }

    @Test
    void insideAPodTheServiceAccountIsTaken() throws IOException {
        Files.writeString(folder.resolve("token"), "secret");
        Files.writeString(folder.resolve("namespace"), "shop\n");
        Map<String, String> pod = Map.of("KUBERNETES_SERVICE_HOST", "10.96.0.1", "KUBERNETES_SERVICE_PORT", "443");

        Kubeconfig read = InCluster.kubeconfig(pod, folder).orElseThrow();

        assertThat(read.contexts()).singleElement().satisfies(context -> {
            assertThat(context.server()).isEqualTo("https://10.96.0.1:443");
            assertThat(context.namespace()).isEqualTo("shop");
        });
        assertThat(read.text())
                .doesNotContain("secret")
                .contains(folder.resolve("token").toString());
        assertThat(InCluster.kubeconfig(Map.of(), folder)).isEmpty();
    }

    @Test
    void aProxyOfTheKubeconfigCountsBeforeTheEnvironments() throws IOException {
        Kubeconfig read = Kubeconfig.read(write("""
            clusters:
            - {name: own, cluster: {server: "https://a", proxy-url: "http://own:3128", tls-server-name: api.example}}
            - {name: plain, cluster: {server: "https://b"}}
            contexts:
            - {name: own, context: {cluster: own}}
            - {name: plain, context: {cluster: plain}}
            """));
        Map<String, String> environment = Map.of("https_proxy", "http://env:8080", "NO_PROXY", "localhost,.internal");

        ClientConfig own = ClientConfig.of(read, read.context("own").orElseThrow(), environment);
        ClientConfig plain = ClientConfig.of(read, read.context("plain").orElseThrow(), environment);

        assertThat(own.config().getHttpsProxy()).isEqualTo("http://own:3128");
        assertThat(own.config().getTlsServerName()).isEqualTo("api.example");
        assertThat(plain.config().getHttpsProxy()).isEqualTo("http://env:8080");
        assertThat(plain.config().getNoProxy()).containsExactly("localhost", ".internal");
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
