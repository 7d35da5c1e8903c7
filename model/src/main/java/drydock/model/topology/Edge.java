package drydock.model.topology;

import drydock.model.resource.ResourceId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// That one object stands to another in a relation.
///
/// @param traits what else is to be said of it
public record Edge(ResourceId from, Relation relation, ResourceId to, Set<Trait> traits) {

    /// What an edge may have.
    public enum Trait {
        /// The workload's Pod template is meant, not the workload itself.
        THROUGH_TEMPLATE,
        /// The address is ready to take traffic (of an edge to a Pod that [Relation#ROUTES]).
        READY,
        /// The object may be missing without harm.
        OPTIONAL,
        /// No object of that name is there.
        MISSING
    }

    public Edge {
        traits = traits.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(traits));
    }

    static Edge of(ResourceId from, Relation relation, ResourceId to, Trait... traits) {
        return new Edge(from, relation, to, Set.copyOf(Arrays.asList(traits)));
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    Edge with(Trait trait) {
        EnumSet<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new Edge(from, relation, to, more);
    }
}
