package drydock.sim.check;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.store.Change;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks at each change as it comes and tells what may not be.
final class Invariants {

    /// How late a controller may be: it acts on what it has last seen, which a fault delays by three seconds.
    private static final long LATE_NANOS = Duration.ofSeconds(5).toNanos();

    private static final Set<String> TERMINAL = Set.of("Succeeded", "Failed");

    private final Map<ResourceId, HasMetadata> objects = new HashMap<>();
    private final Map<String, Deque<Wanted>> wanted = new HashMap<>();
    private final Map<String, ResourceId> uids = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private long version;

    private record Wanted(long atNanos, int replicas) {}

    /// What has been broken, in order.
    List<String> broken() {
        return broken;
    }

    void accept(Change change) {
        if (change.version() <= version) {
            tell(change, "version " + change.version() + " after " + version);
        }
        version = change.version();
        if (!Objects.equals(without(objects.get(change.object())), without(change.before()))) {
            tell(change, "builds on something that was not there");
        }
        HasMetadata after = change.after();
        if (after == null) {
            objects.remove(change.object());
            return;
        }
        identity(change, after);
        objects.put(change.object(), after);
        switch (after) {
            case Pod pod -> pod(change, pod);
            case Service service -> service(change, service);
            case ReplicaSet set -> wants(change, set, set.getSpec().getReplicas());
            case ReplicationController controller ->
                wants(change, controller, controller.getSpec().getReplicas());
            default -> {
                // nothing is held of it
            }
        }
    }

    /// A deletion tells the object under a new version.
    private static @Nullable Object without(@Nullable HasMetadata object) {
        return object == null ? null : object.getMetadata().getUid();
    }

    /// An object is the same one as long as it has a uid, which no other ever has; what is being deleted stays so.
    private void identity(Change change, HasMetadata after) {
        ObjectMeta now = after.getMetadata();
        if (change.before() == null) {
            ResourceId first = uids.putIfAbsent(now.getUid(), change.object());
            if (first != null) {
                tell(change, "has the uid of " + first);
            }
            return;
        }
        ObjectMeta was = change.before().getMetadata();
        if (!was.getUid().equals(now.getUid())) {
            tell(change, "was " + was.getUid() + " and is " + now.getUid());
        }
        if (was.getDeletionTimestamp() != null && now.getDeletionTimestamp() == null) {
            tell(change, "is not being deleted any more");
        }
        if (generation(now) < generation(was)) {
            tell(change, "went from generation " + generation(was) + " to " + generation(now));
        }
    }

    private static long generation(ObjectMeta metadata) {
        return Objects.requireNonNullElse(metadata.getGeneration(), 0L);
    }

    private void wants(Change change, HasMetadata controller, @Nullable Integer replicas) {
        wanted.computeIfAbsent(controller.getMetadata().getUid(), _ -> new ArrayDeque<>())
                .add(new Wanted(change.atNanos(), Objects.requireNonNullElse(replicas, 1)));
    }

    private void pod(Change change, Pod pod) {
        if (change.before() instanceof Pod before) {
            String node = node(before);
            if (!node.isEmpty() && !node.equals(node(pod))) {
                tell(change, "moved from node " + node + " to " + node(pod));
            }
            if (TERMINAL.contains(phase(before)) && !phase(pod).equals(phase(before))) {
                tell(change, "went from " + phase(before) + " to " + phase(pod));
            }
        } else {
            notMoreThanWanted(change, pod);
        }
        ports(change, pod);
        room(change, pod);
    }

    /// A node has what its Pods ask of it.
    private void room(Change change, Pod pod) {
        boolean bound = change.before() instanceof Pod before
                && node(before).isEmpty()
                && !node(pod).isEmpty();
        if (!bound || !(objects.get(ResourceId.of(Kinds.NODE, "", node(pod))) instanceof Node node)) {
            return;
        }
        List<Pod> there = pods().stream()
                .filter(other -> node(other).equals(node(pod)) && !TERMINAL.contains(phase(other)))
                .toList();
        for (String resource : List.of("cpu", "memory", "pods")) {
            long asked = resource.equals("pods")
                    ? there.size() * 1_000L
                    : there.stream().mapToLong(other -> asked(other, resource)).sum();
            Quantity has = node.getStatus().getAllocatable().get(resource);
            if (has != null && asked > thousandths(has)) {
                tell(change, "asks with others for " + asked + "m " + resource + " of " + has + " on " + node(pod));
            }
        }
    }

