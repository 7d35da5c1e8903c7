package drydock.sim.controller.statefulset;

import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import drydock.sim.controller.workload.PodOfTemplate;
import drydock.sim.controller.workload.Revisions;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The Pods of a StatefulSet: their names, what they are made of, and what is asked of them
/// (`statefulset/stateful_set_utils.go`).
final class StatefulPods {

    private static final String NAME = "statefulset.kubernetes.io/pod-name";
    private static final String INDEX = "apps.kubernetes.io/pod-index";
    private static final Pattern MEMBER = Pattern.compile("(.*)-(0|[1-9]\\d{0,8})");

    private StatefulPods() {}

    /// The place of `pod` in the row, -1 if its name tells none.
    static int ordinal(Pod pod) {
        Matcher name = MEMBER.matcher(pod.getMetadata().getName());
        return name.matches() ? Integer.parseInt(name.group(2)) : -1;
    }

    static boolean isMember(StatefulSet set, Pod pod) {
        Matcher name = MEMBER.matcher(pod.getMetadata().getName());
        return name.matches() && name.group(1).equals(set.getMetadata().getName());
    }

    static String claimName(StatefulSet set, String template, int ordinal) {
        return template + "-" + set.getMetadata().getName() + "-" + ordinal;
    }

    /// The Pod number `ordinal`, of the template of a revision.
    static Pod make(StatefulSet set, PodTemplateSpec template, String revision, int ordinal) {
        String name = set.getMetadata().getName() + "-" + ordinal;
        return PodOfTemplate.begin(
                        set, template, Map.of(NAME, name, INDEX, Integer.toString(ordinal), Revisions.HASH, revision))
                .editMetadata()
                .withGenerateName(set.getMetadata().getName() + "-")
                .withName(name)
                .endMetadata()
                .editSpec()
                .withHostname(name)
                .withSubdomain(set.getSpec().getServiceName())
                .withVolumes(volumes(set, template, ordinal))
                .endSpec()
                .build();
    }

    /// A claim's volume takes the place of one of the same name in the template.
    private static List<Volume> volumes(StatefulSet set, PodTemplateSpec template, int ordinal) {
        List<Volume> volumes = new ArrayList<>();
        set.getSpec()
                .getVolumeClaimTemplates()
                .forEach(claim -> volumes.add(new VolumeBuilder()
                        .withName(claim.getMetadata().getName())
                        .withNewPersistentVolumeClaim()
                        .withClaimName(claimName(set, claim.getMetadata().getName(), ordinal))
                        .endPersistentVolumeClaim()
                        .build()));
        Set<String> names = volumes.stream().map(Volume::getName).collect(Collectors.toSet());
        template.getSpec().getVolumes().stream()
                .filter(v -> !names.contains(v.getName()))
                .forEach(volumes::add);
        return volumes;
    }

    static String revision(Pod pod) {
        return pod.getMetadata().getLabels() == null
                ? ""
                : Objects.requireNonNullElse(pod.getMetadata().getLabels().get(Revisions.HASH), "");
    }

    /// Whether the server has it; one that was only made up here has no phase.
    static boolean isCreated(Pod pod) {
        return !Pods.phase(pod).isEmpty();
    }

    static boolean isRunningAndReady(Pod pod) {
        return Pods.phase(pod).equals("Running") && Pods.isReady(pod);
    }

    static boolean isRunningAndAvailable(StatefulSet set, Pod pod, Instant now) {
        return isRunningAndReady(pod) && Pods.isAvailable(pod, minReadySeconds(set), now);
    }

    static boolean isUnavailable(StatefulSet set, Pod pod, Instant now) {
        return Owners.isDeleting(pod) || !isRunningAndAvailable(set, pod, now);
    }

    static int minReadySeconds(StatefulSet set) {
        return Objects.requireNonNullElse(set.getSpec().getMinReadySeconds(), 0);
    }

    static int start(StatefulSet set) {
        return set.getSpec().getOrdinals() == null
                ? 0
                : Objects.requireNonNullElse(set.getSpec().getOrdinals().getStart(), 0);
    }
}
