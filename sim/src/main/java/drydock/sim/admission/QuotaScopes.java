package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ScopedResourceSelectorRequirement;
import java.util.List;
import java.util.Objects;

/// Which objects a quota is about (`pkg/quota/v1/evaluator/core/pods.go podMatchesScopeFunc`).
final class QuotaScopes {

    private QuotaScopes() {}

    static boolean match(ResourceQuota quota, HasMetadata object) {
        List<String> scopes = Objects.requireNonNullElse(quota.getSpec().getScopes(), List.of());
        List<ScopedResourceSelectorRequirement> selectors = quota.getSpec().getScopeSelector() == null
                ? List.of()
                : quota.getSpec().getScopeSelector().getMatchExpressions();
        if (scopes.isEmpty() && selectors.isEmpty()) {
            return true;
        }
        return object instanceof Pod pod
                && scopes.stream().allMatch(scope -> isIn(pod, scope))
                && selectors.stream().allMatch(selector -> matches(pod, selector));
    }

    private static boolean matches(Pod pod, ScopedResourceSelectorRequirement selector) {
        String priority = Objects.requireNonNullElse(pod.getSpec().getPriorityClassName(), "");
        boolean ofPriority = "PriorityClass".equals(selector.getScopeName());
        return switch (selector.getOperator()) {
            case "In" -> ofPriority && selector.getValues().contains(priority);
            case "NotIn" -> ofPriority && !selector.getValues().contains(priority);
            case "DoesNotExist" -> !isIn(pod, selector.getScopeName());
            default -> isIn(pod, selector.getScopeName());
        };
    }

    private static boolean isIn(Pod pod, String scope) {
        boolean bestEffort = QosClass.of(pod.getSpec()).equals("BestEffort");
        boolean terminating = pod.getSpec().getActiveDeadlineSeconds() != null;
        return switch (scope) {
            case "BestEffort" -> bestEffort;
            case "NotBestEffort" -> !bestEffort;
            case "Terminating" -> terminating;
            case "NotTerminating" -> !terminating;
            case "PriorityClass" -> !PodDefaults.isEmpty(pod.getSpec().getPriorityClassName());
            default -> false;
        };
    }
}
