package drydock.sim.store;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Writes the events that components record, as client-go's recorder does, and takes them away when they are old.
final class EventRecorder {

    /// How long an event is kept after it was last written (`--event-ttl` of the API server).
    private static final Duration KEPT = Duration.ofHours(1);

    /// Names end in a number of nanoseconds, as those of real events do.
    private static final long FIRST_NAME = 0x17_0000_0000_0000L;

    private final Storage storage;
    private final Map<String, EventCorrelator> correlators = new HashMap<>();

    /// The changes that events were written by, the oldest first.
    private final Deque<Change> ages = new ArrayDeque<>();

    private final Recent<ObjectReference> references = new Recent<>(1 << 12);
    private final Map<String, EventSource> sources = new HashMap<>();
    private long names;

    EventRecorder(Storage storage) {
        this.storage = storage;
    }

    void record(String component, HasMetadata about, String type, String reason, String message, String fieldPath) {
        ResourceId id = ResourceId.of(about);
        String uid = about.getMetadata().getUid();
        var said = new EventCorrelator.Said(
                uid == null || uid.isEmpty() ? id.toString() : uid, type, reason, message, fieldPath);
        correlators
                .computeIfAbsent(component, _ -> new EventCorrelator())
                .correlate(said, storage.engine().nowNanos(), () -> newName(id))
                .ifPresent(written -> write(component, about, said, written));
    }

    private String newName(ResourceId about) {
        return about.name() + "." + Long.toHexString(storage.engine().nowNanos() + FIRST_NAME + names++);
    }

    private void write(
            String component, HasMetadata about, EventCorrelator.Said said, EventCorrelator.Written written) {
        ResourceId of = ResourceId.of(about);
        String namespace = of.namespace().isEmpty() ? ResourceId.DEFAULT_NAMESPACE : of.namespace();
        ResourceId id = ResourceId.of(Kinds.EVENT, namespace, written.name());
        if (storage.get(id).orElse(null) instanceof Event earlier) {
            storage.putShared(id, again(earlier, written), component);
        } else {
            storage.putOwn(id, event(component, about, said, written, id), component);
        }
        if (ages.isEmpty()) {
            storage.engine().schedule(KEPT, this::forgetOld);
        }
        ages.add(storage.log().getLast());
    }

    private Event again(Event earlier, EventCorrelator.Written written) {
        Event event = Shallow.copy(earlier);
        event.setCount(written.count());
        event.setMessage(written.message());
        event.setLastTimestamp(Times.seconds(storage.engine().now()));
        return event;
    }

    private void forgetOld() {
        long now = storage.engine().nowNanos();
        while (!ages.isEmpty() && ages.element().atNanos() + KEPT.toNanos() <= now) {
            Change oldest = ages.remove();
            String version = Long.toString(oldest.version());
            storage.get(oldest.object())
                    .filter(event -> event.getMetadata().getResourceVersion().equals(version))
                    .ifPresent(_ -> storage.remove(oldest.object(), "kube-apiserver"));
        }
        if (!ages.isEmpty()) {
            long next = ages.element().atNanos() + KEPT.toNanos() - now;
            storage.engine().schedule(Duration.ofNanos(next), this::forgetOld);
        }
    }

    private Event event(
            String component,
            HasMetadata about,
            EventCorrelator.Said said,
            EventCorrelator.Written written,
            ResourceId id) {
        int slash = component.indexOf('/');
        String program = slash < 0 ? component : component.substring(0, slash);
        Event event = new Event();
        event.setMetadata(metadata(id));
        event.setInvolvedObject(references.one(reference(about, said.fieldPath())));
        event.setType(said.type());
        event.setReason(said.reason());
        event.setMessage(written.message());
        event.setCount(written.count());
        event.setFirstTimestamp(Times.seconds(storage.engine().at(written.firstNanos())));
        event.setLastTimestamp(Times.seconds(storage.engine().now()));
        event.setSource(sources.computeIfAbsent(
                component, _ -> new EventSource(program, slash < 0 ? null : component.substring(slash + 1))));
        event.setReportingComponent(program);
        event.setAdditionalProperties(Map.of());
        return event;
    }

    private ObjectMeta metadata(ResourceId id) {
        ObjectMeta metadata = Shape.bare();
        metadata.setName(id.name());
        metadata.setNamespace(id.namespace());
        metadata.setUid(new Names(storage.engine().random("event-uid")).uid());
        metadata.setCreationTimestamp(Times.seconds(storage.engine().now()));
        return metadata;
    }

    private static ObjectReference reference(HasMetadata about, String fieldPath) {
        ResourceId of = ResourceId.of(about);
        ObjectReference reference = new ObjectReference();
        reference.setApiVersion(about.getApiVersion());
        reference.setKind(about.getKind());
        reference.setName(of.name());
        reference.setNamespace(of.namespace().isEmpty() ? null : of.namespace());
        reference.setUid(about.getMetadata().getUid());
        reference.setResourceVersion(about.getMetadata().getResourceVersion());
        reference.setFieldPath(fieldPath.isEmpty() ? null : fieldPath);
        reference.setAdditionalProperties(Map.of());
        return reference;
    }
}
