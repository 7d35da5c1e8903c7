package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceNames;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import drydock.model.validation.pod.Amounts.Amount;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a Pod as a whole asks for (`pkg/apis/core/validation/validation.go validatePodResources`).
final class PodResourceRules {

    /// From this version on a Pod has resources of its own (gate PodLevelResources).
    private static final int OWN_RESOURCES = 34;

    private static final List<String> NAMES = List.of("cpu", "memory");

    static final List<Rule> RULES = List.of(Rule.of("PodSpec", PodResourceRules::ownResources));

    private PodResourceRules() {}

    private static void ownResources(Visit pod) {
        if (!pod.version().atLeast(OWN_RESOURCES) || !pod.has("resources")) {
            return;
        }
        Visit resources = pod.in("resources");
        if (resources.has("claims")) {
            resources
                    .error(ResourceRules.RULE, "claims", "pod-resource-claims")
                    .words(ServerWords.forbidden("claims cannot be set for Resources at pod-level"));
        }
        for (String list : List.of("limits", "requests")) {
            Amounts.of(resources, list).keySet().stream()
                    .filter(name -> !NAMES.contains(name) && !ResourceNames.isHugePages(name))
                    .forEach(name -> resources
                            .error(
                                    ResourceRules.RULE,
                                    resources.path().key(list).key(name),
                                    "unsupported-value",
                                    Checks.shown(name),
                                    String.join(", ", NAMES))
                            .words(ServerWords.unsupportedOf(name, List.of("cpu", "hugepages-", "memory"))));
        }
        ofContainers(pod, resources);
    }

    private static void ofContainers(Visit pod, Visit resources) {
        Map<String, Amount> own = Amounts.of(resources, "requests");
        Map<String, BigDecimal> needed = new HashMap<>();
        pod.each("containers")
                .forEach(c -> Amounts.of(c.in("resources"), "requests")
                        .forEach((name, amount) -> needed.merge(name, amount.exact(), BigDecimal::add)));
        own.forEach((name, amount) -> {
            BigDecimal sum = needed.getOrDefault(name, BigDecimal.ZERO);
            if (sum.compareTo(amount.exact()) > 0) {
                FieldPath at = resources.path().key("requests").key(name);
                resources.error(ResourceRules.RULE, at, "pod-requests-below", sum.toPlainString());
            }
        });
        Map<String, Amount> limits = Amounts.of(resources, "limits");
        List<Visit> containers = pod.each("containers");
        for (int i = 0; i < containers.size(); i++) {
            Visit container = containers.get(i);
            String list = resources.path() + ".containers[" + i + "]";
            Amounts.of(container.in("resources"), "limits").forEach((name, amount) -> {
                Amount most = limits.get(name);
                if (most != null && amount.exact().compareTo(most.exact()) > 0) {
                    container
                            .errorCalled(
                                    list + "[" + name + "].limits",
                                    ResourceRules.RULE,
                                    container
                                            .path()
                                            .key("resources")
                                            .key("limits")
                                            .key(name),
                                    "limit-above-pod",
                                    name,
                                    most.text())
                            .words(ServerWords.invalid(
                                    amount.text(), "must be less than or equal to pod limits of " + most.text()));
                }
            });
        }
    }
}
