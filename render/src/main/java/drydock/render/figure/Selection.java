package drydock.render.figure;

import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds what a Service selects without asking every object: by one label of each selector.
final class Selection {

    private record Label(String namespace, String key, String value) {}

    /// What carries labels: a Pod, or a workload with the labels of its template.
    record Candidate(ResourceId id, Map<String, String> labels, int pods) {}

    private final Map<String, Set<String>> keys = new HashMap<>();
    private final Map<Label, List<Candidate>> candidates = new HashMap<>();
    private final Map<Label, List<Candidate>> pods = new HashMap<>();

    Selection(Contents contents, Map<ResourceId, HasMetadata> observed) {
        contents.cards().forEach((id, object) -> {
            if (object instanceof Service service && !selector(service).isEmpty()) {
                keys.computeIfAbsent(id.namespace(), n -> new HashSet<>()).add(firstKey(selector(service)));
            }
        });
        contents.cards().forEach((id, object) -> {
            if (keys.containsKey(id.namespace())) {
                if (object instanceof Pod pod) {
                    enter(candidates, new Candidate(id, labels(pod), 1));
                } else {
                    Workload.of(object)
                            .ifPresent(w -> enter(candidates, new Candidate(id, w.labels(), planned(w, contents, id))));
                }
            }
        });
        observed.forEach((id, object) -> {
            if (object instanceof Pod pod && keys.containsKey(id.namespace())) {
                enter(pods, new Candidate(id, labels(pod), 1));
            }
        });
    }

    /// What `service` selects of all that has a card.
    List<Candidate> cards(ResourceId id, Service service) {
        return matching(candidates, id, service);
    }

    /// The Pods of the cluster that `service` selects.
    List<Candidate> pods(ResourceId id, Service service) {
        return matching(pods, id, service);
    }

    static Map<String, String> selector(Service service) {
        return service.getSpec() == null || service.getSpec().getSelector() == null
                ? Map.of()
                : service.getSpec().getSelector();
    }

    private static List<Candidate> matching(Map<Label, List<Candidate>> in, ResourceId id, Service service) {
        Map<String, String> wanted = selector(service);
        if (wanted.isEmpty()) {
            return List.of();
        }
        String key = firstKey(wanted);
        LabelSelector selector = LabelSelector.ofService(wanted);
        return in.getOrDefault(new Label(id.namespace(), key, value(wanted, key)), List.of()).stream()
                .filter(c -> selector.matches(c.labels()))
                .toList();
    }

    private void enter(Map<Label, List<Candidate>> in, Candidate candidate) {
        for (String key : keys.getOrDefault(candidate.id().namespace(), Set.of())) {
            if (candidate.labels().containsKey(key)) {
                in.computeIfAbsent(
                                new Label(candidate.id().namespace(), key, value(candidate.labels(), key)),
                                l -> new ArrayList<>(4))
                        .add(candidate);
            }
        }
    }

    private static int planned(Workload workload, Contents contents, ResourceId id) {
        return !contents.owners().containsKey(id)
                        && workload.count() instanceof Workload.Replicas(var wanted, var now, var ready)
                ? wanted
                : 0;
    }

    private static Map<String, String> labels(Pod pod) {
        Map<String, String> labels = pod.getMetadata().getLabels();
        return labels == null ? Map.of() : labels;
    }

    private static String firstKey(Map<String, String> selector) {
        return selector.keySet().iterator().next();
    }

    private static String value(Map<String, String> labels, String key) {
        String value = labels.get(key);
        return value == null ? "" : value;
    }
}
