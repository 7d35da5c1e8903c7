package drydock.sim.controller;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How many Pods each owner has, and of which sort, kept up Pod by Pod: of the hundred Pods of an owner one changes at
/// a
/// time, and the owner is looked at each time.
final class PodTally {

    /// The Pods of one owner that have these labels.
    static final class Group {

        private final Map<String, String> labels;
        private int all;
        private int active;
        private int ready;
        private int leaving;

        private Group(Map<String, String> labels) {
            this.labels = labels;
        }

        Map<String, String> labels() {
            return labels;
        }

        /// Those that are neither over nor being deleted.
        int active() {
            return active;
        }

        /// Those of the active ones that are ready.
        int ready() {
            return ready;
        }

        /// Those that are being deleted and not over.
        int leaving() {
            return leaving;
        }

        private void count(Sort sort, int sign) {
            all += sign;
            active += sort.active ? sign : 0;
            ready += sort.ready ? sign : 0;
            leaving += sort.leaving ? sign : 0;
        }
    }

    /// What is counted of a Pod.
    ///
    /// @param owner the uid of the owner that controls it
    private record Sort(String owner, Map<String, String> labels, boolean active, boolean ready, boolean leaving) {

        static Optional<Sort> of(Pod pod) {
            Optional<String> owner = Owners.controller(pod).map(OwnerReference::getUid);
            if (owner.isEmpty()) {
                return Optional.empty();
            }
            Map<String, String> labels =
                    Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.of());
            boolean active = Pods.isActive(pod);
            boolean leaving = Owners.isDeleting(pod) && !Pods.isOver(pod);
            return Optional.of(new Sort(owner.get(), labels, active, active && Pods.isReady(pod), leaving));
        }
    }

    private final Map<ResourceId, Sort> sorts = new HashMap<>();
    private final Map<String, Map<Map<String, String>, Group>> byOwner = new HashMap<>();

    /// A Pod has come, changed or gone.
    void podChanged(@Nullable Pod before, @Nullable Pod after) {
        ResourceId id = ResourceId.of(Objects.requireNonNull(after == null ? before : after));
        Optional<Sort> now = Optional.ofNullable(after).flatMap(Sort::of);
        Sort was = now.isPresent() ? sorts.put(id, now.get()) : sorts.remove(id);
        if (was != null) {
            forget(was);
        }
        now.ifPresent(sort -> byOwner.computeIfAbsent(sort.owner, _ -> new HashMap<>(2))
                .computeIfAbsent(sort.labels, Group::new)
                .count(sort, 1));
    }

    private void forget(Sort was) {
        Map<Map<String, String>, Group> groups = Objects.requireNonNull(byOwner.get(was.owner));
        Group group = Objects.requireNonNull(groups.get(was.labels));
        group.count(was, -1);
        if (group.all == 0) {
            groups.remove(was.labels);
        }
        if (groups.isEmpty()) {
            byOwner.remove(was.owner);
        }
    }

    /// The Pods that the owner with this uid controls, those with the same labels together.
    Collection<Group> of(String owner) {
        Map<Map<String, String>, Group> groups = byOwner.get(owner);
        return groups == null ? List.of() : groups.values();
    }
}
