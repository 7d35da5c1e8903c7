package drydock.render.figure;

import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Dash;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.text.TextMeasure;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The figure of a ReplicaSet that a Deployment made: a strip that hangs below the Deployment's card, with its
/// revision, its images, and how many of the wanted Pods it has. One that has no Pods any more is slim.
final class GenerationStrip {

    private static final String DESIRED = "deployment.kubernetes.io/desired-replicas";
    private static final double HEIGHT = 48;
    private static final double SLIM = 24;
    private static final double TAG = 24;

    private GenerationStrip() {}

    static Figure of(ResourceId id, ReplicaSet set, Generation generation, Words words, TextMeasure measure) {
        Workload.Replicas count = count(set);
        boolean retired = !Generations.hasPods(set) && !generation.isNew();
        double width = CardHead.width(id, measure);
        double height = retired ? SLIM : HEIGHT;
        String said = said(count, words);
        MarkList marks = new MarkList();
        marks.box(
                new Rect(0, 0, width, height),
                6,
                retired ? Ink.NONE : Ink.SURFACE,
                generation.isNew() ? Ink.ACCENT : Ink.BORDER,
                new Stroke(1, retired ? Dash.DASHED : Dash.SOLID));
        GenerationTag.draw(marks, new Rect(8, retired ? 4 : 8, TAG, GenerationTag.HEIGHT), generation, words);
        double room = width - TAG - 16 - 10;
        if (retired) {
            marks.text(id.name(), TAG + 16, 16, room, TextStyle.SMALL, Ink.TEXT_MUTED);
        } else {
            double numbers = Math.min(room / 2, measure.width(said, TextStyle.SMALL_STRONG) + 1);
            marks.text(id.name(), TAG + 16, 20, room, TextStyle.SMALL_STRONG, Ink.TEXT);
            marks.text(images(set), TAG + 16, 34, room - numbers - 8, TextStyle.SMALL, Ink.TEXT_MUTED);
            marks.textTo(said, width - 10, 34, numbers, TextStyle.SMALL_STRONG, ink(count));
            bar(marks, new Rect(8, height - 8, width - 16, 4), set, count, generation);
        }
        return new Figure(
                        new FigureId.Of(id),
                        new Rect(0, 0, width, height),
                        Figure.Layer.CARD,
                        marks.marks(),
                        id.kind() + " " + id.name() + ": " + said + ". " + generation.description(words),
                        Optional.empty())
                .seenAs(new Cell(
                                retired ? Ink.NONE : Ink.SURFACE_RAISED,
                                generation.isNew() ? Ink.ACCENT : Ink.TEXT_MUTED,
                                retired ? Dash.DASHED : Dash.SOLID,
                                id.name())
                        .sided(generation.isNew() ? Cell.Side.NEW : Cell.Side.OLD));
    }

    /// How many of all Pods that the Deployment wants are of this generation, and of them the ready ones.
    private static void bar(
            MarkList marks, Rect track, ReplicaSet set, Workload.Replicas count, Generation generation) {
        int all = Math.max(Math.max(desired(set).orElse(count.wanted()), count.now()), 1);
        marks.area(track, 2, Ink.SURFACE_SUNKEN);
        part(marks, track, count.now() / (double) all, generation.isNew() ? Ink.ACCENT_SOFT : Ink.BORDER);
        part(marks, track, count.ready() / (double) all, generation.ink());
    }

    private static void part(MarkList marks, Rect track, double share, Ink ink) {
        if (share > 0) {
            marks.area(new Rect(track.x(), track.y(), track.width() * Math.min(1, share), track.height()), 2, ink);
        }
    }

    private static Optional<Integer> desired(ReplicaSet set) {
        String written = set.getMetadata().getAnnotations() == null
                ? null
                : set.getMetadata().getAnnotations().get(DESIRED);
        return written == null || !written.matches("\\d{1,7}")
                ? Optional.empty()
                : Optional.of(Integer.parseInt(written));
    }

    private static Workload.Replicas count(ReplicaSet set) {
        return Workload.of(set)
                .map(Workload::count)
                .filter(Workload.Replicas.class::isInstance)
                .map(Workload.Replicas.class::cast)
                .orElse(new Workload.Replicas(0, 0, 0));
    }

    private static String said(Workload.Replicas count, Words words) {
        return count.now() == count.wanted()
                ? words.get("workload.ready", count.ready(), count.wanted())
                : words.get("workload.moving", count.now(), count.wanted());
    }

    private static Ink ink(Workload.Replicas count) {
        return count.now() == count.wanted() && count.ready() == count.wanted() ? Ink.READY : Ink.PENDING;
    }

    private static String images(ReplicaSet set) {
        if (set.getSpec() == null
                || set.getSpec().getTemplate() == null
                || set.getSpec().getTemplate().getSpec() == null) {
            return "";
        }
        return set.getSpec().getTemplate().getSpec().getContainers().stream()
                .map(Container::getImage)
                .filter(Objects::nonNull)
                .map(GenerationStrip::shortly)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// `nginx:1.25` of `registry.example.com/shop/nginx:1.25`: what differs from one generation to the next.
    private static String shortly(String image) {
        return image.substring(image.lastIndexOf('/') + 1);
    }
}
