package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerResizePolicy;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The giving of other resources to a Pod that runs (`pkg/kubelet/allocation/allocation_manager.go`): what the node can
/// never give is infeasible, what it cannot give now is put off until a Pod leaves, all else is set aside and then
/// given
/// to the containers, some of which are restarted for it.
final class Resizing {

    static final String PENDING = "PodResizePending";
    static final String IN_PROGRESS = "PodResizeInProgress";

    private static final String DEFERRED = "Deferred";

    private final Kubelet kubelet;
    private final PodWorker worker;
    private final Map<String, ResourceRequirements> allocated = new HashMap<>();
    private final Map<String, ResourceRequirements> actual = new HashMap<>();
    private String pending = "";
    private String message = "";
    private boolean inProgress;

    /// @param before the Pod as it was before it asked for others
    Resizing(Kubelet kubelet, PodWorker worker, PodSpec before) {
        this.kubelet = kubelet;
        this.worker = worker;
        all(before).forEach(c -> allocated.put(c.getName(), ResizeView.said(c)));
        actual.putAll(allocated);
    }

    /// Whether containers of `one` have other resources than those of `other`.
    static boolean differ(Pod one, Pod other) {
        return !Objects.equals(
                        one.getMetadata().getGeneration(), other.getMetadata().getGeneration())
                && !all(one.getSpec())
                        .map(ResizeView::said)
                        .toList()
                        .equals(all(other.getSpec()).map(ResizeView::said).toList());
    }

    /// The Pod is looked at: what it asks for is set aside if it can be, and told of when it has been given.
    void consider() {
        if (inProgress && isDone()) {
            inProgress = false;
            kubelet.tell(worker.pod(), "ResizeCompleted", "Pod resize completed: " + summary(""), "");
        }
        if (all(worker.pod().getSpec()).allMatch(c -> ResizeView.said(c).equals(allocated.get(c.getName())))) {
            pending = "";
            message = "";
        } else {
            allocate();
        }
        show();
    }

    private void allocate() {
        PodClaim wanted = PodClaim.of(worker.pod().getSpec());
        Optional<String> never = PodAdmission.beyond(kubelet.node(), wanted);
        Optional<PodAdmission.Refusal> now = PodAdmission.refusal(
                kubelet.node(),
                wanted,
                kubelet.workers().stream()
                        .filter(w -> !Objects.equals(w, worker) && w.active())
                        .map(PodWorker::claim)
                        .toList());
        if (never.isPresent() || now.isPresent()) {
            postpone(
                    never.isPresent() ? "Infeasible" : DEFERRED,
                    never.orElseGet(() -> now.orElseThrow().message()));
            return;
        }
        pending = "";
        message = "";
        inProgress = true;
        all(worker.pod().getSpec()).forEach(c -> allocated.put(c.getName(), ResizeView.said(c)));
        kubelet.tell(worker.pod(), "ResizeStarted", "Pod resize started: " + summary(""), "");
    }

    private void postpone(String reason, String why) {
        if (!pending.equals(reason) || !message.equals(why)) {
            pending = reason;
            message = why;
            kubelet.warn(worker.pod(), "Resize" + reason, "Pod resize " + reason + ": " + summary(why), "");
        }
    }

    /// Whether a Pod that leaves may help.
    boolean isDeferred() {
        return pending.equals(DEFERRED);
    }

    /// Whether a running container has to be restarted to get what is set aside for it.
    boolean restarts(Container container) {
        return isBehind(container)
                && container.getResizePolicy().stream()
                        .filter(p -> "RestartContainer".equals(p.getRestartPolicy()))
                        .map(ContainerResizePolicy::getResourceName)
                        .anyMatch(resource -> isOther(container, resource));
    }

    /// Those that run get what is set aside for them, but for those that are restarted for it.
    void actuate() {
        all(worker.pod().getSpec())
                .filter(this::isBehind)
                .filter(c -> !worker.runtime().running().contains(c.getName()) || !restarts(c))
                .forEach(c -> actual.put(c.getName(), allocated.getOrDefault(c.getName(), ResizeView.said(c))));
        show();
    }

    /// Whether all containers have what is set aside for them.
    boolean isDone() {
        return all(worker.pod().getSpec()).noneMatch(this::isBehind);
    }

    boolean isInProgress() {
        return inProgress;
    }

    /// What the Pod claims of its node while it is given something else than it asks for.
    PodSpec allocatedSpec() {
        PodSpecBuilder spec = new PodSpecBuilder(worker.pod().getSpec());
        spec.withContainers(with(worker.pod().getSpec().getContainers()));
        return spec.withInitContainers(with(worker.pod().getSpec().getInitContainers()))
                .build();
    }

    private List<Container> with(List<Container> containers) {
        return containers.stream()
                .map(c -> c.edit()
                        .withResources(allocated.getOrDefault(c.getName(), ResizeView.said(c)))
                        .build())
                .toList();
    }

    private boolean isBehind(Container container) {
        return !Objects.equals(allocated.get(container.getName()), actual.get(container.getName()));
    }

    private boolean isOther(Container container, String resource) {
        return Stream.<Function<ResourceRequirements, Map<String, Quantity>>>of(
                        ResourceRequirements::getRequests, ResourceRequirements::getLimits)
                .anyMatch(part -> !Objects.equals(
                        amount(allocated, container, part, resource), amount(actual, container, part, resource)));
    }

    private static Optional<Quantity> amount(
            Map<String, ResourceRequirements> of,
            Container container,
            Function<ResourceRequirements, Map<String, Quantity>> part,
            String resource) {
        return Optional.ofNullable(of.get(container.getName()))
                .flatMap(r -> Optional.ofNullable(part.apply(r)))
                .flatMap(amounts -> Optional.ofNullable(amounts.get(resource)));
    }

    private void show() {
        worker.runtime().resize(new ResizeView(allocated, actual, pending, message, inProgress));
    }

    private String summary(String error) {
        return ResizeSummary.of(worker.pod(), error);
    }

    private static Stream<Container> all(PodSpec spec) {
        return Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream());
    }
}
