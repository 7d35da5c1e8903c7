package drydock.sim.controller.disruption;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.controller.Informer;
import drydock.sim.controller.SharedInformers;
import drydock.sim.controller.WorkQueue;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps the status of each PodDisruptionBudget (`disruption/disruption.go`).
public final class DisruptionController {

    private static final String COMPONENT = "disruption-controller";
    private static final List<ResourceKind> SCALED =
            List.of(Kinds.REPLICATION_CONTROLLER, Kinds.REPLICA_SET, Kinds.DEPLOYMENT, Kinds.STATEFUL_SET);

    private final ApiServer api;
    private final Informer<PodDisruptionBudget> budgets;
    private final SharedInformers informers;
    private final WorkQueue queue;

    private DisruptionController(Engine engine, ApiServer server, SharedInformers informers) {
        api = server.as(COMPONENT);
        queue = new WorkQueue(engine, api, COMPONENT, (key, done) -> {
            try {
                sync(key);
            } finally {
                done.run();
            }
        });
        budgets = new Informer<>(
                        api,
                        Kinds.POD_DISRUPTION_BUDGET,
                        PodDisruptionBudget.class,
                        b -> List.of(b.getMetadata().getNamespace()))
                .on((before, after) ->
                        queue.add(ResourceId.of(Objects.requireNonNull(after == null ? before : after))));
        this.informers = informers;
        informers.pods().on((before, after) -> {
            addFor(before);
            addFor(after);
        });
        for (ResourceKind kind : SCALED) {
            new Informer<>(api, kind, HasMetadata.class).on(this::scaled);
        }
    }

    public static void start(Engine engine, ApiServer server, SharedInformers informers) {
        var _ = new DisruptionController(engine, server, informers);
    }

    private void addFor(@Nullable Pod pod) {
        if (pod != null) {
            budgets.of(pod.getMetadata().getNamespace()).stream()
                    .filter(budget -> matches(budget, pod))
                    .map(ResourceId::of)
                    .forEach(queue::add);
        }
    }

    private static boolean matches(PodDisruptionBudget budget, Pod pod) {
        return LabelSelector.of(budget.getSpec().getSelector()).matches(pod);
    }

    /// What a controller wants has changed, perhaps.
    private void scaled(@Nullable HasMetadata before, @Nullable HasMetadata after) {
        HasMetadata is = Objects.requireNonNull(after == null ? before : after);
        boolean other = before == null
                || after == null
                || !Objects.equals(
                        before.getMetadata().getGeneration(),
                        after.getMetadata().getGeneration());
        if (other) {
            budgets.of(is.getMetadata().getNamespace()).stream()
                    .map(ResourceId::of)
                    .forEach(queue::add);
        }
    }

    private void sync(ResourceId key) {
        Optional<PodDisruptionBudget> found = budgets.get(key);
        if (found.isEmpty()) {
            return;
        }
        PodDisruptionBudget budget = found.get();
        List<Pod> chosen = informers.chosen(
                key.namespace(), LabelSelector.of(budget.getSpec().getSelector()));
        if (chosen.isEmpty()) {
            api.record(budget, "Normal", "NoPods", "No matching pods found", "");
        }
        BudgetCount count = BudgetCount.of(budget, chosen, Scales.of(api, chosen), api.now());
        count.problem().ifPresent(text -> api.record(budget, "Warning", "UnmanagedPods", text, ""));
        try {
            api.replaceStatus(new PodDisruptionBudgetBuilder(budget)
                    .withStatus(count.status(budget, api.now()))
                    .build());
        } catch (ClusterException stale) {
            if (stale.code() != 404) {
                throw stale;
            }
        }
        count.again().ifPresent(wait -> queue.addAfter(key, wait.plus(Duration.ofSeconds(1))));
    }
}
