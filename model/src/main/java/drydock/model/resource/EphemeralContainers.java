package drydock.model.resource;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;

/// A Pod's ephemeral containers as containers, which they are but for what they are not given
/// (`pkg/apis/core/types.go EphemeralContainerCommon`, which can be read as a `Container`).
public final class EphemeralContainers {

    private EphemeralContainers() {}

    /// Those of `spec`, in its order.
    public static List<Container> of(PodSpec spec) {
        List<EphemeralContainer> all = spec.getEphemeralContainers();
        return all.isEmpty()
                ? List.of()
                : all.stream().map(EphemeralContainers::asContainer).toList();
    }

    /// All that `container` says, but for whose processes it sees.
    public static Container asContainer(EphemeralContainer container) {
        return new ContainerBuilder()
                .withName(container.getName())
                .withImage(container.getImage())
                .withImagePullPolicy(container.getImagePullPolicy())
                .withCommand(container.getCommand())
                .withArgs(container.getArgs())
                .withWorkingDir(container.getWorkingDir())
                .withPorts(container.getPorts())
                .withEnv(container.getEnv())
                .withEnvFrom(container.getEnvFrom())
                .withResources(container.getResources())
                .withVolumeMounts(container.getVolumeMounts())
                .withVolumeDevices(container.getVolumeDevices())
                .withSecurityContext(container.getSecurityContext())
                .withTerminationMessagePath(container.getTerminationMessagePath())
                .withTerminationMessagePolicy(container.getTerminationMessagePolicy())
                .withStdin(container.getStdin())
                .withStdinOnce(container.getStdinOnce())
                .withTty(container.getTty())
                .build();
    }
}
