package drydock.render.traffic;

import java.util.List;

/// What travels through a cluster around a moment.
///
/// @param now the moment, in seconds since the cluster began
/// @param speed seconds of the cluster for each real one
/// @param requests those whose dots may be seen, in the order in which they began
/// @param each for how many requests each dot stands
/// @param recent the last requests, the newest first
public record Traffic(double now, double speed, List<Request> requests, int each, Flows flows, List<Request> recent) {

    public static final Traffic NONE = new Traffic(0, 1, List.of(), 1, Flows.NONE, List.of());

    public Traffic {
        requests = List.copyOf(requests);
        recent = List.copyOf(recent);
    }

    /// The same at another moment near it.
    public Traffic at(double moment) {
        return new Traffic(moment, speed, requests, each, flows, recent);
    }
}
