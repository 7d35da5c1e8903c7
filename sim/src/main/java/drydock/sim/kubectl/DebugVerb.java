package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ContainerAccess.LogWish;
import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// `debug POD`: an ephemeral container in a Pod that runs; `debug POD --copy-to=NAME`: a copy of a Pod with another
/// container, image or program; `debug node/NAME`: a Pod on a node with the node's files
/// (`kubectl/pkg/cmd/debug/debug.go`).
final class DebugVerb implements Verb {

    private static final LogWish WHOLE = new LogWish(false, true, OptionalInt.empty(), Optional.empty(), false);
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    @Override
    public List<Flag> flags() {
        return DebugOptions.FLAGS;
    }

    @Override
    public List<String> usage() {
        return List.of(
                "debug POD --image=image [--target=CONTAINER] [-it] [-- COMMAND [args...]]",
                "debug POD --copy-to=NAME [-it] [--image=image] [--set-image=CONTAINER=IMAGE] [-- COMMAND [args...]]",
                "debug node/NAME --image=image [-it] [-- COMMAND [args...]]");
    }

    @Override
    public void run(Invocation command) {
        DebugOptions options = new DebugOptions(command.arguments());
        options.validate();
        options.target()
                .filter(_ -> !options.isQuiet())
                .ifPresent(target -> command.print("Targeting container \"" + target + "\". If you don't see processes"
                        + " from this container it may be because the container runtime doesn't support this"
                        + " feature."));
        if (options.profile() == DebugProfile.LEGACY) {
            command.printError("--profile=legacy is deprecated and will be removed in the future. It is recommended to"
                    + " explicitly specify a profile, for example \"--profile=general\".");
        }
        debugNext(command, options, targets(command, options));
    }

    private static List<HasMetadata> targets(Invocation command, DebugOptions options) {
        if (options.names().isEmpty()) {
            return Targets.of(command.withWords(List.of()));
        }
        return options.names().stream()
                .map(word -> {
                    int slash = word.indexOf('/');
                    var kind = slash < 0 ? Kinds.POD : command.kind(word.substring(0, slash));
                    return Targets.find(command, command.id(kind, word.substring(slash + 1)));
                })
                .toList();
    }

    /// One after the other, each until who is attached to it has seen its end.
    private static void debugNext(Invocation command, DebugOptions options, List<HasMetadata> targets) {
        if (targets.isEmpty()) {
            command.done().accept(0);
            return;
        }
        DebugCopy.Made made = switch (targets.getFirst()) {
            case Node node -> node(command, options, node);
            case Pod pod -> pod(command, options, pod);
            case HasMetadata other ->
                throw new CommandFailure("error: \"" + other.getApiVersion() + ", Kind=" + other.getKind()
                        + "\" not supported by debug");
        };
        Runnable next = () -> debugNext(command, options, targets.subList(1, targets.size()));
        if (options.attaches() && made.container().isPresent()) {
            attach(
                    command,
                    options,
                    ResourceId.of(made.copy()),
                    made.container().get(),
                    next);
        } else {
            next.run();
        }
    }

    private static DebugCopy.Made pod(Invocation command, DebugOptions options, Pod pod) {
        String name = options.container()
                .orElseGet(() -> options.image().isEmpty() ? "" : defaultName(command, options, pod));
        return options.copyTo().isEmpty() ? ephemeral(command, options, pod, name) : copy(command, options, pod, name);
    }

    private static String defaultName(Invocation command, DebugOptions options, Pod pod) {
        String name = "debugger-" + suffix(pod);
        if (!options.isQuiet()) {
            command.print("Defaulting debug container name to " + name + ".");
        }
        return name;
    }

    private static DebugCopy.Made ephemeral(Invocation command, DebugOptions options, Pod pod, String name) {
        EphemeralContainer container = DebugContainer.of(options, name);
        Optional.ofNullable(container.getSecurityContext())
                .flatMap(context -> DebugContainer.warning(pod, context))
                .ifPresent(command::printError);
        try {
            HasMetadata patched = command.cluster().patch(ResourceId.of(pod), DebugContainer.adding(container));
            return new DebugCopy.Made((Pod) patched, Optional.of(name));
        } catch (ClusterException refused) {
            boolean disabled = refused.code() == 404
                    && (refused.status().getDetails() == null
                            || refused.status().getDetails().getName() == null);
            if (disabled) {
                throw new CommandFailure("error: ephemeral containers are disabled for this cluster (error from server:"
                        + " \"" + refused.getMessage() + "\")");
            }
            throw refused;
        }
    }

