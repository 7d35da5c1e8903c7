package drydock.render.figure;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.scene.Scene;
import drydock.render.text.TextMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Says below a picture what its lines mean.
public final class Legend {

    private static final double ABOVE = 40;
    private static final double ROW = 26;
    private static final double PADDING = 14;
    private static final double SAMPLE = 44;

    private Legend() {}

    /// The scene with a legend of the lines that it has, below its left corner; the scene itself if it has none.
    public static Scene below(Scene scene, Locale locale, TextMeasure measure) {
        List<Relation.Kind> kinds = java.util.Arrays.stream(Relation.Kind.values())
                .filter(kind -> scene.figures().stream()
                        .anyMatch(figure -> figure.id() instanceof FigureId.Edge(String relation, var _, var _)
                                && relation.equals(kind.name().toLowerCase(Locale.ROOT))))
                .toList();
        if (kinds.isEmpty()) {
            return scene;
        }
        Figure legend = figure(kinds, scene.bounds(), new Words(locale), measure);
        List<Figure> figures = new ArrayList<>(scene.figures());
        figures.add(legend);
        return new Scene(figures, scene.bounds().union(legend.bounds()));
    }

    private static Figure figure(List<Relation.Kind> kinds, Rect scene, Words words, TextMeasure measure) {
        double text = kinds.stream()
                .mapToDouble(kind -> measure.width(name(kind, words), TextStyle.BODY))
                .max()
                .orElse(0);
        Rect bounds = new Rect(
                scene.x(), scene.bottom() + ABOVE, SAMPLE + text + 4 * PADDING, kinds.size() * ROW + 2 * PADDING - 6);
        MarkList marks = new MarkList();
        marks.box(new Rect(0, 0, bounds.width(), bounds.height()), 8, Ink.SURFACE, Ink.BORDER, Stroke.THIN);
        for (int i = 0; i < kinds.size(); i++) {
            Relation.Kind kind = kinds.get(i);
            double y = PADDING + i * ROW + 10;
            marks.add(new Mark.Line(
                    List.of(new Point(PADDING, y), new Point(PADDING + SAMPLE, y)),
                    true,
                    Edges.hasArrow(kind),
                    Ink.TEXT_MUTED,
                    Edges.stroke(kind)));
            marks.text(name(kind, words), SAMPLE + 2 * PADDING, y + 5, text + PADDING, TextStyle.BODY, Ink.TEXT);
        }
        return new Figure(
                new FigureId.Named("legend"),
                bounds,
                Figure.Layer.CARD,
                marks.marks(),
                words.get("legend"),
                Optional.empty());
    }

    private static String name(Relation.Kind kind, Words words) {
        return switch (kind) {
            case OWNS -> words.get("legend.owns");
            case USES -> words.get("legend.uses");
            case SELECTS -> words.get("legend.selects");
            case ENDPOINT_READY -> words.get("legend.endpoint.ready");
            case ENDPOINT_SERVING -> words.get("legend.endpoint.serving");
            case ENDPOINT_NOT_READY -> words.get("legend.endpoint.notReady");
            case REPLACED -> words.get("legend.replaced");
            case ENDPOINT_TERMINATING -> words.get("legend.endpoint.terminating");
            case REQUESTS -> words.get("legend.requests");
        };
    }
}
