package drydock.render.figure;

import drydock.model.diagram.Position;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.layout.Plan;
import drydock.render.scene.Figure;
import drydock.render.scene.Scene;
import drydock.render.text.TextMeasure;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// Makes scenes of pictures, one after the other, for one canvas.
///
/// It remembers what it drew and where it put it: what did not change is not drawn again and does not move.
/// One thread at a time may use it; it starts none.
public final class SceneBuilder {

    /// So many cards without a place are laid out while a scene is made.
    private static final int LAID_OUT_AT_ONCE = 40;

    /// What is drawn of a picture, wherever it comes to stand.
    ///
    /// @param cards the figures at the origin
    private record Drawn(
            Picture picture,
            Contents contents,
            Folding folding,
            List<Relation> related,
            List<Outsider> outsiders,
            List<Doors.Door> doors,
            Map<ResourceId, Figure> cards) {}

    private final Words words;
    private final TextMeasure measure;
    private final Figures figures;
    private final Relations relations;
    private final Placement ungrouped = new Placement();
    /// Where the cards of the last picture stand; each way of grouping has its own, so that nothing is out of its place
    /// when groups are gone again.
    private Placement placement = ungrouped;

    private Grouping grouping = Grouping.none();
    private View groupedView = View.DESIGN;
    private final Outskirts outskirts = new Outskirts();
    private final Edges edges;
    private Optional<Drawn> last = Optional.empty();
    private final PlacedCards placed = new PlacedCards();
    private Places places = new Places();

    /// A builder that writes in the language of `locale` and measures text with `measure`.
    public SceneBuilder(Locale locale, TextMeasure measure) {
        this.words = new Words(locale);
        this.measure = measure;
        this.figures = new Figures(words, measure);
        this.relations = new Relations(words);
        this.edges = new Edges(words, measure);
    }

    /// The scene of `picture`, with all of it laid out.
    public Scene build(Picture picture) {
        return build(picture, Integer.MAX_VALUE);
    }

    /// The scene of `picture` as it can be had at once: what would take long to lay out stands in rows until
    /// [#settle], and [#open] says what it is.
    public Scene sketch(Picture picture) {
        return build(picture, LAID_OUT_AT_ONCE);
    }

    /// What an object stands together with, apart from the others: its namespace. Empty if it is in none.
    public static String area(ResourceId object) {
        return Plans.area(object);
    }

    /// What is still to be laid out of the last picture.
    public Optional<Plan<ResourceId>> open() {
        return placement.open();
    }

    /// Keeps these places from the next picture on, for what was not put anywhere by hand.
    public void settle(Map<ResourceId, Point> laidOut) {
        last = Optional.empty();
        placement.settle(laidOut);
    }

    /// Keeps the rows from the next picture on, instead of a layout.
    public void settleForRows() {
        last = Optional.empty();
        placement.settleForRows();
    }

    private Scene build(Picture picture, int atOnce) {
        Optional<Drawn> moved = last.filter(_ -> placement.open().isEmpty())
                .filter(before -> picture.differsOnlyInPlaces(before.picture()))
                .flatMap(before -> moved(before, picture));
        Drawn now = moved.orElseGet(() -> draw(picture, atOnce));
        last = Optional.of(now);
        return scene(now);
    }

    /// What was drawn of the picture before with figures put elsewhere; empty if a place was taken back.
    private Optional<Drawn> moved(Drawn before, Picture picture) {
        SortedMap<ResourceId, Position> positions = picture.diagram().positions();
        Map<ResourceId, Point> moved = new HashMap<>();
        for (Map.Entry<ResourceId, Position> old :
                before.picture().diagram().positions().entrySet()) {
            if (!positions.containsKey(old.getKey())) {
                return Optional.empty();
            }
        }
        positions.forEach((id, at) -> {
            if (!at.equals(before.picture().diagram().positions().get(id))) {
                moved.put(id, new Point(at.x(), at.y()));
            }
        });
        places = places.moved(moved);
        return Optional.of(new Drawn(
                picture,
                before.contents(),
                before.folding(),
                before.related(),
                before.outsiders(),
                before.doors(),
                before.cards()));
    }