    private static long asked(Pod pod, String resource) {
        return pod.getSpec().getContainers().stream()
                .filter(container -> container.getResources() != null
                        && container.getResources().getRequests() != null
                        && container.getResources().getRequests().containsKey(resource))
                .mapToLong(container ->
                        thousandths(container.getResources().getRequests().get(resource)))
                .sum();
    }

    private static long thousandths(Quantity quantity) {
        return quantity.getNumericalAmount().movePointRight(3).longValue();
    }

    private void notMoreThanWanted(Change change, Pod pod) {
        Optional<OwnerReference> owner = pod.getMetadata().getOwnerReferences().stream()
                .filter(reference -> wanted.containsKey(reference.getUid()))
                .findFirst();
        if (owner.isEmpty()) {
            return;
        }
        long active = pods().stream()
                .filter(other -> other.getMetadata().getOwnerReferences().stream()
                        .anyMatch(reference ->
                                reference.getUid().equals(owner.get().getUid())))
                .filter(other -> other.getMetadata().getDeletionTimestamp() == null)
                .filter(other -> !TERMINAL.contains(phase(other)))
                .count();
        int most = most(wanted.get(owner.get().getUid()), change.atNanos());
        if (active > most) {
            tell(change, active + " Pods of " + owner.get().getName() + ", which wants " + most);
        }
    }

    /// The most that was wanted lately.
    private static int most(Deque<Wanted> wanted, long nowNanos) {
        int most = wanted.getLast().replicas();
        List<Wanted> all = new ArrayList<>(wanted);
        for (int i = all.size() - 2; i >= 0 && all.get(i + 1).atNanos() >= nowNanos - LATE_NANOS; i--) {
            most = Math.max(most, all.get(i).replicas());
        }
        return most;
    }

    private void ports(Change change, Pod pod) {
        if (node(pod).isEmpty() || TERMINAL.contains(phase(pod))) {
            return;
        }
        List<String> own = hostPorts(pod);
        for (Pod other : own.isEmpty() ? List.<Pod>of() : pods()) {
            if (!ResourceId.of(other).equals(change.object())
                    && node(other).equals(node(pod))
                    && !TERMINAL.contains(phase(other))
                    && hostPorts(other).stream().anyMatch(own::contains)) {
                tell(change, "and " + other.getMetadata().getName() + " have one host port on " + node(pod));
            }
        }
    }

    private static List<String> hostPorts(Pod pod) {
        return pod.getSpec().getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .filter(port -> port.getHostPort() != null && port.getHostPort() > 0)
                .map(Invariants::hostPort)
                .toList();
    }

    private static String hostPort(ContainerPort port) {
        return port.getHostPort() + "/" + Objects.requireNonNullElse(port.getProtocol(), "TCP");
    }

    private void service(Change change, Service service) {
        for (HasMetadata object : objects.values()) {
            if (object instanceof Service other && !ResourceId.of(other).equals(change.object())) {
                String address = Objects.requireNonNullElse(service.getSpec().getClusterIP(), "");
                if (!address.isEmpty()
                        && !address.equals("None")
                        && address.equals(other.getSpec().getClusterIP())) {
                    tell(change, "and " + other.getMetadata().getName() + " have the address " + address);
                }
                if (nodePorts(service).stream().anyMatch(nodePorts(other)::contains)) {
                    tell(change, "and " + other.getMetadata().getName() + " have one node port");
                }
            }
        }
    }

    private static List<String> nodePorts(Service service) {
        return service.getSpec().getPorts().stream()
                .filter(port -> port.getNodePort() != null && port.getNodePort() > 0)
                .map(Invariants::nodePort)
                .toList();
    }

    private static String nodePort(ServicePort port) {
        return port.getNodePort() + "/" + Objects.requireNonNullElse(port.getProtocol(), "TCP");
    }

    private List<Pod> pods() {
        return objects.values().stream()
                .filter(Pod.class::isInstance)
                .map(Pod.class::cast)
                .toList();
    }

    private static String node(Pod pod) {
        return Objects.requireNonNullElse(pod.getSpec().getNodeName(), "");
    }

    private static String phase(Pod pod) {
        return pod.getStatus() == null
                ? "Pending"
                : Objects.requireNonNullElse(pod.getStatus().getPhase(), "Pending");
    }

    private void tell(Change change, String what) {
        broken.add(Duration.ofNanos(change.atNanos()) + " " + change.component() + ": " + change.object() + " " + what);
    }
}
