package drydock.sim.admission;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.store.Present;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Gives containers the requests and limits of their namespace, and holds Pods and claims to its bounds
/// (`plugin/pkg/admission/limitranger/admission.go`).
final class LimitRanger {

    private static final String ANNOTATION = "kubernetes.io/limit-ranger";

    private final Present present;

    LimitRanger(Present present) {
        this.present = present;
    }

    /// Whether `namespace` has limits.
    boolean applies(String namespace) {
        return !ranges(namespace).isEmpty();
    }

    /// Fills in a new Pod, which is the caller's own.
    void complete(Pod pod) {
        List<String> set = new ArrayList<>();
        for (LimitRange range : ranges(pod.getMetadata().getNamespace())) {
            Map<String, Quantity> limits = defaults(range, false);
            Map<String, Quantity> requests = defaults(range, true);
            pod.getSpec().getContainers().forEach(c -> complete(c, "container", requests, limits, set));
            pod.getSpec().getInitContainers().forEach(c -> complete(c, "init container", requests, limits, set));
        }
        if (!set.isEmpty()) {
            Map<String, String> annotations = new LinkedHashMap<>();
            if (pod.getMetadata().getAnnotations() != null) {
                annotations.putAll(pod.getMetadata().getAnnotations());
            }
            annotations.put(ANNOTATION, "LimitRanger plugin set: " + String.join("; ", set));
            pod.getMetadata().setAnnotations(annotations);
        }
    }

    /// @throws drydock.model.cluster.ClusterException 403 if the Pod is out of the namespace's bounds
    void check(ResourceId id, Pod pod) {
        List<String> problems = new ArrayList<>();
        for (LimitRange range : ranges(id.namespace())) {
            for (LimitRangeItem item : range.getSpec().getLimits()) {
                switch (item.getType()) {
                    case "Container" ->
                        containers(pod).forEach(c -> new LimitBounds(item, problems).check(requests(c), limits(c)));
                    case "Pod" ->
                        new LimitBounds(item, problems)
                                .check(
                                        PodAmounts.of(pod, LimitRanger::requests),
                                        PodAmounts.of(pod, LimitRanger::limits));
                    default -> {
                        // of other things
                    }
                }
            }
        }
        refuse(id, problems);
    }

    /// @throws drydock.model.cluster.ClusterException 403 if the claim is out of the namespace's bounds
    void check(ResourceId id, PersistentVolumeClaim claim) {
        List<String> problems = new ArrayList<>();
        Map<String, Quantity> requests = new TreeMap<>();
        if (claim.getSpec() != null && claim.getSpec().getResources() != null) {
            requests.putAll(orEmpty(claim.getSpec().getResources().getRequests()));
        }
        for (LimitRange range : ranges(id.namespace())) {
            range.getSpec().getLimits().stream()
                    .filter(item -> item.getType().equals("PersistentVolumeClaim"))
                    .forEach(item -> new LimitBounds(item, problems).checkRequests(requests));
        }
        refuse(id, problems);
    }

    private static void refuse(ResourceId id, List<String> problems) {
        if (!problems.isEmpty()) {
            String all = String.join(", ", new java.util.LinkedHashSet<>(problems));
            throw Refusals.forbidden(id, problems.size() == 1 ? all : "[" + all + "]");
        }
    }

    private static void complete(
            Container container,
            String kind,
            Map<String, Quantity> requests,
            Map<String, Quantity> limits,
            List<String> set) {
        ResourceRequirements resources =
                container.getResources() == null ? new ResourceRequirements() : container.getResources();
        Map<String, Quantity> asked = new LinkedHashMap<>(orEmpty(resources.getRequests()));
        Map<String, Quantity> bounded = new LinkedHashMap<>(orEmpty(resources.getLimits()));
        List<String> newRequests = fill(asked, requests);
        List<String> newLimits = fill(bounded, limits);
        if (newRequests.isEmpty() && newLimits.isEmpty()) {
            return;
        }
        ResourceRequirements filled = new ResourceRequirements(resources.getClaims(), bounded, asked);
        container.setResources(filled);
        told(newRequests, "request", kind, container, set);
        told(newLimits, "limit", kind, container, set);
    }

    private static void told(List<String> names, String what, String kind, Container container, List<String> set) {
        if (!names.isEmpty()) {
            set.add(String.join(", ", names) + " " + what + " for " + kind + " " + container.getName());
        }
    }

    private static List<String> fill(Map<String, Quantity> amounts, Map<String, Quantity> defaults) {
        TreeSet<String> filled = new TreeSet<>();
        defaults.forEach((name, amount) -> {
            if (amounts.putIfAbsent(name, amount) == null) {
                filled.add(name);
            }
        });
        return List.copyOf(filled);
    }

    private static Map<String, Quantity> defaults(LimitRange range, boolean ofRequests) {
        Map<String, Quantity> all = new TreeMap<>();
        for (LimitRangeItem item : range.getSpec().getLimits()) {
            if (item.getType().equals("Container")) {
                all.putAll(orEmpty(ofRequests ? item.getDefaultRequest() : item.getDefault()));
            }
        }
        return all;
    }

    private List<LimitRange> ranges(String namespace) {
        return present.list(Kinds.LIMIT_RANGE, namespace).stream()
                .map(LimitRange.class::cast)
                .filter(range -> range.getSpec() != null)
                .toList();
    }

    private static List<Container> containers(Pod pod) {
        List<Container> all = new ArrayList<>(pod.getSpec().getContainers());
        all.addAll(pod.getSpec().getInitContainers());
        return all;
    }

    static Map<String, Quantity> requests(Container container) {
        return container.getResources() == null
                ? Map.of()
                : orEmpty(container.getResources().getRequests());
    }

    static Map<String, Quantity> limits(Container container) {
        return container.getResources() == null
                ? Map.of()
                : orEmpty(container.getResources().getLimits());
    }

    static Map<String, Quantity> orEmpty(@Nullable Map<String, Quantity> amounts) {
        return amounts == null ? Map.of() : amounts;
    }
}
