package drydock.render.figure;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import java.util.List;

/// The probes of a container at the right end of its chip: a letter each, on a full disc while the probe passes, on a
/// red square while it fails, in a ring while it waits.
final class ProbePips {

    static final double SIZE = 13;
    private static final double STEP = 16;

    private ProbePips() {}

    /// How much of a chip they take.
    static double width(List<Probing> probes) {
        return probes.isEmpty() ? 0 : probes.size() * STEP + 2;
    }

    static void draw(MarkList marks, Rect chip, List<Probing> probes) {
        double x = chip.right() - width(probes) - 3 + STEP / 2;
        for (Probing probe : probes) {
            draw(marks, new Point(x, chip.y() + chip.height() / 2), probe);
            x += STEP;
        }
    }

    private static void draw(MarkList marks, Point at, Probing probe) {
        double half = SIZE / 2;
        Ink letter = switch (probe.result()) {
            case WAITING -> {
                marks.disc(at, half - 0.5, Ink.NONE, Ink.TEXT_MUTED, Stroke.THIN);
                yield Ink.TEXT_MUTED;
            }
            case PASSING -> {
                marks.disc(at, half, Ink.READY, Ink.NONE, Stroke.NONE);
                yield Ink.TEXT_ON_STRONG;
            }
            case FAILING -> {
                marks.area(new Rect(at.x() - half, at.y() - half, SIZE, SIZE), 2, Ink.FAILED);
                yield Ink.TEXT_ON_STRONG;
            }
        };
        marks.textAround(probe.kind().letter(), at.x(), at.y() + 3, SIZE, TextStyle.TINY, letter);
    }
}
