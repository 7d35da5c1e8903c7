package drydock.sim.kubectl.describe;

import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.CSIVolumeSource;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.EphemeralVolumeSource;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The volumes of a Pod or a Pod template (`describe.go describeVolumes`); of the kinds that only one vendor's storage
/// has, the name alone.
final class VolumeLines {

    private static final int MOST_ATTRIBUTE = 140;

    private final Lines lines;

    private VolumeLines(Lines lines) {
        this.lines = lines;
    }

    /// @param space what stands before a template's lines, empty for a Pod's
    static void of(Lines lines, List<Volume> volumes, String space) {
        if (volumes.isEmpty()) {
            lines.field(0, space + "Volumes", Lines.NONE);
            return;
        }
        lines.line(0, space + "Volumes:");
        VolumeLines writer = new VolumeLines(lines);
        for (Volume volume : volumes) {
            lines.line(1, (space.isEmpty() ? "" : " ") + volume.getName() + ":");
            writer.source(volume);
        }
    }

    private void source(Volume volume) {
        if (volume.getHostPath() != null) {
            hostPath(volume.getHostPath());
        } else if (volume.getEmptyDir() != null) {
            emptyDir(volume.getEmptyDir());
        } else if (volume.getSecret() != null) {
            type("Secret (a volume populated by a Secret)");
            lines.field(2, "SecretName", volume.getSecret().getSecretName());
            optional(volume.getSecret().getOptional());
        } else if (volume.getConfigMap() != null) {
            type("ConfigMap (a volume populated by a ConfigMap)");
            lines.field(2, "Name", volume.getConfigMap().getName());
            optional(volume.getConfigMap().getOptional());
        } else if (volume.getProjected() != null) {
            projected(volume.getProjected());
        } else if (volume.getPersistentVolumeClaim() != null) {
            type("PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)");
            lines.field(2, "ClaimName", volume.getPersistentVolumeClaim().getClaimName());
            readOnly(volume.getPersistentVolumeClaim().getReadOnly());
        } else if (volume.getEphemeral() != null) {
            ephemeral(volume.getEphemeral());
        } else if (volume.getDownwardAPI() != null) {
            type("DownwardAPI (a volume populated by information about the pod)");
            lines.line(2, "Items:");
            volume.getDownwardAPI().getItems().forEach(this::item);
        } else if (volume.getNfs() != null) {
            type("NFS (an NFS mount that lasts the lifetime of a pod)");
            lines.field(2, "Server", volume.getNfs().getServer());
            lines.field(2, "Path", volume.getNfs().getPath());
            readOnly(volume.getNfs().getReadOnly());
        } else if (volume.getCsi() != null) {
            csi(volume.getCsi());
        } else if (volume.getImage() != null) {
            type("Image (a container image or OCI artifact)");
            lines.field(2, "Reference", volume.getImage().getReference());
            lines.field(2, "PullPolicy", volume.getImage().getPullPolicy());
        } else {
            lines.line(1, "<unknown>");
        }
    }

    private void type(String type) {
        lines.field(2, "Type", type);
    }

    private void optional(@Nullable Boolean optional) {
        lines.field(2, "Optional", Boolean.TRUE.equals(optional));
    }

    private void readOnly(@Nullable Boolean readOnly) {
        lines.field(2, "ReadOnly", Boolean.TRUE.equals(readOnly));
    }

    private void hostPath(HostPathVolumeSource source) {
        type("HostPath (bare host directory volume)");
        lines.field(2, "Path", source.getPath());
        lines.field(2, "HostPathType", Objects.requireNonNullElse(source.getType(), Lines.NONE));
    }

    private void emptyDir(EmptyDirVolumeSource source) {
        type("EmptyDir (a temporary directory that shares a pod's lifetime)");
        lines.field(2, "Medium", source.getMedium());
        Quantity limit = source.getSizeLimit();
        boolean limited = Quantities.exact(limit).signum() > 0;
        lines.field(2, "SizeLimit", limited ? Quantities.canonical(limit) : "<unset>");
    }

    private void projected(ProjectedVolumeSource source) {
        type("Projected (a volume that contains injected data from multiple sources)");
        for (VolumeProjection part : source.getSources()) {
            if (part.getSecret() != null) {
                lines.field(2, "SecretName", part.getSecret().getName());
                optional(part.getSecret().getOptional());
            } else if (part.getDownwardAPI() != null) {
                lines.field(2, "DownwardAPI", true);
            } else if (part.getConfigMap() != null) {
                lines.field(2, "ConfigMapName", part.getConfigMap().getName());
                optional(part.getConfigMap().getOptional());
            } else if (part.getServiceAccountToken() != null) {
                lines.field(
                        2,
                        "TokenExpirationSeconds",
                        part.getServiceAccountToken().getExpirationSeconds());
            }
        }
    }

    private void item(DownwardAPIVolumeFile item) {
        if (item.getFieldRef() != null) {
            lines.line(3, item.getFieldRef().getFieldPath() + " -> " + item.getPath());
        }
        if (item.getResourceFieldRef() != null) {
            lines.line(3, item.getResourceFieldRef().getResource() + " -> " + item.getPath());
        }
    }

    private void ephemeral(EphemeralVolumeSource source) {
        type("EphemeralVolume (an inline specification for a volume that gets created and deleted with the pod)");
        if (source.getVolumeClaimTemplate() == null) {
            return;
        }
        PersistentVolumeClaimSpec claim = source.getVolumeClaimTemplate().getSpec();
        var metadata = source.getVolumeClaimTemplate().getMetadata();
        lines.field(2, "StorageClass", claim.getStorageClassName());
        lines.field(2, "Volume", claim.getVolumeName());
        Metadata.labels(lines, 2, "Labels", metadata == null ? null : metadata.getLabels());
        Metadata.annotations(lines, 2, metadata == null ? null : metadata.getAnnotations());
        lines.field(2, "Capacity", "");
        lines.field(2, "Access Modes", "");
        lines.fieldIfAny(2, "VolumeMode", claim.getVolumeMode());
    }

    /// Every attribute but the first stands behind two indents, as kubectl has it.
    private void csi(CSIVolumeSource source) {
        type("CSI (a Container Storage Interface (CSI) volume source)");
        lines.field(2, "Driver", source.getDriver());
        lines.field(2, "FSType", source.getFsType());
        readOnly(source.getReadOnly());
        List<String> attributes = Metadata.sorted(source.getVolumeAttributes()).entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .map(line -> line.length() > MOST_ATTRIBUTE ? line.substring(0, MOST_ATTRIBUTE) + "..." : line)
                .toList();
        if (attributes.isEmpty()) {
            lines.field(2, "VolumeAttributes", Lines.NONE);
            return;
        }
        lines.field(2, "VolumeAttributes", "    " + attributes.getFirst());
        attributes.stream().skip(1).forEach(attribute -> lines.line(4, "", "    " + attribute));
    }
}
