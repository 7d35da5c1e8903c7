package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.app.serve.ApiOnLoopback;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parts of a live cluster's Pods, over HTTP to a simulated API server: resources, ephemeral containers, and what
/// they read.
class LivePodPartsTest {

    private static final ResourceId WEB = ResourceId.of(Kinds.POD, "default", "web");

    @TempDir
    private Path folder;

    private ApiOnLoopback served;
    private LiveCluster cluster;

    @BeforeEach
    void connect() throws Exception {
        served = ApiOnLoopback.start(Simulation.start(SimulationOptions.DEFAULT), 0, OptionalDouble.of(20));
        Path file = folder.resolve("config");
        Files.writeString(file, served.kubeconfig());
        Kubeconfig kubeconfig = Kubeconfig.read(file);
        cluster = LiveCluster.connect(kubeconfig, kubeconfig.currentContext(), Optional.empty());
        cluster.create(new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("busybox:1.36")
                .withCommand("sh")
                .withStdin(true)
                .withNewResources()
                .addToRequests("cpu", new Quantity("100m"))
                .endResources()
                .endContainer()
                .endSpec()
                .build());
    }

    @AfterEach
    void close() {
        cluster.close();
        served.close();
    }

    private static Patch patch(String body, String part) {
        return new Patch(Patch.Type.STRATEGIC, body, part);
    }

    @Test
    void aPodIsGivenOtherResourcesThroughItsPartOnly() {
        String body =
                "{\"spec\":{\"containers\":[{\"name\":\"main\",\"resources\":{\"requests\":{\"cpu\":\"200m\"}}}]}}";

        assertThatThrownBy(() -> cluster.patch(WEB, patch(body, "")))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("pod updates may not change fields other than");
        Pod tried = (Pod) cluster.trial().orElseThrow().patch(WEB, patch(body, "resize"));
        assertThat(requested(tried)).isEqualTo(new Quantity("200m"));
        assertThat(requested((Pod) cluster.get(WEB).orElseThrow())).isEqualTo(new Quantity("100m"));
        cluster.patch(WEB, patch(body, "resize"));

        assertThat(requested((Pod) cluster.get(WEB).orElseThrow())).isEqualTo(new Quantity("200m"));
    }

    @Test
    void aPartThatTheServerDoesNotHaveIsRefusedInItsWords() {
        assertThatThrownBy(() -> cluster.patch(WEB, patch("{}", "nothing")))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("the server could not find the requested resource");
    }

    @Test
    void anEphemeralContainerIsAdded() {
        Pod patched = (Pod) cluster.patch(
                WEB,
                patch(
                        "{\"spec\":{\"ephemeralContainers\":[{\"name\":\"debug\",\"image\":\"busybox:1.36\"}]}}",
                        "ephemeralcontainers"));

        assertThat(patched.getSpec().getEphemeralContainers().getFirst().getName())
                .isEqualTo("debug");
    }

    @Test
    void whatIsTypedReachesTheProgram() throws InterruptedException {
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        CountDownLatch running = new CountDownLatch(1);
        try (var _ = cluster.watch(Query.in(Kinds.POD, "default"), event -> {
            if (runs(event)) {
                running.countDown();
            }
        })) {
            assertThat(running.await(60, TimeUnit.SECONDS)).isTrue();
        }
        var containers = cluster.containers().orElseThrow();
        try (var attached = containers.attach(WEB, "main", said::add, _ -> said.add("ended"))) {
            attached.type("echo $((6*7))\n");

            assertThat(said.poll(60, TimeUnit.SECONDS)).isEqualTo("42\n");
            attached.type("exit\n");
            assertThat(said.poll(60, TimeUnit.SECONDS)).isEqualTo("ended");
        }
    }

    private static boolean runs(ClusterEvent event) {
        return switch (event) {
            case ClusterEvent.Added(var object) -> runs((Pod) object);
            case ClusterEvent.Modified(var object) -> runs((Pod) object);
            default -> false;
        };
    }

    private static boolean runs(Pod pod) {
        return pod.getStatus() != null && "Running".equals(pod.getStatus().getPhase());
    }

    private static Quantity requested(Pod pod) {
        return pod.getSpec()
                .getContainers()
                .getFirst()
                .getResources()
                .getRequests()
                .get("cpu");
    }
}
