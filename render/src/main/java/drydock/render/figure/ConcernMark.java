package drydock.render.figure;

import drydock.render.geometry.Point;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import java.util.Optional;

/// The sign at the corner of an object that something was found about: a cross, a triangle, or an i.
final class ConcernMark {

    private ConcernMark() {}

    /// The figure as it is, and from afar with a corner that tells what was found. Advice is not to be seen from there.
    static Figure flag(Figure figure, Optional<Concern> concern) {
        Cell.Flag flag = switch (concern.orElse(Concern.ADVICE)) {
            case ERROR -> Cell.Flag.ERROR;
            case WARNING -> Cell.Flag.WARNING;
            case ADVICE -> Cell.Flag.NONE;
        };
        return flag == Cell.Flag.NONE || figure.cell().isEmpty()
                ? figure
                : figure.seenAs(figure.cell().get().flagged(flag));
    }

    static void draw(MarkList marks, Optional<Concern> concern, Point c) {
        concern.ifPresent(found -> {
            switch (found) {
                case ERROR -> Badge.FAILED.draw(marks, c, 0);
                case WARNING -> Badge.WARNING.draw(marks, c, 0);
                case ADVICE -> {
                    marks.disc(c, Badge.RADIUS - 1, Ink.ACCENT_SOFT, Ink.NONE, Stroke.NONE);
                    marks.textAround("i", c.x(), c.y() + 4, 16, TextStyle.SMALL_STRONG, Ink.ACCENT);
                }
            }
        });
    }
}
