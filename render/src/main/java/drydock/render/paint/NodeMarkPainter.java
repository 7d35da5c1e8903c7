package drydock.render.paint;

import drydock.render.geometry.Rect;
import drydock.render.hit.SceneIndex;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.text.TextMeasure;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;

/// Paints what the scheduler found of nodes over their frames: what was left out is veiled, what was chosen has a
/// strong ring, and a plate on the upper border says it with a sign and in words. Plates keep their size at any zoom.
public final class NodeMarkPainter {

    private static final double HEIGHT = 20;
    private static final double SIGN = 22;
    private static final double INSET = 8;
    private static final double RADIUS = 12;
    private static final double VEIL = 0.62;

    private final GraphicsContext g;
    private final Frame frame;
    private final Colours colours;
    private final PlatePainter plates;

    private NodeMarkPainter(GraphicsContext g, Frame frame, TextMeasure measure) {
        this.g = g;
        this.frame = frame;
        this.colours = new Colours(frame.theme());
        this.plates = new PlatePainter(g, colours, measure);
    }

    /// Paints the marks of figures that are in view over what is on the canvas already.
    public static void paint(
            GraphicsContext g, SceneIndex index, Map<FigureId, NodeMark> marks, Frame frame, TextMeasure measure) {
        if (marks.isEmpty()) {
            return;
        }
        g.save();
        NodeMarkPainter painter = new NodeMarkPainter(g, frame, measure);
        marks.forEach((id, mark) -> index.find(id)
                .filter(figure -> figure.bounds().intersects(frame.visible()))
                .ifPresent(figure -> painter.paint(frame.viewport().toScreen(figure.bounds()), mark)));
        g.restore();
    }

    private void paint(Rect seen, NodeMark mark) {
        double arc = Math.min(2 * RADIUS * frame.viewport().scale(), Math.min(seen.width(), seen.height()));
        switch (mark.tone()) {
            case LEFT_OUT -> {
                g.setGlobalAlpha(VEIL);
                g.setFill(colours.of(Ink.CANVAS));
                g.fillRoundRect(seen.x(), seen.y(), seen.width(), seen.height(), arc, arc);
            }
            case SCORED -> ring(seen, arc, mark.tone(), 1.5);
            case CHOSEN -> ring(seen, arc, mark.tone(), 3);
        }
        g.setGlobalAlpha(1);
        plate(seen, mark);
    }

    private void ring(Rect seen, double arc, NodeMark.Tone tone, double width) {
        g.setGlobalAlpha(1);
        g.setStroke(colours.of(tone.ink()));
        g.setLineWidth(width);
        g.strokeRoundRect(frame.snapped(seen.x()), frame.snapped(seen.y()), seen.width(), seen.height(), arc, arc);
    }

    private void plate(Rect seen, NodeMark mark) {
        double room = seen.width() - 2 * INSET - SIGN - INSET;
        String text = room < 2 * SIGN ? "" : plates.fit(mark.text(), room);
        double width = plates.width(text, SIGN, INSET);
        double x = frame.snapped(seen.right() - INSET - width);
        double y = frame.snapped(Math.clamp(seen.y() - HEIGHT / 2, 2, Math.max(2, seen.bottom() - HEIGHT)));
        plates.plate(x, y, width, HEIGHT, mark.tone().ink(), mark.tone().soft(), text, x + SIGN - 2);
        sign(mark.tone(), x + SIGN / 2, y + HEIGHT / 2);
    }

    private void sign(NodeMark.Tone tone, double x, double y) {
        plates.pen(tone.ink());
        switch (tone) {
            case LEFT_OUT -> {
                g.strokeLine(x - 3, y - 3, x + 3, y + 3);
                g.strokeLine(x - 3, y + 3, x + 3, y - 3);
            }
            case SCORED -> g.strokeOval(x - 3.5, y - 3.5, 7, 7);
            case CHOSEN -> {
                g.strokeLine(x - 4, y + 0.5, x - 1, y + 3.5);
                g.strokeLine(x - 1, y + 3.5, x + 4.5, y - 3);
            }
        }
    }
}
