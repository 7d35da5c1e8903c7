package drydock.sim.store;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.Eviction;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/// The subresource `eviction` of Pods: a deletion that asks the disruption budgets first
/// (`pkg/registry/core/pod/storage/eviction.go`).
final class Evictions {

    private static final String VIOLATES = "Cannot evict pod as it would violate the pod's disruption budget.";
    private static final Set<String> IGNORED = Set.of("Pending", "Succeeded", "Failed");

    private final ApiServer api;

    Evictions(ApiServer api) {
        this.api = api;
    }

    /// Begins to delete the Pod that `eviction` names.
    ///
    /// @throws ClusterException 404, 429 if a budget does not allow it, 500 if there are several
    HasMetadata evict(Eviction eviction) {
        ResourceId id = ResourceId.of(
                Kinds.POD,
                Objects.requireNonNullElse(eviction.getMetadata().getNamespace(), ResourceId.DEFAULT_NAMESPACE),
                eviction.getMetadata().getName());
        if (!(api.get(id).orElseThrow(() -> Refusals.notFound(id)) instanceof Pod pod)) {
            throw Refusals.notFound(id);
        }
        boolean tried = eviction.getDeleteOptions() != null
                && !eviction.getDeleteOptions().getDryRun().isEmpty();
        if (!needsNoBudget(pod)) {
            askBudgets(pod, tried);
        }
        if (tried) {
            return pod;
        }
        tell(pod);
        return api.delete(id, deletion(eviction));
    }

    private static Deletion deletion(Eviction eviction) {
        Long grace = eviction.getDeleteOptions() == null
                ? null
                : eviction.getDeleteOptions().getGracePeriodSeconds();
        OptionalLong seconds = grace == null ? OptionalLong.empty() : OptionalLong.of(grace);
        return new Deletion(seconds, Deletion.Propagation.BACKGROUND);
    }

    /// A Pod that does nothing yet, or no more, or is going anyway, is missed by nobody.
    private static boolean needsNoBudget(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() != null
                || IGNORED.contains(Objects.requireNonNullElse(pod.getStatus().getPhase(), ""));
    }

    private void askBudgets(Pod pod, boolean tried) {
        List<PodDisruptionBudget> budgets =
                api.list(Query.in(Kinds.POD_DISRUPTION_BUDGET, pod.getMetadata().getNamespace())).stream()
                        .map(PodDisruptionBudget.class::cast)
                        .filter(b -> LabelSelector.of(b.getSpec().getSelector()).matches(pod))
                        .toList();
        if (budgets.size() > 1) {
            throw new ClusterException(
                    500,
                    "InternalError",
                    "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.");
        }
        budgets.forEach(budget -> ask(budget, pod, tried));
    }

    private void ask(PodDisruptionBudget budget, Pod pod, boolean tried) {
        PodDisruptionBudgetStatus status =
                Objects.requireNonNullElseGet(budget.getStatus(), PodDisruptionBudgetStatus::new);
        int healthy = number(status.getCurrentHealthy());
        int desired = number(status.getDesiredHealthy());
        if (!isReady(pod)) {
            boolean always = "AlwaysAllow".equals(budget.getSpec().getUnhealthyPodEvictionPolicy());
            if (always || (healthy >= desired && desired > 0)) {
                return;
            }
        }
        String name = budget.getMetadata().getName();
        Long observed = status.getObservedGeneration();
        if (observed == null || observed < budget.getMetadata().getGeneration()) {
            throw refused("The disruption budget " + name + " is still being processed by the server.");
        }
        if (number(status.getDisruptionsAllowed()) <= 0) {
            throw refused("The disruption budget " + name + why(status, healthy, desired));
        }
        if (tried) {
            return;
        }
        Map<String, String> promised = new TreeMap<>();
        if (status.getDisruptedPods() != null) {
            promised.putAll(status.getDisruptedPods());
        }
        promised.put(pod.getMetadata().getName(), Times.seconds(api.now()));
        api.replaceStatus(new PodDisruptionBudgetBuilder(budget)
                .editStatus()
                .withDisruptionsAllowed(status.getDisruptionsAllowed() - 1)
                .withDisruptedPods(promised)
                .endStatus()
                .build());
    }

    private static String why(PodDisruptionBudgetStatus status, int healthy, int desired) {
        Optional<Condition> failure = status.getConditions().stream()
                .filter(c -> c.getType().equals("DisruptionAllowed")
                        && c.getStatus().equals("False")
                        && !c.getMessage().isEmpty())
                .findFirst();
        String forbids = " does not allow evicting pods currently";
        if (failure.filter(c -> c.getReason().equals("SyncFailed")).isPresent()) {
            return forbids + " because it failed sync: " + failure.get().getMessage();
        }
        if (healthy <= desired) {
            return " needs " + desired + " healthy pods and has " + healthy + " currently";
        }
        return forbids
                + failure.map(c -> " (" + c.getReason() + "): " + c.getMessage())
                        .orElse("");
    }

    private void tell(Pod pod) {
        api.replaceStatus(new PodBuilder(pod)
                .editMetadata()
                .withResourceVersion(null)
                .endMetadata()
                .editStatus()
                .removeMatchingFromConditions(c -> "DisruptionTarget".equals(c.getType()))
                .addNewCondition()
                .withType("DisruptionTarget")
                .withStatus("True")
                .withReason("EvictionByEvictionAPI")
                .withMessage("Eviction API: evicting")
                .withLastTransitionTime(Times.seconds(api.now()))
                .endCondition()
                .endStatus()
                .build());
    }

    private static boolean isReady(Pod pod) {
        return pod.getStatus().getConditions().stream()
                .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
    }

    private static int number(@org.jspecify.annotations.Nullable Integer value) {
        return Objects.requireNonNullElse(value, 0);
    }

    private static ClusterException refused(String why) {
        return new ClusterException(new StatusBuilder()
                .withStatus("Failure")
                .withCode(429)
                .withReason("TooManyRequests")
                .withMessage(VIOLATES)
                .withNewDetails()
                .addNewCause("", why, "DisruptionBudget")
                .endDetails()
                .build());
    }
}
