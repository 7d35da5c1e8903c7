package drydock.render.figure;

import static drydock.render.figure.FactList.each;
import static drydock.render.figure.FactList.joined;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What matters of what a cluster is made of, and of what is defined in it.
final class ClusterFacts {

    /// What every node or namespace is given.
    private static final Set<String> GIVEN = Set.of(
            "kubernetes.io/metadata.name",
            "kubernetes.io/hostname",
            "kubernetes.io/os",
            "kubernetes.io/arch",
            "beta.kubernetes.io/os",
            "beta.kubernetes.io/arch");

    private ClusterFacts() {}

    static void tell(Node node, FactList facts) {
        if (node.getStatus() != null && node.getStatus().getCapacity() != null) {
            Map<String, Quantity> capacity = node.getStatus().getCapacity();
            Quantity cpu = capacity.get("cpu");
            Quantity pods = capacity.get("pods");
            facts.line(joined(
                    cpu == null ? null : facts.amount("cpu", cpu) + " CPU",
                    facts.amount("memory", capacity.get("memory")),
                    pods == null ? null : pods + " Pods"));
        }
        labels(node.getMetadata()).forEach(facts::line);
        if (node.getSpec() != null) {
            each(node.getSpec().getTaints())
                    .forEach(taint -> facts.pair(
                            "fact.taint",
                            taint.getKey() + (taint.getValue() == null ? "" : "=" + taint.getValue()) + ":"
                                    + taint.getEffect()));
        }
    }

    static void tell(Namespace namespace, FactList facts) {
        labels(namespace.getMetadata()).forEach(facts::line);
    }

    /// Of a custom resource what its `spec` says in plain values.
    static void tell(GenericKubernetesResource resource, FactList facts) {
        if (resource.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec) {
            spec.forEach((field, value) -> {
                if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                    facts.own(String.valueOf(field), value);
                }
            });
        }
    }

    private static List<String> labels(@Nullable ObjectMeta metadata) {
        return metadata == null || metadata.getLabels() == null
                ? List.of()
                : metadata.getLabels().entrySet().stream()
                        .filter(label -> !GIVEN.contains(label.getKey()))
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .toList();
    }
}
