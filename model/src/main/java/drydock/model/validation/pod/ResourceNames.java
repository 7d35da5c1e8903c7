package drydock.model.validation.pod;

import drydock.model.resource.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which names resources have (`pkg/apis/core/validation/validation.go validateContainerResourceName`,
/// `pkg/apis/core/helper/helpers.go`).
final class ResourceNames {

    private static final Set<String> OF_CONTAINERS = Set.of("cpu", "memory", "ephemeral-storage");

    /// What is no container's, but known elsewhere.
    private static final Set<String> STANDARD = Set.of(
            "cpu",
            "memory",
            "ephemeral-storage",
            "requests.cpu",
            "requests.memory",
            "requests.ephemeral-storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage",
            "pods",
            "resourcequotas",
            "services",
            "replicationcontrollers",
            "secrets",
            "configmaps",
            "persistentvolumeclaims",
            "storage",
            "requests.storage",
            "services.nodeports",
            "services.loadbalancers");

    private static final String HUGE_PAGES = "hugepages-";

    private ResourceNames() {}

    /// What is wrong with a name as one of what a container asks for, in the API server's words.
    static List<String> problems(String name) {
        List<String> problems = new ArrayList<>(Names.qualifiedNameProblems(name));
        boolean bare = name.indexOf('/') < 0;
        if (problems.isEmpty() && bare && !STANDARD.contains(name) && !isHugePages(name)) {
            problems.add("must be a standard resource type or fully qualified");
        }
        if (bare && !OF_CONTAINERS.contains(name) && !isHugePages(name)) {
            problems.add("must be a standard resource for containers");
        } else if (!isNative(name) && !isExtended(name)) {
            problems.add("doesn't follow extended resource name standard");
        }
        return problems;
    }

    static boolean isHugePages(String name) {
        return name.startsWith(HUGE_PAGES);
    }

    private static boolean isNative(String name) {
        return name.indexOf('/') < 0 || name.contains("kubernetes.io/");
    }

    static boolean isExtended(String name) {
        return !isNative(name)
                && !name.startsWith("requests.")
                && Names.qualifiedNameProblems("requests." + name).isEmpty();
    }

    /// Whether a container may be promised less than its limit.
    static boolean isOvercommitted(String name) {
        return isNative(name) && !isHugePages(name);
    }
}
