package drydock.render.scene;

import drydock.render.geometry.Rect;
import java.util.List;
import java.util.Optional;

/// A whole picture: its figures in the order they are drawn, and what they cover.
///
/// @param figures sorted by layer, then in the order they were made
/// @param bounds the smallest rectangle that holds all figures; empty at (0, 0) where there are none
public record Scene(List<Figure> figures, Rect bounds) {

    public Scene {
        figures = List.copyOf(figures);
    }

    public Optional<Figure> find(FigureId id) {
        return figures.stream().filter(f -> f.id().equals(id)).findFirst();
    }

    /// Whether the other scene is of the very same things in the same order, wherever they stand there.
    public boolean hasSameIds(Scene other) {
        boolean same = figures.size() == other.figures.size();
        for (int i = 0; same && i < figures.size(); i++) {
            same = figures.get(i).id().equals(other.figures.get(i).id());
        }
        return same;
    }
}
