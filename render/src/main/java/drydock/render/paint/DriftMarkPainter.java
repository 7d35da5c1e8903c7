package drydock.render.paint;

import drydock.render.geometry.Rect;
import drydock.render.hit.SceneIndex;
import drydock.render.scene.FigureId;
import drydock.render.text.TextMeasure;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;

/// Paints over figures what a project and a cluster have otherwise: a line around the figure (dashed for what is only
/// here, dotted for what is only there, whole for what differs) and a plate on its corner with a sign and a few words.
/// Plates keep their size at any zoom; where a figure is too narrow for all the words, the sign stands alone, and
/// where it is too small for that, too, the line alone tells it.
public final class DriftMarkPainter {

    private static final double HEIGHT = 18;
    private static final double SIGN = 18;
    private static final double RADIUS = 12;
    private static final double OUT = 3;
    private static final double ROOM_FOR_A_SIGN = 26;

    private final GraphicsContext g;
    private final Frame frame;
    private final Colours colours;
    private final PlatePainter plates;

    private DriftMarkPainter(GraphicsContext g, Frame frame, TextMeasure measure) {
        this.g = g;
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
        DriftMarkPainter painter = new DriftMarkPainter(g, frame, measure);
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
        String text = plates.fit(mark.text(), room).equals(mark.text()) ? mark.text() : "";
        double width = plates.width(text, SIGN, HEIGHT / 2);
        double x = frame.snapped(seen.x() + (text.isEmpty() ? -SIGN / 2 : HEIGHT / 2));
        double y = frame.snapped(seen.y() - OUT - HEIGHT / 2);
        plates.plate(x, y, width, HEIGHT, mark.tone().ink(), mark.tone().soft(), text, x + SIGN - 1);
        sign(mark.tone(), x + SIGN / 2, y + HEIGHT / 2);
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
