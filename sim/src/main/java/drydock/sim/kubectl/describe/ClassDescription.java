package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Storage classes and priority classes (`describe.go describeStorageClass`, `describePriorityClass`).
final class ClassDescription {

    private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";

    private ClassDescription() {}

    static void of(Lines lines, Cluster cluster, StorageClass of) {
        Map<String, String> annotations = Metadata.sorted(of.getMetadata().getAnnotations());
        lines.field(0, "Name", of.getMetadata().getName());
        lines.field(0, "IsDefaultClass", "true".equals(annotations.get(DEFAULT)) ? "Yes" : "No");
        lines.field(0, "Annotations", pairs(annotations));
        lines.field(0, "Provisioner", of.getProvisioner());
        lines.field(0, "Parameters", pairs(of.getParameters()));
        lines.field(0, "AllowVolumeExpansion", truth(of.getAllowVolumeExpansion()));
        if (of.getMountOptions().isEmpty()) {
            lines.field(0, "MountOptions", Lines.NONE);
        } else {
            lines.line(0, "MountOptions:");
            of.getMountOptions().forEach(option -> lines.line(1, option));
        }
        lines.fieldIfAny(0, "ReclaimPolicy", of.getReclaimPolicy());
        lines.fieldIfAny(0, "VolumeBindingMode", of.getVolumeBindingMode());
        EventLines.of(lines, cluster, of);
    }

    static void of(Lines lines, Cluster cluster, PriorityClass of) {
        lines.field(0, "Name", of.getMetadata().getName());
        lines.field(0, "Value", of.getValue());
        lines.field(0, "GlobalDefault", Boolean.TRUE.equals(of.getGlobalDefault()));
        lines.field(
                0, "PreemptionPolicy", Objects.requireNonNullElse(of.getPreemptionPolicy(), "PreemptLowerPriority"));
        lines.field(0, "Description", of.getDescription());
        lines.field(0, "Annotations", pairs(of.getMetadata().getAnnotations()));
        EventLines.of(lines, cluster, of);
    }

    private static String truth(@Nullable Boolean value) {
        return value == null ? "<unset>" : value ? "True" : "False";
    }

    /// `key=value,other=value` (`labels.FormatLabels`).
    private static String pairs(@Nullable Map<String, String> map) {
        String text = Metadata.sorted(map).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
        return text.isEmpty() ? Lines.NONE : text;
    }
}
