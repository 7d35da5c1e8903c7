package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceNames;
import drydock.model.validation.Amounts;
import drydock.model.validation.Amounts.Amount;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
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
        if (pod.in("os").textOrEmpty("name").equals("windows")) {
            pod.error("pod-os", "resources", "os-without", "resources", "windows")
                    .words(ServerWords.forbidden("may not be set for a windows pod"))
                    .fix(pod.removing("resources"), "fix.remove", pod.path().key("resources"));
            return;
        }
        Visit resources = pod.in("resources");
        if (resources.has("claims")) {
            resources
                    .error(ResourceRules.RULE, "claims", "pod-resource-claims")
                    .words(ServerWords.forbidden("claims may not be set for Resources at pod-level"));
        }
        List.of("limits", "requests").forEach(list -> names(resources, list));
        requests(pod, resources);
        hugePages(pod, resources);
        limits(pod, resources);
    }

    /// `validatePodResourceName`
    private static void names(Visit resources, String list) {
        for (String name : Amounts.of(resources, list).keySet()) {
            FieldPath at = resources.path().key(list).key(name);
            if (name.indexOf('/') < 0 && !ResourceNames.isStandard(name)) {
                resources
                        .error(ResourceRules.RULE, at, "resource-unknown", Checks.shown(name))
                        .words(ServerWords.invalid(name, "must be a standard resource type or fully qualified"));
            } else if (!NAMES.contains(name) && !ResourceNames.isHugePages(name)) {
                resources
                        .error(
                                ResourceRules.RULE,
                                at,
                                "unsupported-value",
                                Checks.shown(name),
                                String.join(", ", NAMES))
                        .words(ServerWords.unsupportedOf(name, List.of("cpu", "hugepages-", "memory")));
            }
        }
    }

    /// A request that is not written is that of the containers, if they have one (`pkg/apis/core/v1/defaults.go
    /// setDefaultPodResources`), and must not be above the limit.
    private static void requests(Visit pod, Visit resources) {
        Map<String, Amount> own = Amounts.of(resources, "requests");
        Map<String, Amount> most = Amounts.of(resources, "limits");
        Together.of(pod, "requests").forEach((name, needed) -> {
            Amount request = own.get(name);
            Amount limit = most.get(name);
            FieldPath at = resources.path().key("requests");
            if (request != null && needed.compareTo(request.exact()) > 0) {
                resources
                        .error(ResourceRules.RULE, at.key(name), "pod-requests-below", needed.toPlainString())
                        .words(ServerWords.invalid(
                                request.text(),
                                "must be greater than or equal to aggregate container requests of "
                                        + Together.text(needed)));
            } else if (request == null
                    && limit != null
                    && Pods.isPod(pod)
                    && !ResourceNames.isHugePages(name)
                    && needed.compareTo(limit.exact()) > 0) {
                resources
                        .errorCalled(
                                at,
                                ResourceRules.RULE,
                                resources.path().key("limits").key(name),
                                "pod-requests-below",
                                needed.toPlainString())
                        .words(ServerWords.invalid(
                                Together.text(needed),
                                "must be less than or equal to " + name + " limit of " + limit.text()));
            }
        });
    }

    private static void hugePages(Visit pod, Visit resources) {
        Map<String, Amount> most = Amounts.of(resources, "limits");
        Together.of(pod, "limits").forEach((name, needed) -> {
            Amount limit = most.get(name);
            if (ResourceNames.isHugePages(name) && limit != null && needed.compareTo(limit.exact()) > 0) {
                resources
                        .error(
                                ResourceRules.RULE,
                                resources.path().key("limits").key(name),
                                "pod-requests-below",
                                needed.toPlainString())
                        .words(ServerWords.invalid(
                                limit.text(),
                                "must be greater than or equal to aggregate container limits of "
                                        + Together.text(needed)));
            }
        });
    }

    /// The API server looks at the containers that run beside each other only.
    private static void limits(Visit pod, Visit resources) {
        Map<String, Amount> most = Amounts.of(resources, "limits");
        List<Visit> containers = pod.each("containers");
        for (int i = 0; i < containers.size(); i++) {
            String list = resources.path() + ".containers[" + i + "]";
            Visit own = containers.get(i).in("resources");
            Amounts.of(own, "limits").forEach((name, amount) -> {
                Amount limit = most.get(name);
                if (limit != null && amount.exact().compareTo(limit.exact()) > 0) {
                    own.errorCalled(
                                    list + "[" + name + "].limits",
                                    ResourceRules.RULE,
                                    own.path().key("limits").key(name),
                                    "limit-above-pod",
                                    name,
                                    limit.text())
                            .words(ServerWords.invalid(
                                    amount.text(), "must be less than or equal to pod limits of " + limit.text()));
                }
            });
        }
    }
}
