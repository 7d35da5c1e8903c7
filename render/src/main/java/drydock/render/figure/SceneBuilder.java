package drydock.render.figure;

import drydock.model.diagram.Group;
import drydock.model.diagram.Position;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.layout.FreeSpace;
import drydock.render.layout.Plan;
import drydock.render.load.LoadPoint;
import drydock.render.load.LoadSeries;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.scene.Scene;
import drydock.render.text.TextMeasure;
import drydock.render.traffic.Sender;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
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

    /// A card of the scene, and what it was made of.
    private record Placed(Figure drawn, Rect rect, Optional<ResourceId> carrier, Figure there) {

        @SuppressWarnings("ReferenceEquality") // a card that was not drawn anew is the very same
        boolean isOf(Figure figure, Rect at, Optional<ResourceId> by) {
            return drawn == figure && rect.equals(at) && carrier.equals(by);
        }
    }

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
    private Map<ResourceId, Placed> placed = new HashMap<>();
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
        groups(picture, drawn.folding(), all);
        frames(contents, picture, all);
        places.waiting().ifPresent(area -> all.add(waiting(area)));
        List<Relation> lines = new ArrayList<>(lasting(related));
        lines.addAll(FlowRelations.of(picture, lines, drawn.outsiders(), drawn.doors(), places, words));
        all.addAll(edges.of(
                lines, contents, places, picture.outdated(), picture.flows().flows()));
        cards(drawn.cards(), all);
        Doors.figures(drawn.doors(), places).forEach(door -> all.add(known(door, picture)));
        senders(picture, all);
        charts(contents, picture, all);
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

    private void cards(Map<ResourceId, Figure> drawn, List<Figure> all) {
        Map<ResourceId, Placed> now = HashMap.newHashMap(drawn.size());
        places.rects().forEach((id, rect) -> {
            Figure figure = drawn.get(id);
            if (figure != null) {
                Placed card = placed(figure, id, rect);
                now.put(id, card);
                all.add(card.there());
            }
        });
        placed = now;
    }

    /// The figure of the scene before where it is the same, so that one comparison tells that nothing
    /// changed.
    private Placed placed(Figure figure, ResourceId id, Rect rect) {
        Placed before = placed.get(id);
        Optional<ResourceId> node = Optional.ofNullable(places.carriers().get(id));
        if (before != null && before.isOf(figure, rect, node)) {
            return before;
        }
        Figure there = figure.at(rect.x(), rect.y());
        Figure carried =
                node.map(carrier -> there.carriedBy(new FigureId.Of(carrier))).orElse(there);
        boolean same = before != null && before.there().equals(carried);
        return new Placed(figure, rect, node, same ? before.there() : carried);
    }

    private void groups(Picture picture, Folding folding, List<Figure> all) {
        for (Group group : picture.diagram().groups()) {
            GroupFrame.of(group, member -> withDocked(folding.shown(member)), words)
                    .map(frame -> picture.grouping().isNone() ? frame : GroupFrame.fixed(frame, group))
                    .ifPresent(all::add);
        }
    }

    /// What a member of a group takes with what hangs below it.
    private Optional<Rect> withDocked(ResourceId id) {
        return place(id)
                .map(rect -> Optional.ofNullable(places.docks().get(id))
                        .map(rect::union)
                        .orElse(rect));
    }

    private Optional<Rect> place(ResourceId id) {
        return Optional.ofNullable(places.rects().get(id))
                .or(() -> Optional.ofNullable(places.frames().get(id)));
    }

    private void frames(Contents contents, Picture picture, List<Figure> all) {
        Map<ResourceId, List<Pod>> residents = new HashMap<>();
        picture.observed().values().forEach(object -> {
            if (object instanceof Pod pod
                    && pod.getSpec() != null
                    && pod.getSpec().getNodeName() != null) {
                ResourceId node = ResourceId.of(Kinds.NODE, "", pod.getSpec().getNodeName());
                residents.computeIfAbsent(node, n -> new ArrayList<>()).add(pod);
            }
        });
        places.frames().forEach((id, rect) -> {
            Node node = contents.nodes().get(id);
            if (node != null) {
                NodeUse use = NodeUse.of(node, residents.getOrDefault(id, List.of()));
                Optional<Concern> concern =
                        Optional.ofNullable(picture.concerns().get(id));
                Optional<LoadPoint> used =
                        Optional.ofNullable(picture.loads().series().get(id)).map(LoadSeries::last);
                Figure frame = NodeFrame.of(id, node, use, used, rect, concern, picture.units(), words, measure);
                all.add(known(ConcernMark.flag(frame, concern), picture, id));
            }
        });
    }

    private Figure waiting(Rect area) {
        MarkList marks = new MarkList();
        marks.box(new Rect(0, 0, area.width(), area.height()), 12, Ink.NONE, Ink.PENDING, Stroke.DASHED);
        marks.text(words.get("area.unscheduled"), 16, 21, area.width() - 32, TextStyle.BODY_STRONG, Ink.TEXT_MUTED);
        return new Figure(
                new FigureId.Named("unscheduled"),
                area,
                Figure.Layer.FRAME,
                marks.marks(),
                words.get("area.unscheduled"),
                Optional.empty());
    }

    /// How busy what is drawn has been, where that tells something and there is room beside the card; what an owner
    /// tells its own do not tell again.
    private void charts(Contents contents, Picture picture, List<Figure> all) {
        if (picture.loads().series().isEmpty()) {
            return;
        }
        FreeSpace space = new FreeSpace(0);
        places.rects().values().forEach(space::take);
        places.frames().values().forEach(space::take);
        contents.cards().keySet().forEach(id -> {
            LoadSeries series = picture.loads().series().get(id);
            Rect card = places.rects().get(id);
            if (series != null
                    && card != null
                    && series.tells()
                    && !contents.owners().containsKey(id)) {
                LoadChart.beside(id, card, series, space, words).ifPresent(chart -> {
                    space.take(chart.bounds());
                    all.add(chart);
                });
            }
        });
    }

    /// Those that send from Pods.
    private void senders(Picture picture, List<Figure> all) {
        Map<ResourceId, Integer> worn = new HashMap<>();
        for (Sender sender : picture.flows().senders()) {
            Rect at = sender.pod().map(places::end).orElse(null);
            if (at != null) {
                int above = worn.merge(sender.id(), 1, Integer::sum) - 1;
                all.add(OutsiderFigure.badge(sender.name(), sender.perSecond(), sender.id(), at, above, words));
            }
        }
    }

    private Figure known(Figure door, Picture picture) {
        return door.id() instanceof FigureId.Part(ResourceId service, String _) ? known(door, picture, service) : door;
    }

    /// The figure as it is where `object` is known as it is now, else as one of the past.
    private Figure known(Figure figure, Picture picture, ResourceId object) {
        return picture.outdated().contains(object) ? Past.of(figure, words) : figure;
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
