package drydock.app.layout;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.task.Tasks;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.layout.LayoutWatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LayoutRunsTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final LayoutRuns runs = new LayoutRuns(Tasks.inPlace().on(background::add));
    private final List<String> told = new ArrayList<>();

    private LayoutRun start(String name) {
        return runs.start(
                7,
                watch -> places(name, watch),
                found -> told.add(name + found.size()),
                () -> told.add(name + " cancelled"));
    }

    private Map<ResourceId, Point> places(String name, LayoutWatch watch) {
        watch.done(0.5);
        watch.check();
        return Map.of(new ResourceId("", "Pod", "default", name), new Point(8, 8));
    }

    @Test
    void whatIsFoundIsToldAndHowFarItWas() {
        start("a");
        assertThat(runs.runningProperty().get().orElseThrow().figures()).isEqualTo(7);

        background.remove().run();

        assertThat(told).containsExactly("a1");
        assertThat(runs.progressProperty().get()).isEqualTo(0.5);
        assertThat(runs.runningProperty().get()).isEmpty();
    }

    @Test
    void aCancelledLayoutTellsSoOnceAndItsPlacesToNobody() {
        LayoutRun run = start("a");
        runs.cancel();

        assertThat(run.isStopped()).isTrue();
        assertThat(runs.runningProperty().get()).isEmpty();
        background.remove().run();
        assertThat(told).containsExactly("a cancelled");
    }

    @Test
    void anotherLayoutTakesThePlaceOfTheOneThatRuns() {
        start("a");
        start("b");
        background.remove().run();
        assertThat(runs.runningProperty().get()).isPresent();

        background.remove().run();

        assertThat(told).containsExactly("b1");
    }

    @Test
    void aDroppedLayoutTellsNothing() {
        runs.drop(start("a"));
        background.remove().run();

        assertThat(told).isEmpty();
    }
}
