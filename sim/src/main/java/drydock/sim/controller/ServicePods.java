package drydock.sim.controller;

import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The Pods that Services choose, as a controller of endpoints sees them: those that have an address and are not over,
/// those being deleted among them. Of a hundred Pods behind a Service one changes at a time, and only that one is
/// looked at then.
///
/// @param <T> what the controller makes of a Pod behind a Service
final class ServicePods<T> {

    private final Informer<Service> services;
    private final Informer<Pod> pods;
    private final BiFunction<Service, Pod, T> making;
    private final Function<Pod, String> order;
    private final Map<ResourceId, Behind<T>> behind = new HashMap<>();
    private final TriggerTimes triggers = new TriggerTimes();

    /// The Pods behind one version of a Service.
    private record Behind<T>(Service service, LabelSelector selector, Members<T> members) {}

    /// @param making what is made of a Pod that a Service chooses
    /// @param order where a Pod stands among those of its Service; equal ones stand by name
    /// @param changed is told of each Service whose endpoints may be others now
    ServicePods(
            SharedInformers informers,
            BiFunction<Service, Pod, T> making,
            Function<Pod, String> order,
            Consumer<ResourceId> changed) {
        this.making = making;
        this.order = order;
        services = informers.services().on((before, after) -> {
            ResourceId id = ResourceId.of(Objects.requireNonNull(after == null ? before : after));
            if (after == null) {
                behind.remove(id);
                triggers.forget(id);
            }
            changed.accept(id);
        });
        pods = informers.pods().on((before, after) -> {
            boolean differs = before == null || after == null || differs(before, after);
            if (differs || !Pods.readySince(before).equals(Pods.readySince(after))) {
                Set<ResourceId> affected = affected(before, after);
                affected.forEach(service -> triggered(service, before, after));
                if (differs) {
                    affected.forEach(service -> podChanged(service, before, after));
                    affected.forEach(changed);
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

    /// What was made of the Pods that `service` chooses, in order; a view.
    @SuppressWarnings(
            "ReferenceEquality") // another version is another object, and comparing all of it is what this saves
    Collection<T> chosenBy(Service service) {
        ResourceId id = ResourceId.of(service);
        Behind<T> known = behind.get(id);
        if (known == null || known.service() != service) {
            known = lookedUp(service);
            behind.put(id, known);
        }
        return known.members().all();
    }

    /// When the first of what has changed since this was last asked did so; empty if nothing is known to have.
    Optional<String> triggerTime(Service service) {
        ResourceId id = ResourceId.of(service);
        if (!triggers.knows(id)) {
            LabelSelector selector = LabelSelector.ofService(service.getSpec().getSelector());
            LabelKeys.candidates(
                            pods,
                            service.getMetadata().getNamespace(),
                            service.getSpec().getSelector())
                    .stream()
                    .filter(selector::matches)
                    .forEach(pod -> triggers.changed(id, ResourceId.of(pod), ""));
        }
        String created = Objects.requireNonNullElse(service.getMetadata().getCreationTimestamp(), "");
        return triggers.take(
                id, created, pod -> pods.get(pod).map(Pods::readySince).orElse(""));
    }

    private void triggered(ResourceId service, @Nullable Pod before, @Nullable Pod after) {
        if (after != null && triggers.knows(service)) {
            boolean wasChosen = before != null && sameLabels(before, after);
            triggers.changed(service, ResourceId.of(after), wasChosen ? Pods.readySince(before) : "");
        }
    }

    private Behind<T> lookedUp(Service service) {
        Map<String, String> labels = service.getSpec().getSelector();
        Behind<T> all = new Behind<>(service, LabelSelector.ofService(labels), new Members<>());
        for (Pod pod : LabelKeys.candidates(pods, service.getMetadata().getNamespace(), labels)) {
            put(all, pod);
        }
        return all;
    }

    private void podChanged(ResourceId service, @Nullable Pod before, @Nullable Pod after) {
        Behind<T> known = behind.get(service);
        if (known != null && after != null) {
            put(known, after);
        } else if (known != null && before != null) {
            known.members().remove(ResourceId.of(before));
        }
    }

    private void put(Behind<T> known, Pod pod) {
        ResourceId id = ResourceId.of(pod);
        if (known.selector().matches(pod)
                && !Pods.isOver(pod)
                && !Pods.address(pod).isEmpty()) {
            known.members().put(id, order.apply(pod), making.apply(known.service(), pod));
        } else {
            known.members().remove(id);
        }
    }

    /// The Services that chose or choose the Pod.
    private Set<ResourceId> affected(@Nullable Pod before, @Nullable Pod after) {
        Set<ResourceId> affected = new LinkedHashSet<>();
        if (before != null) {
            addChoosing(before, affected);
        }
        if (after != null && (before == null || !sameLabels(before, after))) {
            addChoosing(after, affected);
        }
        return affected;
    }

    private void addChoosing(Pod pod, Set<ResourceId> affected) {
        Map<String, String> labels = pod.getMetadata().getLabels();
        for (String key : LabelKeys.of(pod.getMetadata().getNamespace(), labels)) {
            for (Service service : services.of(key)) {
                if (LabelSelector.isChosenByService(service.getSpec().getSelector(), labels)) {
                    affected.add(ResourceId.of(service));
                }
            }
        }
    }

    private static boolean sameLabels(Pod before, Pod after) {
        return Objects.equals(
                before.getMetadata().getLabels(), after.getMetadata().getLabels());
    }

    /// Whether endpoints may differ (`endpointslice/util podEndpointsChanged`).
    private static boolean differs(Pod before, Pod after) {
        return Pods.isReady(before) != Pods.isReady(after)
                || Pods.isOver(before) != Pods.isOver(after)
                || Owners.isDeleting(before) != Owners.isDeleting(after)
                || !Pods.address(before).equals(Pods.address(after))
                || !Pods.node(before).equals(Pods.node(after))
                || !before.getMetadata().getUid().equals(after.getMetadata().getUid())
                || !sameLabels(before, after);
    }
}
