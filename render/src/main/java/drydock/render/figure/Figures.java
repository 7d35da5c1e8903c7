package drydock.render.figure;

import drydock.model.resource.QuantityUnits;
import drydock.model.resource.ResourceId;
import drydock.render.scene.Figure;
import drydock.render.text.TextMeasure;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/// The figures of objects, at the origin. Each is drawn once and kept until its object is replaced, or
/// something else that it shows is different.
final class Figures {

    /// What a figure shows beside its object. `second` changes only for figures that count down.
    private record Circumstances(
            boolean observed,
            boolean outdated,
            boolean nodeLost,
            boolean locked,
            boolean collapsed,
            int held,
            Optional<Concern> concern,
            QuantityUnits units,
            Optional<Generation> generation,
            PodNews news,
            Map<Ending, Integer> endpoints,
            long second) {}

    private record Drawn(Figure figure, Circumstances when, boolean countsDown) {}

    private final Words words;
    private final TextMeasure measure;
    private IdentityHashMap<HasMetadata, Drawn> before = new IdentityHashMap<>();
    private IdentityHashMap<HasMetadata, Drawn> current = new IdentityHashMap<>();

    Figures(Words words, TextMeasure measure) {
        this.words = words;
        this.measure = measure;
    }

    /// Forgets the figures that were not asked for since the last call.
    void nextPicture() {
        before = current;
        current = new IdentityHashMap<>(before.size());
    }

    Figure of(
            ResourceId id, HasMetadata object, Picture picture, Folding folding, Endings endings, Surroundings around) {
        Drawn old = before.get(object);
        boolean lost = object instanceof Pod pod
                && pod.getSpec() != null
                && pod.getSpec().getNodeName() != null
                && around.lostNodes().contains(pod.getSpec().getNodeName());
        Circumstances now = new Circumstances(
                picture.observed().containsKey(id),
                picture.outdated().contains(id),
                lost,
                picture.diagram().locked().contains(id),
                picture.diagram().collapsed().contains(id),
                folding.held().getOrDefault(id, 0),
                folding.concern(id, picture.concerns()),
                picture.units(),
                around.generations().of(id, object),
                object instanceof Pod ? around.news().of(id, picture.now()) : PodNews.NONE,
                object instanceof Service ? endings.counts(id) : Map.of(),
                old == null || old.countsDown()
                        ? picture.now().getEpochSecond()
                        : old.when().second());
        Drawn drawn = old != null && old.when().equals(now) ? old : draw(id, object, now, picture.now());
        current.put(object, drawn);
        return drawn.figure();
    }

    private Drawn draw(ResourceId id, HasMetadata object, Circumstances when, Instant now) {
        boolean countsDown = false;
        Figure figure;
        if (object instanceof Pod pod && when.observed()) {
            PodState state = PodState.of(pod, now, when.nodeLost()).knowing(pod, when.news(), now);
            countsDown = state.countsDown() || !when.news().pulls().isEmpty();
            Figure card = PodCard.observed(id, pod, state, when.news(), now, when.concern(), words, measure);
            figure = when.generation()
                    .map(generation -> GenerationTag.on(card, generation, words))
                    .orElse(card);
        } else {
            figure = when.generation()
                    .filter(_ -> object instanceof ReplicaSet && !when.collapsed())
                    .map(generation -> GenerationStrip.of(id, (ReplicaSet) object, generation, words, measure))
                    .orElseGet(() -> plain(id, object, when));
        }
        figure = when.collapsed() ? Extras.holding(figure, when.held(), words) : figure;
        figure = ConcernMark.flag(figure, when.concern());
        figure = when.locked() ? Extras.locked(figure, words) : figure;
        return new Drawn(when.outdated() ? Past.of(figure, words) : figure, when, countsDown);
    }

    private Figure plain(ResourceId id, HasMetadata object, Circumstances when) {
        if (object instanceof Pod pod) {
            return PodCard.planned(id, pod, when.concern(), words, measure);
        }
        if (object instanceof Service service) {
            return ServiceCapsule.of(id, service, when.endpoints(), when.concern(), words, measure);
        }
        return Workload.of(object)
                .map(w -> WorkloadCard.of(id, w, when.observed(), when.collapsed(), when.concern(), words, measure))
                .orElseGet(
                        () -> FactCard.of(id, Facts.of(object, words, when.units()), when.concern(), words, measure));
    }
}
