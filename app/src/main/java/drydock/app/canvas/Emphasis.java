package drydock.app.canvas;

import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.paint.DriftMark;
import drydock.render.paint.NodeMark;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Scene;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Which figures are pointed out, and what for: by the pointer, a selector, a search, or something that is dragged and
/// looks for what takes it; and what is marked at them. What is said here holds until other is said of the same.
public final class Emphasis {

    private final Runnable changed;
    private Optional<FigureId> hovered = Optional.empty();
    private Set<FigureId> matched = Set.of();
    private Set<FigureId> found = Set.of();
    private Optional<Predicate<ResourceId>> offered = Optional.empty();
    private Optional<Rect> landing = Optional.empty();
    private Map<FigureId, NodeMark> marks = Map.of();
    private Map<FigureId, DriftMark> drifts = Map.of();
    private Map<String, String> ages = Map.of();

    /// @param changed called when other figures are pointed out or marked
    Emphasis(Runnable changed) {
        this.changed = changed;
    }

    Optional<FigureId> hovered() {
        return hovered;
    }

    /// Where what is dragged comes to stand if nothing takes it.
    Optional<Rect> landing() {
        return landing;
    }

    /// What was found of nodes.
    Map<FigureId, NodeMark> marks() {
        return marks;
    }

    /// How objects stand beside those of a cluster.
    Map<FigureId, DriftMark> drifts() {
        return drifts;
    }

    /// How old what is known of objects is, by their kind.
    Map<String, String> ages() {
        return ages;
    }

    /// Marks the objects of kinds (`Deployment.apps`) with how old what is known of them is.
    public void age(Map<String, String> kinds) {
        ages = Map.copyOf(kinds);
        changed.run();
    }

    /// Marks how objects of the project stand beside those of a cluster.
    public void drift(Map<ResourceId, DriftMark> objects) {
        drifts = byFigure(objects);
        changed.run();
    }

    /// Marks nodes with what the scheduler found of them.
    public void mark(Map<ResourceId, NodeMark> nodes) {
        marks = byFigure(nodes);
        changed.run();
    }

    void hover(Optional<FigureId> figure) {
        if (!figure.equals(hovered)) {
            hovered = figure;
            changed.run();
        }
    }

    /// Points out what a selector matches.
    public void match(Collection<ResourceId> objects) {
        matched = figures(objects);
        changed.run();
    }

    /// Points out what a search finds, beside what is matched.
    public void find(Collection<ResourceId> objects) {
        found = figures(objects);
        changed.run();
    }

    /// Lights up what can take something that is dragged here from elsewhere, until [#offerNothing].
    ///
    /// @param target what it is over now, which is pointed out if it takes it
    /// @param place where it would come to stand in the scene if nothing takes it there
    public void offer(Predicate<ResourceId> takes, Optional<ResourceId> target, Optional<Rect> place) {
        offered = Optional.of(takes);
        hovered = target.filter(takes).map(FigureId.Of::new);
        landing = hovered.isPresent() ? Optional.empty() : place;
        changed.run();
    }

    public void offerNothing() {
        offered = Optional.empty();
        hovered = Optional.empty();
        landing = Optional.empty();
        changed.run();
    }

    /// What is lit: while something is dragged what can take it, else what was matched and found.
    ///
    /// @param line what can take a line that is being drawn
    Set<FigureId> lit(Scene scene, Optional<Predicate<ResourceId>> line) {
        return line.or(() -> offered).map(takes -> takers(scene, takes)).orElseGet(this::matchedAndFound);
    }

    private static Set<FigureId> takers(Scene scene, Predicate<ResourceId> takes) {
        return scene.figures().stream()
                .map(Figure::id)
                .filter(id -> id instanceof FigureId.Of(ResourceId object) && takes.test(object))
                .collect(Collectors.toSet());
    }

    private Set<FigureId> matchedAndFound() {
        Set<FigureId> all = new LinkedHashSet<>(matched);
        all.addAll(found);
        return all;
    }

    private static Set<FigureId> figures(Collection<ResourceId> objects) {
        return objects.stream().<FigureId>map(FigureId.Of::new).collect(Collectors.toSet());
    }

    private static <T> Map<FigureId, T> byFigure(Map<ResourceId, T> marks) {
        Map<FigureId, T> byFigure = new LinkedHashMap<>();
        marks.forEach((object, mark) -> byFigure.put(new FigureId.Of(object), mark));
        return byFigure;
    }
}
