package drydock.app.live;

import drydock.app.live.api.Usage;
import drydock.app.live.api.Usage.Used;
import drydock.app.observe.Observed;
import drydock.app.reasons.ObservedReasons;
import drydock.model.resource.Kinds;
import drydock.model.resource.Quantities;
import drydock.model.resource.ResourceId;
import drydock.render.load.LoadPoint;
import drydock.render.load.LoadSeries;
import drydock.render.load.Loads;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What was used lately by nodes, Pods and those that own them, beside what they asked for. Belongs to the JavaFX
/// thread.
final class UsageLoads {

    /// A quarter of an hour.
    private static final int POINTS = 60;

    /// Of more Pods than these only the last moment is kept.
    private static final int MANY = 2_000;

    private static final int MOST_OWNERS = 4;

    private final Map<ResourceId, List<LoadPoint>> points = new HashMap<>();

    /// What is known after `usage`.
    Loads after(Usage usage, Observed observed) {
        Map<ResourceId, LoadPoint> now = new HashMap<>();
        usage.used().forEach((id, used) -> {
            if (id.kind().equals(Kinds.NODE.kind())) {
                now.put(id, new LoadPoint(used.cpu(), 0, used.memory(), 0, 0, 0, 0, 0));
            } else {
                observed.find(id)
                        .filter(Pod.class::isInstance)
                        .ifPresent(pod -> add(id, (Pod) pod, used, observed, now));
            }
        });
        sumRequestsOfNodes(observed, now);
        int most = usage.used().size() > MANY ? 1 : POINTS;
        points.keySet().retainAll(now.keySet());
        Map<ResourceId, LoadSeries> series = new HashMap<>();
        now.forEach((id, point) -> {
            List<LoadPoint> all = points.computeIfAbsent(id, _ -> new ArrayList<>());
            all.add(point);
            if (all.size() > most) {
                all.subList(0, all.size() - most).clear();
            }
            series.put(id, new LoadSeries(all, OptionalDouble.empty()));
        });
        return new Loads(series);
    }

    private static void add(ResourceId id, Pod pod, Used used, Observed observed, Map<ResourceId, LoadPoint> now) {
        LoadPoint point = new LoadPoint(
                used.cpu(),
                requested(pod, "cpu"),
                used.memory(),
                requested(pod, "memory"),
                1,
                ObservedReasons.isReady(pod) ? 1 : 0,
                0,
                0);
        now.put(id, point);
        HasMetadata each = pod;
        for (int i = 0; i < MOST_OWNERS; i++) {
            Optional<HasMetadata> owner = owner(each, id.namespace(), observed);
            if (owner.isEmpty()) {
                return;
            }
            each = owner.get();
            now.merge(ResourceId.of(each), point, UsageLoads::sum);
        }
    }

    private static Optional<HasMetadata> owner(HasMetadata object, String namespace, Observed observed) {
        return Optional.ofNullable(object.getMetadata().getOwnerReferences()).stream()
                .flatMap(List::stream)
                .filter(reference -> Boolean.TRUE.equals(reference.getController()))
                .findFirst()
                .flatMap(reference -> ResourceId.of(reference, namespace))
                .flatMap(observed::find)
                // a node owns its static Pods, and has its own numbers
                .filter(found -> !found.getKind().equals(Kinds.NODE.kind()));
    }

    /// Whatever runs on a node counts, be its use known or not.
    private static void sumRequestsOfNodes(Observed observed, Map<ResourceId, LoadPoint> now) {
        observed.objects().forEach(object -> {
            if (object instanceof Pod pod
                    && pod.getSpec() != null
                    && pod.getSpec().getNodeName() != null) {
                now.computeIfPresent(
                        ResourceId.of(Kinds.NODE, "", pod.getSpec().getNodeName()),
                        (_, node) -> isOver(pod)
                                ? node
                                : sum(
                                        node,
                                        new LoadPoint(
                                                0, requested(pod, "cpu"), 0, requested(pod, "memory"), 0, 0, 0, 0)));
            }
        });
    }

    private static boolean isOver(Pod pod) {
        String phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
        return "Succeeded".equals(phase) || "Failed".equals(phase);
    }

    private static LoadPoint sum(LoadPoint one, LoadPoint other) {
        return new LoadPoint(
                one.cpu() + other.cpu(),
                one.requested() + other.requested(),
                one.memory() + other.memory(),
                one.requestedMemory() + other.requestedMemory(),
                one.pods() + other.pods(),
                one.ready() + other.ready(),
                0,
                0);
    }

    /// The sum of what its containers ask for, sidecars among them: what is used is theirs, too.
    private static double requested(Pod pod, String resource) {
        double sum = 0;
        for (Container container : pod.getSpec().getContainers()) {
            sum += requested(container, resource);
        }
        for (Container init : pod.getSpec().getInitContainers()) {
            sum += "Always".equals(init.getRestartPolicy()) ? requested(init, resource) : 0;
        }
        return sum;
    }

    private static double requested(Container container, String resource) {
        return container.getResources() == null || container.getResources().getRequests() == null
                ? 0
                : Quantities.exact(container.getResources().getRequests().get(resource))
                        .doubleValue();
    }
}
