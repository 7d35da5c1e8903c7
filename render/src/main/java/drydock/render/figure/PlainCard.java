package drydock.render.figure;

import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Dash;
import drydock.render.text.TextMeasure;
import java.util.Optional;

/// The figure of an object that has no figure of its own: a card with its kind and its name.
final class PlainCard {

    static final double HEIGHT = 56;

    private PlainCard() {}

    static Figure of(ResourceId id, Optional<Concern> concern, TextMeasure measure) {
        double width = CardHead.width(id, measure);
        MarkList marks = new MarkList();
        CardHead.draw(marks, id, width, HEIGHT, false, concern);
        return new Figure(
                        new FigureId.Of(id),
                        new Rect(0, 0, width, HEIGHT),
                        Figure.Layer.CARD,
                        marks.marks(),
                        id.kind() + " " + id.name(),
                        Optional.empty())
                .seenAs(new Cell(Ink.SURFACE, Ink.BORDER, Dash.SOLID, id.name()));
    }
}
