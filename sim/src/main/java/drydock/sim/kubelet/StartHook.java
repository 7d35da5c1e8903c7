package drydock.sim.kubelet;

import drydock.sim.container.Outcome;
import drydock.sim.container.Streams;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a container wants done when it has started (`pkg/kubelet/lifecycle/handlers.go`), its hook postStart: nothing
/// else of its Pod is started until it is done, and a container whose hook fails is killed.
final class StartHook {

    private final Kubelet kubelet;
    private final PodWorker worker;
    private final Container container;
    private final ContainerRun run;

    StartHook(Kubelet kubelet, PodWorker worker, Container container, ContainerRun run) {
        this.kubelet = kubelet;
        this.worker = worker;
        this.container = container;
        this.run = run;
    }

    /// Does it, then `next`; at once if there is no hook.
    void then(Runnable next) {
        Optional<LifecycleHandler> hook =
                Optional.ofNullable(container.getLifecycle()).flatMap(l -> Optional.ofNullable(l.getPostStart()));
        if (hook.isEmpty()) {
            next.run();
        } else if (hook.get().getSleep() != null) {
            worker.after(Duration.ofSeconds(hook.get().getSleep().getSeconds()), next);
        } else if (hook.get().getExec() != null) {
            execute(hook.get().getExec().getCommand(), next);
        } else if (hook.get().getHttpGet() != null) {
            kubelet.network()
                    .probe(
                            worker.runtime().network(),
                            Hooks.call(worker, hook.get().getHttpGet()),
                            outcome -> done(answered(outcome), next));
        } else {
            next.run();
        }
    }

    private static boolean answered(Outcome outcome) {
        return outcome.status() >= 200 && outcome.status() < 400;
    }

    private void execute(List<String> program, Runnable next) {
        Streams nowhere = new Streams("", text -> {}, text -> {});
        run.container().exec(program, nowhere, code -> done(code == 0, next));
    }

    private void done(boolean well, Runnable next) {
        if (!well) {
            kubelet.warn(worker.pod(), "FailedPostStartHook", "PostStartHook failed", worker.path(container));
            new ContainerStop(kubelet, worker, container, run).unhooked();
        }
        next.run();
    }
}
