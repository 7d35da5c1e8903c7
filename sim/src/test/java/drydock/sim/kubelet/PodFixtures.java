package drydock.sim.kubelet;

import drydock.sim.kubelet.ContainerView.Exit;
import drydock.sim.kubelet.ContainerView.Run;
import drydock.sim.kubelet.ContainerView.Waiting;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Pods and what is known of them, for the tests of this package.
final class PodFixtures {

    static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");

    private PodFixtures() {}

    /// The node `node-0`, which has the images of all containers here.
    static Node node() {
        return new NodeBuilder()
                .withNewMetadata()
                .withName("node-0")
                .endMetadata()
                .withNewStatus()
                .addNewImage()
                .withNames("docker.io/library/busybox:1.36", "docker.io/library/nginx:1.20")
                .endImage()
                .endStatus()
                .build();
    }

    static Pod pod(String restartPolicy, List<Container> init, String... containers) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("web")
                .withUid("u-1")
                .withGeneration(1L)
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy(restartPolicy)
                .withInitContainers(init)
                .withContainers(List.of(containers).stream()
                        .map(name -> container(name, null))
                        .toList())
                .endSpec()
                .withNewStatus()
                .withPhase("Pending")
                .endStatus()
                .build();
    }

    static Pod pod(String restartPolicy, String... containers) {
        return pod(restartPolicy, List.of(), containers);
    }

    static Container container(String name, String restartPolicy) {
        return new ContainerBuilder()
                .withName(name)
                .withImage("busybox:1.36")
                .withRestartPolicy(restartPolicy)
                .build();
    }

    static ContainerView running() {
        return view(run(0, Optional.empty()), Optional.empty());
    }

    static ContainerView exited(int code) {
        return view(run(0, exit(code)), Optional.empty());
    }

    static ContainerView crashLooping() {
        return view(run(2, exit(3)), Optional.of(new Waiting("CrashLoopBackOff", "back-off 20s")));
    }

    static ContainerView waiting(String reason) {
        return new ContainerView(
                Optional.empty(), Optional.empty(), Optional.of(new Waiting(reason, "why")), false, false);
    }

    static PodView seen(Object... namesAndViews) {
        Map<String, ContainerView> views = new TreeMap<>();
        for (int i = 0; i < namesAndViews.length; i += 2) {
            views.put((String) namesAndViews[i], (ContainerView) namesAndViews[i + 1]);
        }
        return new PodView(true, "10.244.0.2", views);
    }

    private static ContainerView view(Run run, Optional<Waiting> waiting) {
        boolean runs = run.exit().isEmpty();
        return new ContainerView(Optional.of(run), Optional.empty(), waiting, runs, runs);
    }

    private static Run run(int restarts, Optional<Exit> exit) {
        return new Run("containerd://1", "sha256:1", restarts, NOW.minusSeconds(10), exit);
    }

    private static Optional<Exit> exit(int code) {
        return Optional.of(new Exit(code, code == 0 ? "Completed" : "Error", "", NOW.minusSeconds(1)));
    }
}
