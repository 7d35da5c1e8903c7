package drydock.render.figure;

import drydock.model.diagram.Group;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.layout.Grid;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Dash;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import java.util.Optional;
import java.util.function.Function;

/// The frame around the members of a group, with its title.
final class GroupFrame {

    private GroupFrame() {}

    /// The frame; empty where none of the members is drawn.
    ///
    /// @param places where a member stands, if it is drawn
    static Optional<Figure> of(Group group, Function<ResourceId, Optional<Rect>> places, Words words) {
        return group.members().stream()
                .flatMap(member -> places.apply(member).stream())
                .reduce(Rect::union)
                .map(inside -> frame(group, inside, words));
    }

    /// The frame of a group that nobody drew, and that nobody moves or renames.
    static Figure fixed(Figure frame, Group group) {
        return new Figure(
                        new FigureId.Named("group " + group.id()),
                        frame.bounds(),
                        frame.layer(),
                        frame.marks(),
                        frame.description(),
                        frame.parent())
                .seenAs(frame.cell().orElseThrow());
    }

    /// The room that the frame around `inside` takes.
    static Rect bounds(Rect inside) {
        return new Rect(
                inside.x() - Grid.FRAME_MARGIN,
                inside.y() - Grid.FRAME_HEAD,
                inside.width() + 2 * Grid.FRAME_MARGIN,
                inside.height() + Grid.FRAME_HEAD + Grid.FRAME_MARGIN);
    }

    private static Figure frame(Group group, Rect inside, Words words) {
        Rect bounds = bounds(inside);
        MarkList marks = new MarkList();
        marks.box(
                new Rect(0, 0, bounds.width(), bounds.height()),
                12,
                Ink.SURFACE_SUNKEN,
                Ink.TEXT_MUTED,
                new Stroke(1, Dash.DASHED));
        marks.text(group.title(), 16, 22, bounds.width() - 32, TextStyle.BODY_STRONG, Ink.TEXT_MUTED);
        return new Figure(
                        new FigureId.Group(group.id()),
                        bounds,
                        Figure.Layer.FRAME,
                        marks.marks(),
                        words.get("group", group.title(), group.members().size()),
                        Optional.empty())
                .seenAs(new Cell(Ink.SURFACE_SUNKEN, Ink.TEXT_MUTED, Dash.DASHED, group.title()));
    }
}
