package drydock.model.resource;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The kinds that Drydock knows by name, and how any other kind is taken.
public final class Kinds {

    public static final ResourceKind POD = core("Pod", "pods", true, "po");
    public static final ResourceKind REPLICATION_CONTROLLER =
            core("ReplicationController", "replicationcontrollers", true, "rc");
    public static final ResourceKind SERVICE = core("Service", "services", true, "svc");
    public static final ResourceKind ENDPOINTS = core("Endpoints", "endpoints", true, "ep");
    public static final ResourceKind EVENT = core("Event", "events", true, "ev");
    public static final ResourceKind NODE = core("Node", "nodes", false, "no");
    public static final ResourceKind NAMESPACE = core("Namespace", "namespaces", false, "ns");
    public static final ResourceKind CONFIG_MAP = core("ConfigMap", "configmaps", true, "cm");
    public static final ResourceKind SECRET = core("Secret", "secrets", true);
    public static final ResourceKind SERVICE_ACCOUNT = core("ServiceAccount", "serviceaccounts", true, "sa");
    public static final ResourceKind PERSISTENT_VOLUME = core("PersistentVolume", "persistentvolumes", false, "pv");
    public static final ResourceKind PERSISTENT_VOLUME_CLAIM =
            core("PersistentVolumeClaim", "persistentvolumeclaims", true, "pvc");
    public static final ResourceKind RESOURCE_QUOTA = core("ResourceQuota", "resourcequotas", true, "quota");
    public static final ResourceKind LIMIT_RANGE = core("LimitRange", "limitranges", true, "limits");
    public static final ResourceKind REPLICA_SET = of("apps", "v1", "ReplicaSet", "replicasets", true, "rs");
    public static final ResourceKind DEPLOYMENT = of("apps", "v1", "Deployment", "deployments", true, "deploy");
    public static final ResourceKind STATEFUL_SET = of("apps", "v1", "StatefulSet", "statefulsets", true, "sts");
    public static final ResourceKind DAEMON_SET = of("apps", "v1", "DaemonSet", "daemonsets", true, "ds");
    public static final ResourceKind CONTROLLER_REVISION =
            of("apps", "v1", "ControllerRevision", "controllerrevisions", true);
    public static final ResourceKind JOB = of("batch", "v1", "Job", "jobs", true);
    public static final ResourceKind CRON_JOB = of("batch", "v1", "CronJob", "cronjobs", true, "cj");
    public static final ResourceKind HORIZONTAL_POD_AUTOSCALER =
            of("autoscaling", "v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers", true, "hpa");
    public static final ResourceKind INGRESS = of("networking.k8s.io", "v1", "Ingress", "ingresses", true, "ing");
    public static final ResourceKind INGRESS_CLASS =
            of("networking.k8s.io", "v1", "IngressClass", "ingressclasses", false);
    public static final ResourceKind NETWORK_POLICY =
            of("networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies", true, "netpol");
    public static final ResourceKind ENDPOINT_SLICE =
            of("discovery.k8s.io", "v1", "EndpointSlice", "endpointslices", true);
    public static final ResourceKind POD_DISRUPTION_BUDGET =
            of("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets", true, "pdb");
    public static final ResourceKind STORAGE_CLASS =
            of("storage.k8s.io", "v1", "StorageClass", "storageclasses", false, "sc");
    public static final ResourceKind PRIORITY_CLASS =
            of("scheduling.k8s.io", "v1", "PriorityClass", "priorityclasses", false, "pc");
    public static final ResourceKind ROLE = of("rbac.authorization.k8s.io", "v1", "Role", "roles", true);
    public static final ResourceKind ROLE_BINDING =
            of("rbac.authorization.k8s.io", "v1", "RoleBinding", "rolebindings", true);
    public static final ResourceKind CLUSTER_ROLE =
            of("rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles", false);
    public static final ResourceKind CLUSTER_ROLE_BINDING =
            of("rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", "clusterrolebindings", false);
    public static final ResourceKind LEASE = of("coordination.k8s.io", "v1", "Lease", "leases", true);

