package drydock.render.figure;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import java.util.ArrayList;
import java.util.List;

/// What is drawn on a card beside what its object says: that it is locked, or stands for others.
final class Extras {

    private static final double STEP = 4;

    private Extras() {}

    /// The figure as the uppermost of a pile, with the number of those below it.
    static Figure holding(Figure figure, int held, Words words) {
        Rect card = figure.bounds();
        double width = card.width();
        double height = card.height();
        MarkList pile = new MarkList();
        for (int depth = 2; depth > 0; depth--) {
            pile.box(
                    new Rect(depth * STEP, depth * STEP, width, height),
                    8,
                    Ink.SURFACE_SUNKEN,
                    Ink.BORDER,
                    Stroke.THIN);
        }
        List<Mark> marks = new ArrayList<>(pile.marks());
        marks.addAll(figure.marks());
        String text = words.get("object.holds", held);
        MarkList count = new MarkList();
        count.textTo(text, width - 12, height - 8, width / 2, TextStyle.SMALL_STRONG, Ink.ACCENT);
        marks.addAll(count.marks());
        Rect pileBounds = new Rect(card.x(), card.y(), width + 2 * STEP, height + 2 * STEP);
        return with(figure, pileBounds, marks, figure.description() + ". " + text);
    }

    /// The figure with a padlock in its lower corner.
    static Figure locked(Figure figure, Words words) {
        double x = figure.bounds().width() - 14;
        double y = figure.bounds().height() - 4;
        MarkList lock = new MarkList();
        lock.disc(new Point(x, y - 4), 10, Ink.SURFACE, Ink.BORDER, Stroke.THIN);
        lock.line(
                Ink.TEXT_MUTED,
                new Stroke(1.5, Mark.Dash.SOLID),
                x - 2.5,
                y - 4,
                x - 2.5,
                y - 8,
                x + 2.5,
                y - 8,
                x + 2.5,
                y - 4);
        lock.area(new Rect(x - 4, y - 4.5, 8, 6), 1, Ink.TEXT_MUTED);
        List<Mark> marks = new ArrayList<>(figure.marks());
        marks.addAll(lock.marks());
        return with(figure, figure.bounds(), marks, figure.description() + ". " + words.get("object.locked"));
    }

    private static Figure with(Figure figure, Rect bounds, List<Mark> marks, String description) {
        return new Figure(
                figure.id(),
                bounds,
                figure.layer(),
                marks,
                description,
                figure.parent(),
                figure.cell(),
                figure.regions(),
                figure.opacity());
    }
}
