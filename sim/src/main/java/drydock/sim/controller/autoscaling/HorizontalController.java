package drydock.sim.controller.autoscaling;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.engine.Engine;
import drydock.sim.metrics.Usages;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks at every HorizontalPodAutoscaler each 15 seconds, the first time 15 seconds after it came
/// (`pkg/controller/podautoscaler/horizontal.go`).
public final class HorizontalController {

    private static final Duration PERIOD = Duration.ofSeconds(15);

    private final Engine engine;
    private final ApiServer api;
    private final Usages usages;
    private final Informer<HasMetadata> autoscalers;
    private final Map<ResourceId, Memory> memories = new HashMap<>();
    private final Set<ResourceId> waiting = new HashSet<>();

    private HorizontalController(Engine engine, ApiServer server, Usages usages) {
        this.engine = engine;
        this.api = server.as("horizontal-pod-autoscaler");
        this.usages = usages;
        this.autoscalers = new Informer<>(api, Kinds.HORIZONTAL_POD_AUTOSCALER, HasMetadata.class).on(this::changed);
    }

    /// Starts the controller.
    ///
    /// @param usages what the containers use, as the metrics server tells it
    public static void start(Engine engine, ApiServer server, Usages usages) {
        var _ = new HorizontalController(engine, server, usages);
    }

    private void changed(@Nullable HasMetadata before, @Nullable HasMetadata after) {
        if (after == null && before != null) {
            memories.remove(ResourceId.of(before));
        } else if (after != null) {
            lookLater(ResourceId.of(after));
        }
    }

    /// Changes do not hasten it.
    private void lookLater(ResourceId id) {
        if (waiting.add(id)) {
            long cause = api.cause();
            engine.schedule(PERIOD, () -> {
                waiting.remove(id);
                api.reacting(cause, () -> look(id));
            });
        }
    }

    private void look(ResourceId id) {
        if (autoscalers.get(id).orElse(null) instanceof HorizontalPodAutoscaler autoscaler) {
            try {
                new HorizontalSync(api, usages, autoscaler, memories.computeIfAbsent(id, _ -> new Memory())).run();
            } catch (ClusterException stale) {
                // it has changed meanwhile; the next look is not far
            }
            lookLater(id);
        }
    }
}
