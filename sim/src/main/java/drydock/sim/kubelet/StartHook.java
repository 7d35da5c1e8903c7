package drydock.sim.kubelet;

import drydock.sim.container.Outcome;
import drydock.sim.container.Streams;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

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

    /// Does it; `next` gets empty at once if there is no hook, and when it is done; why it failed once the container
    /// has been killed for that.
    void then(Consumer<Optional<String>> next) {
        Optional<LifecycleHandler> hook =
                Optional.ofNullable(container.getLifecycle()).flatMap(l -> Optional.ofNullable(l.getPostStart()));
        if (hook.isEmpty()) {
            next.accept(Optional.empty());
        } else if (hook.get().getSleep() != null) {
            worker.after(Duration.ofSeconds(hook.get().getSleep().getSeconds()), () -> next.accept(Optional.empty()));
        } else if (hook.get().getExec() != null) {
            execute(hook.get().getExec().getCommand(), next);
        } else if (hook.get().getHttpGet() != null) {
            String path = Objects.requireNonNullElse(hook.get().getHttpGet().getPath(), "");
            kubelet.network()
                    .probe(
                            worker.runtime().network(),
                            Hooks.call(worker, container, hook.get().getHttpGet()),
                            outcome -> done(
                                    outcome instanceof Outcome.Answered,
                                    "HTTP lifecycle hook (" + path + ")" + failed() + "connection refused",
                                    next));
        } else {
            done(false, "Cannot run handler: invalid handler", next);
        }
    }

    private void execute(List<String> program, Consumer<Optional<String>> next) {
        StringBuilder said = new StringBuilder();
        StringBuilder complained = new StringBuilder();
        Streams heard = new Streams("", said::append, complained::append);
        String words = String.join(" ", program);
        run.container()
                .exec(
                        program,
                        heard,
                        code -> done(
                                code == 0,
                                "Exec lifecycle hook ([" + words + "])" + failed() + "command '" + words
                                        + "' exited with " + code + ": " + complained + ", message: \"" + said
                                        + complained + "\"",
                                next));
    }

    private String failed() {
        return " for Container \"" + container.getName() + "\" in Pod \"" + Restarts.fullName(worker.pod())
                + "\" failed - error: ";
    }

    private void done(boolean well, String why, Consumer<Optional<String>> next) {
        if (well) {
            next.accept(Optional.empty());
            return;
        }
        kubelet.warn(worker.pod(), "FailedPostStartHook", "PostStartHook failed", worker.path(container));
        if (run.running()) {
            worker.whenEnded(run, () -> next.accept(Optional.of(why)));
            new ContainerStop(kubelet, worker, container, run).begin("FailedPostStartHook", worker.podGraceSeconds());
        } else {
            next.accept(Optional.of(why));
        }
    }
}
