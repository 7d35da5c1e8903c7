package drydock.render.traffic;

import drydock.model.resource.ResourceId;
import java.util.Optional;

/// Somebody who sends requests.
///
/// @param pod where it is; empty outside the cluster
/// @param target what it sends to, as it was asked
/// @param perSecond how many it sends; 0 for somebody who sent single ones
public record Sender(String name, Optional<ResourceId> pod, String target, double perSecond) {

    /// How its figure is called.
    public ResourceId id() {
        return pod.orElseGet(() -> Outside.client(name));
    }
}
