package drydock.sim.admission;

import drydock.model.resource.ResourceId;
import drydock.model.validation.Refusal;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSchedulingGate;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// What of an object may not change once it is there (`pkg/apis/core/validation ValidatePodUpdate`).
final class Immutability {

    private static final String POD = "Forbidden: pod updates may not change fields other than "
            + "`spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,"
            + "`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` "
            + "(allow it to be set to 1 if it was previously negative)";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Immutability() {}

    /// @throws drydock.model.cluster.ClusterException 422
    static void check(ResourceId id, HasMetadata before, HasMetadata after) {
        if (before instanceof Pod old && after instanceof Pod pod) {
            List<Refusal> problems = problems(old.getSpec(), pod.getSpec());
            if (!problems.isEmpty()) {
                throw Refusals.invalid(id, problems);
            }
        }
    }

    private static List<Refusal> problems(PodSpec old, PodSpec spec) {
        List<Refusal> problems = new ArrayList<>();
        gates(old, spec, problems);
        tolerations(old, spec, problems);
        if (isGated(old)
                && !orEmpty(spec.getNodeSelector())
                        .entrySet()
                        .containsAll(orEmpty(old.getNodeSelector()).entrySet())) {
            problems.add(new Refusal(
                    "spec.nodeSelector",
                    "Invalid value: " + JSON.writeValueAsString(spec.getNodeSelector())
                            + ": only additions to spec.nodeSelector are allowed (no mutations or deletions)"));
        }
        if (!fixed(old, isGated(old)).equals(fixed(spec, isGated(old)))) {
            problems.add(new Refusal("spec", POD));
        }
        return problems;
    }

    /// Gates are only ever taken away.
    private static void gates(PodSpec old, PodSpec spec, List<Refusal> problems) {
        Set<String> known = old.getSchedulingGates().stream()
                .map(PodSchedulingGate::getName)
                .collect(Collectors.toSet());
        spec.getSchedulingGates().stream()
                .map(PodSchedulingGate::getName)
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(new Refusal(
                        "spec.schedulingGates",
                        "Forbidden: only deletion is allowed, but found new" + " scheduling gate '" + name + "'")));
    }

    /// Each toleration stays, but for how long.
    private static void tolerations(PodSpec old, PodSpec spec, List<Refusal> problems) {
        Set<Toleration> now =
                spec.getTolerations().stream().map(Immutability::timeless).collect(Collectors.toSet());
        if (!old.getTolerations().stream().map(Immutability::timeless).allMatch(now::contains)) {
            problems.add(new Refusal(
                    "spec.tolerations",
                    "Forbidden: existing toleration can not be modified except its" + " tolerationSeconds"));
        }
    }

    private static Toleration timeless(Toleration toleration) {
        return new TolerationBuilder(toleration).withTolerationSeconds(null).build();
    }

    private static boolean isGated(PodSpec spec) {
        return !spec.getSchedulingGates().isEmpty();
    }

    private static Map<String, String> orEmpty(Map<String, String> map) {
        return Objects.requireNonNullElse(map, Map.of());
    }

    /// The spec without what may change.
    private static PodSpec fixed(PodSpec spec, boolean gated) {
        PodSpec fixed = new PodSpecBuilder(spec)
                .withTolerations(List.of())
                .withSchedulingGates(List.of())
                .withActiveDeadlineSeconds(null)
                .withTerminationGracePeriodSeconds(null)
                .build();
        if (gated) {
            fixed.setNodeSelector(Map.of());
        }
        fixed.getContainers().forEach(Immutability::anyImage);
        fixed.getInitContainers().forEach(Immutability::anyImage);
        return fixed;
    }

    private static void anyImage(Container container) {
        container.setImage(null);
    }
}
