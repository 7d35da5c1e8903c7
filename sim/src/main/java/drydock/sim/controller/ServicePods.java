package drydock.sim.controller;

import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The Pods that Services choose, as the two controllers of endpoints see them.
final class ServicePods {

    /// A port that a Service leads to on a Pod.
    ///
    /// @param name the Service port's name, empty if it has none
    record Target(
            String name,
            int port,
            String protocol,
            @Nullable String appProtocol) {}

    private final Informer<Service> services;
    private final Informer<Pod> pods;

    /// @param changed is told of each Service whose endpoints may be others now
    /// @param gone is told of each Pod that is gone, and of the Services it was behind
    ServicePods(SharedInformers informers, Consumer<ResourceId> changed, BiConsumer<ResourceId, Pod> gone) {
        services = informers
                .services()
                .on((before, after) ->
                        changed.accept(ResourceId.of(Objects.requireNonNull(after == null ? before : after))));
        pods = informers.pods().on((before, after) -> {
            if (before == null || after == null || differs(before, after)) {
                Set<ResourceId> affected = new LinkedHashSet<>();
                Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                        .flatMap(Optional::stream)
                        .forEach(pod -> affected.addAll(choosing(pod)));
                affected.forEach(changed);
                if (after == null && before != null) {
                    affected.forEach(service -> gone.accept(service, before));
                }
            }
        });
    }

    Optional<Service> service(ResourceId id) {
        return services.get(id);
    }

    /// Whether the Service chooses Pods at all (rule: no selector, or ExternalName, no endpoints).
    static boolean choosesPods(Service service) {
        Map<String, String> selector = service.getSpec().getSelector();
        return selector != null
                && !selector.isEmpty()
                && !"ExternalName".equals(service.getSpec().getType());
    }

    /// The Pods that `service` chooses, have an address and are not over; those being deleted among them.
    List<Pod> chosen(Service service) {
        Map<String, String> labels = service.getSpec().getSelector();
        LabelSelector selector = LabelSelector.ofService(labels);
        return LabelKeys.candidates(pods, service.getMetadata().getNamespace(), labels).stream()
                .filter(selector::matches)
                .filter(pod -> !Pods.isOver(pod) && !Pods.address(pod).isEmpty())
                .toList();
    }

    /// Where the ports of `service` lead on `pod`; a named port that the Pod does not have leads nowhere.
    static List<Target> targets(Service service, Pod pod) {
        List<Target> targets = new ArrayList<>();
        for (ServicePort port : service.getSpec().getPorts()) {
            number(port, pod)
                    .ifPresent(number -> targets.add(new Target(
                            Objects.requireNonNullElse(port.getName(), ""),
                            number,
                            Objects.requireNonNullElse(port.getProtocol(), "TCP"),
                            port.getAppProtocol())));
        }
        return targets;
    }

    private static Optional<Integer> number(ServicePort port, Pod pod) {
        IntOrString target = port.getTargetPort();
        if (target == null) {
            return Optional.of(port.getPort());
        }
        if (target.getStrVal() == null) {
            return Optional.ofNullable(target.getIntVal());
        }
        return Stream.concat(
                        pod.getSpec().getContainers().stream(),
                        pod.getSpec().getInitContainers().stream().filter(c -> "Always".equals(c.getRestartPolicy())))
                .flatMap(c -> c.getPorts().stream())
                .filter(p -> target.getStrVal().equals(p.getName()))
                .filter(p -> Objects.equals(p.getProtocol(), port.getProtocol()))
                .map(ContainerPort::getContainerPort)
                .findFirst();
    }

    private List<ResourceId> choosing(Pod pod) {
        return LabelKeys.of(pod.getMetadata().getNamespace(), pod.getMetadata().getLabels()).stream()
                .flatMap(key -> services.of(key).stream())
                .filter(s -> LabelSelector.ofService(s.getSpec().getSelector()).matches(pod))
                .map(ResourceId::of)
                .toList();
    }

    /// Whether endpoints may differ (`endpointslice/util podEndpointsChanged`).
    private static boolean differs(Pod before, Pod after) {
        return Pods.isReady(before) != Pods.isReady(after)
                || Pods.isOver(before) != Pods.isOver(after)
                || Owners.isDeleting(before) != Owners.isDeleting(after)
                || !Pods.address(before).equals(Pods.address(after))
                || !Pods.node(before).equals(Pods.node(after))
                || !Objects.equals(
                        before.getMetadata().getLabels(), after.getMetadata().getLabels());
    }
}
