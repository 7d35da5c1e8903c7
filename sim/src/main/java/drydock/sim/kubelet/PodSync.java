package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What one sync of a Pod does with its containers (`pkg/kubelet/kuberuntime/kuberuntime_manager.go`, SyncPod): those
/// that are not as they should be are stopped one after another, then all are started that should run; the sync is over
/// only then, and nothing is told of the Pod meanwhile.
final class PodSync {

    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Kubelet kubelet;
    private final PodWorker worker;
    private final ContainerStarter starter;
    private final Map<ContainerRun, Failed> unhealthy = new HashMap<>();

    /// A probe that has failed for good.
    private record Failed(String name, Probe probe) {}

    /// A running container that is to be stopped.
    private record Unwanted(Container container, ContainerRun run, String message, long graceSeconds, boolean again) {}

    PodSync(Kubelet kubelet, PodWorker worker, ContainerStarter starter) {
        this.kubelet = kubelet;
        this.worker = worker;
        this.starter = starter;
    }

    /// The probe called `name` of a run has failed for good: the next sync stops it.
    void unhealthy(ContainerRun run, String name, Probe probe) {
        unhealthy.put(run, new Failed(name, probe));
    }

    /// What was known of probes is forgotten.
    void forget() {
        unhealthy.clear();
    }

    /// Does it; `then` gets what came of it.
    void run(Consumer<SyncOutcome> then) {
        List<Unwanted> unwanted = unwanted();
        Set<String> again = unwanted.stream()
                .filter(Unwanted::again)
                .map(u -> u.container().getName())
                .collect(Collectors.toSet());
        List<PodPlan.Step> steps = PodPlan.next(worker.pod(), worker.runtime().view(), again);
        stop(unwanted, 0, () -> {
            worker.resizing().ifPresent(Resizing::actuate);
            start(steps, 0, new SyncOutcome(), then);
        });
    }

    private List<Unwanted> unwanted() {
        List<Unwanted> all = new ArrayList<>();
        worker.pod().getSpec().getInitContainers().stream()
                .filter(RestartPolicies::isSidecar)
                .forEach(c -> unwanted(c, true).ifPresent(all::add));
        worker.pod().getSpec().getContainers().forEach(c -> unwanted(c, false).ifPresent(all::add));
        return all;
    }

    private Optional<Unwanted> unwanted(Container container, boolean init) {
        String subject = (init ? "Init container " : "Container ") + container.getName();
        return worker.runtime()
                .current(container.getName())
                .filter(ContainerRun::running)
                .flatMap(run -> {
                    if (!run.image().equals(container.getImage())) {
                        String changed = subject + " definition changed";
                        return Optional.of(unwanted(container, run, changed, init, worker.podGraceSeconds(), true));
                    }
                    if (worker.resizing().filter(r -> r.restarts(container)).isPresent()) {
                        String resized = "Container " + container.getName() + " resize requires restart";
                        return Optional.of(new Unwanted(container, run, resized, worker.podGraceSeconds(), true));
                    }
                    return Optional.ofNullable(unhealthy.get(run)).map(failed -> {
                        String why = subject + " failed " + failed.name() + " probe";
                        long grace = Optional.ofNullable(failed.probe().getTerminationGracePeriodSeconds())
                                .orElseGet(worker::podGraceSeconds);
                        return unwanted(container, run, why, init, grace, init || restartsOnFailure(container));
                    });
                });
    }

    private static Unwanted unwanted(
            Container container, ContainerRun run, String why, boolean init, long graceSeconds, boolean again) {
        return new Unwanted(container, run, !init && again ? why + ", will be restarted" : why, graceSeconds, again);
    }

    /// Rules by exit code say nothing of a container that still runs.
    private boolean restartsOnFailure(Container container) {
        String policy = Objects.requireNonNullElse(worker.pod().getSpec().getRestartPolicy(), "Always");
        return !"Never".equals(Objects.requireNonNullElse(container.getRestartPolicy(), policy));
    }

    private void stop(List<Unwanted> unwanted, int index, Runnable then) {
        if (index == unwanted.size()) {
            then.run();
            return;
        }
        Unwanted next = unwanted.get(index);
        unhealthy.remove(next.run());
        if (!next.run().running()) {
            stop(unwanted, index + 1, then);
            return;
        }
        worker.whenEnded(next.run(), () -> stop(unwanted, index + 1, then));
        new ContainerStop(kubelet, worker, next.container(), next.run()).begin(next.message(), next.graceSeconds());
    }

    private void start(List<PodPlan.Step> steps, int index, SyncOutcome outcome, Consumer<SyncOutcome> then) {
        if (index == steps.size()) {
            then.accept(outcome);
            return;
        }
        PodPlan.Step step = steps.get(index);
        Duration wait = kubelet.restarts().delay(worker, step.container(), step.exit());
        if (wait.isZero()) {
            starter.start(step.container(), runs -> {
                if (runs) {
                    outcome.containerStarted();
                }
                next(steps, index, outcome, runs, RETRY, then);
            });
        } else {
            next(steps, index, outcome, false, wait, then);
        }
    }

    private void next(
            List<PodPlan.Step> steps,
            int index,
            SyncOutcome outcome,
            boolean started,
            Duration retry,
            Consumer<SyncOutcome> then) {
        if (!started) {
            outcome.waitAtMost(kubelet.timing().jittered(retry));
        }
        boolean barred = !started && steps.get(index).barsTheNext();
        start(steps, barred ? steps.size() : index + 1, outcome, then);
    }
}
