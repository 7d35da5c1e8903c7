package drydock.sim.kubelet;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.EphemeralContainers;
import drydock.sim.container.Behaviour;
import drydock.sim.container.Image;
import drydock.sim.container.ImageCatalogue;
import drydock.sim.container.Input;
import drydock.sim.kubelet.ContainerView.Waiting;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Starts a container: image, variables, files, then its first process
/// (`pkg/kubelet/kuberuntime/kuberuntime_container.go`, startContainer).
final class ContainerStarter {

    /// What the runtime says of a run whose end it did not see.
    private static final int UNKNOWN_CODE = 255;

    private static final String UNREACHABLE = "failed to sync configmap cache: timed out waiting for the condition";

    private final Kubelet kubelet;
    private final PodWorker worker;
    private final SeenProcesses processes;

    ContainerStarter(Kubelet kubelet, PodWorker worker) {
        this.kubelet = kubelet;
        this.worker = worker;
        this.processes = new SeenProcesses(worker);
    }

    /// Starts `container`, which takes virtual time; `then` gets whether it runs. If it does not, the runtime holds
    /// why.
    void start(Container container, Consumer<Boolean> then) {
        String path = worker.path(container);
        kubelet.puller().ensure(worker, container, path, missing -> {
            if (missing.isPresent()) {
                worker.runtime().waiting(container.getName(), missing.get());
                then.accept(false);
            } else {
                create(container, path, then);
            }
        });
    }

    private void create(Container container, String path, Consumer<Boolean> then) {
        Map<String, String> variables;
        List<PodVolumes.Mounted> mounts;
        try {
            String ip = worker.runtime().network().address();
            NonRoot.check(worker.pod(), container, runsAsRoot(container));
            variables = new Environment(kubelet.api(), worker.pod(), ip, kubelet.hostIp())
                    .of(container, kubelet.services().of(worker.pod()));
            mounts = worker.mounts().of(container, variables);
            processes.check(container);
        } catch (Environment.MissingException | ClusterException e) {
            String why = e instanceof ClusterException ? UNREACHABLE : Objects.requireNonNullElse(e.getMessage(), "");
            refused(container, "CreateContainerConfigError", why, path, then);
            return;
        }
        Optional<String> unusable = processes.unusable(container);
        if (unusable.isPresent()) {
            refused(container, "CreateContainerError", unusable.get(), path, then);
            return;
        }
        worker.after(kubelet.timing().create(), () -> {
            kubelet.tell(worker.pod(), "Created", "Container created", path);
            worker.after(kubelet.timing().start(), () -> run(container, variables, mounts, path, then));
        });
    }

    private void refused(Container container, String reason, String why, String path, Consumer<Boolean> then) {
        kubelet.warn(worker.pod(), "Failed", "Error: " + why, path);
        worker.runtime().waiting(container.getName(), new Waiting(reason, why));
        then.accept(false);
    }

    private void run(
            Container container,
            Map<String, String> variables,
            List<PodVolumes.Mounted> mounts,
            String path,
            Consumer<Boolean> then) {
        Image image = image(container);
        drydock.sim.container.Container made = made(container, image, variables, mounts, path);
        String name = container.getName();
        int restarts = worker.runtime().current(name).map(r -> r.restarts() + 1).orElse(0);
        String imageId = Digests.ofImage(container.getImage());
        String id = "containerd://" + kubelet.timing().id();
        ContainerRun run = new ContainerRun(id, container.getImage(), imageId, restarts, kubelet.now(), made);
        worker.runtime().run(name, run);
        kubelet.usageChanged(worker.pod());
        List<String> command = expanded(container.getCommand(), variables);
        List<String> args = expanded(container.getArgs(), variables);
        if (made.start(command, args, input(container), code -> ended(name, run, code))) {
            kubelet.tell(worker.pod(), "Started", "Container started", path);
            if (run.grows() || hasMemoryLimit(container)) {
                kubelet.eviction().watch();
            }
            kubelet.eviction().watchStorage(worker);
            int begun = worker.work().epoch();
            new StartHook(kubelet, worker, container, run).then(failed -> {
                if (begun == worker.work().epoch()) {
                    hooked(container, run, path, failed, then);
                }
            });
        } else {
            String program = command.isEmpty() ? String.join(" ", args) : command.getFirst();
            String why = "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc"
                    + " create failed: unable to start container process: error during container init: exec: \""
                    + program + "\": "
                    + (program.contains("/")
                            ? "stat " + program + ": no such file or directory"
                            : "executable file not found in $PATH");
            run.ended(128, "StartError", why, kubelet.now());
            kubelet.usageChanged(worker.pod());
            kubelet.warn(worker.pod(), "Failed", "Error: " + why, path);
            worker.runtime().waiting(name, new Waiting("RunContainerError", why));
            then.accept(false);
            worker.exited(name);
        }
    }

