package drydock.render.figure;

import drydock.model.diagram.Group;
import drydock.render.geometry.Rect;
import drydock.render.layout.Grid;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Dash;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The frame around the members of a group, with its title.
final class GroupFrame {

    private GroupFrame() {}

    /// The frames of all groups of a picture that have a member which is drawn.
    static List<Figure> all(Picture picture, Folding folding, Places places, Words words) {
        List<Figure> frames = new ArrayList<>();
        for (Group group : picture.diagram().groups()) {
            inside(group, folding, places)
                    .map(inside -> frame(group, inside, words))
                    .map(frame -> picture.grouping().isNone() ? frame : fixed(frame, group))
                    .ifPresent(frames::add);
        }
        return frames;
    }

    private static Optional<Rect> inside(Group group, Folding folding, Places places) {
        return group.members().stream()
                .flatMap(member -> places.withDocked(folding.shown(member)).stream())
                .reduce(Rect::union);
    }

    /// The frame of a group that nobody drew, and that nobody moves or renames.
    private static Figure fixed(Figure frame, Group group) {
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
