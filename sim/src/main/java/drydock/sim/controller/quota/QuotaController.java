package drydock.sim.controller.quota;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Pods;
import drydock.sim.controller.WorkQueue;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes into each ResourceQuota what of it is used (`resourcequota/resource_quota_controller.go`).
public final class QuotaController {

    private static final String COMPONENT = "resourcequota-controller";

    /// What comes and goes all the time and that quotas do not count.
    private static final Set<ResourceKind> UNCOUNTED =
            Set.of(Kinds.EVENT, Kinds.ENDPOINTS, Kinds.ENDPOINT_SLICE, Kinds.LEASE);

    private final ApiServer api;
    private final Informer<ResourceQuota> quotas;
    private final WorkQueue queue;

    private QuotaController(Engine engine, ApiServer server) {
        api = server.as(COMPONENT);
        queue = new WorkQueue(engine, api, COMPONENT, (key, done) -> {
            try {
                sync(key);
            } finally {
                done.run();
            }
        });
        quotas = new Informer<>(
                        api,
                        Kinds.RESOURCE_QUOTA,
                        ResourceQuota.class,
                        q -> List.of(q.getMetadata().getNamespace()))
                .on((before, after) ->
                        queue.add(ResourceId.of(Objects.requireNonNull(after == null ? before : after))));
        api.kinds().stream()
                .filter(kind -> kind.namespaced() && !UNCOUNTED.contains(kind) && !kind.equals(Kinds.RESOURCE_QUOTA))
                .forEach(kind -> new Informer<>(api, kind, HasMetadata.class).on(this::changed));
    }

    public static void start(Engine engine, ApiServer server) {
        var _ = new QuotaController(engine, server);
    }

    private void changed(@Nullable HasMetadata before, @Nullable HasMetadata after) {
        HasMetadata object = Objects.requireNonNull(after == null ? before : after);
        boolean ended = before instanceof Pod was && after instanceof Pod is && Pods.isOver(was) != Pods.isOver(is);
        boolean other = before != null && after != null && isOther(before, after);
        if (before == null || after == null || ended || other) {
            quotas.of(object.getMetadata().getNamespace()).stream()
                    .map(ResourceId::of)
                    .forEach(queue::add);
        }
    }

    /// Whether something else is wanted; Services and claims do not count how often.
    private static boolean isOther(HasMetadata before, HasMetadata after) {
        return switch (before) {
            case Service was when after instanceof Service is -> !was.getSpec().equals(is.getSpec());
            case PersistentVolumeClaim was
            when after instanceof PersistentVolumeClaim is -> !was.getSpec().equals(is.getSpec());
            default ->
                !Objects.equals(
                        before.getMetadata().getGeneration(),
                        after.getMetadata().getGeneration());
        };
    }

    private void sync(ResourceId key) {
        quotas.get(key).ifPresent(quota -> {
            try {
                api.replaceStatus(new ResourceQuotaBuilder(quota)
                        .withNewStatus()
                        .withHard(quota.getSpec().getHard())
                        .withUsed(Usage.of(api, quota))
                        .endStatus()
                        .build());
            } catch (ClusterException stale) {
                if (stale.code() != 404) {
                    throw stale;
                }
            }
        });
    }
}
