package drydock.sim.store;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashMap;
import java.util.Map;

/// Writes events as client-go's recorder does: one that is like an earlier one raises its count
/// (`client-go/tools/record/events_cache.go`).
final class EventRecorder {

    /// Names end in a number of nanoseconds, as those of real events do.
    private static final long FIRST_NAME = 0x17_0000_0000_0000L;

    private record Key(
            String component, ResourceId about, String uid, String type, String reason, String message, String field) {}

    private final Storage storage;
    private final Map<Key, ResourceId> written = new HashMap<>();

    EventRecorder(Storage storage) {
        this.storage = storage;
    }

    void record(String component, HasMetadata about, String type, String reason, String message, String fieldPath) {
        ResourceId id = ResourceId.of(about);
        Key key = new Key(component, id, about.getMetadata().getUid(), type, reason, message, fieldPath);
        String now = Times.seconds(storage.engine().now());
        ResourceId known = written.get(key);
        if (known != null && storage.get(known).orElse(null) instanceof Event earlier) {
            storage.put(
                    known,
                    new EventBuilder(earlier)
                            .withCount(earlier.getCount() + 1)
                            .withLastTimestamp(now)
                            .build(),
                    component);
            return;
        }
        String namespace = id.namespace().isEmpty() ? ResourceId.DEFAULT_NAMESPACE : id.namespace();
        String name = id.name() + "." + Long.toHexString(storage.engine().nowNanos() + FIRST_NAME + written.size());
        ResourceId eventId = ResourceId.of(Kinds.EVENT, namespace, name);
        Event event = new EventBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .withUid(new Names(storage.engine().random("event-uid")).uid())
                .withCreationTimestamp(now)
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion(about.getApiVersion())
                .withKind(about.getKind())
                .withName(id.name())
                .withNamespace(id.namespace().isEmpty() ? null : id.namespace())
                .withUid(about.getMetadata().getUid())
                .withResourceVersion(about.getMetadata().getResourceVersion())
                .withFieldPath(fieldPath.isEmpty() ? null : fieldPath)
                .endInvolvedObject()
                .withType(type)
                .withReason(reason)
                .withMessage(message)
                .withCount(1)
                .withFirstTimestamp(now)
                .withLastTimestamp(now)
                .withNewSource()
                .withComponent(component.replaceFirst("/.*", ""))
                .withHost(component.contains("/") ? component.replaceFirst(".*/", "") : null)
                .endSource()
                .withReportingComponent(component.replaceFirst("/.*", ""))
                .build();
        written.put(key, eventId);
        storage.put(eventId, event, component);
    }
}
