package drydock.sim.store;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/// A page of a list.
///
/// @param items by namespace and name
/// @param version the moment that it shows, from which a watch can go on
/// @param next what to ask for the next page with; empty if this is the last
/// @param remaining how many objects come after it; 0 where that is not known because a selector chooses
public record ObjectList(List<HasMetadata> items, String version, String next, int remaining) {

    public ObjectList {
        items = List.copyOf(items);
    }
}
