package drydock.sim.load;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.metrics.Usages;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Change;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the Pods of each workload are, ask for and use, summed up, and kept so.
///
/// Of a thousand Pods of which one has changed only that one is looked at: those that were written since the last time,
/// and those whose use of CPU may be another ([Usages#follow]).
final class PodLoads {

    private static final List<ResourceKind> MAKERS = List.of(
            Kinds.DEPLOYMENT, Kinds.REPLICA_SET, Kinds.STATEFUL_SET, Kinds.DAEMON_SET, Kinds.REPLICATION_CONTROLLER);

    /// What was counted of a Pod for the workloads that it belongs to.
    private record Counted(String uid, List<ResourceId> makers, Load share) {

        private static final Counted NOT_AT_ALL = new Counted("", List.of(), Load.NONE);
    }

    private final ApiServer server;
    private final Usages usages;
    private final Map<ResourceId, Counted> pods = new HashMap<>();
    private final Map<String, ResourceId> byUid = new HashMap<>();
    private final Map<ResourceId, ResourceId> owners = new HashMap<>();
    private final Map<ResourceId, Load> loads = new HashMap<>();

    /// Until when the use of a Pod, by its uid, is asked for each time.
    private final Map<String, Instant> unsteady = new LinkedHashMap<>();

    private int seen;

    PodLoads(ApiServer server, Usages usages) {
        this.server = server;
        this.usages = usages;
        usages.follow(uid -> unsteady.put(uid, server.now().plus(Usages.UNSTEADY)));
    }

    /// Each workload with what its Pods come to; a view.
    Map<ResourceId, Load> byMaker() {
        return loads;
    }

    /// Whose a Pod is: what made it, what made that, and so on.
    List<ResourceId> makers(ResourceId pod) {
        return pods.getOrDefault(pod, Counted.NOT_AT_ALL).makers();
    }

    /// Takes in what has happened since the last time; returns whether there is anything to be told otherwise.
    boolean update(Instant now) {
        Set<ResourceId> written = new LinkedHashSet<>();
        boolean changed = false;
        for (List<Change> log = server.log(); seen < log.size(); seen++) {
            Change change = log.get(seen);
            if (isOf(Kinds.POD, change.object())) {
                written.add(change.object());
            } else if (MAKERS.stream().anyMatch(kind -> isOf(kind, change.object()))) {
                changed |= change.before() == null
                        || change.after() == null
                        || !owner(change.before()).equals(owner(change.after()));
            }
        }
        if (changed) {
            written = beginAnew();
        }
        for (ResourceId pod : written) {
            changed |= count(pod);
        }
        for (String uid : unsteady.keySet()) {
            ResourceId pod = byUid.get(uid);
            changed |= pod != null && count(pod);
        }
        unsteady.values().removeIf(until -> !until.isAfter(now));
        return changed;
    }

    /// There are other workloads than there were: nothing is counted any more; returns all Pods.
    private Set<ResourceId> beginAnew() {
        pods.clear();
        byUid.clear();
        owners.clear();
        loads.clear();
        for (ResourceKind kind : MAKERS) {
            for (HasMetadata maker : server.list(Query.all(kind))) {
                ResourceId id = ResourceId.of(maker);
                loads.put(id, Load.NONE);
                owner(maker).ifPresent(owner -> owners.put(id, owner));
            }
        }
        Set<ResourceId> all = new LinkedHashSet<>();
        server.list(Query.all(Kinds.POD)).forEach(pod -> all.add(ResourceId.of(pod)));
        return all;
    }

    /// Counts a Pod as it is now in place of what was counted of it; returns whether that is another.
    private boolean count(ResourceId id) {
        Counted before = pods.getOrDefault(id, Counted.NOT_AT_ALL);
        Counted now = server.get(id).map(pod -> counted((Pod) pod)).orElse(Counted.NOT_AT_ALL);
        if (now.equals(before)) {
            return false;
        }
        byUid.remove(before.uid());
        pods.remove(id);
        if (!now.uid().isEmpty()) {
            byUid.put(now.uid(), id);
            pods.put(id, now);
        }
        before.makers().forEach(maker -> loads.computeIfPresent(maker, (_, load) -> load.without(before.share())));
        now.makers().forEach(maker -> loads.computeIfPresent(maker, (_, load) -> load.with(now.share())));
        return true;
    }

    private Counted counted(Pod pod) {
        List<ResourceId> makers = new ArrayList<>();
        for (Optional<ResourceId> maker = owner(pod);
                maker.isPresent();
                maker = Optional.ofNullable(owners.get(maker.get()))) {
            makers.add(maker.get());
        }
        Load share = makers.isEmpty() ? Load.NONE : PodShare.of(pod, usages);
        return new Counted(pod.getMetadata().getUid(), List.copyOf(makers), share);
    }

    private static boolean isOf(ResourceKind kind, ResourceId id) {
        return kind.kind().equals(id.kind()) && kind.group().equals(id.group());
    }

    private static Optional<ResourceId> owner(@Nullable HasMetadata object) {
        if (object != null) {
            for (OwnerReference reference : object.getMetadata().getOwnerReferences()) {
                if (Boolean.TRUE.equals(reference.getController())) {
                    return ResourceId.of(reference, object.getMetadata().getNamespace());
                }
            }
        }
        return Optional.empty();
    }
}
