package drydock.app.reasons;

import drydock.app.observe.EventTime;
import drydock.app.observe.Observed;
import drydock.app.session.Reason;
import drydock.app.text.Messages;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Why an object of a cluster that is watched is as it is seen, as far as the cluster tells: who owns it,
/// what its conditions and containers say, and the events about all of them.
public final class ObservedReasons {

    /// So far up is looked for owners.
    private static final int MOST_OWNERS = 8;

    /// Something that happened, and when.
    record Dated(Instant at, Reason reason) {}

    private final Messages messages = Messages.of(ObservedReasons.class);
    private final Observed observed;
    private final DateTimeFormatter time =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    public ObservedReasons(Observed observed) {
        this.observed = observed;
    }

    /// The chain of causes, the first cause first; empty if the object is not there.
    ///
    /// @param now the moment at which it is seen
    public List<Reason> of(ResourceId object, Instant now) {
        Optional<HasMetadata> found = observed.find(object);
        if (found.isEmpty()) {
            return List.of();
        }
        List<HasMetadata> concerned = owners(found.get());
        concerned.add(found.get());
        concerned.addAll(below(found.get()));
        Set<ResourceId> ids = new LinkedHashSet<>();
        concerned.forEach(each -> ids.add(ResourceId.of(each)));
        List<Dated> reasons = new ArrayList<>();
        concerned.forEach(each -> Standings.of(each).forEach(said -> reasons.add(dated(each, said))));
        for (Event event : observed.events()) {
            EventTime.object(event).filter(ids::contains).ifPresent(about -> reasons.add(dated(about, event)));
        }
        reasons.sort(Comparator.comparing(Dated::at));
        List<Reason> chain = new ArrayList<>(reasons.stream().map(Dated::reason).toList());
        if (found.get() instanceof Service service) {
            chain.add(reach(service, now));
        }
        return List.copyOf(chain);
    }

    /// Whether a Pod says that it is ready.
    public static boolean isReady(Pod pod) {
        return Standings.isReady(pod);
    }

    /// Those that own it, the uppermost first.
    private List<HasMetadata> owners(HasMetadata object) {
        List<HasMetadata> owners = new ArrayList<>();
        HasMetadata each = object;
        while (owners.size() < MOST_OWNERS) {
            ResourceId id = ResourceId.of(each);
            Optional<HasMetadata> owner = Optional.ofNullable(each.getMetadata().getOwnerReferences()).stream()
                    .flatMap(List::stream)
                    .filter(reference -> Boolean.TRUE.equals(reference.getController()))
                    .findFirst()
                    .flatMap(reference -> ResourceId.of(reference, id.namespace()))
                    .flatMap(observed::find);
            if (owner.isEmpty()) {
                break;
            }
            each = owner.get();
            owners.add(each);
        }
        Collections.reverse(owners);
        return owners;
    }

    /// What a Pod waits for or stands on: its node, and the claims of its volumes.
    private List<HasMetadata> below(HasMetadata object) {
        List<HasMetadata> below = new ArrayList<>();
        if (object instanceof Pod pod && pod.getSpec() != null) {
            String namespace = pod.getMetadata().getNamespace();
            for (Volume volume : pod.getSpec().getVolumes()) {
                if (volume.getPersistentVolumeClaim() != null) {
                    String claim = volume.getPersistentVolumeClaim().getClaimName();
                    observed.find(ResourceId.of(Kinds.PERSISTENT_VOLUME_CLAIM, namespace, claim))
                            .ifPresent(below::add);
                }
            }
            if (pod.getSpec().getNodeName() != null) {
                observed.find(ResourceId.of(Kinds.NODE, "", pod.getSpec().getNodeName()))
                        .ifPresent(below::add);
            }
        }
        return below;
    }

    private Dated dated(HasMetadata object, Standings.Said said) {
        Reason.Verb verb = said.isCreation() ? Reason.Verb.CREATED : Reason.Verb.SAID;
        return new Dated(
                said.at(),
                new Reason(time.format(said.at()), said.component(), verb, ResourceId.of(object), said.words()));
    }

    private Dated dated(ResourceId about, Event event) {
        Instant at = EventTime.of(event);
        String reporter = event.getSource() != null && event.getSource().getComponent() != null
                ? event.getSource().getComponent()
                : Optional.ofNullable(event.getReportingComponent()).orElse("");
        int count = event.getCount() == null ? 1 : event.getCount();
        String said = event.getReason() + ": " + event.getMessage() + (count > 1 ? " (×" + count + ")" : "");
        return new Dated(at, new Reason(time.format(at), reporter, Reason.Verb.SAID, about, List.of(said)));
    }

    /// Whom a Service reaches: what its selector matches, and how many of these are ready.
    private Reason reach(Service service, Instant now) {
        LabelSelector selector = LabelSelector.ofService(
                service.getSpec() == null ? null : service.getSpec().getSelector());
        String namespace = service.getMetadata().getNamespace();
        List<Pod> chosen = observed.objects().stream()
                .filter(Pod.class::isInstance)
                .map(Pod.class::cast)
                .filter(pod -> pod.getMetadata().getNamespace().equals(namespace))
                .filter(selector::matches)
                .toList();
        long ready = chosen.stream().filter(Standings::isReady).count();
        return new Reason(
                time.format(now),
                "endpoint-controller",
                Reason.Verb.SAID,
                ResourceId.of(service),
                List.of(messages.get("why.service", selector.toString(), chosen.size(), ready)));
    }
}
