package drydock.render.figure;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a picture shows as one: all that a collapsed workload made, and all in a collapsed namespace.
final class Folding {

    /// The shown object that stands for each hidden one.
    private final Map<ResourceId, ResourceId> holders = new HashMap<>();
    private final Map<ResourceId, Integer> held = new LinkedHashMap<>();

    /// The worst of all that each collapsed one holds; worked out when first asked for.
    private @Nullable Map<ResourceId, Concern> worst;

    private Folding() {}

    static Folding of(Contents contents, Set<ResourceId> collapsed) {
        Folding folding = new Folding();
        if (!collapsed.isEmpty()) {
            contents.cards().keySet().forEach(id -> folding.take(id, contents, collapsed));
            contents.grown().keySet().forEach(id -> folding.take(id, contents, collapsed));
        }
        return folding;
    }

    private void take(ResourceId id, Contents contents, Set<ResourceId> collapsed) {
        ResourceId namespace = ResourceId.of(Kinds.NAMESPACE, "", id.namespace());
        ResourceId holder = id;
        if (!id.namespace().isEmpty() && collapsed.contains(namespace)) {
            holder = namespace;
        } else {
            ResourceId above = contents.owners().get(id);
            while (above != null) {
                holder = collapsed.contains(above) ? above : holder;
                above = contents.owners().get(above);
            }
        }
        if (!holder.equals(id)) {
            holders.put(id, holder);
            held.merge(holder, 1, Integer::sum);
        }
    }

    boolean hides(ResourceId id) {
        return holders.containsKey(id);
    }

    /// What is drawn for `id`: itself, or what holds it.
    ResourceId shown(ResourceId id) {
        return holders.getOrDefault(id, id);
    }

    /// How many objects each collapsed one holds.
    Map<ResourceId, Integer> held() {
        return held;
    }

    /// The worst that was found of `id` and of all that it holds.
    Optional<Concern> concern(ResourceId id, Map<ResourceId, Concern> concerns) {
        Optional<Concern> own = Optional.ofNullable(concerns.get(id));
        if (!held.containsKey(id)) {
            return own;
        }
        if (worst == null) {
            Map<ResourceId, Concern> found = new HashMap<>();
            holders.forEach((inside, holder) ->
                    Optional.ofNullable(concerns.get(inside)).ifPresent(c -> found.merge(holder, c, Folding::worse)));
            worst = found;
        }
        Concern inside = worst.get(id);
        return inside == null ? own : Optional.of(own.map(o -> worse(o, inside)).orElse(inside));
    }

    private static Concern worse(Concern one, Concern other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /// The relations between what is shown; several that became the same are one.
    List<Relation> between(List<Relation> relations) {
        if (holders.isEmpty()) {
            return relations;
        }
        Set<Relation> shown = new LinkedHashSet<>();
        for (Relation relation : relations) {
            ResourceId from = shown(relation.from());
            ResourceId to = shown(relation.to());
            if (from.equals(relation.from()) && to.equals(relation.to())) {
                shown.add(relation);
            } else if (!from.equals(to)) {
                shown.add(new Relation(relation.kind(), from, to, ""));
            }
        }
        return new ArrayList<>(shown);
    }
}
