package drydock.sim.store;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
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

    /// When a version of an event was written.
    private record Age(ResourceId id, String version, long nanos) {}

    private final Storage storage;
    private final Map<String, EventCorrelator> correlators = new HashMap<>();
    private final Deque<Age> ages = new ArrayDeque<>();
    private long names;

    EventRecorder(Storage storage) {
        this.storage = storage;
    }

    void record(String component, HasMetadata about, String type, String reason, String message, String fieldPath) {
        ResourceId id = ResourceId.of(about);
        var said = new EventCorrelator.Said(id + "/" + about.getMetadata().getUid(), type, reason, message, fieldPath);
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
        Event event = storage.get(id).orElse(null) instanceof Event earlier
                ? new EventBuilder(earlier)
                        .withCount(written.count())
                        .withMessage(written.message())
                        .withLastTimestamp(Times.seconds(storage.engine().now()))
                        .build()
                : event(component, about, said, written, id);
        String version = storage.put(id, event, component).getMetadata().getResourceVersion();
        if (ages.isEmpty()) {
            storage.engine().schedule(KEPT, this::forgetOld);
        }
        ages.add(new Age(id, version, storage.engine().nowNanos()));
    }

    private void forgetOld() {
        long now = storage.engine().nowNanos();
        while (!ages.isEmpty() && ages.element().nanos() + KEPT.toNanos() <= now) {
            Age oldest = ages.remove();
            storage.get(oldest.id())
                    .filter(event -> event.getMetadata().getResourceVersion().equals(oldest.version()))
                    .ifPresent(_ -> storage.remove(oldest.id(), "kube-apiserver"));
        }
        if (!ages.isEmpty()) {
            long next = ages.element().nanos() + KEPT.toNanos() - now;
            storage.engine().schedule(Duration.ofNanos(next), this::forgetOld);
        }
    }

    private Event event(
            String component,
            HasMetadata about,
            EventCorrelator.Said said,
            EventCorrelator.Written written,
            ResourceId id) {
        ResourceId of = ResourceId.of(about);
        String now = Times.seconds(storage.engine().now());
        String program = component.replaceFirst("/.*", "");
        return new EventBuilder()
                .withNewMetadata()
                .withName(id.name())
                .withNamespace(id.namespace())
                .withUid(new Names(storage.engine().random("event-uid")).uid())
                .withCreationTimestamp(now)
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion(about.getApiVersion())
                .withKind(about.getKind())
                .withName(of.name())
                .withNamespace(of.namespace().isEmpty() ? null : of.namespace())
                .withUid(about.getMetadata().getUid())
                .withResourceVersion(about.getMetadata().getResourceVersion())
                .withFieldPath(said.fieldPath().isEmpty() ? null : said.fieldPath())
                .endInvolvedObject()
                .withType(said.type())
                .withReason(said.reason())
                .withMessage(written.message())
                .withCount(written.count())
                .withFirstTimestamp(Times.seconds(storage.engine().at(written.firstNanos())))
                .withLastTimestamp(now)
                .withNewSource()
                .withComponent(program)
                .withHost(component.contains("/") ? component.replaceFirst(".*/", "") : null)
                .endSource()
                .withReportingComponent(program)
                .build();
    }
}
