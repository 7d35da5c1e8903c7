package drydock.render.paint;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.render.hit.SceneIndex;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.testing.Cards;
import drydock.render.testing.FxToolkit;
import drydock.render.text.FxTextMeasure;
import drydock.render.theme.Theme;
import drydock.render.viewport.Viewport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;

class DriftMarkPainterTest {

    private static final int LEFT = 40;
    private static final int TOP = 130;
    private static final int BOTTOM = TOP + (int) Cards.HEIGHT;

    private static final DriftMark DIFFERENT = new DriftMark(DriftMark.Tone.DIFFERENT, "4 fields");
    private static final DriftMark ONLY_THERE = new DriftMark(DriftMark.Tone.ONLY_THERE, "only there");

    private final Figure card = Cards.card(0, LEFT, TOP);

    @Test
    void aPlateStandsAboveItsFigureAndCoversNothingOfIt() {
        Image marked = painted(List.of(card), Map.of(card.id(), DIFFERENT));

        assertThat(isPlate(marked, TOP - 12)).isTrue();
        assertThat(isPlate(marked, TOP + 3)).isFalse();
        assertThat(isPlate(marked, BOTTOM + 6)).isFalse();
    }

    @Test
    void whereAnotherFigureStandsAboveThePlateIsBelow() {
        Figure above = Cards.card(1, LEFT, TOP - Cards.HEIGHT);
        Image marked = painted(List.of(above, card), Map.of(card.id(), DIFFERENT));

        assertThat(isPlate(marked, TOP - 12)).isFalse();
        assertThat(isPlate(marked, BOTTOM + 6)).isTrue();
    }

    @Test
    void aSignAtACornerStandsWhereWordsWouldCoverOthersOnBothSides() {
        Figure above = Cards.card(1, LEFT, TOP - Cards.HEIGHT);
        Figure below = Cards.card(2, LEFT, BOTTOM);
        Image marked = painted(List.of(above, card, below), Map.of(card.id(), DIFFERENT));

        assertThat(isPlate(marked, TOP - 12)).isFalse();
        assertThat(isPlate(marked, BOTTOM + 6)).isFalse();
        assertThat(argb(marked, LEFT - 6, TOP - 12)).isEqualTo(colour(Ink.PENDING_SOFT));
    }

    @Test
    void ofTwoPlatesInTheSameGapOneHasTheWords() {
        Figure above = Cards.card(1, LEFT, TOP - Cards.HEIGHT);
        Figure next = Cards.card(2, LEFT, BOTTOM + 24);
        Map<FigureId, DriftMark> marks = new LinkedHashMap<>();
        marks.put(card.id(), DIFFERENT);
        marks.put(next.id(), ONLY_THERE);
        Image marked = painted(List.of(above, card, next), marks);

        assertThat(isPlate(marked, BOTTOM + 6)).isTrue();
        assertThat(argb(marked, LEFT + 16, BOTTOM + 18)).isNotEqualTo(colour(Ink.UNKNOWN_SOFT));
    }

    /// Whether there is a plate for what differs at `y`, in its edge left of the sign.
    private static boolean isPlate(Image image, int y) {
        for (int x = LEFT + 9; x < LEFT + 30; x++) {
            if (argb(image, x, y) == colour(Ink.PENDING_SOFT)) {
                return true;
            }
        }
        return false;
    }

    private static Image painted(List<Figure> figures, Map<FigureId, DriftMark> marks) {
        return FxToolkit.call(() -> {
            Canvas canvas = new Canvas(400, 400);
            Frame frame = new Frame(Theme.LIGHT, Viewport.IDENTITY, 400, 400, 1, 0);
            Backdrop.paint(canvas.getGraphicsContext2D(), frame, 0);
            SceneIndex index = SceneIndex.of(Cards.scene(figures));
            DriftMarkPainter.paint(canvas.getGraphicsContext2D(), index, marks, frame, new FxTextMeasure());
            return canvas.snapshot(new SnapshotParameters(), null);
        });
    }

    private static int argb(Image image, int x, int y) {
        return image.getPixelReader().getArgb(x, y);
    }

    private static int colour(Ink ink) {
        return Theme.LIGHT.colour(ink).argb();
    }
}
