package drydock.sim.controller.namespace;

import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NamespaceCondition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a namespace says while it is emptied (`namespace/deletion/status_condition_utils.go`).
final class NamespaceConditions {

    private NamespaceConditions() {}

    /// @param left what is in it yet, by `plural.group`
    static Namespace with(Namespace namespace, Map<String, List<HasMetadata>> left, Instant now) {
        Map<String, Integer> finalizers = new TreeMap<>();
        left.values().stream()
                .flatMap(List::stream)
                .flatMap(object -> object.getMetadata().getFinalizers().stream())
                .forEach(finalizer -> finalizers.merge(finalizer, 1, Integer::sum));
        return new NamespaceBuilder(namespace)
                .editOrNewStatus()
                .withPhase("Terminating")
                .withConditions(List.of(
                        condition(
                                namespace,
                                now,
                                "NamespaceDeletionDiscoveryFailure",
                                false,
                                "ResourcesDiscovered",
                                "All resources successfully discovered"),
                        condition(
                                namespace,
                                now,
                                "NamespaceDeletionGroupVersionParsingFailure",
                                false,
                                "ParsedGroupVersions",
                                "All legacy kube types successfully parsed"),
                        condition(
                                namespace,
                                now,
                                "NamespaceDeletionContentFailure",
                                false,
                                "ContentDeleted",
                                "All content successfully deleted, may be waiting on finalization"),
                        condition(
                                namespace,
                                now,
                                "NamespaceContentRemaining",
                                !left.isEmpty(),
                                left.isEmpty() ? "ContentRemoved" : "SomeResourcesRemain",
                                left.isEmpty() ? "All content successfully removed" : remaining(left)),
                        condition(
                                namespace,
                                now,
                                "NamespaceFinalizersRemaining",
                                !finalizers.isEmpty(),
                                finalizers.isEmpty() ? "ContentHasNoFinalizers" : "SomeFinalizersRemain",
                                finalizers.isEmpty()
                                        ? "All content-preserving finalizers finished"
                                        : holding(finalizers))))
                .endStatus()
                .build();
    }

    private static String remaining(Map<String, List<HasMetadata>> left) {
        return left.entrySet().stream()
                .map(e -> e.getKey() + " has " + e.getValue().size() + " resource instances")
                .collect(Collectors.joining(", ", "Some resources are remaining: ", ""));
    }

    private static String holding(Map<String, Integer> finalizers) {
        return finalizers.entrySet().stream()
                .map(e -> e.getKey() + " in " + e.getValue() + " resource instances")
                .collect(Collectors.joining(", ", "Some content in the namespace has finalizers remaining: ", ""));
    }

    private static NamespaceCondition condition(
            Namespace namespace, Instant now, String type, boolean is, String reason, String message) {
        String status = is ? "True" : "False";
        String since = namespace.getStatus() == null
                ? Times.seconds(now)
                : namespace.getStatus().getConditions().stream()
                        .filter(c -> c.getType().equals(type) && c.getStatus().equals(status))
                        .map(NamespaceCondition::getLastTransitionTime)
                        .findFirst()
                        .orElse(Times.seconds(now));
        NamespaceCondition condition = new NamespaceCondition();
        condition.setType(type);
        condition.setStatus(status);
        condition.setReason(reason);
        condition.setMessage(message);
        condition.setLastTransitionTime(since);
        return condition;
    }
}
