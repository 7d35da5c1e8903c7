package drydock.render.layout;

import drydock.render.geometry.Rect;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is to be laid out.
///
/// @param items all that stands or is to stand, in the order of the reader
/// @param fixed those of the items that stand already and are not moved
/// @param taken where nothing else may be put, beside the fixed items
/// @param anew whether the fixed items were moved out of a layout of all items: then the others are to
/// stand where
///     that layout has them
public record Plan<K>(List<Item<K>> items, List<Link<K>> links, Map<K, Rect> fixed, List<Rect> taken, boolean anew) {

    public Plan {
        items = List.copyOf(items);
        links = List.copyOf(links);
        fixed = Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
        taken = List.copyOf(taken);
    }

    /// A plan in which only the items that are `fixed` take room.
    public Plan(List<Item<K>> items, List<Link<K>> links, Map<K, Rect> fixed) {
        this(items, links, fixed, List.of(), false);
    }

    /// The items that have no place.
    public List<Item<K>> open() {
        return items.stream().filter(item -> !fixed.containsKey(item.key())).toList();
    }
}
