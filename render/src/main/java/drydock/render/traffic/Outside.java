package drydock.render.traffic;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import java.util.Optional;

/// What has a figure without being an object of the cluster: clients, balancers and hosts outside, and the doors that
/// node ports open. They are called as objects of a group of their own, so that they can be pointed at and moved.
public final class Outside {

    private static final String GROUP = "drydock.io";
    private static final String CLIENT = "Client";
    private static final String BALANCER = "Balancer";
    private static final String HOST = "Host";
    private static final String DOOR = "Door";

    private Outside() {}

    public static ResourceId client(String name) {
        return new ResourceId(GROUP, CLIENT, "", name);
    }

    /// The balancer that a cloud gave a Service.
    public static ResourceId balancer(ResourceId service) {
        return new ResourceId(GROUP, BALANCER, service.namespace(), service.name());
    }

    public static ResourceId host(String name) {
        return new ResourceId(GROUP, HOST, "", name);
    }

    /// The door that a Service opens in the wall of a node.
    ///
    /// @param number as `:30000`
    public static ResourceId door(ResourceId service, String number, String node) {
        return new ResourceId(GROUP, DOOR, service.namespace(), service.name() + "/nodePort" + number + "@" + node);
    }

    public static boolean isClient(ResourceId id) {
        return is(id, CLIENT);
    }

    public static boolean isHost(ResourceId id) {
        return is(id, HOST);
    }

    /// Whether it is none of the cluster's objects.
    public static boolean isOutside(ResourceId id) {
        return id.group().equals(GROUP);
    }

    /// The Service whose door it is.
    static Optional<ResourceId> serviceOf(ResourceId door) {
        return is(door, DOOR)
                ? Optional.of(ResourceId.of(
                        Kinds.SERVICE,
                        door.namespace(),
                        door.name().substring(0, door.name().indexOf('/'))))
                : Optional.empty();
    }

    /// What part of its Service's figure a door is.
    public static String part(ResourceId door) {
        return door.name().substring(door.name().indexOf('/') + 1);
    }

    private static boolean is(ResourceId id, String kind) {
        return id.group().equals(GROUP) && id.kind().equals(kind);
    }
}
