package drydock.sim.controller.namespace;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.controller.WorkQueue;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Empties a namespace that is to be deleted, Pods first, then lets it go
/// (`namespace/deletion/namespaced_resources_deleter.go`).
public final class NamespaceController {

    private static final String COMPONENT = "namespace-controller";
    private static final String FINALIZER = "kubernetes";
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final ApiServer api;
    private final Informer<Namespace> namespaces;
    private final WorkQueue queue;

    private NamespaceController(Engine engine, ApiServer server) {
        api = server.as(COMPONENT);
        queue = new WorkQueue(engine, api, COMPONENT, (key, done) -> {
            try {
                sync(key);
            } finally {
                done.run();
            }
        });
        namespaces = new Informer<>(api, Kinds.NAMESPACE, Namespace.class).on((before, after) -> {
            if (after != null && Owners.isDeleting(after) && (before == null || !Owners.isDeleting(before))) {
                queue.add(ResourceId.of(after));
            }
        });
    }

    public static void start(Engine engine, ApiServer server) {
        var _ = new NamespaceController(engine, server);
    }

    private void sync(ResourceId key) {
        if (namespaces.get(key).filter(Owners::isDeleting).isEmpty()) {
            return;
        }
        List<HasMetadata> pods = api.list(Query.in(Kinds.POD, key.name()));
        pods.forEach(this::delete);
        if (api.list(Query.in(Kinds.POD, key.name())).isEmpty()) {
            for (ResourceKind kind : api.kinds()) {
                if (kind.namespaced()) {
                    api.list(Query.in(kind, key.name())).forEach(this::delete);
                }
            }
        }
        Map<String, List<HasMetadata>> left = left(key.name());
        api.get(key).map(Namespace.class::cast).ifPresent(namespace -> tell(namespace, left));
        if (left.isEmpty()) {
            api.get(key).map(Namespace.class::cast).ifPresent(this::finish);
        } else {
            queue.addAfter(key, estimate(pods));
        }
    }

    private void delete(HasMetadata object) {
        if (Owners.isDeleting(object)) {
            return;
        }
        try {
            api.delete(ResourceId.of(object), Deletion.DEFAULT);
        } catch (ClusterException gone) {
            // its owner has taken it along
        }
    }

    /// What is left, by `pods.`, `persistentvolumeclaims.` and the like. As long as there are Pods nothing else is
    /// looked at.
    private Map<String, List<HasMetadata>> left(String namespace) {
        Map<String, List<HasMetadata>> left = new TreeMap<>();
        List<HasMetadata> pods = api.list(Query.in(Kinds.POD, namespace));
        if (!pods.isEmpty()) {
            return Map.of("pods.", pods);
        }
        for (ResourceKind kind : api.kinds()) {
            List<HasMetadata> of = kind.namespaced() ? api.list(Query.in(kind, namespace)) : List.of();
            if (!of.isEmpty()) {
                left.put(kind.plural() + "." + kind.group(), of);
            }
        }
        return left;
    }

    /// Half the longest grace and a second, as the deleter comes back.
    private static Duration estimate(List<HasMetadata> pods) {
        long longest = pods.stream()
                .map(pod -> ((Pod) pod).getSpec().getTerminationGracePeriodSeconds())
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return longest == 0 ? AGAIN : Duration.ofSeconds(longest / 2 + 1);
    }

    private void tell(Namespace namespace, Map<String, List<HasMetadata>> left) {
        Namespace told = NamespaceConditions.with(namespace, left, api.now());
        api.replaceStatus(told);
    }

    private void finish(Namespace namespace) {
        List<String> others = namespace.getSpec() == null
                ? List.of()
                : namespace.getSpec().getFinalizers().stream()
                        .filter(f -> !f.equals(FINALIZER))
                        .toList();
        api.replace(new NamespaceBuilder(namespace)
                .editOrNewSpec()
                .withFinalizers(others)
                .endSpec()
                .build());
    }
}
