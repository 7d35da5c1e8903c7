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
import drydock.render.scene.Region;
import drydock.render.text.TextMeasure;
import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The figure of what makes Pods: its kind and name, how many Pods there are of how many, and the
/// containers of its template. It has the same size whether it is only written down or runs.
final class WorkloadCard {

    private static final double CHIPS_TOP = 72;
    private static final double ROW = 28;
    private static final int COLUMNS = 2;

    private WorkloadCard() {}

    /// The figure of `workload` at the origin.
    ///
    /// @param observed whether its counts are those of a cluster
    /// @param collapsed whether the containers of its template are left out
    static Figure of(
            ResourceId id,
            Workload workload,
            boolean observed,
            boolean collapsed,
            Optional<Concern> concern,
            Words words,
            TextMeasure measure) {
        double width = Math.max(CardHead.width(id, measure), collapsed ? 0 : chipsWidth(workload, measure));
        MarkList marks = new MarkList();
        List<Region> chips = collapsed ? List.of() : chips(workload, width);
        int rows = (chips.size() + COLUMNS - 1) / COLUMNS;
        double height = Math.ceil((CHIPS_TOP + rows * ROW + 4) / 8) * 8;
        Optional<Rollout> rollout = workload.rollout().filter(_ -> observed);
        String count = rollout.map(r -> r.text(words)).orElseGet(() -> count(workload.count(), observed, words));
        CardHead.draw(marks, id, width, height, observed, concern);
        Optional<Badge> badge = observed && concern.isEmpty()
                ? rollout.map(Rollout::badge).or(() -> badge(workload.count()))
                : Optional.empty();
        badge.ifPresent(b -> b.draw(marks, new Point(width - 18, 18), 0));
        marks.text(
                count,
                54,
                58,
                width - 66,
                TextStyle.SMALL,
                badge.map(Badge::ink).orElse(Ink.TEXT_MUTED));
        for (Region chip : chips) {
            Rect r = chip.rect();
            marks.box(r, 5, Ink.SURFACE_SUNKEN, Ink.NONE, Stroke.NONE);
            marks.text(chip.description(), r.x() + 8, r.y() + 15, r.width() - 14, TextStyle.SMALL, Ink.TEXT);
        }
        return new Figure(
                        new FigureId.Of(id),
                        new Rect(0, 0, width, height),
                        Figure.Layer.CARD,
                        marks.marks(),
                        id.kind() + " " + id.name() + ": " + count,
                        Optional.empty())
                .seenAs(new Cell(Ink.SURFACE_RAISED, Ink.ACCENT, Dash.SOLID, id.name()))
                .divided(chips);
    }

    private static double chipsWidth(Workload workload, TextMeasure measure) {
        double widest = Stream.concat(
                        workload.template().getInitContainers().stream(), workload.template().getContainers().stream())
                .mapToDouble(c -> measure.width(Objects.requireNonNullElse(c.getName(), ""), TextStyle.SMALL) + 16)
                .max()
                .orElse(0);
        int all = workload.template().getInitContainers().size()
                + workload.template().getContainers().size();
        int columns = Math.clamp(all, 1, COLUMNS);
        return Math.min(CardHead.MAX_WIDTH, Grid.up(columns * (widest + 8) + 16));
    }

    private static List<Region> chips(Workload workload, double cardWidth) {
        List<Container> containers = new ArrayList<>(workload.template().getInitContainers());
        int inits = containers.size();
        containers.addAll(workload.template().getContainers());
        List<Region> result = new ArrayList<>();
        String spec = workload.count() instanceof Workload.Schedule
                ? "spec.jobTemplate.spec.template.spec"
                : "spec.template.spec";
        double inner = cardWidth - 24;
        int columns = Math.clamp(containers.size(), 1, COLUMNS);
        double width = (inner - (columns - 1) * 8) / columns;
        for (int i = 0; i < containers.size(); i++) {
            int row = i / columns;
            Rect rect = new Rect(12 + (i % columns) * (width + 8), CHIPS_TOP + row * ROW, width, 22);
            String field = i < inits ? "initContainers[" + i : "containers[" + (i - inits);
            String name = Objects.requireNonNullElse(containers.get(i).getName(), "");
            result.add(new Region(spec + "." + field + "]", rect, name));
        }
        return result;
    }

    private static String count(Workload.Count count, boolean observed, Words words) {
        return switch (count) {
            case Workload.Replicas(var wanted, var now, var ready) ->
                !observed
                        ? words.get("workload.replicas", wanted)
                        : now == wanted
                                ? words.get("workload.ready", ready, wanted)
                                : words.get("workload.scaling", now, wanted);
            case Workload.EachNode(var wanted, var ready) ->
                observed ? words.get("workload.ready", ready, wanted) : words.get("workload.eachNode");
            case Workload.Completions(var wanted, var succeeded) ->
                observed
                        ? words.get("workload.completions", succeeded, wanted)
                        : words.get("workload.toComplete", wanted);
            case Workload.Schedule(var cron) -> CronWords.of(cron, words);
        };
    }

    private static Optional<Badge> badge(Workload.Count count) {
        return switch (count) {
            case Workload.Replicas(var wanted, var now, var ready) ->
                Optional.of(now == wanted && ready == wanted ? Badge.READY : Badge.WORKING);
            case Workload.EachNode(var wanted, var ready) -> Optional.of(ready == wanted ? Badge.READY : Badge.WORKING);
            case Workload.Completions(var wanted, var succeeded) ->
                Optional.of(succeeded >= wanted ? Badge.SUCCEEDED : Badge.WORKING);
            case Workload.Schedule s -> Optional.empty();
        };
    }
}