    private Drawn draw(Picture wanted, int atOnce) {
        Contents contents = new Contents(wanted);
        Picture picture = Grouped.of(wanted, contents);
        group(wanted.grouping(), wanted.view());
        Folding folding = Folding.of(contents, picture.diagram().collapsed());
        List<Relation> related = folding.between(relations.of(contents, picture));
        contents.fold(folding);
        figures.nextPicture();
        Generations generations = Generations.of(contents);
        Surroundings around =
                new Surroundings(lostNodes(picture), News.of(picture.observed().values()), generations);
        Map<ResourceId, Figure> drawn = new HashMap<>();
        Map<ResourceId, Rect> sizes = new HashMap<>();
        contents.cards().forEach((id, object) -> draw(id, object, picture, folding, around, drawn, sizes));
        contents.grown().forEach((id, pod) -> draw(id, pod, picture, folding, around, drawn, sizes));
        places = placement.of(contents, generations.sets(), folding, related, sizes, picture, atOnce);
        List<Doors.Door> doors = Doors.of(contents, words);
        Doors.place(doors, places);
        List<Outsider> outsiders = Outsider.of(picture, contents);
        outsiders.forEach(outsider -> {
            Figure figure = OutsiderFigure.of(outsider, words);
            drawn.put(outsider.id(), figure);
            sizes.put(outsider.id(), figure.bounds());
        });
        outskirts.place(outsiders, sizes, picture, places);
        return new Drawn(picture, contents, folding, related, outsiders, doors, drawn);
    }

    /// Groups have room for the Pods that stand in them, which depends on the view.
    private void group(Grouping wanted, View view) {
        if (!wanted.equals(grouping) || (view != groupedView && !wanted.isNone())) {
            grouping = wanted;
            groupedView = view;
            placement = wanted.isNone() ? ungrouped : new Placement();
        }
    }

    private Scene scene(Drawn drawn) {
        Picture picture = drawn.picture();
        Contents contents = drawn.contents();
        List<Relation> related = drawn.related();
        List<Figure> all = new ArrayList<>(drawn.cards().size() + related.size());
        all.addAll(GroupFrame.all(picture, drawn.folding(), places, words));
        all.addAll(NodeFrames.of(contents, picture, places, words, measure));
        places.waiting().map(area -> WaitingArea.of(area, words)).ifPresent(all::add);
        List<Relation> lines = new ArrayList<>(lasting(related));
        lines.addAll(FlowRelations.of(picture, lines, drawn.outsiders(), drawn.doors(), places, words));
        all.addAll(edges.of(
                lines, contents, places, picture.outdated(), picture.flows().flows()));
        all.addAll(placed.of(drawn.cards(), places));
        all.addAll(Doors.figures(drawn.doors(), places, picture, words));
        all.addAll(OutsiderFigure.badges(picture, places, words));
        all.addAll(LoadChart.all(contents, picture, places, words));
        picture.diagram().notes().forEach(note -> all.add(NoteFigure.of(note, measure)));
        return new Scene(all, bounds(all));
    }

    /// Where each card of the last scene stands that is placed on its own, for keeping it in the project.
    public Map<ResourceId, Rect> places() {
        return Collections.unmodifiableMap(places.rects());
    }

    /// The relations of what does not stand in rows for the time being: lines between rows would only be a
    /// tangle.
    private List<Relation> lasting(List<Relation> related) {
        return placement.open().isEmpty()
                ? related
                : related.stream()
                        .filter(relation -> !placement.isInRows(relation.from()) && !placement.isInRows(relation.to()))
                        .toList();
    }

    private void draw(
            ResourceId id,
            HasMetadata object,
            Picture picture,
            Folding folding,
            Surroundings around,
            Map<ResourceId, Figure> drawn,
            Map<ResourceId, Rect> sizes) {
        Figure figure = figures.of(id, object, picture, folding, relations.endings(), around);
        drawn.put(id, figure);
        sizes.put(id, figure.bounds());
    }

    private static Set<String> lostNodes(Picture picture) {
        Set<String> lost = new HashSet<>();
        picture.observed().forEach((id, object) -> {
            if (object instanceof Node node && NodeFrame.health(node) == NodeFrame.Health.LOST) {
                lost.add(id.name());
            }
        });
        return lost;
    }

    private static Rect bounds(List<Figure> figures) {
        return figures.stream().map(Figure::bounds).reduce(Rect::union).orElse(new Rect(0, 0, 0, 0));
    }
}
