package drydock.app.observe;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.Map;

/// Objects, how many there are of each kind and in each namespace, and what was said of them.
final class Held {

    final Map<ResourceId, HasMetadata> objects = new LinkedHashMap<>();
    final Tally kinds = new Tally();
    final Tally namespaces = new Tally();
    final Heard heard = new Heard();

    void put(HasMetadata object) {
        ResourceId id = ResourceId.of(object);
        if (object instanceof Event event) {
            heard.hear(event);
        } else if (objects.put(id, object) == null) {
            kinds.add(id.kind());
            if (!id.namespace().isEmpty()) {
                namespaces.add(id.namespace());
            }
        }
    }

    void remove(HasMetadata object) {
        ResourceId id = ResourceId.of(object);
        if (object instanceof Event event) {
            heard.forget(event);
        } else if (objects.remove(id) != null) {
            kinds.remove(id.kind());
            namespaces.remove(id.namespace());
            heard.gone(id);
        }
    }
}
