package drydock.sim.check;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// What has to hold of a cluster in which nothing has gone wrong for a while: what controllers keep is as it should be.
/// It is worked out anew from the objects, by none of the code that keeps it.
final class Settled {

    private final Cluster cluster;
    private final List<String> broken = new ArrayList<>();
    private final List<Pod> pods;

    private Settled(Cluster cluster) {
        this.cluster = cluster;
        this.pods = all(Kinds.POD).stream().map(Pod.class::cast).toList();
    }

    /// What does not hold, empty if all does.
    static List<String> broken(Cluster cluster) {
        Settled settled = new Settled(cluster);
        settled.all(Kinds.SERVICE).forEach(service -> settled.endpoints((Service) service));
        settled.all(Kinds.REPLICA_SET).forEach(set -> settled.replicas((ReplicaSet) set));
        settled.all(Kinds.DEPLOYMENT).forEach(deployment -> settled.deployment((Deployment) deployment));
        settled.owners();
        settled.addresses();
        return settled.broken;
    }

    private List<HasMetadata> all(ResourceKind kind) {
        return cluster.list(Query.all(kind));
    }

    /// A Service's endpoints that are ready are just the Pods that it chooses and that are ready.
    private void endpoints(Service service) {
        Map<String, String> selector = service.getSpec().getSelector();
        if (selector == null || selector.isEmpty()) {
            return;
        }
        String name = service.getMetadata().getName();
        Set<String> wanted = new TreeSet<>();
        pods.stream()
                .filter(pod -> pod.getMetadata()
                        .getNamespace()
                        .equals(service.getMetadata().getNamespace()))
                .filter(pod -> pod.getMetadata().getLabels() != null
                        && pod.getMetadata().getLabels().entrySet().containsAll(selector.entrySet()))
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null && isReady(pod))
                .forEach(pod -> wanted.add(pod.getStatus().getPodIP()));
        Set<String> sliced = new TreeSet<>();
        all(Kinds.ENDPOINT_SLICE).stream()
                .map(EndpointSlice.class::cast)
                .filter(slice -> name.equals(slice.getMetadata().getLabels().get("kubernetes.io/service-name")))
                .flatMap(slice -> slice.getEndpoints().stream())
                .filter(endpoint -> Boolean.TRUE.equals(endpoint.getConditions().getReady()))
                .forEach(endpoint -> sliced.addAll(endpoint.getAddresses()));
        Set<String> plain = new TreeSet<>();
        all(Kinds.ENDPOINTS).stream()
                .map(Endpoints.class::cast)
                .filter(endpoints -> name.equals(endpoints.getMetadata().getName()))
                .flatMap(endpoints -> endpoints.getSubsets().stream())
                .flatMap(subset -> subset.getAddresses().stream())
                .forEach(address -> plain.add(address.getIp()));
        if (!wanted.equals(sliced)) {
            broken.add("Service " + name + " has " + sliced + " in its slices, ready are " + wanted);
        }
        if (!wanted.equals(plain)) {
            broken.add("Service " + name + " has " + plain + " in its Endpoints, ready are " + wanted);
        }
    }

    private static boolean isReady(Pod pod) {
        return pod.getStatus() != null
                && pod.getStatus().getConditions().stream()
                        .anyMatch(c ->
                                c.getType().equals("Ready") && c.getStatus().equals("True"));
    }

    /// A ReplicaSet has as many Pods as it wants, and says so.
    private void replicas(ReplicaSet set) {
        List<Pod> own = pods.stream()
                .filter(pod -> pod.getMetadata().getOwnerReferences().stream()
                        .anyMatch(
                                owner -> owner.getUid().equals(set.getMetadata().getUid())))
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .filter(pod -> !Set.of("Succeeded", "Failed")
                        .contains(Objects.toString(pod.getStatus().getPhase(), "")))
                .toList();
        long ready = own.stream().filter(Settled::isReady).count();
        int wanted = Objects.requireNonNullElse(set.getSpec().getReplicas(), 1);
        String name = "ReplicaSet " + set.getMetadata().getName();
        if (own.size() != wanted) {
            broken.add(name + " has " + own.size() + " Pods and wants " + wanted);
        }
        if (!Objects.equals(set.getStatus().getReplicas(), own.size())
                || Objects.requireNonNullElse(set.getStatus().getReadyReplicas(), 0) != ready) {
            broken.add(name + " says " + set.getStatus() + ", has " + own.size() + " Pods, ready " + ready);
        }
    }

    /// A Deployment says what its ReplicaSets say.
    private void deployment(Deployment deployment) {
        int replicas = 0;
        int ready = 0;
        for (HasMetadata object : all(Kinds.REPLICA_SET)) {
            ReplicaSet set = (ReplicaSet) object;
            boolean own = set.getMetadata().getOwnerReferences().stream()
                    .anyMatch(owner ->
                            owner.getUid().equals(deployment.getMetadata().getUid()));
            replicas += own ? Objects.requireNonNullElse(set.getStatus().getReplicas(), 0) : 0;
            ready += own ? Objects.requireNonNullElse(set.getStatus().getReadyReplicas(), 0) : 0;
        }
        if (Objects.requireNonNullElse(deployment.getStatus().getReplicas(), 0) != replicas
                || Objects.requireNonNullElse(deployment.getStatus().getReadyReplicas(), 0) != ready) {
            broken.add("Deployment " + deployment.getMetadata().getName() + " says " + deployment.getStatus() + ", has "
                    + replicas + " Pods, ready " + ready);
        }
    }

    /// What belongs to something belongs to something that is there.
    private void owners() {
        Set<String> uids = new HashSet<>();
        List<HasMetadata> everything = new ArrayList<>();
        for (ResourceKind kind : cluster.kinds()) {
            everything.addAll(all(kind));
        }
        everything.forEach(object -> uids.add(object.getMetadata().getUid()));
        for (HasMetadata object : everything) {
            List<String> gone = object.getMetadata().getOwnerReferences().stream()
                    .filter(owner -> !uids.contains(owner.getUid()))
                    .map(owner -> owner.getKind() + " " + owner.getName())
                    .toList();
            if (!gone.isEmpty()) {
                broken.add(object.getKind() + " " + object.getMetadata().getName() + " belongs to " + gone
                        + ", which are gone");
            }
        }
    }

    /// No two Pods that run have one address.
    private void addresses() {
        Set<String> seen = new HashSet<>();
        for (Pod pod : pods) {
            boolean runs = "Running".equals(pod.getStatus().getPhase())
                    && !Boolean.TRUE.equals(pod.getSpec().getHostNetwork());
            if (runs && !seen.add(pod.getStatus().getPodIP())) {
                broken.add("two Pods have the address " + pod.getStatus().getPodIP());
            }
        }
    }
}
