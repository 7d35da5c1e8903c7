package drydock.sim.kubelet;

import drydock.sim.container.Streams;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a container wants done before it is stopped (`pkg/kubelet/lifecycle/handlers.go`), its hook preStop.
final class StopHook {

    private final Kubelet kubelet;
    private final PodWorker worker;
    private final Container container;

    StopHook(Kubelet kubelet, PodWorker worker, Container container) {
        this.kubelet = kubelet;
        this.worker = worker;
        this.container = container;
    }

    /// Does it, then `term`; at once if there is no hook.
    void then(Runnable term) {
        Optional<LifecycleHandler> hook =
                Optional.ofNullable(container.getLifecycle()).flatMap(l -> Optional.ofNullable(l.getPreStop()));
        if (hook.isEmpty()) {
            term.run();
        } else if (hook.get().getSleep() != null) {
            kubelet.after(Duration.ofSeconds(hook.get().getSleep().getSeconds()), term);
        } else if (hook.get().getExec() != null) {
            execute(hook.get().getExec().getCommand(), term);
        } else {
            request(hook.get());
            term.run();
        }
    }

    private void execute(List<String> program, Runnable term) {
        Streams nowhere = new Streams("", text -> {}, text -> {});
        worker.runtime()
                .container(container.getName())
                .ifPresent(c -> c.exec(program, nowhere, code -> {
                    if (code != 0) {
                        kubelet.warn(worker.pod(), "FailedPreStopHook", "PreStopHook failed", worker.path(container));
                    }
                    term.run();
                }));
    }

    private void request(LifecycleHandler hook) {
        if (hook.getHttpGet() != null) {
            kubelet.network().probe(worker.runtime().network(), Hooks.call(worker, hook.getHttpGet()), _ -> {});
        }
    }
}
