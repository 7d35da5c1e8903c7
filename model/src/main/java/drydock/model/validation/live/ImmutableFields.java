package drydock.model.validation.live;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.ServerWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The fields that stay as they are once an object is made, kind by kind.
final class ImmutableFields {

    static final String IMMUTABLE = "field is immutable";

    private final Map<?, ?> wanted;
    private final Map<?, ?> live;
    private final boolean whole;
    private final List<Refused> refused = new ArrayList<>();

    private ImmutableFields(Map<?, ?> wanted, Map<?, ?> live, boolean whole) {
        this.wanted = wanted;
        this.live = live;
        this.whole = whole;
    }

    /// What of `wanted` the API server refuses where `live` is there.
    static List<Refused> refused(String kind, Map<?, ?> wanted, Map<?, ?> live) {
        return refused(kind, new ImmutableFields(wanted, live, false));
    }

    /// The same where `wanted` is all that there is to be: what it leaves out would be taken away.
    static List<Refused> refusedOfWhole(String kind, Map<?, ?> wanted, Map<?, ?> live) {
        return refused(kind, new ImmutableFields(wanted, live, true));
    }

    private static List<Refused> refused(String kind, ImmutableFields fields) {
        fields.check(kind);
        return fields.refused;
    }

    private void check(String kind) {
        switch (kind) {
            // pkg/apis/apps/validation/validation.go, each in ValidateDeploymentUpdate and the like
            case "Deployment", "ReplicaSet", "DaemonSet" -> immutable("spec", "selector");
            case "StatefulSet" -> statefulSet();
            // pkg/apis/batch/validation/validation.go ValidateJobSpecUpdate
            case "Job" -> job();
            case "Pod" -> refused.addAll(PodChanges.refused(wanted, live));
            case "Service" -> service();
            case "PersistentVolumeClaim" -> claim();
            case "PersistentVolume" -> volume();
            case "ConfigMap" -> data(List.of("data", "binaryData"));
            case "Secret" -> secret();
            // pkg/apis/rbac/validation/validation.go ValidateRoleBindingUpdate
            case "RoleBinding", "ClusterRoleBinding" -> invalid("cannot change roleRef", "roleRef");
            // pkg/apis/networking/validation/validation.go ValidateServiceCIDRUpdate
            case "ServiceCIDR" -> ranges();
            case "CustomResourceDefinition" -> {
                DefinitionChanges.fixed(live).forEach(path -> immutable(path.toArray(String[]::new)));
                refused.addAll(DefinitionChanges.versions(wanted, live));
            }
            default -> {
                for (FixedFields.Fixed fixed : FixedFields.of(kind)) {
                    Object value = Values.at(wanted, fixed.keys());
                    if (isChanged(fixed.keys())) {
                        refused.add(FixedFields.refused(fixed, value));
                    }
                }
            }
        }
    }

    private void immutable(String... path) {
        invalid(IMMUTABLE, path);
    }

    private boolean isChanged(String... path) {
        Object now = Values.at(wanted, path);
        Object before = Values.at(live, path);
        return !Values.isKept(now, before) || (whole && !Values.isKept(before, now));
    }

    private void invalid(String detail, String... path) {
        if (isChanged(path)) {
            String value = Values.json(Values.at(wanted, path));
            refused.add(new Refused(FieldPath.of((Object[]) path), ServerWords.invalidRaw(value, detail)));
        }
    }

    private void forbidden(String detail, String... path) {
        if (isChanged(path)) {
            refused.add(new Refused(FieldPath.of((Object[]) path), ServerWords.forbidden(detail)));
        }
    }

    /// `ValidateStatefulSetUpdate`
    private void statefulSet() {
        for (String field : List.of("selector", "serviceName", "podManagementPolicy", "volumeClaimTemplates")) {
            if (isChanged("spec", field)) {
                refused.add(new Refused(
                        FieldPath.of("spec", field),
                        "spec",
                        ServerWords.forbidden(
                                "updates to statefulset spec for fields other than 'replicas', 'ordinals',"
                                        + " 'template', 'updateStrategy', 'revisionHistoryLimit',"
                                        + " 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are"
                                        + " forbidden")));
                return;
            }
        }
    }

    /// What is scheduled where may change while the Job is suspended and has not begun (`validatePodTemplateUpdate`).
    private void job() {
        if (!"Indexed".equals(Values.at(live, "spec", "completionMode"))) {
            immutable("spec", "completions");
        } else {
            completions();
        }
        immutable("spec", "selector");
        boolean suspended = Boolean.TRUE.equals(Values.at(live, "spec", "suspend"))
                && Values.at(live, "status", "startTime") == null;
        if (!suspended) {
            immutable("spec", "template");
        }
        List.of("completionMode", "podFailurePolicy", "backoffLimitPerIndex", "managedBy", "successPolicy")
                .forEach(field -> immutable("spec", field));
    }

    /// Of an indexed Job they change together with how many Pods run at once (`validateCompletions`).
    private void completions() {
        Object wants = Values.at(wanted, "spec", "completions");
        Object parallel = Values.at(wanted, "spec", "parallelism");
        Object together = parallel == null && !whole ? Values.at(live, "spec", "parallelism") : parallel;
        if (wants != null && isChanged("spec", "completions") && !wants.equals(together)) {
            refused.add(new Refused(
                    FieldPath.of("spec", "completions"),
                    "spec.completions",
                    ServerWords.invalid(wants, "can only be modified in tandem with spec.parallelism"),
                    Refused.Way.TOGETHER));
        }
    }

