package drydock.app.keyboard;

import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The order in which the figures of a scene are read: by rows from above to below, each from left to right; what a
/// figure carries comes right after it.
final class ReadingOrder {

    /// How much of a figure's upper part counts, in scene units: the frame of a node is high and stands in one row with
    /// what is beside its title.
    private static final double HEAD = 120;

    private final Map<FigureId, List<Figure>> carried = new LinkedHashMap<>();
    private final List<Figure> order = new ArrayList<>();

    private ReadingOrder() {}

    /// The figures of objects, notes and groups, without lines and without what is no thing of its own.
    static List<Figure> of(Scene scene) {
        ReadingOrder reading = new ReadingOrder();
        List<Figure> free = new ArrayList<>();
        Map<FigureId, Figure> walked = new LinkedHashMap<>();
        scene.figures().stream().filter(figure -> isWalked(figure.id())).forEach(f -> walked.put(f.id(), f));
        for (Figure figure : walked.values()) {
            Optional<FigureId> carrier = figure.parent().filter(walked::containsKey);
            carrier.map(id -> reading.carried.computeIfAbsent(id, _ -> new ArrayList<>()))
                    .orElse(free)
                    .add(figure);
        }
        reading.read(free);
        return List.copyOf(reading.order);
    }

    private static boolean isWalked(FigureId id) {
        return switch (id) {
            case FigureId.Of _, FigureId.Note _, FigureId.Group _ -> true;
            case FigureId.Part _, FigureId.Edge _, FigureId.Named _ -> false;
        };
    }

    private void read(List<Figure> figures) {
        List<Figure> fromAbove = new ArrayList<>(figures);
        fromAbove.sort(Comparator.comparingDouble(figure -> figure.bounds().y()));
        int start = 0;
        for (int i = 1; i <= fromAbove.size(); i++) {
            if (i == fromAbove.size()
                    || !inOneRow(fromAbove.get(start).bounds(), fromAbove.get(i).bounds())) {
                readRow(fromAbove.subList(start, i));
                start = i;
            }
        }
    }

    private void readRow(List<Figure> row) {
        row.sort(Comparator.comparing(Figure::bounds, Comparator.comparingDouble(Rect::x)));
        for (Figure figure : row) {
            order.add(figure);
            read(carried.getOrDefault(figure.id(), List.of()));
        }
    }

    /// Whether two figures, the first of them not the lower, stand beside each other by half of the smaller at least.
    private static boolean inOneRow(Rect upper, Rect lower) {
        double upperHeight = Math.min(upper.height(), HEAD);
        double lowerHeight = Math.min(lower.height(), HEAD);
        double overlap = Math.min(upper.y() + upperHeight, lower.y() + lowerHeight) - lower.y();
        return overlap >= Math.min(upperHeight, lowerHeight) / 2;
    }
}
