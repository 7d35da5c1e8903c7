package drydock.sim.kubelet;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The work on one Pod, from its being bound to its node until it is gone (`pkg/kubelet/pod_workers.go`): what is heard
/// of it goes to those who do it, [SyncLoop] while it lives and [PodEnding] from then on.
final class PodWorker {

    private final Kubelet kubelet;
    private final PodRuntime runtime = new PodRuntime();
    private final WorkInHand work;
    private final PodMounts mounts;
    private final ContainerStarter starter;
    private final PodSync containers;
    private final SyncLoop syncs;
    private final PodEnding ending;
    private final Probes probes;
    private final Map<ContainerRun, Runnable> whenEnded = new HashMap<>();
    private Pod pod;
    private @Nullable PodClaim claim;
    private @Nullable Resizing resizing;
    private @Nullable PodReport told;
    private boolean refused;

    PodWorker(Kubelet kubelet, Pod pod) {
        this.kubelet = kubelet;
        this.pod = pod;
        this.work = new WorkInHand(kubelet);
        this.starter = new ContainerStarter(kubelet, this);
        this.containers = new PodSync(kubelet, this, starter);
        this.syncs = new SyncLoop(kubelet, this, work, containers);
        this.ending = new PodEnding(kubelet, this, work);
        this.mounts = new PodMounts(kubelet, this);
        this.probes = new Probes(kubelet, this);
    }

    Pod pod() {
        return pod;
    }

    PodRuntime runtime() {
        return runtime;
    }

    PodEnding ending() {
        return ending;
    }

    WorkInHand work() {
        return work;
    }

    /// What the Pod claims of its node.
    @SuppressWarnings("ReferenceEquality") // versions of a Pod have the same spec until somebody changes it
    PodClaim claim() {
        if (resizing != null) {
            return PodClaim.of(resizing.allocatedSpec());
        }
        PodClaim known = claim;
        if (known == null || known.spec() != pod.getSpec()) {
            known = PodClaim.of(pod.getSpec());
            claim = known;
        }
        return known;
    }

    PodMounts mounts() {
        return mounts;
    }

    Probes probes() {
        return probes;
    }

    /// Whether the Pod still counts for what its node has given out.
    boolean active() {
        return ending.leavesActive();
    }

    /// The field an event about `container` names.
    String path(Container container) {
        String list = isNamed(pod.getSpec().getInitContainers(), container)
                ? "initContainers"
                : isNamed(pod.getSpec().getContainers(), container) ? "containers" : "ephemeralContainers";
        return "spec." + list + "{" + container.getName() + "}";
    }

    private static boolean isNamed(List<Container> containers, Container container) {
        return containers.stream().anyMatch(c -> c.getName().equals(container.getName()));
    }

    /// Runs `action` after `delay` unless the work in hand was given up meanwhile.
    void after(Duration delay, Runnable action) {
        work.after(delay, action);
    }

    /// What is being done with the Pod is given up.
    void giveUp() {
        work.giveUp();
        syncs.givenUp();
    }

    /// Whether what runs of it is being stopped.
    boolean stopping() {
        return ending.isStopping();
    }

    /// A newer version of the Pod was seen.
    void update(Pod newer) {
        Pod older = pod;
        pod = newer;
        if (ending.isGone()) {
            return;
        }
        if (newer.getMetadata().getDeletionTimestamp() != null) {
            ending.deleted(older);
            return;
        }
        mounts.changed(older);
        boolean resized = Resizing.differ(older, newer);
        if (resized && resizing == null) {
            resizing = new Resizing(kubelet, this, older.getSpec());
        }
        if (resized || PodChanges.matter(older, newer)) {
            syncs.again();
        }
    }

    /// An object has changed.
    void changed(ResourceId object) {
        if (active()) {
            mounts.changed(object);
        }
    }

    /// The Pod is gone from the API: whatever still runs is stopped, and nothing is written.
    void forget() {
        ending.forget();
    }

    /// The Pod was turned away: nothing runs.
    void refused() {
        refused = true;
        ending.refused();
    }

    /// The kubelet was started again: it finds what runs and what has ended meanwhile.
    void resume() {
        work.giveUp();
        syncs.forget();
        if (ending.resume()) {
            return;
        }
        whenEnded.clear();
        containers.forget();
        probes.restart();
        pod.getSpec().getInitContainers().forEach(this::probeAgain);
        pod.getSpec().getContainers().forEach(this::probeAgain);
        after(kubelet.timing().status(), this::sync);
    }

