package drydock.sim.controller.disruption;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.controller.SharedInformers;
import drydock.sim.controller.WorkQueue;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps the status of each PodDisruptionBudget, and takes back disruptions that did not come
/// (`pkg/controller/disruption/disruption.go`).
public final class DisruptionController {

    private static final String COMPONENT = "disruption-controller";
    private static final int NOT_FOUND = 404;

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
        StaleDisruptions.start(engine, api, informers);
        informers.pods().on((before, after) -> {
            addFor(before);
            addFor(after);
        });
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
        try {
            count(budget, chosen);
        } catch (UnknownScaleException unknown) {
            String text = "Failed to calculate the number of expected pods: " + unknown.words();
            api.record(budget, "Warning", "CalculateExpectedPodCountFailed", text, "");
            write(budget, BudgetCount.failed(budget, unknown.words(), api.now()));
        }
    }

    private void count(PodDisruptionBudget budget, List<Pod> chosen) throws UnknownScaleException {
        BudgetCount count = BudgetCount.of(budget, chosen, api, api.now());
        count.problem().ifPresent(text -> api.record(budget, "Warning", "UnmanagedPods", text, ""));
        String namespace = budget.getMetadata().getNamespace();
        // the namespace stands where the budget's name should, as the controller writes it
        String late = "Pod was expected by PDB " + namespace + "/" + namespace + " to be deleted but it wasn't";
        count.late().forEach(pod -> api.record(pod, "Warning", "NotDeleted", late, ""));
        write(budget, count.status(budget, api.now()));
        count.again().ifPresent(wait -> queue.addAfter(ResourceId.of(budget), wait.plus(Duration.ofSeconds(1))));
    }

    private void write(PodDisruptionBudget budget, PodDisruptionBudgetStatus status) {
        try {
            api.replaceStatus(
                    new PodDisruptionBudgetBuilder(budget).withStatus(status).build());
        } catch (ClusterException stale) {
            if (stale.code() != NOT_FOUND) {
                throw stale;
            }
        }
    }
}
