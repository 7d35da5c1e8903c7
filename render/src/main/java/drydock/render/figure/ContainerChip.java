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

    /// A note stands only where so much is left of the name.
    private static final double LEAST_NAME = 36;

    private ContainerChip() {}

    static void draw(MarkList marks, PodShape.Slot slot, ContainerRun run, ChipNotes notes) {
        Rect rect = slot.rect();
        Ink fill = fill(slot, run);
        Ink ink = ink(slot, run);
        boolean ephemeral = slot.role() == PodShape.Role.EPHEMERAL;
        marks.box(rect, 5, fill, border(slot, run, ink), new Stroke(1, ephemeral ? Dash.DASHED : Dash.SOLID));
        boolean small = slot.role() == PodShape.Role.INIT;
        double text = rect.x() + 8;
        Point sign = new Point(rect.x() + 11, rect.y() + rect.height() / 2);
        if (notes.pulling()) {
            arrowDown(marks, sign, ink);
            text += 11;
        } else if (sign(marks, sign, slot, run, ink)) {
            text += 11;
        }
        double baseline = rect.y() + rect.height() / 2 + (small ? 3.5 : 4);
        double room = rect.right() - 6 - text;
        boolean hasRoom = notes.width() > 0 && notes.width() + LEAST_NAME <= room;
        ProbePips.draw(marks, rect, notes.probes());
        if (hasRoom) {
            marks.textTo(notes.text(), rect.right() - 6, baseline, notes.width(), TextStyle.SMALL, ink);
        }
        double taken = hasRoom ? notes.width() + 6 : ProbePips.width(notes.probes());
        marks.text(slot.name(), text, baseline, room - taken, TextStyle.SMALL, ink);
    }

    private static Ink border(PodShape.Slot slot, ContainerRun run, Ink ink) {
        boolean plain = run instanceof ContainerRun.Planned
                || (run instanceof ContainerRun.Running && slot.role() != PodShape.Role.INIT)
                || isNotItsTurn(run);
        return !plain && !(run instanceof ContainerRun.Ended)
                ? ink
                : switch (slot.role()) {
                    case SIDECAR -> Ink.BORDER;
                    case EPHEMERAL -> Ink.TEXT_MUTED;
                    case INIT, APP, VOLUME -> Ink.NONE;
                };
    }

    private static Ink fill(PodShape.Slot slot, ContainerRun run) {
        return switch (run) {
            case ContainerRun.Planned() -> Ink.SURFACE_SUNKEN;
            case ContainerRun.Waiting w ->
                w.failing() ? Ink.FAILED_SOFT : isNotItsTurn(run) ? Ink.SURFACE_SUNKEN : Ink.PENDING_SOFT;
            case ContainerRun.Running(var ready) ->
                slot.role() == PodShape.Role.INIT ? Ink.PENDING_SOFT : ready ? Ink.READY_SOFT : Ink.SURFACE_SUNKEN;
            case ContainerRun.Ended(var code, var reason) -> code == 0 ? Ink.SUCCEEDED_SOFT : Ink.FAILED_SOFT;
        };
    }

    private static Ink ink(PodShape.Slot slot, ContainerRun run) {
        return switch (run) {
            case ContainerRun.Planned() -> Ink.TEXT;
            case ContainerRun.Waiting w -> w.failing() ? Ink.FAILED : isNotItsTurn(run) ? Ink.TEXT_MUTED : Ink.PENDING;
            case ContainerRun.Running _ -> slot.role() == PodShape.Role.INIT ? Ink.PENDING : Ink.TEXT;
            case ContainerRun.Ended(var code, var reason) -> code == 0 ? Ink.SUCCEEDED : Ink.FAILED;
        };
    }

    /// Whether it waits for the init containers before it.
    private static boolean isNotItsTurn(ContainerRun run) {
        return run instanceof ContainerRun.Waiting(var reason, var _)
                && (reason.isEmpty() || reason.equals("PodInitializing"));
    }

    private static boolean sign(MarkList marks, Point c, PodShape.Slot slot, ContainerRun run, Ink ink) {
        return switch (run) {
            case ContainerRun.Planned p -> false;
            case ContainerRun.Running _
            when slot.role() == PodShape.Role.INIT -> {
                marks.arc(c, 3.5, 0.7, true, ink, SIGN);
                yield true;
            }
            // it is never ready, and nobody waits for that
            case ContainerRun.Running _ when slot.role() == PodShape.Role.EPHEMERAL -> false;
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

    /// What is pulled comes down to the node.
    private static void arrowDown(MarkList marks, Point c, Ink ink) {
        marks.line(ink, SIGN, c.x(), c.y() - 4, c.x(), c.y() + 2);
        marks.line(ink, SIGN, c.x() - 2.5, c.y() - 0.5, c.x(), c.y() + 2, c.x() + 2.5, c.y() - 0.5);
        marks.line(ink, SIGN, c.x() - 3.5, c.y() + 4.5, c.x() + 3.5, c.y() + 4.5);
    }

    private static void cross(MarkList marks, Point c, Ink ink) {
        marks.line(ink, SIGN, c.x() - 3, c.y() - 3, c.x() + 3, c.y() + 3);
        marks.line(ink, SIGN, c.x() - 3, c.y() + 3, c.x() + 3, c.y() - 3);
    }
}
