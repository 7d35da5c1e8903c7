package drydock.render.figure;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.Diagram;
import drydock.model.diagram.Group;
import drydock.model.diagram.Position;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.scene.Figure;
import drydock.render.scene.Scene;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A builder that remembers what it drew gives the scenes that one without a memory gives.
class RememberedSceneTest {

    private static final int SERVICES = 12;

    private final SceneBuilder remembering = builder();

    private static SceneBuilder builder() {
        return new SceneBuilder(Locale.ENGLISH, (text, style) -> 6.0 * text.length());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverIsMovedAddedOrTakenAwayTheSceneIsTheOneMadeAnew(long seed) {
        Random random = new Random(seed);
        List<HasMetadata> objects = new ArrayList<>(objects());
        Diagram diagram = Diagram.EMPTY;
        for (HasMetadata object : objects) {
            diagram = moved(diagram, object, random);
        }
        for (int step = 0; step < 60; step++) {
            HasMetadata object = objects.get(random.nextInt(objects.size()));
            switch (random.nextInt(6)) {
                case 0 -> objects.remove(object);
                case 1 -> objects.add(random.nextInt(objects.size()), renamed(object, step));
                default -> diagram = moved(diagram, object, random);
            }
            Picture picture = Picture.of(objects, placed(diagram, objects, random));
            diagram = picture.diagram();
            assertThat(remembering.build(picture).figures())
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(builder().build(picture).figures());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsOnlyMovedLooksAsIfItHadAlwaysStoodThere(long seed) {
        Random random = new Random(seed);
        List<HasMetadata> objects = objects();
        Picture all = Picture.of(objects, placed(Diagram.EMPTY, objects, random));
        Picture picture = all.drawn(all.diagram()
                .withGroups(List.of(new Group(
                        "g", "together", List.of(ResourceId.of(objects.get(0)), ResourceId.of(objects.get(4))))))
                .withLocked(List.of(ResourceId.of(objects.get(7)))));
        for (int step = 0; step < 60; step++) {
            Diagram diagram = picture.diagram();
            for (int i = random.nextInt(3); i >= 0; i--) {
                diagram = moved(diagram, objects.get(random.nextInt(objects.size())), random);
            }
            picture = step % 20 == 19 ? picture.drawn(diagram).seenAs(View.NODES) : picture.drawn(diagram);
            picture = step % 20 == 10 ? picture.seenAs(View.DESIGN) : picture;
            assertThat(remembering.build(picture))
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(builder().build(picture));
        }
    }

    @Test
    void whatIsMarkedOrOnlyKnownFromThePastLooksSoAndNothingElseIsDrawnAnew() {
        Picture picture = Picture.of(objects(), Diagram.EMPTY);
        ResourceId service = ResourceId.of(objects().getFirst());
        Scene before = remembering.build(picture);

        Scene marked = remembering.build(picture.marked(Map.of(service, Concern.ERROR)));
        Scene past = remembering.build(picture.knowingOnlyThePastOf(Set.of(service)));
        Scene again = remembering.build(picture);

        assertThat(marked.figures())
                .isEqualTo(builder()
                        .build(picture.marked(Map.of(service, Concern.ERROR)))
                        .figures());
        assertThat(past.figures())
                .isEqualTo(builder()
                        .build(picture.knowingOnlyThePastOf(Set.of(service)))
                        .figures());
        assertThat(again.figures()).isEqualTo(before.figures());
        assertThat(changed(before, marked)).isEqualTo(1);
        assertThat(changed(marked, past)).isGreaterThan(1);
    }

    private static long changed(Scene before, Scene after) {
        Set<Figure> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(before.figures());
        return after.figures().stream()
                .filter(figure -> !known.contains(figure))
                .count();
    }

    @Test
    void whoseLastPlaceIsTakenBackStandsWhereItIsPutWithoutOne() {
        List<HasMetadata> objects = objects();
        Picture without = Picture.of(objects, Diagram.EMPTY);
        Picture moved = without.drawn(
                Diagram.EMPTY.withPositions(Map.of(ResourceId.of(objects.getFirst()), new Position(-4000, -4000))));
        Scene before = remembering.build(without);

        remembering.build(moved);

        assertThat(remembering.build(without)).isEqualTo(before);
    }

    private static Diagram placed(Diagram diagram, List<HasMetadata> objects, Random random) {
        Diagram all = diagram;
        for (HasMetadata object : objects) {
            all = all.positions().containsKey(ResourceId.of(object)) ? all : moved(all, object, random);
        }
        return all;
    }

    private static Diagram moved(Diagram diagram, HasMetadata object, Random random) {
        return diagram.withPositions(
                Map.of(ResourceId.of(object), new Position(random.nextInt(100) * 16.0, random.nextInt(60) * 16.0)));
    }

    private static HasMetadata renamed(HasMetadata object, int step) {
        return switch (Kinds.of(object).kind()) {
            case "Pod" -> pod(step % SERVICES, "more-" + step);
            case "Service" -> service(step % SERVICES, "more-" + step);
            default ->
                new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("more-" + step)
                        .endMetadata()
                        .build();
        };
    }

    private static List<HasMetadata> objects() {
        List<HasMetadata> objects = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            objects.add(service(i, "service-" + i));
            objects.add(pod(i, "pod-" + i));
            objects.add(pod(i, "other-" + i));
        }
        return objects;
    }

    private static HasMetadata service(int app, String name) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addToSelector("app", "app" + app)
                .endSpec()
                .build();
    }

    private static HasMetadata pod(int app, String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("app", "app" + app)
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build();
    }
}
