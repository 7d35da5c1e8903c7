package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.TestServer;
import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A node of the real cluster whose kubelet is a test's, so that the API server has somebody to ask for logs, programs
/// and ports. Nothing else is scheduled to it.
final class RealKubelet implements AutoCloseable {

    private static final String PASSWORD = "not-a-secret";

    private final LiveCluster cluster;
    private final String namespace;
    private final String node;
    private final TestServer server;
    private final List<ResourceId> pods = new ArrayList<>();

    /// @param folder for the kubelet's certificate
    RealKubelet(LiveCluster cluster, Path folder, String namespace, String node, TestServer.Handler handler)
            throws Exception {
        this.cluster = cluster;
        this.namespace = namespace;
        this.node = node;
        this.server = new TestServer(certificate(folder), handler);
        remove(ResourceId.of(Kinds.NODE, "", node));
        makeNamespace();
        cluster.create(new NodeBuilder()
                .withNewMetadata()
                .withName(node)
                .endMetadata()
                .withNewSpec()
                .withUnschedulable(true)
                .addNewTaint()
                .withKey("drydock")
                .withEffect("NoExecute")
                .endTaint()
                .endSpec()
                .withNewStatus()
                .addNewCondition()
                .withType("Ready") // the node controller of 1.20 fails at a node that never had one
                .withStatus("True")
                .withLastHeartbeatTime(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .withLastTransitionTime(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .endCondition()
                .addNewAddress("127.0.0.1", "InternalIP")
                .withNewDaemonEndpoints()
                .withNewKubeletEndpoint()
                .withPort(server.port())
                .endKubeletEndpoint()
                .endDaemonEndpoints()
                .endStatus()
                .build());
    }

    private void makeNamespace() throws InterruptedException {
        if (cluster.get(ResourceId.of(Kinds.NAMESPACE, "", namespace)).isEmpty()) {
            cluster.create(new NamespaceBuilder()
                    .withNewMetadata()
                    .withName(namespace)
                    .endMetadata()
                    .build());
        }
        RealCluster.await(
                "the namespace is usable",
                Duration.ofSeconds(20),
                () -> cluster.get(ResourceId.of(Kinds.SERVICE_ACCOUNT, namespace, "default"))
                        .isPresent());
    }

    /// Runs a Pod there; all its containers run at once.
    void run(String name, String... containers) {
        ResourceId id = ResourceId.of(Kinds.POD, namespace, name);
        remove(id);
        pods.add(id);
        PodBuilder pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .addToLabels("app", "web")
                .endMetadata()
                .withNewSpec()
                .withNodeName(node)
                .addNewToleration()
                .withOperator("Exists")
                .endToleration()
                .endSpec();
        for (String container : containers) {
            pod.editSpec()
                    .addNewContainer()
                    .withName(container)
                    .withImage("nginx:1")
                    .addNewPort()
                    .withContainerPort(80)
                    .withName("http")
                    .endPort()
                    .endContainer()
                    .endSpec();
        }
        Pod made = (Pod) cluster.create(pod.build());
        PodBuilder running = new PodBuilder(made)
                .editStatus()
                .withPhase("Running")
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .endStatus();
        for (String container : containers) {
            running.editStatus()
                    .addNewContainerStatus()
                    .withName(container)
                    .withReady(true)
                    .withRestartCount(0)
                    .withImage("nginx:1")
                    .withImageID("nginx")
                    .withNewState()
                    .withNewRunning()
                    .endRunning()
                    .endState()
                    .endContainerStatus()
                    .endStatus();
        }
        cluster.replaceStatus(running.build());
    }

    /// What the API server asked of it.
    List<String> asked() {
        return server.asked();
    }

    private void remove(ResourceId id) {
        if (cluster.get(id).isPresent()) {
            cluster.delete(id, Deletion.DEFAULT.withGraceSeconds(0));
        }
    }

    @Override
    public void close() throws IOException {
        pods.forEach(this::remove);
        remove(ResourceId.of(Kinds.NODE, "", node));
        server.close();
    }

    /// A certificate that nobody has signed, as kubelets show.
    private static SSLContext certificate(Path folder) throws Exception {
        Path keys = folder.resolve("kubelet.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "kubelet",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=kubelet",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }
}