    /// What the first process reads: as long as nobody is attached nothing, or the end at once.
    private static Input input(Container container) {
        if (!Boolean.TRUE.equals(container.getStdin())) {
            return Input.of("");
        }
        return Boolean.TRUE.equals(container.getTty()) ? Input.terminal() : new Input();
    }

    private boolean runsAsRoot(Container container) {
        return kubelet.registries()
                .named(container.getImage())
                .filter(ImageCatalogue::runsAsRoot)
                .isPresent();
    }

    private Image image(Container container) {
        return ImageCatalogue.find(
                kubelet.registries().named(container.getImage()).orElseThrow(), ports(container));
    }

    /// The hook of a container that was started is done, or has failed.
    private void hooked(
            Container container, ContainerRun run, String path, Optional<String> failed, Consumer<Boolean> then) {
        if (failed.isPresent()) {
            worker.runtime().waiting(container.getName(), new Waiting("PostStartHookError", failed.get()));
        } else {
            worker.started(container, run, path);
        }
        then.accept(failed.isEmpty());
    }

    /// A container of an image, which is yet to be started.
    drydock.sim.container.Container made(
            Container container,
            Image image,
            Map<String, String> variables,
            List<PodVolumes.Mounted> mounts,
            String path) {
        String directory = Objects.requireNonNullElse(container.getWorkingDir(), "/");
        return new drydock.sim.container.Container(
                kubelet.engine(),
                image,
                new ContainerFiles(
                        image,
                        worker.pod(),
                        worker.runtime().network(),
                        mounts,
                        directory,
                        container.getSecurityContext() != null
                                && Boolean.TRUE.equals(
                                        container.getSecurityContext().getReadOnlyRootFilesystem())),
                variables,
                worker.runtime().network(),
                processes.of(container),
                directory,
                behaviour(container, path),
                () -> usageChanged(container.getName()));
    }

    private void usageChanged(String container) {
        kubelet.usageChanged(worker.pod());
        if (worker.runtime().container(container).filter(c -> c.load().isHeld()).isPresent()) {
            kubelet.eviction().watch();
        }
    }

    /// The ports that a container says it listens on.
    static List<Integer> ports(Container container) {
        return container.getPorts().stream()
                .map(ContainerPort::getContainerPort)
                .distinct()
                .toList();
    }

    private static boolean hasMemoryLimit(Container container) {
        return container.getResources() != null
                && container.getResources().getLimits() != null
                && container.getResources().getLimits().containsKey("memory");
    }

    /// What the Pod's annotations say of the container; what cannot be read of them is told.
    private Behaviour behaviour(Container container, String path) {
        Map<String, String> annotations = worker.pod().getMetadata().getAnnotations();
        Behaviour.Reading reading = Behaviour.read(annotations == null ? Map.of() : annotations, container.getName());
        reading.problems().forEach(problem -> kubelet.warn(worker.pod(), "BadBehaviour", problem, path));
        return reading.behaviour();
    }

    /// A run has ended by itself or was stopped.
    void ended(String name, ContainerRun run, int code) {
        if (kubelet.poweredOff()) {
            run.ended(UNKNOWN_CODE, "Unknown", "", kubelet.now());
        } else {
            String reason = run.outOfMemory() ? "OOMKilled" : code == 0 ? "Completed" : "Error";
            run.ended(code, reason, message(name, run, code), kubelet.now());
        }
        kubelet.usageChanged(worker.pod());
        worker.exited(name);
    }

    private String message(String name, ContainerRun run, int code) {
        return Stream.of(
                        worker.pod().getSpec().getContainers(),
                        worker.pod().getSpec().getInitContainers(),
                        EphemeralContainers.of(worker.pod().getSpec()))
                .flatMap(List::stream)
                .filter(container -> container.getName().equals(name))
                .findFirst()
                .map(container -> TerminationMessage.of(container, run.container(), code))
                .orElse("");
    }

    static List<String> expanded(List<String> words, Map<String, String> variables) {
        return words.stream().map(w -> Environment.expand(w, variables)).toList();
    }
}
