package drydock.render.paint;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.hit.SceneIndex;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Mark.Dash;
import drydock.render.scene.Scene;
import drydock.render.testing.Cards;
import drydock.render.testing.FxToolkit;
import drydock.render.text.FxTextMeasure;
import drydock.render.theme.Theme;
import drydock.render.viewport.Viewport;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenePainterTest {

    @Test
    void aCardIsPaintedWithItsBorderItsSurfaceAndItsText() {
        Image image = painted(Cards.scene(List.of(Cards.card(0, 10, 10))), new Viewport(1, 0, 0), 0);

        assertThat(argb(image, 10, 60)).isEqualTo(colour(Ink.READY));
        assertThat(argb(image, 11, 60)).isEqualTo(colour(Ink.READY));
        assertThat(argb(image, 12, 60)).isEqualTo(colour(Ink.SURFACE));
        assertThat(argb(image, 9, 60)).isEqualTo(colour(Ink.CANVAS));
        assertThat(colours(image, 50, 18, 60, 14)).hasSizeGreaterThan(5);
    }

    @Test
    void bordersAreSharpWhereverTheSceneIsPanned() {
        Scene scene = Cards.scene(List.of(Cards.card(0, 10, 10)));
        for (double offset : new double[] {0.1, 0.37, 0.5, 0.93}) {
            Image image = painted(scene, new Viewport(1.13, offset, offset), 0);

            assertThat(colours(image, 0, 70, 20, 1))
                    .containsExactlyInAnyOrder(colour(Ink.CANVAS), colour(Ink.READY), colour(Ink.SURFACE));
        }
    }

    @Test
    void atTwoHundredPercentLinesAndEdgesFallOnDevicePixels() {
        Frame frame = new Frame(Theme.LIGHT, Viewport.IDENTITY, 400, 300, 2, 0);

        assertThat(frame.snapped(10.3)).isEqualTo(10.5);
        assertThat(frame.lineWidth(1)).isEqualTo(1);
        assertThat(frame.lineWidth(1.6)).isEqualTo(1.5);
        assertThat(frame.lineWidth(0.01)).isEqualTo(0.5);
    }

    @Test
    void fromFarAwayACardIsOneCell() {
        Image image = painted(Cards.scene(List.of(Cards.card(2, 0, 0))), new Viewport(0.1, 20, 20), 0);

        assertThat(argb(image, 30, 25)).isEqualTo(colour(Ink.FAILED));
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 3_000})
    void fromFarAwayACellTellsInItsCornerThatSomethingIsWrong(int count) {
        Scene scene = Cards.scene(Cards.grid(count, 60).figures().stream()
                .map(figure -> figure.seenAs(new Cell(Ink.READY, Ink.READY, Dash.SOLID, "")
                        .flagged(count == 900 ? Cell.Flag.ERROR : Cell.Flag.WARNING)))
                .toList());
        Image image = painted(scene, Viewport.fitting(scene.bounds(), 400, 300, 4, 1), 0);

        long marked = IntStream.range(0, 400 * 300)
                .filter(i -> argb(image, i % 400, i / 400) == colour(count == 900 ? Ink.FAILED : Ink.PENDING))
                .count();
        assertThat(marked).isGreaterThanOrEqualTo(count);
    }

    @ParameterizedTest
    @EnumSource(value = Cell.Flag.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aFlagStandsApartFromTheColourOfItsCellByARim(Cell.Flag flag) {
        Scene scene = Cards.scene(Cards.grid(8, 4).figures().stream()
                .map(figure -> figure.seenAs(new Cell(Ink.READY, Ink.READY, Dash.SOLID, "").flagged(flag)))
                .toList());
        Viewport viewport = Viewport.fitting(scene.bounds(), 400, 300, 4, 1);
        Image image = painted(scene, viewport, 0);

        Rect cell = viewport.toScreen(scene.figures().getFirst().bounds()).grown(-2);
        // a slanted rim is a mixture at its edges, but lighter than what it sets apart
        assertThat(IntStream.range((int) cell.x(), (int) cell.right())
                        .flatMap(x -> IntStream.range((int) cell.y(), (int) cell.bottom())
                                .map(y -> argb(image, x, y)))
                        .boxed())
                .contains(colour(flag.ink()), colour(Ink.READY))
                .anyMatch(argb -> green(argb) > 40 + Math.max(green(colour(flag.ink())), green(colour(Ink.READY))));
    }

    private static int green(int argb) {
        return argb >> 8 & 0xff;
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 3_000})
    void nothingIsLeftOutFromFarAway(int count) {
        Scene scene = Cards.grid(count, 60);
        Viewport viewport = Viewport.fitting(scene.bounds(), 400, 300, 4, 1);
        Image image = painted(scene, viewport, 0);

        for (Figure figure : scene.figures()) {
            Point center = viewport.toScreen(figure.bounds().center());
            assertThat(argb(image, (int) center.x(), (int) center.y()))
                    .as(figure.description())
                    .isNotEqualTo(colour(Ink.CANVAS));
        }
    }

    @Test
    void whatTurnsTurnsWithTimeAndOnlyWithTime() {
        Scene scene = Cards.scene(List.of(Cards.card(1, 10, 10)));

        Set<Integer> arcs = new HashSet<>();
        for (double seconds : new double[] {0, 0, 0.3, 0.6}) {
            arcs.add(hash(painted(scene, new Viewport(1, 0, 0), seconds)));
        }
        assertThat(arcs).hasSize(3);
    }

    @Test
    void whatFadesShowsWhatIsBelow() {
        Image image = painted(Cards.scene(List.of(Cards.card(2, 10, 10).faded(0.5))), new Viewport(0.3, 0, 0), 0);

        assertThat(argb(image, 6, 15)).isNotIn(colour(Ink.CANVAS), colour(Ink.FAILED));
    }

    @Test
    void aLineHasNoGapWhereWhatIsWrittenOnItIsTooSmallToRead() {
        Figure line = labelledLine();

        assertThat(argb(painted(Cards.scene(List.of(line)), new Viewport(1, 0, 0), 0), 72, 50))
                .isEqualTo(colour(Ink.CANVAS));
        assertThat(argb(painted(Cards.scene(List.of(line)), new Viewport(0.4, 0, 0), 0), 29, 20))
                .isNotEqualTo(colour(Ink.CANVAS));
    }

    /// From (10, 50) to (210, 50), with a gap for its label from 70 to 150.
    private static Figure labelledLine() {
        List<Mark> marks = List.of(
                new Mark.Line(
                        List.of(new Point(0, 10), new Point(200, 10)), false, false, Ink.FAILED, Mark.Stroke.BOLD),
                new Mark.Box(new Rect(60, 0, 80, 20), 0, Ink.CANVAS, Ink.NONE, Mark.Stroke.NONE),
                new Mark.Label(
                        "port 80", new Point(100, 14), 70, Mark.TextStyle.SMALL, Mark.Align.CENTER, Ink.FAILED, false));
        return new Figure(
                new FigureId.Edge(
                        "routes",
                        ResourceId.of(Kinds.SERVICE, "shop", "web"),
                        ResourceId.of(Kinds.DEPLOYMENT, "shop", "web")),
                new Rect(10, 40, 200, 20),
                Figure.Layer.EDGE,
                marks,
                "web",
                Optional.empty());
    }

    @Test
    void selectionIsPaintedAroundAndNotOnTheFigure() {
        Scene scene = Cards.scene(List.of(Cards.card(0, 10, 10)));
        Image image = FxToolkit.call(() -> {
            Canvas canvas = new Canvas(300, 200);
            Frame frame = new Frame(Theme.LIGHT, Viewport.IDENTITY, 300, 200, 1, 0);
            Overlay overlay =
                    new Overlay(Set.of(scene.figures().getFirst().id()), Optional.empty(), Set.of(), Optional.empty());
            OverlayPainter.paint(canvas.getGraphicsContext2D(), SceneIndex.of(scene), overlay, frame);
            return canvas.snapshot(new SnapshotParameters(), null);
        });

        assertThat(colours(image, 4, 60, 6, 1)).contains(colour(Ink.SELECTION));
        assertThat(colours(image, 12, 12, 200, 100)).containsExactly(0xFFFFFFFF);
    }

    private static Image painted(Scene scene, Viewport viewport, double seconds) {
        return FxToolkit.call(() -> {
            Canvas canvas = new Canvas(400, 300);
            Frame frame = new Frame(Theme.LIGHT, viewport, 400, 300, 1, seconds);
            Backdrop.paint(canvas.getGraphicsContext2D(), frame, 0);
            new ScenePainter(new FxTextMeasure()).paint(canvas.getGraphicsContext2D(), SceneIndex.of(scene), frame);
            return canvas.snapshot(new SnapshotParameters(), null);
        });
    }

    private static int argb(Image image, int x, int y) {
        return image.getPixelReader().getArgb(x, y);
    }

    private static int colour(Ink ink) {
        return Theme.LIGHT.colour(ink).argb();
    }

    private static Set<Integer> colours(Image image, int x, int y, int width, int height) {
        Set<Integer> colours = new HashSet<>();
        for (int i = 0; i < width * height; i++) {
            int row = i / width;
            colours.add(argb(image, x + i % width, y + row));
        }
        return colours;
    }

    private static int hash(Image image) {
        int hash = 0;
        for (int i = 0; i < 40 * 40; i++) {
            int row = i / 40;
            hash = 31 * hash + argb(image, i % 40, row);
        }
        return hash;
    }
}
