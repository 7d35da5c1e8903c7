package drydock.sim.kubectl;

import drydock.model.cluster.ContainerAccess;
import drydock.model.cluster.Query;
import drydock.model.resource.EphemeralContainers;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which Pod and which of its containers a command means (`kubectl/pkg/cmd/util/podcmd/podcmd.go`,
/// `kubectl/pkg/polymorphichelpers/attachablepodforobject.go`).
final class PodContainers {

    /// What goes over to a container, and how.
    static final List<Flag> FLAGS = List.of(
            Flag.text("--container", 'c'),
            Flag.onOff("--stdin", 'i'),
            Flag.onOff("--tty", 't'),
            Flag.onOff("--quiet", 'q'));

    private static final String DEFAULT = "kubectl.kubernetes.io/default-container";

    /// What was named is not there.
    static final class MissingException extends CommandFailure {

        private static final long serialVersionUID = 1;

        private final String what;

        MissingException(String what) {
            super("Error from server (NotFound): " + what);
            this.what = what;
        }

        /// `pods "web" not found`
        String what() {
            return what;
        }
    }

    private PodContainers() {}

    /// The way to the cluster's containers.
    static ContainerAccess access(Invocation command) {
        return command.cluster()
                .containers()
                .orElseThrow(
                        () -> new CommandFailure("error: the containers of this cluster cannot be reached from here"));
    }

    /// The Pod that a word names: `web`, `pod/web`, or the first Pod of `deployment/web` or `svc/web`.
    static Pod pod(Invocation command, String word) {
        List<Pod> pods = pods(command, word);
        if (pods.isEmpty()) {
            throw new CommandFailure("error: timed out waiting for the condition");
        }
        return pods.getFirst();
    }

    /// The Pods that a word names, those that run first.
    static List<Pod> pods(Invocation command, String word) {
        int slash = word.indexOf('/');
        ResourceKind kind = slash < 0 ? Kinds.POD : command.kind(word.substring(0, slash));
        ResourceId id = command.id(kind, word.substring(slash + 1));
        HasMetadata object = command.cluster()
                .get(id)
                .orElseThrow(() -> new MissingException(kind.plural()
                        + (kind.group().isEmpty() ? "" : "." + kind.group()) + " \"" + id.name() + "\" not found"));
        if (object instanceof Pod pod) {
            return List.of(pod);
        }
        LabelSelector selector = selector(object)
                .orElseThrow(() -> new CommandFailure(
                        "error: cannot attach to " + object.getKind() + ": selector for it is not implemented"));
        return command.cluster().list(Query.in(Kinds.POD, command.namespace())).stream()
                .filter(selector::matches)
                .map(Pod.class::cast)
                .sorted(Comparator.comparing(pod -> !isRunning(pod)))
                .toList();
    }

    private static boolean isRunning(Pod pod) {
        return pod.getStatus() != null && "Running".equals(pod.getStatus().getPhase());
    }

    private static Optional<LabelSelector> selector(HasMetadata object) {
        return switch (object) {
            case Deployment d -> Optional.of(LabelSelector.of(d.getSpec().getSelector()));
            case ReplicaSet r -> Optional.of(LabelSelector.of(r.getSpec().getSelector()));
            case StatefulSet s -> Optional.of(LabelSelector.of(s.getSpec().getSelector()));
            case DaemonSet d -> Optional.of(LabelSelector.of(d.getSpec().getSelector()));
            case Job j -> Optional.of(LabelSelector.of(j.getSpec().getSelector()));
            case ReplicationController r ->
                Optional.of(LabelSelector.ofService(r.getSpec().getSelector()));
            case Service s -> Optional.of(LabelSelector.ofService(s.getSpec().getSelector()));
            default -> Optional.empty();
        };
    }

    /// The container that is meant: the one named, the one that an annotation prefers, or the first, which is told if
    /// there are others.
    static String container(Invocation command, Pod pod, Optional<String> named, String notFound) {
        if (named.isPresent()) {
            String name = named.get();
            boolean there = all(pod).anyMatch(c -> c.getName().equals(name));
            if (!there) {
                throw new CommandFailure(
                        notFound.formatted(name, pod.getMetadata().getName()));
            }
            return name;
        }
        Map<String, String> annotations = pod.getMetadata().getAnnotations();
        String preferred = annotations == null ? "" : annotations.getOrDefault(DEFAULT, "");
        if (all(pod).anyMatch(c -> c.getName().equals(preferred))) {
            return preferred;
        }
        String first = pod.getSpec().getContainers().getFirst().getName();
        if (all(pod).count() > 1) {
            command.printError("Defaulted container \"" + first + "\" out of: " + names(pod));
        }
        return first;
    }

    /// The init containers, then the others, ephemeral ones last.
    static Stream<Container> all(Pod pod) {
        return Stream.of(
                        pod.getSpec().getInitContainers(),
                        pod.getSpec().getContainers(),
                        EphemeralContainers.of(pod.getSpec()))
                .flatMap(List::stream);
    }

    /// The statuses of all of them that are known.
    static Stream<ContainerStatus> statuses(Pod pod) {
        return Optional.ofNullable(pod.getStatus()).stream()
                .flatMap(status -> Stream.of(
                        status.getInitContainerStatuses(),
                        status.getContainerStatuses(),
                        status.getEphemeralContainerStatuses()))
                .flatMap(List::stream);
    }

    private static String names(Pod pod) {
        return Stream.of(
                        pod.getSpec().getContainers().stream().map(Container::getName),
                        pod.getSpec().getEphemeralContainers().stream().map(c -> c.getName() + " (ephem)"),
                        pod.getSpec().getInitContainers().stream().map(c -> c.getName() + " (init)"))
                .flatMap(names -> names)
                .collect(Collectors.joining(", "));
    }

    static boolean isOver(Pod pod) {
        String phase =
                pod.getStatus() == null ? "" : Objects.toString(pod.getStatus().getPhase(), "");
        return phase.equals("Succeeded") || phase.equals("Failed");
    }
}
