package drydock.render.figure;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Dash;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;

/// One container on a card: its name on a small plate, and before it a sign unless all is well.
final class ContainerChip {

    private static final Stroke SIGN = new Stroke(1.5, Dash.SOLID);

    private ContainerChip() {}

    static void draw(MarkList marks, PodShape.Slot slot, ContainerRun run) {
        Rect rect = slot.rect();
        Ink fill = fill(run);
        Ink ink = ink(run);
        marks.box(rect, 5, fill, border(slot, run, ink), new Stroke(1, Dash.SOLID));
        boolean small = slot.role() == PodShape.Role.INIT;
        double text = rect.x() + 8;
        if (sign(marks, new Point(rect.x() + 11, rect.y() + rect.height() / 2), run, ink)) {
            text += 11;
        }
        marks.text(
                slot.name(),
                text,
                rect.y() + rect.height() / 2 + (small ? 3.5 : 4),
                rect.right() - 6 - text,
                TextStyle.SMALL,
                ink);
    }

    private static Ink border(PodShape.Slot slot, ContainerRun run, Ink ink) {
        boolean plain = run instanceof ContainerRun.Planned || run instanceof ContainerRun.Running;
        return !plain && !(run instanceof ContainerRun.Ended)
                ? ink
                : slot.role() == PodShape.Role.SIDECAR ? Ink.BORDER : Ink.NONE;
    }

    private static Ink fill(ContainerRun run) {
        return switch (run) {
            case ContainerRun.Planned() -> Ink.SURFACE_SUNKEN;
            case ContainerRun.Waiting w -> w.failing() ? Ink.FAILED_SOFT : Ink.PENDING_SOFT;
            case ContainerRun.Running(var ready) -> ready ? Ink.READY_SOFT : Ink.SURFACE_SUNKEN;
            case ContainerRun.Ended(var code, var reason) -> code == 0 ? Ink.SUCCEEDED_SOFT : Ink.FAILED_SOFT;
        };
    }

    private static Ink ink(ContainerRun run) {
        return switch (run) {
            case ContainerRun.Planned() -> Ink.TEXT;
            case ContainerRun.Waiting w -> w.failing() ? Ink.FAILED : Ink.PENDING;
            case ContainerRun.Running r -> Ink.TEXT;
            case ContainerRun.Ended(var code, var reason) -> code == 0 ? Ink.SUCCEEDED : Ink.FAILED;
        };
    }

    private static boolean sign(MarkList marks, Point c, ContainerRun run, Ink ink) {
        return switch (run) {
            case ContainerRun.Planned p -> false;
            case ContainerRun.Running(var ready) -> {
                if (!ready) {
                    marks.disc(c, 3.5, Ink.NONE, Ink.READY, SIGN);
                }
                yield !ready;
            }
            case ContainerRun.Waiting w -> {
                if (w.failing()) {
                    cross(marks, c, ink);
                } else {
                    marks.disc(c, 3.5, Ink.NONE, ink, SIGN);
                }
                yield true;
            }
            case ContainerRun.Ended(var code, var reason) -> {
                if (code == 0) {
                    marks.line(ink, SIGN, c.x() - 3.5, c.y(), c.x() - 1, c.y() + 2.5, c.x() + 3.5, c.y() - 2.5);
                } else {
                    cross(marks, c, ink);
                }
                yield true;
            }
        };
    }

    private static void cross(MarkList marks, Point c, Ink ink) {
        marks.line(ink, SIGN, c.x() - 3, c.y() - 3, c.x() + 3, c.y() + 3);
        marks.line(ink, SIGN, c.x() - 3, c.y() + 3, c.x() + 3, c.y() - 3);
    }
}