    /// `pkg/apis/core/validation/validation.go ValidateServiceUpdate`: a Service without an address of its own may get
    /// one, and one of the type ExternalName has none.
    private void service() {
        Object type = Values.at(wanted, "spec", "type");
        boolean external = "ExternalName".equals(type) || "ExternalName".equals(Values.at(live, "spec", "type"));
        Object address = Values.at(wanted, "spec", "clusterIP");
        Object there = Values.at(live, "spec", "clusterIP");
        if (!external && address instanceof String text && !text.isEmpty() && there != null && !text.equals(there)) {
            refused.add(new Refused(
                    FieldPath.of("spec", "clusterIP"),
                    "spec.clusterIPs[0]",
                    ServerWords.invalidRaw(Values.json(List.of(text)), "may not change once set")));
        }
        if (Values.at(live, "spec", "loadBalancerClass") != null && (type == null || "LoadBalancer".equals(type))) {
            invalid("may not change once set", "spec", "loadBalancerClass");
        }
        Object port = Values.at(wanted, "spec", "healthCheckNodePort");
        if (port != null && !port.equals(0) && Values.at(live, "spec", "healthCheckNodePort") != null) {
            immutable("spec", "healthCheckNodePort");
        }
    }

    /// `ValidatePersistentVolumeClaimUpdate`
    private void claim() {
        if (Values.at(wanted, "spec") instanceof Map<?, ?> spec && Values.at(live, "spec") instanceof Map<?, ?> there) {
            boolean bound = there.get("volumeName") instanceof String volume && !volume.isEmpty();
            List<String> mayChange = new ArrayList<>(List.of("resources", "volumeAttributesClassName"));
            if (!bound) {
                mayChange.add("volumeName");
                if (there.get("storageClassName") == null) {
                    // a claim without a class gets the default one when there is one
                    mayChange.add("storageClassName");
                }
            }
            for (Object field : Values.without(spec, mayChange).keySet()) {
                if (isChanged("spec", String.valueOf(field))) {
                    refused.add(new Refused(
                            FieldPath.of("spec", String.valueOf(field)),
                            "spec",
                            ServerWords.forbidden("spec is immutable after creation except resources.requests and "
                                    + "volumeAttributesClassName for bound claims")));
                    break;
                }
            }
            refused.addAll(ClaimSizes.refused(wanted, live));
        }
    }

    /// `ValidatePersistentVolumeUpdate`
    private void volume() {
        if (Values.at(wanted, "spec") instanceof Map<?, ?> spec) {
            List<String> open = List.of(
                    "capacity",
                    "accessModes",
                    "claimRef",
                    "persistentVolumeReclaimPolicy",
                    "storageClassName",
                    "mountOptions",
                    "volumeMode",
                    "nodeAffinity",
                    "volumeAttributesClassName");
            for (Object source : Values.without(spec, open).keySet()) {
                if (isChanged("spec", String.valueOf(source))) {
                    refused.add(new Refused(
                            FieldPath.of("spec", String.valueOf(source)),
                            "spec.persistentvolumesource",
                            ServerWords.forbidden("spec.persistentvolumesource is immutable after creation")));
                }
            }
            immutable("spec", "volumeMode");
        }
    }

    /// `ValidateConfigMapUpdate`
    private void data(List<String> fields) {
        if (Boolean.TRUE.equals(live.get("immutable"))) {
            String detail = "field is immutable when `immutable` is set";
            forbidden(detail, "immutable");
            for (String field : fields) {
                boolean fewer = wanted.get(field) instanceof Map<?, ?> map
                        && live.get(field) instanceof Map<?, ?> there
                        && map.size() < there.size();
                if (fewer || isChanged(field)) {
                    refused.add(new Refused(FieldPath.of(field), ServerWords.forbidden(detail)));
                }
            }
        }
    }

    /// `ValidateSecretUpdate`; what is written as text is compared with what it becomes.
    private void secret() {
        immutable("type");
        data(List.of("data"));
        boolean changed = wanted.get("stringData") instanceof Map<?, ?> texts
                && texts.entrySet().stream()
                        .anyMatch(e -> !Base64Text.of(e.getValue())
                                .equals(Values.at(live, "data", String.valueOf(e.getKey()))));
        if (changed && Boolean.TRUE.equals(live.get("immutable"))) {
            refused.add(new Refused(
                    FieldPath.of("stringData"),
                    "data",
                    ServerWords.forbidden("field is immutable when `immutable` is set")));
        }
    }

    /// A second range may come, nothing else.
    private void ranges() {
        String[] path = {"spec", "cidrs"};
        if (!(Values.at(wanted, path) instanceof List<?> ranges) || !(Values.at(live, path) instanceof List<?> there)) {
            return;
        }
        boolean more = there.size() == 1 && ranges.size() == 2;
        if (ranges.size() != there.size() && !more) {
            immutable(path);
            return;
        }
        for (int i = 0; i < there.size(); i++) {
            if (!there.get(i).equals(ranges.get(i))) {
                refused.add(new Refused(
                        FieldPath.of((Object[]) path).index(i),
                        ServerWords.invalidRaw(Values.json(ranges.get(i)), IMMUTABLE)));
            }
        }
    }
}
