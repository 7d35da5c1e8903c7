package drydock.sim.controller;

import drydock.model.resource.ResourceId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What is known of each of the Pods that belong together, in an order that is kept while single ones come, change and
/// go.
///
/// @param <T> what is known of a Pod; of equal ones in turn the first is kept
final class Members<T> {

    private record Place(String order, ResourceId pod) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byOrder = order.compareTo(other.order);
            return byOrder != 0 ? byOrder : pod.compareTo(other.pod);
        }
    }

    private final Map<ResourceId, Place> places = new HashMap<>();
    private final NavigableMap<Place, T> inOrder = new TreeMap<>();

    /// Of `pod` this is known now.
    ///
    /// @param order where it stands; those that are to stand at the same place stand by namespace and name
    void put(ResourceId pod, String order, T known) {
        Place before = places.get(pod);
        if (before == null || !before.order().equals(order)) {
            remove(pod);
            Place place = new Place(order, pod);
            places.put(pod, place);
            inOrder.put(place, known);
        } else if (!known.equals(inOrder.get(before))) {
            inOrder.put(before, known);
        }
    }

    /// The Pod does not belong here any more, if it did.
    void remove(ResourceId pod) {
        Place before = places.remove(pod);
        if (before != null) {
            inOrder.remove(before);
        }
    }

    /// What is known of all, in order; a view.
    Collection<T> all() {
        return Collections.unmodifiableCollection(inOrder.values());
    }
}
