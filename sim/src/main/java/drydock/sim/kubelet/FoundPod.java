package drydock.sim.kubelet;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.EphemeralContainers;
import drydock.sim.container.Image;
import drydock.sim.container.ImageCatalogue;
import drydock.sim.container.ImageName;
import drydock.sim.container.Network;
import drydock.sim.kubelet.ContainerView.Waiting;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A Pod that runs already when its kubelet begins, as its status says: a kubelet that starts finds what runs on its
/// machine and goes on with it.
///
/// Each container that ran runs on: its program, or where the simulation does not know what that does, one that listens
/// on the ports that the container declares.
final class FoundPod {

    /// A program that ends by itself sooner than this is one that the simulation cannot run: the real one did run.
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Kubelet kubelet;
    private final PodWorker worker;
    private final ContainerStarter starter;

    FoundPod(Kubelet kubelet, PodWorker worker, ContainerStarter starter) {
        this.kubelet = kubelet;
        this.worker = worker;
        this.starter = starter;
    }

    /// Whether its status says that containers of it were started, and that it is not over.
    static boolean runs(Pod pod) {
        return pod.getStatus() != null
                && !List.of("Succeeded", "Failed")
                        .contains(Objects.toString(pod.getStatus().getPhase(), ""))
                && statuses(pod)
                        .anyMatch(status -> status.getContainerID() != null
                                && !status.getContainerID().isEmpty());
    }

    private static Stream<ContainerStatus> statuses(Pod pod) {
        return Stream.of(
                        pod.getStatus().getInitContainerStatuses(),
                        pod.getStatus().getContainerStatuses(),
                        pod.getStatus().getEphemeralContainerStatuses())
                .flatMap(List::stream);
    }

    /// Takes it over; a Pod for which the node has no address left is begun anew.
    void take() {
        Optional<Network> network = kubelet.foundNetwork(worker.pod());
        if (network.isEmpty()) {
            return;
        }
        worker.runtime().sandbox(network.get());
        worker.runtime().showIp();
        // what cannot be mounted here was mounted there
        var _ = worker.mounts().mount();
        Map<String, ContainerStatus> said = new HashMap<>();
        statuses(worker.pod()).forEach(status -> said.put(status.getName(), status));
        Stream.of(
                        worker.pod().getSpec().getInitContainers(),
                        worker.pod().getSpec().getContainers(),
                        EphemeralContainers.of(worker.pod().getSpec()))
                .flatMap(List::stream)
                .filter(container -> said.containsKey(container.getName()))
                .forEach(container -> take(container, said.get(container.getName())));
    }

    private void take(Container container, ContainerStatus status) {
        ContainerState state = status.getState() == null ? new ContainerState() : status.getState();
        ContainerState last = status.getLastState() == null ? new ContainerState() : status.getLastState();
        if (state.getRunning() != null) {
            ImageName.parse(container.getImage()).ifPresent(kubelet.images()::add);
            runOn(container, status, instant(state.getRunning().getStartedAt()));
        } else if (state.getTerminated() != null) {
            ended(container, status, state.getTerminated());
        } else if (last.getTerminated() != null) {
            ended(container, status, last.getTerminated());
            if (state.getWaiting() != null) {
                worker.runtime()
                        .waiting(
                                container.getName(),
                                new Waiting(
                                        Objects.requireNonNullElse(
                                                state.getWaiting().getReason(), "ContainerCreating"),
                                        Objects.requireNonNullElse(
                                                state.getWaiting().getMessage(), "")));
            }
        }
    }

    private void runOn(Container container, ContainerStatus status, Instant startedAt) {
        Map<String, String> variables = variables(container);
        List<Integer> ports = ContainerStarter.ports(container);
        Image image = ImageName.parse(container.getImage())
                .map(name -> ImageCatalogue.find(name, ports))
                .orElseGet(() -> ImageCatalogue.unknown(ports));
        var made = starter.made(container, image, variables, mounts(container, variables), worker.path(container));
        ContainerRun run = found(container, status, startedAt, made);
        Instant begun = kubelet.now();
        boolean started = made.start(
                ContainerStarter.expanded(container.getCommand(), variables),
                ContainerStarter.expanded(container.getArgs(), variables),
                code -> {
                    boolean atOnce = kubelet.now().isBefore(begun.plus(AT_ONCE));
                    if (atOnce && !worker.stopping() && !kubelet.poweredOff()) {
                        standIn(container, status, startedAt, variables);
                    } else {
                        starter.ended(container.getName(), run, code);
                    }
                });
        if (!started) {
            standIn(container, status, startedAt, variables);
        }
    }

    /// Lets something run in place of a program that the simulation cannot run: it waits, and answers nobody.
    private void standIn(
            Container container, ContainerStatus status, Instant startedAt, Map<String, String> variables) {
        var made = starter.made(
                container,
                ImageCatalogue.unknown(List.of()),
                variables,
                mounts(container, variables),
                worker.path(container));
        ContainerRun run = found(container, status, startedAt, made);
        made.start(List.of(), List.of(), code -> starter.ended(container.getName(), run, code));
    }

    private void ended(Container container, ContainerStatus status, ContainerStateTerminated end) {
        var never =
                starter.made(container, ImageCatalogue.unknown(List.of()), Map.of(), List.of(), worker.path(container));
        found(container, status, instant(end.getStartedAt()), never)
                .ended(
                        Objects.requireNonNullElse(end.getExitCode(), 0),
                        Objects.requireNonNullElse(end.getReason(), ""),
                        Objects.requireNonNullElse(end.getMessage(), ""),
                        instant(end.getFinishedAt()));
    }

    /// What it has mounted; nothing if that cannot be told any more.
    private List<PodVolumes.Mounted> mounts(Container container, Map<String, String> variables) {
        try {
            return worker.mounts().of(container, variables);
        } catch (Environment.MissingException gone) {
            return List.of();
        }
    }

    private ContainerRun found(
            Container container, ContainerStatus status, Instant startedAt, drydock.sim.container.Container made) {
        ContainerRun run = new ContainerRun(
                        Objects.requireNonNullElse(status.getContainerID(), ""),
                        container.getImage(),
                        Objects.requireNonNullElse(status.getImageID(), ""),
                        Objects.requireNonNullElse(status.getRestartCount(), 0),
                        startedAt,
                        made)
                .wasFound();
        worker.runtime()
                .found(
                        container.getName(),
                        run,
                        Boolean.TRUE.equals(status.getReady()),
                        !Boolean.FALSE.equals(status.getStarted()));
        return run;
    }

    private Map<String, String> variables(Container container) {
        try {
            return new Environment(
                            kubelet.api(),
                            worker.pod(),
                            worker.runtime().network().address(),
                            kubelet.hostIp())
                    .of(container, kubelet.services().of(worker.pod()));
        } catch (Environment.MissingException | ClusterException unknown) {
            return Map.of();
        }
    }

    private Instant instant(@Nullable String text) {
        try {
            return text == null ? kubelet.now() : Instant.parse(text);
        } catch (DateTimeException garbled) {
            return kubelet.now();
        }
    }
}
