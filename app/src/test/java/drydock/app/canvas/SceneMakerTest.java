package drydock.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.layout.LayoutRuns;
import drydock.app.task.Tasks;
import drydock.model.diagram.Diagram;
import drydock.model.diagram.Position;
import drydock.model.resource.ResourceId;
import drydock.render.figure.Picture;
import drydock.render.figure.SceneBuilder;
import drydock.render.geometry.Rect;
import drydock.render.scene.Scene;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SceneMakerTest {

    private static final ResourceId SERVICE = new ResourceId("", "Service", "default", "a0");
    private static final ResourceId POD = new ResourceId("", "Pod", "default", "a0");

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Tasks tasks = Tasks.inPlace().on(background::add);
    private final Deque<Runnable> rests = new ArrayDeque<>();
    private final LayoutRuns layouts = new LayoutRuns(tasks);
    private Picture wanted = Picture.EMPTY;
    private long nanos;
    private long nanosBetween;
    private final SceneMaker maker = new SceneMaker(
            new SceneBuilder(Locale.ENGLISH, (text, style) -> 6.0 * text.length()),
            tasks,
            layouts,
            () -> wanted,
            () -> {},
            rests::add,
            () -> nanos += nanosBetween);

    /// Services, each before its Pod.
    private static Picture pairs(String name, int count) {
        List<HasMetadata> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            objects.add(new ServiceBuilder()
                    .withNewMetadata()
                    .withName(name + i)
                    .endMetadata()
                    .withNewSpec()
                    .addToSelector("app", name + i)
                    .endSpec()
                    .build());
            objects.add(new PodBuilder()
                    .withNewMetadata()
                    .withName(name + i)
                    .addToLabels("app", name + i)
                    .endMetadata()
                    .withNewSpec()
                    .endSpec()
                    .build());
        }
        return Picture.of(objects, Diagram.EMPTY);
    }

    private Scene makeNow() {
        return maker.make().or(this::inBackground).orElseThrow();
    }

    private Optional<Scene> inBackground() {
        background.remove().run();
        return maker.made();
    }

    private boolean isLaidOut() {
        Rect pod = maker.places().get(POD);
        Rect service = maker.places().get(SERVICE);
        return pod.x() > service.right() + 100
                && Math.abs(pod.center().y() - service.center().y()) <= 8;
    }

    @Test
    void aFewThingsAreLaidOutAtOnce() {
        wanted = pairs("a", 3);

        assertThat(maker.make()).isPresent();
        assertThat(layouts.runningProperty().get()).isEmpty();
        assertThat(isLaidOut()).isTrue();
    }

    @Test
    void manyThingsAreShownInRowsMadeInTheBackgroundAndLaidOutAfterwards() {
        wanted = pairs("a", 300);

        assertThat(maker.make()).isEmpty();
        assertThat(maker.makes()).isTrue();
        assertThat(inBackground().orElseThrow().figures()).hasSize(600);
        assertThat(layouts.runningProperty().get().orElseThrow().figures()).isEqualTo(600);
        assertThat(isLaidOut()).isFalse();

        background.remove().run();
        makeNow();
        assertThat(isLaidOut()).isTrue();
        assertThat(layouts.runningProperty().get()).isEmpty();
    }

    @Test
    void afterACancelWhatStandsInRowsStaysThere() {
        wanted = pairs("a", 300);
        maker.make();
        inBackground();
        Map<ResourceId, Rect> rows = Map.copyOf(maker.places());

        layouts.cancel();
        background.remove().run();
        makeNow();

        assertThat(maker.places()).isEqualTo(rows);
        assertThat(layouts.runningProperty().get()).isEmpty();
    }

    @Test
    void anotherProjectIsNotGivenThePlacesOfTheOneBefore() {
        wanted = pairs("a", 100);
        makeNow();
        Runnable layoutOfFirst = background.remove();
        wanted = pairs("a", 3);
        makeNow();
        Map<ResourceId, Rect> places = Map.copyOf(maker.places());

        layoutOfFirst.run();
        makeNow();

        assertThat(maker.places()).isEqualTo(places);
        assertThat(layouts.runningProperty().get()).isEmpty();
    }

    @Test
    void aSceneOfAProjectThatIsClosedMeanwhileIsNotShown() {
        wanted = pairs("a", 300);
        maker.make();
        wanted = pairs("b", 2);

        assertThat(inBackground()).isEmpty();
        assertThat(makeNow().figures()).hasSizeLessThan(10);
    }

    @Test
    void whatIsPutSomewhereByHandMeanwhileStaysThere() {
        wanted = pairs("a", 100);
        makeNow();
        Runnable first = background.remove();
        wanted = wanted.drawn(Diagram.EMPTY.withPositions(Map.of(POD, new Position(-3000, -2000))));
        makeNow();

        first.run();
        rests.remove().run();
        background.remove().run();
        makeNow();

        assertThat(maker.places().get(POD).x()).isEqualTo(-3000);
        assertThat(layouts.runningProperty().get()).isEmpty();
    }

    @Test
    void whileAFigureIsDraggedNoLayoutIsBegun() {
        wanted = pairs("a", 100);
        makeNow();
        for (int x = 0; x < 20; x++) {
            wanted = wanted.drawn(Diagram.EMPTY.withPositions(Map.of(POD, new Position(x, -2000))));
            makeNow();
        }

        assertThat(background).hasSize(1);
        rests.getLast().run();
        assertThat(background).hasSize(2);
        background.remove().run();
        background.remove().run();
        makeNow();

        assertThat(maker.places().get(POD).x()).isEqualTo(19);
        assertThat(layouts.runningProperty().get()).isEmpty();
    }

    @Test
    void aCancelEndsTheLayoutOfWhatWasMovedMeanwhileToo() {
        wanted = pairs("a", 100);
        makeNow();
        wanted = wanted.drawn(Diagram.EMPTY.withPositions(Map.of(POD, new Position(-3000, -2000))));
        makeNow();

        layouts.cancel();
        rests.remove().run();

        assertThat(layouts.runningProperty().get()).isEmpty();
    }

    @Test
    void whatAClusterChangesOfSlowScenesIsMadeInTheBackgroundWithPauses() {
        nanosBetween = 50_000_000;
        wanted = seen("before");
        makeNow();
        settle();

        nanosBetween = 40_000_000;
        assertThat(maker.rests()).as("at first it rests as long as it took").isTrue();
        assertThat(maker.rests()).isFalse();
        wanted = seen("after");
        assertThat(maker.make()).as("one object changed").isEmpty();
        assertThat(inBackground()).isPresent();
    }

    @Test
    void whatAClusterChangesOfFastScenesIsSeenAtOnce() {
        nanosBetween = 1_000_000;
        wanted = seen("before");
        makeNow();
        settle();

        assertThat(maker.rests()).isFalse();
        wanted = seen("after");
        assertThat(maker.make()).isPresent();
    }

    @Test
    void whatTheUserChangesIsSeenAtOnceHoweverSlow() {
        nanosBetween = 50_000_000;
        wanted = seen("before");
        makeNow();
        settle();

        wanted = wanted.drawn(Diagram.EMPTY.withPositions(Map.of(SERVICE, new Position(7, 7))));

        assertThat(maker.make()).isPresent();
    }

    /// Lets what was laid out show.
    private void settle() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
        var _ = maker.make().or(this::inBackground);
    }

    private final List<HasMetadata> pairs =
            List.copyOf(pairs("a", 300).desired().values());

    /// What a cluster holds; the first object with a label, the others always the very same.
    private Picture seen(String label) {
        List<HasMetadata> objects = new ArrayList<>(pairs);
        objects.set(
                0,
                new ServiceBuilder((io.fabric8.kubernetes.api.model.Service) objects.getFirst())
                        .editMetadata()
                        .addToLabels("n", label)
                        .endMetadata()
                        .build());
        return Picture.EMPTY.watching(objects, java.time.Instant.EPOCH);
    }
}
