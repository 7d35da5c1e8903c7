package drydock.render.traffic;

import drydock.model.resource.ResourceId;
import java.util.List;

/// The way of a request.
///
/// @param stops what of it has a figure: objects, and the things of [Outside]
/// @param names what all places of it are called, as `node-1:30000`
public record Way(List<ResourceId> stops, List<String> names) {

    public Way {
        stops = List.copyOf(stops);
        names = List.copyOf(names);
    }
}
