package drydock.sim.kubelet;

import drydock.model.resource.ResourceId;
import drydock.sim.container.Network;
import drydock.sim.engine.Engine;
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

/// The work on one Pod, from its being bound to its node until it is gone (`pkg/kubelet/pod_workers.go`).
///
/// **Syncs.** A sync writes the status as it is known, then does what is to be done: sandbox, init containers,
/// containers. It starts with the Pod, whenever containers were started or have ended (noticed at the next relist), and
/// when a back-off is over. One runs at a time.
///
/// **End.** When no container will run again, or the Pod is being deleted, what runs is stopped; then the final status
/// is written, and a deleted Pod is removed from the API.
final class PodWorker {

    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Kubelet kubelet;
    private final PodRuntime runtime = new PodRuntime();
    private final PodMounts mounts;
    private final ContainerStarter starter;
    private final PodSync containers;
    private final Probes probes;
    private Pod pod;
    private @Nullable PodClaim claim;
    private @Nullable Resizing resizing;
    private Engine.@Nullable Timer retry;
    private @Nullable PodTermination termination;
    private int epoch;
    private boolean busy;
    private boolean relistDue;
    private boolean newSandbox;
    private boolean changedMeanwhile;
    private final Map<ContainerRun, Runnable> whenEnded = new HashMap<>();
    private boolean limited;
    private boolean refused;
    private boolean finished;
    private boolean terminated;
    private boolean released;
    private boolean gone;
    private PodEnd end = PodEnd.NONE;
    private @Nullable PodReport told;

    PodWorker(Kubelet kubelet, Pod pod) {
        this.kubelet = kubelet;
        this.pod = pod;
        this.starter = new ContainerStarter(kubelet, this);
        this.containers = new PodSync(kubelet, this, starter);
        this.mounts = new PodMounts(kubelet, this);
        this.probes = new Probes(kubelet, this);
    }

    Pod pod() {
        return pod;
    }

    PodRuntime runtime() {
        return runtime;
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
        return !finished && !gone && !terminated;
    }

    /// The field an event about `container` names.
    String path(Container container) {
        boolean init = pod.getSpec().getInitContainers().stream()
                .anyMatch(c -> c.getName().equals(container.getName()));
        return "spec." + (init ? "initContainers{" : "containers{") + container.getName() + "}";
    }

    /// Runs `action` after `delay` unless the work in hand was given up meanwhile.
    void after(Duration delay, Runnable action) {
        int begun = epoch;
        kubelet.after(delay, () -> {
            if (begun == epoch) {
                action.run();
            }
        });
    }

    /// Counts how often the work in hand was given up.
    int epoch() {
        return epoch;
    }

    /// `action`, which does nothing once the work in hand was given up.
    Runnable unlessGivenUp(Runnable action) {
        int begun = epoch;
        return () -> {
            if (begun == epoch) {
                action.run();
            }
        };
    }

    /// Whether what runs of it is being stopped.
    boolean stopping() {
        return termination != null;
    }

