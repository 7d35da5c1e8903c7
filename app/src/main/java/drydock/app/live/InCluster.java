package drydock.app.live;

import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.ConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The cluster that Drydock itself runs in, where it runs in a Pod (`client-go/rest/config.go InClusterConfig`).
final class InCluster {

    /// Where a Pod has what its ServiceAccount shows itself with.
    static final Path USUAL = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    private InCluster() {}

    /// A kubeconfig of one context; empty outside of a Pod.
    ///
    /// @param account the folder of the ServiceAccount
    static Optional<Kubeconfig> kubeconfig(Map<String, String> environment, Path account) {
        String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
        String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "");
        Path token = account.resolve("token");
        if (host.isEmpty() || port.isEmpty() || !Files.isReadable(token)) {
            return Optional.empty();
        }
        String address = host.contains(":") ? "[" + host + "]" : host;
        Config config = new ConfigBuilder()
                .addNewCluster()
                .withName("in-cluster")
                .withNewCluster()
                .withServer("https://" + address + ":" + port)
                .withCertificateAuthority(account.resolve("ca.crt").toString())
                .endCluster()
                .endCluster()
                .addNewUser()
                .withName("service-account")
                .withNewUser()
                .withTokenFile(token.toString())
                .endUser()
                .endUser()
                .addNewContext()
                .withName("in-cluster")
                .withNewContext()
                .withCluster("in-cluster")
                .withUser("service-account")
                .withNamespace(namespace(account))
                .endContext()
                .endContext()
                .withCurrentContext("in-cluster")
                .build();
        return Optional.of(Kubeconfig.of(config));
    }

    private static String namespace(Path account) {
        try {
            return Files.readString(account.resolve("namespace")).strip();
        } catch (IOException none) {
            return "";
        }
    }
}
