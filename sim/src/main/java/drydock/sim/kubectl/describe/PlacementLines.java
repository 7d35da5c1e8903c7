package drydock.sim.kubectl.describe;

import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a Pod template holds, and where the Pods of a template, or one Pod, may run.
final class PlacementLines {

    private PlacementLines() {}

    /// `describe.go DescribePodTemplate`
    static void template(Lines lines, PodTemplateSpec template) {
        lines.line(0, "Pod Template:");
        var metadata = template.getMetadata();
        Metadata.labels(lines, 1, "Labels", metadata == null ? null : metadata.getLabels());
        if (metadata != null
                && metadata.getAnnotations() != null
                && !metadata.getAnnotations().isEmpty()) {
            Metadata.annotations(lines, 1, metadata.getAnnotations());
        }
        var spec = template.getSpec();
        lines.fieldIfAny(1, "Service Account", spec.getServiceAccountName());
        if (!spec.getInitContainers().isEmpty()) {
            ContainerLines.ofTemplate(lines, "Init Containers", spec.getInitContainers());
        }
        ContainerLines.ofTemplate(lines, "Containers", spec.getContainers());
        VolumeLines.of(lines, spec.getVolumes(), "  ");
        spread(lines, 1, spec.getTopologySpreadConstraints());
        lines.fieldIfAny(1, "Priority Class Name", spec.getPriorityClassName());
        Metadata.labels(lines, 1, "Node-Selectors", spec.getNodeSelector());
        tolerations(lines, 1, spec.getTolerations());
    }

    static void tolerations(Lines lines, int level, List<Toleration> tolerations) {
        lines.column(
                level,
                "Tolerations",
                tolerations.stream()
                        .sorted(Comparator.comparing(t -> text(t.getKey())))
                        .map(PlacementLines::toleration)
                        .toList());
    }

    private static String toleration(Toleration toleration) {
        String what = text(toleration.getKey())
                + (text(toleration.getValue()).isEmpty() ? "" : "=" + toleration.getValue())
                + (text(toleration.getEffect()).isEmpty() ? "" : ":" + toleration.getEffect());
        boolean exists = "Exists".equals(toleration.getOperator())
                && text(toleration.getValue()).isEmpty();
        String operator = !exists ? "" : what.isEmpty() ? "op=Exists" : " op=Exists";
        String seconds =
                toleration.getTolerationSeconds() == null ? "" : " for " + toleration.getTolerationSeconds() + "s";
        return what + operator + seconds;
    }

    static void spread(Lines lines, int level, List<TopologySpreadConstraint> constraints) {
        if (!constraints.isEmpty()) {
            lines.column(
                    level,
                    "Topology Spread Constraints",
                    constraints.stream()
                            .sorted(Comparator.comparing(c -> text(c.getTopologyKey())))
                            .map(PlacementLines::constraint)
                            .toList());
        }
    }

    private static String constraint(TopologySpreadConstraint constraint) {
        String selector = constraint.getLabelSelector() == null
                ? ""
                : " for selector " + LabelSelector.of(constraint.getLabelSelector());
        return constraint.getTopologyKey() + ":" + constraint.getWhenUnsatisfiable() + " when max skew "
                + constraint.getMaxSkew() + " is exceeded" + selector;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