    /// A newer version of the Pod was seen.
    void update(Pod newer) {
        Pod older = pod;
        pod = newer;
        if (gone) {
            return;
        }
        if (newer.getMetadata().getDeletionTimestamp() == null) {
            mounts.changed(older);
            boolean resized = Resizing.differ(older, newer);
            if (resized && resizing == null) {
                resizing = new Resizing(kubelet, this, older.getSpec());
            }
            if (resized || PodChanges.matter(older, newer)) {
                syncAgain();
            }
            return;
        }
        if (finished) {
            kubelet.remove(pod);
        } else if (termination == null) {
            terminate(this::stopped);
        } else if (!Objects.equals(
                older.getMetadata().getDeletionGracePeriodSeconds(),
                newer.getMetadata().getDeletionGracePeriodSeconds())) {
            // a shorter grace period, counted from now: all is begun anew, as the sync in hand is given up
            terminate(this::stopped);
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
        gone = true;
        epoch++;
        termination = new PodTermination(kubelet, this, this::release);
        termination.begin(0);
    }

    /// The Pod was turned away: nothing runs.
    void refused() {
        refused = true;
        finished = true;
    }

    /// The kubelet was started again: it finds what runs and what has ended meanwhile.
    void resume() {
        epoch++;
        busy = false;
        relistDue = false;
        if (gone || finished) {
            return;
        }
        if (termination != null) {
            boolean deleted = pod.getMetadata().getDeletionTimestamp() != null;
            termination = null;
            if (deleted) {
                terminate(this::stopped);
                return;
            }
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
        if (finished || gone) {
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
        if (gone || refused) {
            return;
        }
        kubelet.publish(this, finished);
        mounts.refresh();
        if (finished && pod.getMetadata().getDeletionTimestamp() != null) {
            kubelet.remove(pod);
        }
    }

    /// Whether the node ends the Pod because it has not enough of something.
    boolean evicted() {
        return !end.equals(PodEnd.NONE);
    }

    /// Why it does, in the kubelet's words.
    PodEnd end() {
        return end;
    }

    /// What the API was told last.
    Optional<PodReport> told() {
        return Optional.ofNullable(told);
    }

    /// The API has been told this.
    void told(PodReport report) {
        told = report;
    }

    /// Ends the Pod because the node has not enough of something.
    void evict(String why) {
        kubelet.warn(pod, "Evicted", why, "");
        end(PodEnd.evicted(why), 1);
    }

    /// Ends the Pod when it has been there as long as it may (`pkg/kubelet/active_deadline.go`).
    private void limit() {
        Long seconds = pod.getSpec().getActiveDeadlineSeconds();
        if (seconds == null || limited) {
            return;
        }
        limited = true;
        kubelet.after(kubelet.timing().untilTick(Duration.ofSeconds(seconds)), () -> {
            if (active() && !stopping()) {
                kubelet.tell(pod, PodEnd.OVERDUE.reason(), PodEnd.OVERDUE.message(), "");
                end(PodEnd.OVERDUE, graceSeconds());
            }
        });
    }

    private void end(PodEnd why, long graceSeconds) {
        end = why;
        epoch++;
        busy = false;
        kubelet.publish(this, false);
        termination = new PodTermination(
                kubelet, this, () -> after(kubelet.timing().teardown(), () -> atRelist(this::finish)));
        termination.begin(graceSeconds);
    }

    /// What is given to its containers instead of what they had; empty if nobody has asked for that.
    Optional<Resizing> resizing() {
        return Optional.ofNullable(resizing);
    }

    /// Another Pod has left the node: what was put off may be given now.
    void roomMade() {
        if (active() && resizing().filter(Resizing::isDeferred).isPresent()) {
            syncAgain();
        }
    }

    void sync() {
        if (busy || termination != null || finished || gone) {
            return;
        }
        resizing().ifPresent(Resizing::consider);
        kubelet.publish(this, false);
        probes.statusMade();
        limit();
        PodView view = runtime.view();
        if (PodPhase.over(pod, view)) {
            complete();
            return;
        }
        busy = true;
        if (AllRestart.isDue(pod, view)) {
            new AllRestart(kubelet, this).run(() -> {
                busy = false;
                relist();
            });
            return;
        }
        if (runtime.sandboxReady()) {
            containers.run(this::synced);
            return;
        }
        if (runtime.replacesSandbox()) {
            kubelet.tell(pod, "SandboxChanged", "Pod sandbox changed, it will be killed and re-created.", "");
        }
        Optional<String> unmounted = mounts.mount();
        if (unmounted.isPresent()) {
            kubelet.warn(pod, "FailedMount", unmounted.get(), "");
            busy = false;
            retryAfter(mounts.nextTry());
            return;
        }
        probes.begin();
        after(kubelet.timing().sandbox(), this::makeSandbox);
    }

    /// Looks at the Pod once more, now or after what is being done.
    private void syncAgain() {
        if (busy) {
            changedMeanwhile = true;
        } else {
            after(kubelet.timing().status(), this::sync);
        }
    }

    private void makeSandbox() {
        Optional<Network> network = kubelet.networkFor(pod);
        if (network.isEmpty()) {
            kubelet.warn(pod, "FailedCreatePodSandBox", "Failed to create pod sandbox: no IP addresses available", "");
            busy = false;
            retryAfter(RETRY);
            return;
        }
        runtime.sandbox(network.get());
        newSandbox = true;
        if (Boolean.TRUE.equals(pod.getSpec().getHostNetwork())) {
            runtime.showIp();
        }
        kubelet.publish(this, false);
        containers.run(this::synced);
    }

    private void synced(SyncOutcome outcome) {
        busy = false;
        runtime.showIp();
        if (outcome.anyStarted()) {
            after(kubelet.timing().status(), this::sync);
        } else if (newSandbox || resizing().filter(Resizing::isInProgress).isPresent()) {
            relist();
        }
        newSandbox = false;
        if (changedMeanwhile) {
            changedMeanwhile = false;
            syncAgain();
        }
        outcome.retry().ifPresent(this::retryAfter);
    }

    private void retryAfter(Duration delay) {
        if (retry != null) {
            retry.cancel();
        }
        int begun = epoch;
        retry = kubelet.after(kubelet.timing().untilTick(delay), () -> {
            if (begun == epoch) {
                sync();
            }
        });
    }

    /// A container was started: it is probed from now on.
    void started(Container container, ContainerRun run, String path) {
        probes.probe(container, run, path);
    }

    /// What a probe found has changed: it is written, and what waited for it follows.
    void probed() {
        if (termination != null) {
            after(kubelet.timing().status(), () -> kubelet.publish(this, false));
            return;
        }
        after(kubelet.timing().status(), this::sync);
        if (busy) {
            relist();
        }
    }

    /// A container has ended by itself or was stopped.
    void exited(String name) {
        if (kubelet.stopped()) {
            return;
        }
        if (termination != null) {
            termination.ended();
        } else {
            relist();
        }
        Optional.ofNullable(runtime.current(name).map(whenEnded::remove).orElse(null))
                .ifPresent(Runnable::run);
    }

    /// Runs `action` when this run has ended, unless the work in hand is given up.
    void whenEnded(ContainerRun run, Runnable action) {
        whenEnded.put(run, unlessGivenUp(action));
    }

    /// A probe of a container has failed for good.
    void unhealthy(ContainerRun run, String probe, Probe failed) {
        containers.unhealthy(run, probe, failed);
        syncAgain();
    }

    /// A container that is being stopped waits for its turn.
    void turnAwaited() {
        if (termination != null) {
            termination.ended();
        }
    }

    private void relist() {
        if (relistDue) {
            return;
        }
        relistDue = true;
        kubelet.after(untilBehindRelist(), () -> {
            relistDue = false;
            if (busy && termination == null) {
                relist();
            } else {
                sync();
            }
        });
    }

    private void terminate(Runnable then) {
        epoch++;
        busy = false;
        if (retry != null) {
            retry.cancel();
        }
        termination = new PodTermination(kubelet, this, then);
        termination.begin(graceSeconds());
    }

    /// No container will run again: what still runs is stopped, and the phase becomes final.
    private void complete() {
        boolean stops = !runtime.running().isEmpty();
        terminate(() -> {
            if (stops) {
                after(kubelet.timing().teardown(), () -> {
                    runtime.sandboxGone();
                    kubelet.publish(this, false);
                    atRelist(() -> atRelist(this::finish));
                });
            } else {
                atRelist(this::finish);
            }
        });
    }

    private void atRelist(Runnable action) {
        after(untilBehindRelist(), action);
    }

    /// Always some time, so that what waits from one relist for the next does not stop the clock.
    private Duration untilBehindRelist() {
        return kubelet.timing().untilRelist().plusNanos(1);
    }

    private void finish() {
        runtime.sandboxGone();
        finished = true;
        release();
        kubelet.publish(this, true);
        if (pod.getMetadata().getDeletionTimestamp() != null) {
            kubelet.remove(pod);
        }
    }

    /// All containers of a deleted Pod have ended.
    private void stopped() {
        after(kubelet.timing().teardown(), () -> {
            runtime.sandboxGone();
            terminated = true;
            kubelet.publish(this, true);
            atRelist(() -> {
                finished = true;
                release();
                kubelet.remove(pod);
            });
        });
    }

    private void release() {
        if (!released) {
            released = true;
            runtime.networkIfAny().ifPresent(kubelet::release);
        }
    }

    private long graceSeconds() {
        return Objects.requireNonNullElse(pod.getMetadata().getDeletionGracePeriodSeconds(), podGraceSeconds());
    }

    /// The grace period that the Pod asks for.
    long podGraceSeconds() {
        return Objects.requireNonNullElse(pod.getSpec().getTerminationGracePeriodSeconds(), 30L);
    }
}