    private static DebugCopy.Made copy(Invocation command, DebugOptions options, Pod pod, String name) {
        DebugCopy.Made made = new DebugCopy(options, pod).make(name);
        HasMetadata created = command.cluster().create(made.copy());
        if (options.isOn("--replace")) {
            command.cluster()
                    .delete(ResourceId.of(pod), new Deletion(OptionalLong.of(0), Deletion.Propagation.BACKGROUND));
        }
        return new DebugCopy.Made((Pod) created, made.container());
    }

    /// Five letters that follow from the Pod, so that the same commands make the same names.
    private static String suffix(Pod pod) {
        SplittableRandom random = new SplittableRandom(
                Objects.hash(pod.getMetadata().getUid(), pod.getMetadata().getResourceVersion()));
        return random.ints(5, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /// (`debug.go generateNodeDebugPod`)
    private static DebugCopy.Made node(Invocation command, DebugOptions options, Node node) {
        String name = node.getMetadata().getName();
        String container = options.container().orElse("debugger");
        DebugProfile profile = options.profile();
        PodBuilder pod = new PodBuilder()
                .withNewMetadata()
                .withGenerateName("node-debugger-" + name + "-")
                .withNamespace(command.namespace())
                .addToLabels("app.kubernetes.io/managed-by", "kubectl-debug")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName(container)
                .withEnv(options.environment())
                .withImage(options.image().orElse(""))
                .withImagePullPolicy(options.pullPolicy().orElse(null))
                .withStdin(options.isInteractive() ? true : null)
                .withTty(options.isTerminal() ? true : null)
                .withTerminationMessagePolicy("File")
                .withCommand(options.areArguments() ? List.of() : options.words())
                .withArgs(options.areArguments() ? options.words() : List.of())
                .withSecurityContext(profile.onNode())
                .endContainer()
                .withNodeName(name)
                .withRestartPolicy("Never")
                .addNewToleration()
                .withOperator("Exists")
                .endToleration()
                .endSpec();
        if (profile.isOnHost()) {
            pod.editSpec()
                    .withHostNetwork(true)
                    .withHostPID(true)
                    .withHostIPC(true)
                    .endSpec();
        }
        if (profile.mountsHost()) {
            pod.editSpec()
                    .addNewVolume()
                    .withName("host-root")
                    .withNewHostPath("/", null)
                    .endVolume()
                    .editFirstContainer()
                    .addNewVolumeMount()
                    .withName("host-root")
                    .withMountPath("/host")
                    .endVolumeMount()
                    .endContainer()
                    .endSpec();
        }
        Pod created = (Pod) command.cluster().create(pod.build());
        if (!options.isQuiet()) {
            command.print("Creating debugging pod " + created.getMetadata().getName() + " with container " + container
                    + " on node " + name + ".");
        }
        return new DebugCopy.Made(created, Optional.of(container));
    }

    /// Waits until the container runs or has ended, and shows what it writes until its end; nothing is typed in
    /// (`debug.go handleAttachPod`).
    private static void attach(
            Invocation command, DebugOptions options, ResourceId id, String container, Runnable then) {
        Following following = new Following();
        following.begin(command, id, object -> {
            if (object.isEmpty()) {
                following.end();
                command.fail("Error from server (NotFound): pods \"\" not found");
                return true;
            }
            Optional<ContainerState> state = state((Pod) object.get(), container);
            boolean runs = state.map(ContainerState::getRunning).isPresent();
            if (!runs && state.map(ContainerState::getTerminated).isEmpty()) {
                state.map(ContainerState::getWaiting)
                        .filter(waiting -> waiting.getMessage() != null && !options.isQuiet())
                        .ifPresent(waiting ->
                                command.printError("Warning: container " + container + ": " + waiting.getMessage()));
                return false;
            }
            following.end();
            if (runs && !options.isQuiet()) {
                AttachedRun.warn(command);
            }
            command.held(PodContainers.access(command).log(id, container, WHOLE, command.out(), _ -> then.run()));
            return true;
        });
    }

    private static Optional<ContainerState> state(Pod pod, String container) {
        return PodContainers.statuses(pod)
                .filter(status -> status.getName().equals(container))
                .findFirst()
                .map(ContainerStatus::getState);
    }
}
