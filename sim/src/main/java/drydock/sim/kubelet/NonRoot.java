package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What `runAsNonRoot` keeps from being started (`pkg/kubelet/kuberuntime/security_context_others.go`,
/// verifyRunAsNonRoot).
final class NonRoot {

    private NonRoot() {}

    /// @param imageIsRoot whether the image runs as root where nobody says otherwise
    /// @throws Environment.MissingException in the kubelet's words, if the container must not be started
    static void check(Pod pod, Container container, boolean imageIsRoot) throws Environment.MissingException {
        boolean required = Boolean.TRUE.equals(
                effective(pod, container, SecurityContext::getRunAsNonRoot, PodSecurityContext::getRunAsNonRoot));
        Long user = effective(pod, container, SecurityContext::getRunAsUser, PodSecurityContext::getRunAsUser);
        if (!required || (user != null && user != 0) || (user == null && !imageIsRoot)) {
            return;
        }
        String subject = " (pod: \"" + Restarts.fullName(pod) + "\", container: " + container.getName() + ")";
        throw new Environment.MissingException((user != null
                        ? "container's runAsUser breaks non-root policy"
                        : "container has runAsNonRoot and image will run as root")
                + subject);
    }

    /// What the container says of itself, else what the Pod says of all.
    private static <T> @Nullable T effective(
            Pod pod,
            Container container,
            Function<SecurityContext, @Nullable T> own,
            Function<PodSecurityContext, @Nullable T> all) {
        SecurityContext context = container.getSecurityContext();
        T said = context == null ? null : own.apply(context);
        PodSecurityContext whole = pod.getSpec().getSecurityContext();
        return said != null || whole == null ? said : all.apply(whole);
    }
}
