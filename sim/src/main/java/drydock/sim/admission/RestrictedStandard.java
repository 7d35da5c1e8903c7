package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the restricted security standard asks for beyond the baseline (`pod-security-admission/policy/check_*.go`).
final class RestrictedStandard {

    private static final Set<String> PROFILES = Set.of("RuntimeDefault", "Localhost");

    private final PodSpec spec;
    private final PodSecurityContext context;
    private final SecuredContainers containers;

    RestrictedStandard(Pod pod) {
        spec = pod.getSpec();
        context = Objects.requireNonNullElseGet(spec.getSecurityContext(), PodSecurityContext::new);
        containers = SecuredContainers.of(pod);
    }

    /// What is wrong, in the order in which the server looks.
    List<String> violations() {
        return Stream.of(escalation(), capabilities(), volumes(), runAsNonRoot(), runAsUser(), seccomp())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> escalation() {
        return SecuredContainers.violation(
                "allowPrivilegeEscalation != false",
                containers.where(c -> !Boolean.FALSE.equals(c.getAllowPrivilegeEscalation())),
                "",
                "must set securityContext.allowPrivilegeEscalation=false");
    }

    private Optional<String> capabilities() {
        return SecuredContainers.violation(
                "unrestricted capabilities",
                containers.where(c -> !dropsAll(c)),
                "",
                "must set securityContext.capabilities.drop=[\"ALL\"]");
    }

    private static boolean dropsAll(SecurityContext container) {
        return container.getCapabilities() != null
                && container.getCapabilities().getDrop().contains("ALL");
    }

    private Optional<String> volumes() {
        List<String> restricted = spec.getVolumes().stream()
                .filter(RestrictedStandard::isRestricted)
                .map(Volume::getName)
                .toList();
        return restricted.isEmpty()
                ? Optional.empty()
                : Optional.of("restricted volume types (" + SecuredContainers.named("volume", restricted)
                        + (restricted.size() == 1 ? " uses restricted volume type " : " use restricted volume types ")
                        + "\"hostPath\")");
    }

    private static boolean isRestricted(Volume volume) {
        return volume.getHostPath() != null;
    }

    private Optional<String> runAsNonRoot() {
        if (Boolean.FALSE.equals(context.getRunAsNonRoot())) {
            return Optional.of("runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false)");
        }
        boolean ofPod = Boolean.TRUE.equals(context.getRunAsNonRoot());
        return SecuredContainers.violation(
                "runAsNonRoot != true",
                containers.where(c -> c.getRunAsNonRoot() == null ? !ofPod : !c.getRunAsNonRoot()),
                "pod or ",
                "must set securityContext.runAsNonRoot=true");
    }

    private Optional<String> runAsUser() {
        return Long.valueOf(0).equals(context.getRunAsUser())
                ? Optional.of("runAsUser=0 (pod must not set runAsUser=0)")
                : SecuredContainers.violation(
                        "runAsUser=0",
                        containers.where(c -> Long.valueOf(0).equals(c.getRunAsUser())),
                        "",
                        "must not set runAsUser=0");
    }

    private Optional<String> seccomp() {
        boolean ofPod = isProfile(context.getSeccompProfile());
        return SecuredContainers.violation(
                "seccompProfile",
                containers.where(c -> c.getSeccompProfile() == null ? !ofPod : !isProfile(c.getSeccompProfile())),
                "pod or ",
                "must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\"");
    }

    private static boolean isProfile(@Nullable SeccompProfile profile) {
        return profile != null && PROFILES.contains(profile.getType());
    }
}
