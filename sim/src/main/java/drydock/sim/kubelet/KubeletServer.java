package drydock.sim.kubelet;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ContainerAccess;
import drydock.model.cluster.Subscription;
import drydock.model.resource.EphemeralContainers;
import drydock.model.resource.ResourceId;
import drydock.sim.container.Container;
import drydock.sim.container.ContainerLog;
import drydock.sim.container.Streams;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// What the kubelets answer the API server when it asks for logs, and for programs to be run
/// (`pkg/kubelet/server/server.go`, `pkg/kubelet/kubelet_pods.go GetKubeletContainerLogs`).
final class KubeletServer implements ContainerAccess {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ApiServer api;
    private final Kubelets kubelets;

    KubeletServer(ApiServer api, Kubelets kubelets) {
        this.api = api;
        this.kubelets = kubelets;
    }

    @Override
    public Subscription log(
            ResourceId id, String container, LogWish wish, Consumer<String> text, Consumer<Optional<String>> end) {
        Pod pod = pod(id);
        requireContainer(pod, container);
        Optional<ContainerLog> found = kubelets.output(pod, container, wish.previous());
        if (found.isEmpty()) {
            throw Refusals.badRequest(
                    wish.previous()
                            ? "previous terminated container \"" + container + "\" in pod \"" + id.name()
                                    + "\" not found"
                            : "container \"" + container + "\" in pod \"" + id.name() + "\" is waiting to start: "
                                    + waiting(pod, container));
        }
        requireKubelet(pod);
        List<ContainerLog.Line> lines = found.get().lines().stream()
                .filter(line -> wish.since().isEmpty()
                        || !line.at().isBefore(wish.since().get()))
                .toList();
        int from = Math.max(0, lines.size() - wish.tail().orElse(Integer.MAX_VALUE));
        lines.subList(from, lines.size()).forEach(line -> text.accept(line(line, wish)));
        if (!wish.follow()
                || wish.previous()
                || kubelets.container(pod, container).isEmpty()) {
            end.accept(Optional.empty());
            return () -> {};
        }
        return follow(kubelets.container(pod, container).orElseThrow(), wish, text, end);
    }

    private static Subscription follow(
            Container container, LogWish wish, Consumer<String> text, Consumer<Optional<String>> end) {
        boolean[] over = {false};
        Runnable stop = container.output().follow(line -> text.accept(line(line, wish)));
        container.whenEnded(() -> {
            if (!over[0]) {
                over[0] = true;
                stop.run();
                end.accept(Optional.empty());
            }
        });
        return () -> {
            over[0] = true;
            stop.run();
        };
    }

    private static String line(ContainerLog.Line line, LogWish wish) {
        return (wish.timestamps() ? time(line.at()) + " " : "") + line.text() + (line.ended() ? "\n" : "");
    }

    /// With nine digits behind the point, as containerd writes them.
    private static String time(Instant at) {
        return TIME.format(at);
    }

    private static String waiting(Pod pod, String container) {
        return Stream.concat(
                        pod.getStatus().getContainerStatuses().stream(),
                        pod.getStatus().getEphemeralContainerStatuses().stream())
                .filter(s -> s.getName().equals(container))
                .map(ContainerStatus::getState)
                .filter(s -> s != null && s.getWaiting() != null)
                .map(s -> Objects.requireNonNullElse(s.getWaiting().getReason(), ""))
                .findFirst()
                .orElse("ContainerCreating");
    }

    @Override
    public void exec(
            ResourceId id,
            String container,
            List<String> program,
            String input,
            Consumer<String> out,
            Consumer<String> err,
            IntConsumer done) {
        Pod pod = pod(id);
        requireContainer(pod, container);
        requireKubelet(pod);
        Container running = kubelets.container(pod, container)
                .orElseThrow(
                        () -> internal("unable to upgrade connection: container not found (\"" + container + "\")"));
        if (program.isEmpty() || !running.has(program.getFirst())) {
            throw internal("Internal error occurred: error executing command in container: failed to exec in container:"
                    + " failed to start exec: OCI runtime exec failed: exec failed: unable to start container process:"
                    + " exec: \"" + (program.isEmpty() ? "" : program.getFirst())
                    + "\": executable file not found in $PATH");
        }
        running.exec(program, new Streams(input, out, err), done);
    }

    @Override
    public Attached attach(ResourceId id, String container, Consumer<String> text, Consumer<Optional<String>> end) {
        Pod pod = pod(id);
        requireContainer(pod, container);
        requireKubelet(pod);
        Container running = kubelets.container(pod, container)
                .orElseThrow(() -> internal("unable to upgrade connection: container " + container
                        + " not found in pod " + id.name() + "_" + id.namespace()));
        return new Attachment(running, spec(pod, container), text, end);
    }

    @Override
    public Subscription forward(ResourceId id, int local, int port) {
        Pod pod = pod(id);
        requireKubelet(pod);
        if (pod.getStatus() == null || !"Running".equals(pod.getStatus().getPhase())) {
            String phase = pod.getStatus() == null ? "Pending" : pod.getStatus().getPhase();
            throw internal("unable to forward port because pod is not running. Current status=" + phase);
        }
        Runnable end = kubelets.network().forward(local, id, port);
        return end::run;
    }

    private Pod pod(ResourceId id) {
        Pod pod = (Pod) api.get(id).orElseThrow(() -> Refusals.notFound(id));
        if (pod.getSpec().getNodeName() == null || pod.getSpec().getNodeName().isEmpty()) {
            throw Refusals.badRequest("pod " + id.name() + " does not have a host assigned");
        }
        return pod;
    }

    private static void requireContainer(Pod pod, String container) {
        spec(pod, container);
    }

    private static io.fabric8.kubernetes.api.model.Container spec(Pod pod, String container) {
        return Stream.of(
                        pod.getSpec().getContainers(),
                        pod.getSpec().getInitContainers(),
                        EphemeralContainers.of(pod.getSpec()))
                .flatMap(List::stream)
                .filter(c -> c.getName().equals(container))
                .findFirst()
                .orElseThrow(() -> Refusals.badRequest("container " + container + " is not valid for pod "
                        + pod.getMetadata().getName()));
    }

    private void requireKubelet(Pod pod) {
        if (!kubelets.reachable(pod)) {
            throw new ClusterException(
                    500,
                    "InternalError",
                    "Get \"https://" + pod.getSpec().getNodeName() + ":10250\": dial tcp "
                            + pod.getSpec().getNodeName() + ":10250: connect: no route to host");
        }
    }

    private static ClusterException internal(String why) {
        return new ClusterException(500, "InternalError", why);
    }
}
