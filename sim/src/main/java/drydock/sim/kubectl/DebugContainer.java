package drydock.sim.kubectl;

import drydock.model.cluster.Patch;
import drydock.sim.kubectl.text.JsonText;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.EphemeralContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The ephemeral container that a Pod is debugged with (`debug.go generateDebugContainer`).
final class DebugContainer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String NOT_ROOT = "Warning: Non-root user is configured for the entire target Pod, and some"
            + " capabilities granted by debug profile may not work. Please consider using \"--custom\" with a custom"
            + " profile that specifies \"securityContext.runAsUser: 0\".";

    private DebugContainer() {}

    static EphemeralContainer of(DebugOptions options, String name) {
        boolean arguments = options.areArguments();
        return new EphemeralContainerBuilder()
                .withName(name)
                .withImage(options.image().orElse(""))
                .withImagePullPolicy(options.pullPolicy().orElse(null))
                .withEnv(options.environment())
                .withCommand(arguments ? List.of() : options.words())
                .withArgs(arguments ? options.words() : List.of())
                .withStdin(options.isInteractive() ? true : null)
                .withTty(options.isTerminal() ? true : null)
                .withTerminationMessagePolicy("File")
                .withTargetContainerName(options.target().orElse(null))
                .withSecurityContext(options.profile().inPod())
                .build();
    }

    /// What adds it to its Pod.
    static Patch adding(EphemeralContainer container) {
        Object tree = JSON.convertValue(container, Map.class);
        return new Patch(
                        Patch.Type.STRATEGIC,
                        JsonText.compact(Map.of("spec", Map.of("ephemeralContainers", List.of(tree)))))
                .to("ephemeralcontainers");
    }

    /// What kubectl warns of where the Pod's user is not root and the profile gives capabilities (`displayWarning`).
    static Optional<String> warning(Pod pod, SecurityContext context) {
        Long user = pod.getSpec().getSecurityContext() == null
                ? null
                : pod.getSpec().getSecurityContext().getRunAsUser();
        boolean root = user == null || user == 0;
        boolean ownRoot = context.getRunAsUser() != null && context.getRunAsUser() == 0;
        boolean privileged = Boolean.TRUE.equals(context.getPrivileged());
        boolean adds = context.getCapabilities() != null
                && !context.getCapabilities().getAdd().isEmpty();
        return root || ownRoot || !(privileged || adds) ? Optional.empty() : Optional.of(NOT_ROOT);
    }
}