    /// The Pod runs already, as its status says.
    void found() {
        new FoundPod(kubelet, this, starter).take();
    }

    private void probeAgain(Container container) {
        runtime.current(container.getName())
                .filter(ContainerRun::running)
                .ifPresent(run -> probes.probe(container, run, path(container)));
    }

    /// The machine is off: nothing of the Pod runs any more.
    void poweredOff() {
        runtime.running().forEach(name -> runtime.container(name).ifPresent(c -> c.kill()));
        if (ending.isFinished() || ending.isGone()) {
            return;
        }
        runtime.networkIfAny().ifPresent(kubelet::release);
        String policy = Objects.requireNonNullElse(pod.getSpec().getRestartPolicy(), "Always");
        boolean over = policy.equals("Never") || pod.getMetadata().getDeletionTimestamp() != null;
        runtime.sandboxLost(
                over
                        ? List.of()
                        : Stream.concat(
                                        pod.getSpec().getInitContainers().stream(),
                                        pod.getSpec().getContainers().stream()
                                                .filter(c -> !policy.equals("OnFailure")
                                                        || !runtime.view()
                                                                .of(c.getName())
                                                                .succeeded()))
                                .map(Container::getName)
                                .toList());
    }

    /// What could not be written while the server could not be reached is.
    void catchUp() {
        if (ending.isGone() || refused) {
            return;
        }
        kubelet.publish(this, ending.isFinished());
        mounts.refresh();
        if (ending.isFinished() && pod.getMetadata().getDeletionTimestamp() != null) {
            kubelet.remove(pod);
        }
    }

    /// Whether the node ends the Pod because it has not enough of something.
    boolean evicted() {
        return !end().equals(PodEnd.NONE);
    }

    /// Why it does, in the kubelet's words.
    PodEnd end() {
        return ending.why();
    }

    /// What the API was told last.
    Optional<PodReport> told() {
        return Optional.ofNullable(told);
    }

    /// The API has been told this.
    void told(PodReport report) {
        told = report;
    }

    /// Ends the Pod because the node has not enough of something, or the Pod takes too much of it.
    void evict(PodEnd why) {
        ending.evict(why);
    }

    /// What is given to its containers instead of what they had; empty if nobody has asked for that.
    Optional<Resizing> resizing() {
        return Optional.ofNullable(resizing);
    }

    /// Another Pod has left the node: what was put off may be given now.
    void roomMade() {
        if (active() && resizing().filter(Resizing::isDeferred).isPresent()) {
            syncs.again();
        }
    }

    /// Looks at the Pod now, unless that is being done or it is over.
    void sync() {
        syncs.sync();
    }

    /// A container was started: it is probed from now on.
    void started(Container container, ContainerRun run, String path) {
        probes.probe(container, run, path);
    }

    /// What a probe found has changed: it is written, and what waited for it follows.
    void probed() {
        if (stopping()) {
            after(kubelet.timing().status(), () -> kubelet.publish(this, false));
            return;
        }
        after(kubelet.timing().status(), this::sync);
        if (syncs.isBusy()) {
            syncs.relist();
        }
    }

    /// A container has ended by itself or was stopped.
    void exited(String name) {
        if (kubelet.stopped()) {
            return;
        }
        if (stopping()) {
            ending.containerEnded();
        } else {
            syncs.relist();
        }
        Optional.ofNullable(runtime.current(name).map(whenEnded::remove).orElse(null))
                .ifPresent(Runnable::run);
    }

    /// Runs `action` when this run has ended, unless the work in hand is given up.
    void whenEnded(ContainerRun run, Runnable action) {
        whenEnded.put(run, work.unlessGivenUp(action));
    }

    /// A probe of a container has failed for good.
    void unhealthy(ContainerRun run, String probe, Probe failed) {
        containers.unhealthy(run, probe, failed);
        syncs.again();
    }

    /// A container that is being stopped waits for its turn.
    void turnAwaited() {
        ending.containerEnded();
    }

    /// The grace period that the Pod asks for.
    long podGraceSeconds() {
        return Objects.requireNonNullElse(pod.getSpec().getTerminationGracePeriodSeconds(), 30L);
    }
}