    public static final ResourceKind CUSTOM_RESOURCE_DEFINITION = of(
            "apiextensions.k8s.io",
            "v1",
            "CustomResourceDefinition",
            "customresourcedefinitions",
            false,
            "crd",
            "crds");

    /// Kinds that are known, and hardly met.
    private static final List<ResourceKind> RARE = List.of(
            CUSTOM_RESOURCE_DEFINITION,
            core("PodTemplate", "podtemplates", true),
            of(
                    "admissionregistration.k8s.io",
                    "v1",
                    "MutatingWebhookConfiguration",
                    "mutatingwebhookconfigurations",
                    false),
            of(
                    "admissionregistration.k8s.io",
                    "v1",
                    "ValidatingWebhookConfiguration",
                    "validatingwebhookconfigurations",
                    false),
            of("admissionregistration.k8s.io", "v1", "ValidatingAdmissionPolicy", "validatingadmissionpolicies", false),
            of(
                    "admissionregistration.k8s.io",
                    "v1",
                    "ValidatingAdmissionPolicyBinding",
                    "validatingadmissionpolicybindings",
                    false),
            of("apiregistration.k8s.io", "v1", "APIService", "apiservices", false),
            of("certificates.k8s.io", "v1", "CertificateSigningRequest", "certificatesigningrequests", false, "csr"),
            of("flowcontrol.apiserver.k8s.io", "v1", "FlowSchema", "flowschemas", false),
            of(
                    "flowcontrol.apiserver.k8s.io",
                    "v1",
                    "PriorityLevelConfiguration",
                    "prioritylevelconfigurations",
                    false),
            of("networking.k8s.io", "v1", "IPAddress", "ipaddresses", false, "ip"),
            of("networking.k8s.io", "v1", "ServiceCIDR", "servicecidrs", false),
            of("node.k8s.io", "v1", "RuntimeClass", "runtimeclasses", false),
            of("resource.k8s.io", "v1", "DeviceClass", "deviceclasses", false),
            of("resource.k8s.io", "v1", "ResourceClaim", "resourceclaims", true),
            of("resource.k8s.io", "v1", "ResourceClaimTemplate", "resourceclaimtemplates", true),
            of("resource.k8s.io", "v1", "ResourceSlice", "resourceslices", false),
            of("storage.k8s.io", "v1", "CSIDriver", "csidrivers", false),
            of("storage.k8s.io", "v1", "CSINode", "csinodes", false),
            of("storage.k8s.io", "v1", "CSIStorageCapacity", "csistoragecapacities", true),
            of("storage.k8s.io", "v1", "VolumeAttachment", "volumeattachments", false),
            of("storage.k8s.io", "v1", "VolumeAttributesClass", "volumeattributesclasses", false, "vac"));

    private static final List<ResourceKind> ALL = List.of(
            POD,
            REPLICATION_CONTROLLER,
            SERVICE,
            ENDPOINTS,
            EVENT,
            NODE,
            NAMESPACE,
            CONFIG_MAP,
            SECRET,
            SERVICE_ACCOUNT,
            PERSISTENT_VOLUME,
            PERSISTENT_VOLUME_CLAIM,
            RESOURCE_QUOTA,
            LIMIT_RANGE,
            REPLICA_SET,
            DEPLOYMENT,
            STATEFUL_SET,
            DAEMON_SET,
            CONTROLLER_REVISION,
            JOB,
            CRON_JOB,
            HORIZONTAL_POD_AUTOSCALER,
            INGRESS,
            INGRESS_CLASS,
            NETWORK_POLICY,
            ENDPOINT_SLICE,
            POD_DISRUPTION_BUDGET,
            STORAGE_CLASS,
            PRIORITY_CLASS,
            ROLE,
            ROLE_BINDING,
            CLUSTER_ROLE,
            CLUSTER_ROLE_BINDING,
            LEASE);

    private static final List<ResourceKind> SERVED =
            Stream.concat(ALL.stream(), RARE.stream()).toList();

    private static final Map<Class<?>, ResourceKind> BY_CLASS = new ConcurrentHashMap<>();

    private static final Map<String, ResourceKind> BY_GROUP_AND_KIND =
            SERVED.stream().collect(Collectors.toUnmodifiableMap(k -> k.group() + "/" + k.kind(), k -> k));

