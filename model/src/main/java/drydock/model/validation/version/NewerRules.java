package drydock.model.validation.version;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Kinds, fields and values that a version of Kubernetes does not know yet, or knows only where somebody switched them
/// on (`pkg/features/kube_features.go`).
final class NewerRules {

    /// The release, `33` for 1.33, since which a kind is served in the version that is known.
    private static final Map<String, Integer> KINDS = Map.ofEntries(
            Map.entry("IPAddress", 33),
            Map.entry("ServiceCIDR", 33),
            Map.entry("DeviceClass", 34),
            Map.entry("ResourceClaim", 34),
            Map.entry("ResourceClaimTemplate", 34),
            Map.entry("ResourceSlice", 34),
            Map.entry("VolumeAttributesClass", 34),
            Map.entry("MutatingAdmissionPolicy", 36),
            Map.entry("MutatingAdmissionPolicyBinding", 36));

    /// The release since which a field counts, unless it is switched off.
    private static final Map<String, Integer> FIELDS = Map.ofEntries(
            Map.entry("PodSpec.resources", 34),
            Map.entry("PodSpec.hostnameOverride", 35),
            Map.entry("PodSpec.hostUsers", 33),
            Map.entry("PodSpec.resourceClaims", 34),
            Map.entry("PodSecurityContext.supplementalGroupsPolicy", 33),
            Map.entry("PodSecurityContext.seLinuxChangePolicy", 33),
            Map.entry("PodAffinityTerm.matchLabelKeys", 31),
            Map.entry("PodAffinityTerm.mismatchLabelKeys", 31),
            Map.entry("Container.resizePolicy", 33),
            Map.entry("Container.restartPolicyRules", 35),
            Map.entry("ResourceRequirements.claims", 34),
            Map.entry("SecurityContext.procMount", 33),
            Map.entry("EnvVarSource.fileKeyRef", 35),
            Map.entry("Volume.image", 35),
            Map.entry("VolumeMount.recursiveReadOnly", 31),
            Map.entry("JobSpec.successPolicy", 31),
            Map.entry("JobSpec.managedBy", 32),
            Map.entry("ServiceSpec.trafficDistribution", 31),
            Map.entry("RollingUpdateStatefulSetStrategy.maxUnavailable", 35),
            Map.entry("HPAScalingRules.tolerance", 35),
            Map.entry("PersistentVolumeClaimSpec.volumeAttributesClassName", 34),
            Map.entry("PersistentVolumeSpec.volumeAttributesClassName", 34),
            Map.entry("CSIDriverSpec.nodeAllocatableUpdatePeriodSeconds", 35),
            Map.entry("ExactDeviceRequest.tolerations", 36),
            Map.entry("ExactDeviceRequest.capacity", 36),
            Map.entry("DeviceSubRequest.tolerations", 36),
            Map.entry("DeviceSubRequest.capacity", 36),
            Map.entry("DeviceClassSpec.extendedResourceName", 36),
            Map.entry("CustomResourceDefinitionVersion.selectableFields", 31));

    /// The release since which the API has a field at all: before it, strict decoding does not know it
    /// (`staging/src/k8s.io/api` of each release). Those of Pods are told by the rules of Pods.
    private static final Map<String, Integer> NAMES = Map.of(
            "CSIDriverSpec.nodeAllocatableUpdatePeriodSeconds", 33,
            "CSIDriverSpec.serviceAccountTokenInSecrets", 35,
            "CSIDriverSpec.preventPodSchedulingIfMissing", 36,
            "LeaseSpec.strategy", 31,
            "LeaseSpec.preferredHolder", 31,
            "EndpointHints.forNodes", 33);

    static final List<Rule> RULES = rules();

    private static final String RULE = "newer-field";

    private NewerRules() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        KINDS.forEach((kind, since) -> rules.add(Rule.of(kind, visit -> kind(visit, kind, since))));
        NAMES.forEach((name, since) -> {
            String field = name.substring(name.indexOf('.') + 1);
            rules.add(Rule.of(type(name), visit -> name(visit, field, since)));
        });
        FIELDS.forEach((name, since) -> {
            String field = name.substring(name.indexOf('.') + 1);
            int known = NAMES.getOrDefault(name, 0);
            rules.add(Rule.of(type(name), visit -> field(visit, field, known, since)));
        });
        rules.add(Rule.of("ServiceSpec", NewerRules::distribution));
        rules.add(Rule.of("ScopedResourceSelectorRequirement", NewerRules::scope));
        return List.copyOf(rules);
    }

    private static String type(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    private static void kind(Visit visit, String kind, int since) {
        if (visit.path().isRoot() && !visit.version().atLeast(since)) {
            String apiVersion = visit.text("apiVersion").orElse("");
            visit.error("newer-kind", "apiVersion", "newer-kind", kind, apiVersion, "1." + since, visit.version());
        }
    }

    private static void name(Visit visit, String field, int since) {
        if (visit.has(field) && !visit.version().atLeast(since)) {
            FieldPath at = visit.path().key(field);
            visit.errorAtKey("unknown-field", at, "newer-name", field, "1." + since)
                    .fix(visit.removing(field), "remove-newer-field", field);
        }
    }

    /// What is behind a gate that is off the API server takes away unread; what it does not know at all is told
    /// otherwise.
    ///
    /// @param known the release since which it is known
    private static void field(Visit visit, String field, int known, int since) {
        FieldPath at = visit.path().key(field);
        boolean counts = visit.version().atLeast(since);
        if (visit.has(field) && !counts && visit.version().atLeast(known) && !visit.isUnread(at)) {
            visit.told(Severity.WARNING, RULE, at, "newer-field", at, "1." + since, visit.version())
                    .fix(visit.removing(field), "remove-newer-field", field);
        }
    }

    /// `PreferSameTrafficDistribution`
    private static void distribution(Visit service) {
        String value = service.text("trafficDistribution").orElse("");
        if (value.startsWith("PreferSame") && service.version().atLeast(31)) {
            value(service, "trafficDistribution", value, 34);
        }
    }

    /// `VolumeAttributesClass`
    private static void scope(Visit requirement) {
        String value = requirement.text("scopeName").orElse("");
        if (value.equals("VolumeAttributesClass")) {
            value(requirement, "scopeName", value, 34);
        }
    }

    private static void value(Visit visit, String field, String value, int since) {
        if (!value.isEmpty() && !visit.version().atLeast(since)) {
            FieldPath at = visit.path().key(field);
            visit.error(RULE, at, "newer-value", value, at, "1." + since, visit.version());
        }
    }
}
