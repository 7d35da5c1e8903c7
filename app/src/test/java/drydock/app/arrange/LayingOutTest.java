package drydock.app.arrange;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.testing.WindowTest;
import drydock.model.diagram.DiagramChange;
import drydock.model.diagram.Position;
import drydock.model.edit.Edit;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LayingOutTest extends WindowTest {

    @Override
    protected void writeProject(Path project) throws IOException {
        copy(SAMPLES.resolve("article"), project);
    }

    @BeforeEach
    void pileUp() {
        awaitFigures(SERVICE, CONTROLLER);
        Map<ResourceId, Position> heap = new TreeMap<>();
        places().keySet().forEach(id -> heap.put(id, new Position(16, 16)));
        interact(() -> workspace().perform(new Edit.MoveFigures(heap)));
        awaitOnScreen("a heap", () -> places().values().stream().allMatch(rect -> rect.x() == 16));
    }

    @Test
    void layingOutAllLeavesNoTwoFiguresOnEachOtherAndCanBeTakenBack() {
        Project before = state();
        run("layOutAll");
        awaitOnScreen("laid out", () -> overlaps() == 0);
        undoneAndRedone(before);
    }

    @Test
    void whatIsLockedStaysAndNothingIsPutOnIt() {
        interact(() ->
                workspace().perform(new Edit.Draw(new DiagramChange.Lock(new TreeSet<>(List.of(CONTROLLER)), true))));
        run("layOutAll");
        awaitOnScreen("laid out", () -> overlaps() == 0);
        assertThat(places().get(CONTROLLER).x()).isEqualTo(16);
    }

    @Test
    void layingOutTheSelectionMovesNothingElse() {
        List<ResourceId> some = List.of(SERVICE, CONTROLLER);
        Map<ResourceId, Rect> others = places();
        others.keySet().removeAll(some);
        interact(() -> workspace().selection().select(some));
        Project before = state();
        run("layOutSelection");
        awaitOnScreen("apart", () -> !places().get(SERVICE).intersects(places().get(CONTROLLER)));
        assertThat(places()).containsAllEntriesOf(others);
        assertThat(others.values()).noneMatch(rect -> rect.intersects(places().get(SERVICE)));
        undoneAndRedone(before);
    }

    private void run(String id) {
        interact(() -> window().actions().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow()
                .run()
                .run());
    }

    private Map<ResourceId, Rect> places() {
        return onScreen(() -> canvas().places());
    }

    private long overlaps() {
        List<Rect> all = new ArrayList<>(places().values());
        long count = 0;
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                count += all.get(i).intersects(all.get(j)) ? 1 : 0;
            }
        }
        return count;
    }
}
