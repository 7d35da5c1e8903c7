package drydock.render.figure;

import drydock.model.resource.LabelOperator;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.topology.PodSelectors;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds what Services, policies and disruption budgets select without asking every object: by one label of each
/// selector.
final class Selection {

    /// What every selected object carries; the empty key, which is on all of a namespace, where a selector asks for no
    /// certain label.
    private record Label(String namespace, String key, String value) {
        static Label of(String namespace, LabelSelector selector) {
            return selector.requirements().stream()
                    .filter(r -> r.operator() == LabelOperator.EQUALS)
                    .findFirst()
                    .map(r -> new Label(namespace, r.key(), r.values().getFirst()))
                    .orElseGet(() -> new Label(namespace, "", ""));
        }
    }

    /// What carries labels: a Pod, or a workload with the labels of its template.
    record Candidate(ResourceId id, Map<String, String> labels, int pods) {}

    private final Map<String, Set<String>> keys = new HashMap<>();
    private final Map<Label, List<Candidate>> candidates = new HashMap<>();
    private final Map<Label, List<Candidate>> pods = new HashMap<>();

    Selection(Contents contents, Map<ResourceId, HasMetadata> observed) {
        contents.cards().forEach((id, object) -> {
            selector(object)
                    .ifPresent(selector -> keys.computeIfAbsent(id.namespace(), n -> new HashSet<>())
                            .add(Label.of(id.namespace(), selector).key()));
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

    /// What `selector` of the object `id` selects of all that has a card.
    List<Candidate> cards(ResourceId id, LabelSelector selector) {
        return matching(candidates, id, selector);
    }

    /// The Pods of the cluster that `selector` of the object `id` selects.
    List<Candidate> pods(ResourceId id, LabelSelector selector) {
        return matching(pods, id, selector);
    }

    /// By what an object that makes no Pods selects some; empty where it selects none, or all there are.
    static Optional<LabelSelector> selector(HasMetadata object) {
        return switch (object) {
            case Service _, NetworkPolicy _, PodDisruptionBudget _ ->
                PodSelectors.of(object)
                        .filter(selector -> !selector.requirements().isEmpty());
            default -> Optional.empty();
        };
    }

    private static List<Candidate> matching(Map<Label, List<Candidate>> in, ResourceId id, LabelSelector selector) {
        return in.getOrDefault(Label.of(id.namespace(), selector), List.of()).stream()
                .filter(c -> selector.matches(c.labels()))
                .toList();
    }

    private void enter(Map<Label, List<Candidate>> in, Candidate candidate) {
        for (String key : keys.getOrDefault(candidate.id().namespace(), Set.of())) {
            if (key.isEmpty() || candidate.labels().containsKey(key)) {
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

    private static String value(Map<String, String> labels, String key) {
        String value = labels.get(key);
        return value == null ? "" : value;
    }
}
