package drydock.sim.controller.statefulset;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import drydock.sim.controller.workload.Revisions;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One look at a StatefulSet: at most the next step is done, where the order matters
/// (`statefulset/stateful_set_control.go updateStatefulSet`).
final class StatefulSync {

    private final ApiServer api;
    private final StatefulClaims claims;
    private final StatefulSet set;
    private final ControllerRevision current;
    private final ControllerRevision update;
    private final Instant now;
    private final boolean ordered;
    private final List<Pod> replicas = new ArrayList<>();
    private final List<Pod> condemned = new ArrayList<>();
    private int replaced;

    /// @param current what the Pods below the partition are made of
    /// @param update what the others are made of
    StatefulSync(
            ApiServer api,
            StatefulClaims claims,
            StatefulSet set,
            ControllerRevision current,
            ControllerRevision update,
            List<Pod> pods) {
        this.api = api;
        this.claims = claims;
        this.set = set;
        this.current = current;
        this.update = update;
        this.now = api.now();
        this.ordered = !"Parallel".equals(set.getSpec().getPodManagementPolicy());
        part(pods);
    }

    private void part(List<Pod> pods) {
        int start = StatefulPods.start(set);
        int end = start + Objects.requireNonNullElse(set.getSpec().getReplicas(), 1);
        Map<Integer, Pod> byOrdinal = new TreeMap<>(Comparator.reverseOrder());
        pods.forEach(pod -> byOrdinal.put(StatefulPods.ordinal(pod), pod));
        for (int ordinal = start; ordinal < end; ordinal++) {
            Pod pod = byOrdinal.remove(ordinal);
            replicas.add(pod == null ? make(ordinal) : pod);
        }
        condemned.addAll(byOrdinal.values());
    }

    private Pod make(int ordinal) {
        boolean old = ordinal < StatefulPods.start(set) + partition() && isRolling();
        ControllerRevision revision = old ? current : update;
        PodTemplateSpec template =
                old ? Revisions.template(current) : set.getSpec().getTemplate();
        return StatefulPods.make(set, template, revision.getMetadata().getName(), ordinal);
    }

    /// Does what is next.
    ///
    /// @throws ClusterException if something was refused
    void run() {
        if (Owners.isDeleting(set) || !each(replicas, this::replicaIsSettled)) {
            return;
        }
        condemned.forEach(pod -> claims.own(set, pod, true));
        Optional<Pod> unhealthy = Stream.concat(replicas.stream(), condemned.reversed().stream())
                .filter(this::isUnavailable)
                .findFirst();
        if (each(condemned, pod -> condemnedIsGone(pod, unhealthy)) && isRolling()) {
            replaceOutdated();
        }
    }

    /// What the set's Pods are after [#run], as this controller knows them.
    StatefulCounts counts() {
        return StatefulCounts.of(
                set,
                Stream.concat(replicas.stream(), condemned.stream()).toList(),
                current.getMetadata().getName(),
                update.getMetadata().getName(),
                replaced,
                now);
    }

    /// In order, up to the first that is not done; all of them, where order does not matter.
    private boolean each(List<Pod> pods, Predicate<Pod> done) {
        for (Pod pod : List.copyOf(pods)) {
            if (!done.test(pod) && ordered) {
                return false;
            }
        }
        return true;
    }

    /// Whether the next in the row may be looked at.
    private boolean replicaIsSettled(Pod pod) {
        if (Pods.isOver(pod)) {
            if (!Owners.isDeleting(pod)) {
                delete(pod);
            }
            return false;
        }
        if (!StatefulPods.isCreated(pod)) {
            if (!claims.isStale(set, pod)) {
                create(pod);
            }
            return false;
        }
        if (Pods.phase(pod).equals("Pending")) {
            claims.create(set, pod);
            claims.own(set, pod, false);
        }
        if (ordered && isUnavailable(pod)) {
            return false;
        }
        claims.own(set, pod, false);
        return true;
    }

    /// Whether the one before it may go.
    private boolean condemnedIsGone(Pod pod, Optional<Pod> unhealthy) {
        if (Owners.isDeleting(pod)) {
            return false;
        }
        boolean blocked = ordered
                && !StatefulPods.isRunningAndAvailable(set, pod, now)
                && unhealthy.filter(first -> first.equals(pod)).isEmpty();
        if (!blocked) {
            delete(pod);
        }
        return false;
    }

    /// From the last down to the partition, one at a time: the first that is outdated goes, and one that is
    /// not available is waited for. How many may be unavailable is not asked: the gate
    /// `MaxUnavailableStatefulSet` is off in v1.36.
    private void replaceOutdated() {
        for (int i = replicas.size() - 1; i >= partition(); i--) {
            Pod pod = replicas.get(i);
            boolean outdated =
                    !StatefulPods.revision(pod).equals(update.getMetadata().getName());
            if (outdated && !Owners.isDeleting(pod)) {
                delete(pod);
                replaced++;
                return;
            }
            if (isUnavailable(pod)) {
                return;
            }
        }
    }

    private boolean isUnavailable(Pod pod) {
        return StatefulPods.isUnavailable(set, pod, now);
    }

    private boolean isRolling() {
        return "RollingUpdate".equals(set.getSpec().getUpdateStrategy().getType());
    }

    private int partition() {
        RollingUpdateStatefulSetStrategy rolling =
                set.getSpec().getUpdateStrategy().getRollingUpdate();
        return rolling == null ? 0 : Objects.requireNonNullElse(rolling.getPartition(), 0);
    }

    private void create(Pod pod) {
        recording("Create", pod, () -> {
            claims.create(set, pod);
            api.create(pod);
            claims.own(set, pod, false);
        });
    }

    private void delete(Pod pod) {
        recording("Delete", pod, () -> api.delete(ResourceId.of(pod), Deletion.DEFAULT));
    }

    private void recording(String verb, Pod pod, Runnable request) {
        String what = verb + " Pod " + pod.getMetadata().getName() + " in StatefulSet "
                + set.getMetadata().getName();
        try {
            request.run();
            api.record(set, "Normal", "Successful" + verb, what + " successful", "");
        } catch (ClusterException refused) {
            if (refused.code() != 409) {
                api.record(set, "Warning", "Failed" + verb, what + " failed error: " + refused.getMessage(), "");
            }
            throw refused;
        }
    }
}