    private Kinds() {}

    /// Every kind that a cluster of Kubernetes has from the start, in a fixed order: first those of [#all].
    public static List<ResourceKind> served() {
        return SERVED;
    }

    /// The kinds that are worked with, in a fixed order.
    public static List<ResourceKind> all() {
        return ALL;
    }

    /// The kind that a reference names; empty if it leaves something out.
    public static Optional<ResourceKind> named(@Nullable String apiVersion, @Nullable String kind) {
        boolean whole = apiVersion != null && !apiVersion.isEmpty() && !apiVersion.endsWith("/");
        return whole && kind != null && !kind.isEmpty() ? Optional.of(of(apiVersion, kind)) : Optional.empty();
    }

    /// The kind that `apiVersion` and `kind` name, in the version they name; one that is not known is taken as a
    /// namespaced custom resource whose plural is made the usual way.
    public static ResourceKind of(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        String version = apiVersion.substring(slash + 1);
        ResourceKind known = BY_GROUP_AND_KIND.get(group + "/" + kind);
        if (known == null) {
            return new ResourceKind(group, version, kind, plural(kind), true, List.of());
        }
        return known.version().equals(version)
                ? known
                : new ResourceKind(group, version, kind, known.plural(), known.namespaced(), known.shortNames());
    }

    /// The kind of `object`. It is asked for of every object again and again, so what was found for a class is kept.
    public static ResourceKind of(HasMetadata object) {
        ResourceKind last = BY_CLASS.get(object.getClass());
        String apiVersion = object.getApiVersion();
        if (last != null && last.kind().equals(object.getKind()) && isOf(last, apiVersion)) {
            return last;
        }
        ResourceKind kind = of(apiVersion, object.getKind());
        BY_CLASS.put(object.getClass(), kind);
        return kind;
    }

    private static boolean isOf(ResourceKind kind, String apiVersion) {
        int group = kind.group().length();
        return group == 0
                ? kind.version().equals(apiVersion)
                : apiVersion.length() == group + 1 + kind.version().length()
                        && apiVersion.startsWith(kind.group())
                        && apiVersion.charAt(group) == '/'
                        && apiVersion.endsWith(kind.version());
    }

    /// The known kind that is called `kind` in `group`.
    public static Optional<ResourceKind> find(String group, String kind) {
        return Optional.ofNullable(BY_GROUP_AND_KIND.get(group + "/" + kind));
    }

    /// The known kind that a command calls `name`: plural, singular, short, in any case, as `pods`, `Pod`, `po` or
    /// `deployments.apps`.
    public static Optional<ResourceKind> named(String name) {
        return named(name, SERVED);
    }

    /// The first of `kinds` that a command calls `name`, as [#named(String)].
    public static Optional<ResourceKind> named(String name, List<ResourceKind> kinds) {
        String lower = name.toLowerCase(Locale.ROOT);
        int dot = lower.indexOf('.');
        String plain = dot < 0 ? lower : lower.substring(0, dot);
        String group = dot < 0 ? "" : lower.substring(dot + 1);
        return kinds.stream()
                .filter(k -> k.plural().equals(plain)
                        || k.singular().equals(plain)
                        || k.shortNames().contains(plain))
                .filter(k -> dot < 0 || k.group().equals(group) || group.equals(k.version() + "." + k.group()))
                .findFirst();
    }

    private static String plural(String kind) {
        String lower = kind.toLowerCase(Locale.ROOT);
        if (lower.endsWith("y") && !lower.matches(".*[aeiou]y")) {
            return lower.substring(0, lower.length() - 1) + "ies";
        }
        return lower.matches(".*(s|x|z|ch|sh)") ? lower + "es" : lower + "s";
    }

    private static ResourceKind core(String kind, String plural, boolean namespaced, String... shortNames) {
        return of("", "v1", kind, plural, namespaced, shortNames);
    }

    private static ResourceKind of(
            String group, String version, String kind, String plural, boolean namespaced, String... shortNames) {
        return new ResourceKind(group, version, kind, plural, namespaced, List.of(shortNames));
    }
}
