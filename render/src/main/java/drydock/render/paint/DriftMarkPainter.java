package drydock.render.paint;

import drydock.render.geometry.Rect;
import drydock.render.hit.SceneIndex;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.text.TextMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;

/// Paints over figures what a project and a cluster have otherwise: a line around the figure (dashed for what is only
/// here, dotted for what is only there, whole for what differs) and a plate at its corner with a sign and a few words.
/// Plates cover neither what their figure says nor, where there is room above or below, a figure beside it. They keep
/// their size at any zoom; where a figure is too narrow for all the words, the sign stands alone, and
/// where it is too small for that, too, the line alone tells it.
public final class DriftMarkPainter {

    private static final double HEIGHT = 18;
    private static final double SIGN = 18;
    private static final double RADIUS = 12;
    private static final double OUT = 3;
    /// So much of a plate lies over the line.
    private static final double ON_LINE = 3;
    private static final double ROOM_FOR_A_SIGN = 26;

    private final GraphicsContext g;
    private final SceneIndex index;
    private final Frame frame;
    private final Colours colours;
    private final PlatePainter plates;
    /// Where plates with words are by now.
    private final List<Rect> taken = new ArrayList<>();

    private DriftMarkPainter(GraphicsContext g, SceneIndex index, Frame frame, TextMeasure measure) {
        this.g = g;
        this.index = index;
        this.frame = frame;
        this.colours = new Colours(frame.theme());
        this.plates = new PlatePainter(g, colours, measure);
    }

    /// Paints the marks of figures that are in view over what is on the canvas already.
    public static void paint(
            GraphicsContext g, SceneIndex index, Map<FigureId, DriftMark> marks, Frame frame, TextMeasure measure) {
        if (marks.isEmpty()) {
            return;
        }
        g.save();
        DriftMarkPainter painter = new DriftMarkPainter(g, index, frame, measure);
        marks.forEach((id, mark) -> index.find(id)
                .filter(figure -> figure.bounds().intersects(frame.visible()))
                .ifPresent(figure -> painter.paint(frame.viewport().toScreen(figure.bounds()), mark)));
        g.restore();
    }

    private void paint(Rect seen, DriftMark mark) {
        line(seen, mark.tone());
        if (seen.width() >= ROOM_FOR_A_SIGN && seen.height() >= ROOM_FOR_A_SIGN / 2) {
            plate(seen, mark);
        }
    }

    private void line(Rect seen, DriftMark.Tone tone) {
        double arc = Math.min(2 * RADIUS * frame.viewport().scale(), Math.min(seen.width(), seen.height()));
        g.setStroke(colours.of(tone.ink()));
        g.setLineWidth(2);
        g.setLineCap(StrokeLineCap.BUTT);
        switch (tone) {
            case ONLY_HERE -> g.setLineDashes(7, 4);
            case ONLY_THERE -> g.setLineDashes(2, 4);
            case DIFFERENT -> g.setLineDashes();
        }
        g.strokeRoundRect(
                frame.snapped(seen.x() - OUT),
                frame.snapped(seen.y() - OUT),
                seen.width() + 2 * OUT,
                seen.height() + 2 * OUT,
                arc + OUT,
                arc + OUT);
        g.setLineDashes();
    }

    private void plate(Rect seen, DriftMark mark) {
        double room = seen.width() - SIGN - HEIGHT;
        boolean fits = plates.fit(mark.text(), room).equals(mark.text());
        Optional<Rect> words = fits ? words(seen, mark.text()) : Optional.empty();
        words.ifPresent(taken::add);
        String text = words.isPresent() ? mark.text() : "";
        Rect place = words.orElseGet(() -> alone(seen));
        double x = frame.snapped(place.x());
        double y = frame.snapped(place.y());
        plates.plate(x, y, place.width(), HEIGHT, mark.tone().ink(), mark.tone().soft(), text, x + SIGN - 1);
        sign(mark.tone(), x + SIGN / 2, y + HEIGHT / 2);
    }

    /// Where there is room for words: above the figure, on its line, or below it where something else stands above, as
    /// the ReplicaSet of a Deployment may.
    private Optional<Rect> words(Rect seen, String text) {
        double width = plates.width(text, SIGN, HEIGHT / 2);
        return Stream.of(above(seen), below(seen))
                .map(y -> new Rect(seen.x() + HEIGHT / 2, y, width, HEIGHT))
                .filter(place -> isFree(seen, place) && taken.stream().noneMatch(place::intersects))
                .findFirst();
    }

    /// Where a sign stands alone: at the corner above, unless only the one below is free.
    private Rect alone(Rect seen) {
        Rect above = new Rect(seen.x() - SIGN / 2, above(seen), SIGN, HEIGHT);
        Rect below = new Rect(seen.x() - SIGN / 2, below(seen), SIGN, HEIGHT);
        return !isFree(seen, above) && isFree(seen, below) ? below : above;
    }

    private static double above(Rect seen) {
        return seen.y() - OUT - HEIGHT + ON_LINE;
    }

    private static double below(Rect seen) {
        return seen.bottom() + OUT - ON_LINE;
    }

    /// Whether a plate would cover no figure; frames say nothing where a plate is.
    private boolean isFree(Rect seen, Rect plate) {
        return index.touching(frame.viewport().toScene(plate)).stream()
                .filter(figure -> figure.layer() != Figure.Layer.FRAME && figure.layer() != Figure.Layer.EDGE)
                .map(figure -> frame.viewport().toScreen(figure.bounds()))
                .allMatch(seen::equals);
    }

    private void sign(DriftMark.Tone tone, double x, double y) {
        plates.pen(tone.ink());
        switch (tone) {
            case ONLY_HERE -> {
                g.strokeLine(x - 4, y, x + 4, y);
                g.strokeLine(x, y - 4, x, y + 4);
            }
            case ONLY_THERE -> g.strokeLine(x - 4, y, x + 4, y);
            case DIFFERENT -> {
                g.strokeLine(x - 4, y - 2, x + 4, y - 2);
                g.strokeLine(x - 4, y + 2, x + 4, y + 2);
                g.strokeLine(x + 2.5, y - 5, x - 2.5, y + 5);
            }
        }
    }
}
