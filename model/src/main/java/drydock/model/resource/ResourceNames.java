package drydock.model.resource;

import java.util.Set;

/// The names of what can be asked for and counted, as `cpu` (`pkg/apis/core/helper/helpers.go`).
public final class ResourceNames {

    /// What containers ask for besides huge pages and extended resources.
    public static final Set<String> OF_CONTAINERS = Set.of("cpu", "memory", "ephemeral-storage");

    private static final String HUGE_PAGES = "hugepages-";
    private static final String REQUESTS = "requests.";

    private static final Set<String> OF_QUOTAS = Set.of(
            "cpu",
            "memory",
            "ephemeral-storage",
            "requests.cpu",
            "requests.memory",
            "requests.storage",
            "requests.ephemeral-storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage",
            "pods",
            "resourcequotas",
            "services",
            "replicationcontrollers",
            "secrets",
            "persistentvolumeclaims",
            "configmaps",
            "services.nodeports",
            "services.loadbalancers");

    private ResourceNames() {}

    /// Whether containers can ask for it, of what Kubernetes has itself.
    public static boolean isOfContainers(String name) {
        return OF_CONTAINERS.contains(name) || isHugePages(name);
    }

    /// Whether quotas can count it, of what Kubernetes has itself.
    public static boolean isOfQuotas(String name) {
        return OF_QUOTAS.contains(name) || isHugePages(name) || name.startsWith(REQUESTS + HUGE_PAGES);
    }

    /// Whether Kubernetes has it itself.
    public static boolean isStandard(String name) {
        return isOfQuotas(name) || name.equals("storage");
    }

    public static boolean isHugePages(String name) {
        return name.startsWith(HUGE_PAGES);
    }

    /// Whether it is Kubernetes' own by its name.
    public static boolean isNative(String name) {
        return name.indexOf('/') < 0 || name.contains("kubernetes.io/");
    }

    /// Whether it is of others, as devices are.
    public static boolean isExtended(String name) {
        return !isNative(name)
                && !name.startsWith(REQUESTS)
                && Names.qualifiedNameProblems(REQUESTS + name).isEmpty();
    }

    /// Whether a container may be promised less than its limit.
    public static boolean isOvercommitted(String name) {
        return isNative(name) && !isHugePages(name);
    }
}
