package drydock.sim.kubelet;

import drydock.sim.container.Outcome;
import drydock.sim.container.Streams;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// What a container wants done before it is stopped, its hook preStop
/// (`pkg/kubelet/kuberuntime/kuberuntime_container.go`, executePreStopHook): it is waited for, but no longer than the
/// grace period; one that fails is told of.
final class StopHook {

    private final Kubelet kubelet;
    private final PodWorker worker;
    private final Container container;
    private final ContainerRun run;
    private boolean over;

    StopHook(Kubelet kubelet, PodWorker worker, Container container, ContainerRun run) {
        this.kubelet = kubelet;
        this.worker = worker;
        this.container = container;
        this.run = run;
    }

    /// Does it; `then` gets how many whole seconds it took, at once 0 if there is no hook or no time for one.
    void within(long graceSeconds, LongConsumer then) {
        Optional<LifecycleHandler> hook =
                Optional.ofNullable(container.getLifecycle()).flatMap(l -> Optional.ofNullable(l.getPreStop()));
        if (hook.isEmpty() || graceSeconds <= 0) {
            then.accept(0);
            return;
        }
        long since = kubelet.engine().nowNanos();
        Runnable next = worker.work().unlessGivenUp(() -> {
            if (!over) {
                over = true;
                then.accept(
                        Duration.ofNanos(kubelet.engine().nowNanos() - since).toSeconds());
            }
        });
        kubelet.after(Duration.ofSeconds(graceSeconds), next);
        run(hook.get(), next);
    }

    private void run(LifecycleHandler hook, Runnable next) {
        if (hook.getSleep() != null) {
            worker.after(Duration.ofSeconds(hook.getSleep().getSeconds()), next);
        } else if (hook.getExec() != null) {
            execute(hook.getExec().getCommand(), next);
        } else if (hook.getHttpGet() != null) {
            kubelet.network()
                    .probe(
                            worker.runtime().network(),
                            Hooks.call(worker, container, hook.getHttpGet()),
                            outcome -> done(outcome instanceof Outcome.Answered, next));
        } else {
            done(false, next);
        }
    }

    private void execute(List<String> program, Runnable next) {
        Streams nowhere = new Streams("", text -> {}, text -> {});
        run.container().exec(program, nowhere, code -> done(code == 0, next));
    }

    private void done(boolean well, Runnable next) {
        if (!well) {
            kubelet.warn(worker.pod(), "FailedPreStopHook", "PreStopHook failed", worker.path(container));
        }
        next.run();
    }
}
