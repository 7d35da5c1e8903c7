package drydock.render.figure;

import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The figure of an object that has no figure of its own: a card with its kind, its name, and what matters of it in a
/// few rows.
final class FactCard {

    /// How high a card without rows is.
    static final double HEIGHT = 56;

    private static final int MOST_ROWS = 5;
    private static final int COLUMNS = 2;
    private static final double TOP = 52;
    private static final double ROW = 20;
    private static final double TAG_ROW = 26;
    private static final double TAG = 22;
    private static final double SIDE = 12;
    private static final double GAP = 8;

    private final MarkList marks = new MarkList();
    private final TextMeasure measure;
    private final double width;
    private double y = TOP;

    private FactCard(double width, TextMeasure measure) {
        this.width = width;
        this.measure = measure;
    }

    /// @param facts what matters of the object; what is too much is counted in the last row
    static Figure of(ResourceId id, FactList facts, Optional<Concern> concern, Words words, TextMeasure measure) {
        List<Fact> rows = rows(facts.facts(), words);
        double wanted =
                rows.stream().mapToDouble(row -> wanted(row, measure)).max().orElse(0);
        double least = CardHead.width(id, measure);
        double width = Grid.up(Math.clamp(wanted, least, Math.max(least, CardHead.MAX_WIDTH)));
        double body = rows.stream().mapToDouble(FactCard::height).sum();
        double height = rows.isEmpty() ? HEIGHT : Grid.up(TOP + body + 8);
        FactCard card = new FactCard(width, measure);
        CardHead.draw(card.marks, id, width, height, facts.badge().isPresent(), concern);
        facts.badge()
                .filter(_ -> concern.isEmpty())
                .ifPresent(badge -> badge.draw(card.marks, new Point(width - 18, 18), 0));
        rows.forEach(card::draw);
        String said = facts.facts().stream().map(Fact::said).collect(Collectors.joining("; "));
        return new Figure(
                        new FigureId.Of(id),
                        new Rect(0, 0, width, height),
                        Figure.Layer.CARD,
                        card.marks.marks(),
                        id.kind() + " " + id.name() + (said.isEmpty() ? "" : ": " + said),
                        Optional.empty())
                .seenAs(new Cell(Ink.SURFACE, Ink.BORDER, Dash.SOLID, id.name()));
    }

    /// The facts as rows, two names in a row; where there are too many, the last says how many more there are.
    private static List<Fact> rows(List<Fact> facts, Words words) {
        List<Fact> rows = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Tags(List<String> names)) {
                for (int i = 0; i < names.size(); i += COLUMNS) {
                    rows.add(new Fact.Tags(names.subList(i, Math.min(names.size(), i + COLUMNS))));
                }
            } else {
                rows.add(fact);
            }
        }
        if (rows.size() <= MOST_ROWS) {
            return rows;
        }
        int more = rows.subList(MOST_ROWS - 1, rows.size()).stream()
                .mapToInt(row -> row instanceof Fact.Tags(List<String> names) ? names.size() : 1)
                .sum();
        List<Fact> shown = new ArrayList<>(rows.subList(0, MOST_ROWS - 1));
        shown.add(new Fact.Note(words.get("fact.more", more)));
        return shown;
    }

    private static double height(Fact row) {
        return row instanceof Fact.Tags ? TAG_ROW : ROW;
    }

    private static double wanted(Fact row, TextMeasure measure) {
        return 2 * SIDE
                + switch (row) {
                    case Fact.Pair(String label, String value) ->
                        measure.width(label, TextStyle.SMALL) + 2 * GAP + measure.width(value, TextStyle.SMALL);
                    case Fact.Line(String text) -> measure.width(text, TextStyle.SMALL);
                    case Fact.Note(String text) -> measure.width(text, TextStyle.SMALL);
                    case Fact.Tags(List<String> names) ->
                        names.size()
                                        * (names.stream()
                                                        .mapToDouble(n -> measure.width(n, TextStyle.SMALL))
                                                        .max()
                                                        .orElse(0)
                                                + 16)
                                + (names.size() - 1) * GAP;
                };
    }

    private void draw(Fact row) {
        double room = width - 2 * SIDE;
        double baseline = y + 14;
        switch (row) {
            case Fact.Pair(String label, String value) -> {
                double free = Math.max(room / 2, room - GAP - measure.width(value, TextStyle.SMALL));
                double labelWidth = Math.min(measure.width(label, TextStyle.SMALL), free);
                marks.text(label, SIDE, baseline, labelWidth + 0.5, TextStyle.SMALL, Ink.TEXT_MUTED);
                marks.textTo(value, width - SIDE, baseline, room - labelWidth - GAP, TextStyle.SMALL, Ink.TEXT);
            }
            case Fact.Line(String text) -> marks.text(text, SIDE, baseline, room, TextStyle.SMALL, Ink.TEXT);
            case Fact.Note(String text) -> marks.text(text, SIDE, baseline, room, TextStyle.SMALL, Ink.TEXT_MUTED);
            case Fact.Tags(List<String> names) -> {
                double each = names.size() == 1 ? room : (room - GAP) / COLUMNS;
                for (int i = 0; i < names.size(); i++) {
                    double x = SIDE + i * (each + GAP);
                    marks.box(new Rect(x, y, each, TAG), 5, Ink.SURFACE_SUNKEN, Ink.NONE, Stroke.NONE);
                    marks.text(names.get(i), x + 8, y + 15, each - 16, TextStyle.SMALL, Ink.TEXT);
                }
            }
        }
        y += height(row);
    }
}
