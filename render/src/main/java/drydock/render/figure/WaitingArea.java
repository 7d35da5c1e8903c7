package drydock.render.figure;

import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import java.util.Optional;

/// The area in which Pods wait that are on no node.
final class WaitingArea {

    private WaitingArea() {}

    static Figure of(Rect area, Words words) {
        MarkList marks = new MarkList();
        marks.box(new Rect(0, 0, area.width(), area.height()), 12, Ink.NONE, Ink.PENDING, Stroke.DASHED);
        marks.text(words.get("area.unscheduled"), 16, 21, area.width() - 32, TextStyle.BODY_STRONG, Ink.TEXT_MUTED);
        return new Figure(
                new FigureId.Named("unscheduled"),
                area,
                Figure.Layer.FRAME,
                marks.marks(),
                words.get("area.unscheduled"),
                Optional.empty());
    }
}
