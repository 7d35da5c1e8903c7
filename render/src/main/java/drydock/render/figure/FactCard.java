package drydock.render.figure;

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
import drydock.render.text.TextMeasure;
import java.util.List;
import java.util.Optional;

/// The figure of an object that has no figure of its own: a card with its kind, its name, and what matters of it in a
/// few lines.
final class FactCard {

    /// How high a card without lines is.
    static final double HEIGHT = 56;

    private static final int MOST_LINES = 4;
    private static final double LINE = 18;
    private static final double LEFT = 14;

    private FactCard() {}

    /// @param facts what matters of the object, a line each; what is too much is counted in the last line
    static Figure of(ResourceId id, List<String> facts, Optional<Concern> concern, Words words, TextMeasure measure) {
        List<String> lines = facts.size() <= MOST_LINES ? facts : facts.subList(0, MOST_LINES - 1);
        double widest = facts.stream()
                .mapToDouble(fact -> measure.width(fact, TextStyle.SMALL) + 2 * LEFT)
                .max()
                .orElse(0);
        double width = Grid.up(Math.clamp(widest, CardHead.width(id, measure), CardHead.MAX_WIDTH));
        int count = facts.size() <= MOST_LINES ? facts.size() : MOST_LINES;
        double height = count == 0 ? HEIGHT : Grid.up(HEIGHT + 6 + count * LINE);
        MarkList marks = new MarkList();
        CardHead.draw(marks, id, width, height, false, concern);
        if (count > 0) {
            marks.line(Ink.BORDER, Stroke.THIN, 0, HEIGHT - 1, width, HEIGHT - 1);
        }
        double baseline = HEIGHT + 16;
        for (String line : lines) {
            marks.text(line, LEFT, baseline, width - 2 * LEFT, TextStyle.SMALL, Ink.TEXT);
            baseline += LINE;
        }
        if (lines.size() < facts.size()) {
            String more = words.get("fact.more", facts.size() - lines.size());
            marks.text(more, LEFT, baseline, width - 2 * LEFT, TextStyle.SMALL, Ink.TEXT_MUTED);
        }
        return new Figure(
                        new FigureId.Of(id),
                        new Rect(0, 0, width, height),
                        Figure.Layer.CARD,
                        marks.marks(),
                        id.kind() + " " + id.name() + (facts.isEmpty() ? "" : ": " + String.join("; ", facts)),
                        Optional.empty())
                .seenAs(new Cell(Ink.SURFACE, Ink.BORDER, Dash.SOLID, id.name()));
    }
}
