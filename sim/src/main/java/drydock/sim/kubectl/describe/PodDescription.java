package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.resource.EphemeralContainers;
import drydock.sim.kubectl.text.Ages;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A Pod (`describe.go describePod`).
final class PodDescription {

    private PodDescription() {}

    static void of(Lines lines, Cluster cluster, Pod pod) {
        PodSpec spec = pod.getSpec();
        PodStatus status = pod.getStatus() == null ? new PodStatus() : pod.getStatus();
        Metadata.name(lines, pod);
        lines.fieldIfAny(0, "Priority", spec.getPriority());
        lines.fieldIfAny(0, "Priority Class Name", spec.getPriorityClassName());
        lines.fieldIfAny(0, "Runtime Class Name", spec.getRuntimeClassName());
        lines.fieldIfAny(0, "Service Account", spec.getServiceAccountName());
        lines.field(
                0, "Node", none(spec.getNodeName()) ? Lines.NONE : spec.getNodeName() + "/" + text(status.getHostIP()));
        if (!none(status.getStartTime())) {
            lines.field(0, "Start Time", Metadata.date(status.getStartTime()));
        }
        Metadata.labelsAndAnnotations(lines, pod.getMetadata());
        phase(lines, cluster, pod, status);
        addresses(lines, status);
        Metadata.controlledBy(lines, pod);
        lines.fieldIfAny(0, "NominatedNodeName", status.getNominatedNodeName());
        if (spec.getResources() != null) {
            lines.line(0, "Resources:");
            ContainerLines.resources(lines, 1, spec.getResources());
        }
        containers(lines, pod, spec, status);
        conditions(lines, spec, status.getConditions());
        VolumeLines.of(lines, spec.getVolumes(), "");
        lines.field(0, "QoS Class", status.getQosClass());
        Metadata.labels(lines, 0, "Node-Selectors", spec.getNodeSelector());
        PlacementLines.tolerations(lines, 0, spec.getTolerations());
        PlacementLines.spread(lines, 0, spec.getTopologySpreadConstraints());
        EventLines.of(lines, cluster, pod);
    }

    private static void phase(Lines lines, Cluster cluster, Pod pod, PodStatus status) {
        String deletion = pod.getMetadata().getDeletionTimestamp();
        String phase = text(status.getPhase());
        if (deletion != null && !phase.equals("Failed") && !phase.equals("Succeeded")) {
            lines.field(0, "Status", "Terminating (lasts " + Ages.since(deletion, cluster.now()) + ")");
            lines.field(
                    0,
                    "Termination Grace Period",
                    Objects.requireNonNullElse(pod.getMetadata().getDeletionGracePeriodSeconds(), 0L) + "s");
        } else {
            lines.field(0, "Status", phase);
        }
        lines.fieldIfAny(0, "Reason", status.getReason());
        lines.fieldIfAny(0, "Message", status.getMessage());
        if (pod.getSpec().getSecurityContext() != null) {
            ContainerLines.seccomp(
                    lines, 0, 0, pod.getSpec().getSecurityContext().getSeccompProfile());
        }
    }

    private static void addresses(Lines lines, PodStatus status) {
        lines.field(0, "IP", status.getPodIP());
        if (status.getPodIPs().isEmpty()) {
            lines.field(0, "IPs", Lines.NONE);
            return;
        }
        lines.line(0, "IPs:");
        status.getPodIPs().forEach(ip -> lines.field(1, "IP", ip.getIp()));
    }

    private static void containers(Lines lines, Pod pod, PodSpec spec, PodStatus status) {
        if (!spec.getInitContainers().isEmpty()) {
            ContainerLines.ofPod(
                    lines, "Init Containers", spec.getInitContainers(), status.getInitContainerStatuses(), pod);
        }
        ContainerLines.ofPod(lines, "Containers", spec.getContainers(), status.getContainerStatuses(), pod);
        if (!spec.getEphemeralContainers().isEmpty()) {
            ContainerLines.ofPod(
                    lines,
                    "Ephemeral Containers",
                    EphemeralContainers.of(spec),
                    status.getEphemeralContainerStatuses(),
                    pod);
        }
    }

    private static void conditions(Lines lines, PodSpec spec, List<PodCondition> conditions) {
        if (!spec.getReadinessGates().isEmpty()) {
            lines.line(0, "Readiness Gates:");
            lines.line(1, "Type", "Status");
            spec.getReadinessGates().forEach(gate -> {
                String status = conditions.stream()
                        .filter(c -> Objects.equals(c.getType(), gate.getConditionType()))
                        .map(PodCondition::getStatus)
                        .findFirst()
                        .orElse(Lines.NONE);
                lines.line(1, gate.getConditionType() + " ", status + " ");
            });
        }
        if (!conditions.isEmpty()) {
            lines.line(0, "Conditions:");
            lines.line(1, "Type", "Status");
            conditions.forEach(c -> lines.line(1, c.getType() + " ", c.getStatus() + " "));
        }
    }

    private static boolean none(@Nullable String value) {
        return value == null || value.isEmpty();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
