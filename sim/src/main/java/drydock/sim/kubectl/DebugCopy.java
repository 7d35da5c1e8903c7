package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The copy of a Pod that is debugged in its place (`debug.go generatePodCopyWithDebugContainer`).
final class DebugCopy {

    private final DebugOptions options;
    private final Pod pod;

    DebugCopy(DebugOptions options, Pod pod) {
        this.options = options;
        this.pod = pod;
    }

    /// @param container the one to attach to; empty if only images were changed
    record Made(Pod copy, Optional<String> container) {}

    /// @param name what a new container is called if the user did not say it
    Made make(String name) {
        List<Container> containers = new ArrayList<>();
        pod.getSpec().getContainers().forEach(container -> containers.add(withImage(container)));
        String wanted = options.container().orElse("");
        int at = containers.stream().map(Container::getName).toList().indexOf(wanted);
        if (at < 0 && options.image().isEmpty()) {
            if (!options.images().isEmpty()) {
                return new Made(copy(containers, false), Optional.empty());
            }
            throw new CommandFailure("error: you must specify image when creating new container");
        }
        Container debugged = at < 0
                ? new ContainerBuilder()
                        .withName(wanted.isEmpty() ? name : wanted)
                        .withTerminationMessagePolicy("File")
                        .build()
                : containers.get(at);
        Container changed = changed(debugged);
        if (at < 0) {
            containers.add(changed);
        } else {
            containers.set(at, changed);
        }
        return new Made(copy(containers, true), Optional.of(changed.getName()));
    }

    private Container withImage(Container container) {
        Map<String, String> images = options.images();
        String image = images.getOrDefault(container.getName(), images.getOrDefault("*", container.getImage()));
        return new ContainerBuilder(container).withImage(image).build();
    }

    private Container changed(Container container) {
        ContainerBuilder builder = new ContainerBuilder(container)
                .withStdin(options.isInteractive() ? true : null)
                .withTty(options.isTerminal() ? true : null)
                .withSecurityContext(options.profile().inCopy(container.getSecurityContext()));
        if (!options.words().isEmpty()) {
            if (options.areArguments()) {
                builder.withArgs(options.words());
            } else {
                builder.withCommand(options.words()).withArgs(List.of());
            }
        }
        if (!options.environment().isEmpty()) {
            builder.withEnv(options.environment());
        }
        options.image().ifPresent(builder::withImage);
        options.pullPolicy().ifPresent(builder::withImagePullPolicy);
        return builder.build();
    }

    /// @param profiled whether the profile says what of the Pod is left out, as where a container is debugged
    private Pod copy(List<Container> containers, boolean profiled) {
        boolean legacy = options.profile() == DebugProfile.LEGACY;
        PodBuilder copy = new PodBuilder()
                .withNewMetadata()
                .withName(options.copyTo().orElseThrow())
                .withNamespace(pod.getMetadata().getNamespace())
                .withAnnotations(pod.getMetadata().getAnnotations())
                .withLabels(pod.getMetadata().getLabels())
                .endMetadata()
                .withSpec(pod.getSpec())
                .editSpec()
                .withEphemeralContainers(List.of())
                .withContainers(profiled && !legacy ? withoutProbes(containers) : containers)
                .endSpec();
        options.sharesProcesses()
                .ifPresent(shares ->
                        copy.editSpec().withShareProcessNamespace(shares).endSpec());
        if (!options.isOn("--same-node")) {
            copy.editSpec().withNodeName(null).endSpec();
        }
        if (profiled && (legacy || !options.isOn("--keep-labels"))) {
            copy.editMetadata().withLabels(Map.of()).endMetadata();
        }
        if (profiled && !legacy) {
            if (!options.isOn("--keep-annotations")) {
                copy.editMetadata().withAnnotations(Map.of()).endMetadata();
            }
            if (!options.keepsInitContainers()) {
                copy.editSpec().withInitContainers(List.of()).endSpec();
            }
            if (copy.buildSpec().getShareProcessNamespace() == null) {
                copy.editSpec().withShareProcessNamespace(true).endSpec();
            }
        }
        return copy.build();
    }

    private List<Container> withoutProbes(List<Container> containers) {
        return containers.stream()
                .map(container -> {
                    ContainerBuilder builder = new ContainerBuilder(container);
                    if (!options.isOn("--keep-liveness")) {
                        builder.withLivenessProbe(null);
                    }
                    if (!options.isOn("--keep-readiness")) {
                        builder.withReadinessProbe(null);
                    }
                    if (!options.isOn("--keep-startup")) {
                        builder.withStartupProbe(null);
                    }
                    return builder.build();
                })
                .toList();
    }
}
