package drydock.render.figure;

import drydock.model.resource.QuantityUnits;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.load.LoadPoint;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Dash;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.text.TextMeasure;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import java.util.Optional;

/// The figure of a node: a large frame with its name, whether it is ready, and what of it is asked for.
final class NodeFrame {

    /// How high the head of a frame is.
    static final double HEAD = 40;
    /// How far Pods keep from the frame's border.
    static final double PADDING = 16;
    private static final double METER = 112;
    /// The narrowest frame in which the head is not cut.
    static final double MIN_WIDTH = 464;

    enum Health {
        READY,
        NOT_READY,
        LOST,
        /// Nothing has been said of it: a manifest, or a node whose kubelet has not started yet.
        UNREPORTED
    }

    private NodeFrame() {}

    /// How a node does: lost where its kubelet has stopped to report.
    static Health health(Node node) {
        String ready = node.getStatus() == null
                ? ""
                : node.getStatus().getConditions().stream()
                        .filter(c -> "Ready".equals(c.getType()))
                        .map(NodeCondition::getStatus)
                        .findFirst()
                        .orElse("");
        return switch (ready) {
            case "True" -> Health.READY;
            case "Unknown" -> Health.LOST;
            case "" -> Health.UNREPORTED;
            default -> Health.NOT_READY;
        };
    }

    static Figure of(
            ResourceId id,
            Node node,
            NodeUse use,
            Optional<LoadPoint> used,
            Rect bounds,
            Optional<Concern> concern,
            QuantityUnits units,
            Words words,
            TextMeasure measure) {
        MarkList marks = new MarkList();
        double width = bounds.width();
        Health health = health(node);
        marks.box(new Rect(0, 0, width, bounds.height()), 12, Ink.SURFACE_RAISED, Ink.BORDER, Stroke.THIN);
        marks.area(new Rect(1, 1, width - 2, HEAD - 1), 11, Ink.SURFACE_SUNKEN);
        marks.line(Ink.BORDER, Stroke.THIN, 0, HEAD, width, HEAD);
        Optional<Badge> badge = badge(node, health);
        badge.ifPresent(sign -> sign.draw(marks, new Point(24, HEAD / 2), 0));
        double left = badge.isPresent() ? 42 : PADDING;
        double meters = width - 2 * METER - 24 - PADDING;
        double name = Math.min(measure.width(id.name(), TextStyle.BODY_STRONG), meters - left - 88);
        marks.text(id.name(), left, 25, name + 1, TextStyle.BODY_STRONG, Ink.TEXT);
        String word = word(node, health, words);
        badge.ifPresent(
                sign -> marks.text(word, left + name + 12, 25, meters - left - 24 - name, TextStyle.SMALL, sign.ink()));
        meter(
                marks,
                measure,
                meters,
                words.get("node.cpu"),
                use.cpuText(units),
                NodeUse.share(use.cpu(), use.allCpu()));
        meter(
                marks,
                measure,
                meters + METER + 24,
                words.get("node.memory"),
                use.memoryText(units),
                NodeUse.share(use.memory(), use.allMemory()));
        used.ifPresent(now -> {
            used(marks, meters, NodeUse.share(now.cpu(), use.allCpu()));
            used(marks, meters + METER + 24, NodeUse.share(now.memory(), use.allMemory()));
        });
        ConcernMark.draw(marks, concern, new Point(width - 4, 4));
        return new Figure(
                        new FigureId.Of(id),
                        bounds,
                        Figure.Layer.FRAME,
                        marks.marks(),
                        "Node " + id.name() + ": " + (word.isEmpty() ? "" : word + ", ") + words.get("node.cpu") + " "
                                + use.cpuText(units) + ", " + words.get("node.memory") + " " + use.memoryText(units)
                                + used.map(now -> ", " + usedText(now, words)).orElse(""),
                        Optional.empty())
                .seenAs(fromAfar(node, health, id.name()));
    }

    /// A node that takes Pods as usual is a plain frame; any other has its sign and a border in that colour.
    private static Cell fromAfar(Node node, Health health, String name) {
        Cell.Sign sign = switch (health) {
            case READY, UNREPORTED -> isCordoned(node) ? Cell.Sign.CLOSED : Cell.Sign.NONE;
            case NOT_READY -> Cell.Sign.CROSS;
            case LOST -> Cell.Sign.QUESTION;
        };
        Ink border = sign == Cell.Sign.NONE
                ? Ink.BORDER
                : badge(node, health).map(Badge::ink).orElse(Ink.BORDER);
        return new Cell(Ink.SURFACE_RAISED, border, health == Health.LOST ? Dash.DASHED : Dash.SOLID, name)
                .signed(sign);
    }

    /// A word and a number above a thin bar that is filled so far.
    private static void meter(
            MarkList marks, TextMeasure measure, double x, String name, String numbers, double share) {
        double word = Math.min(measure.width(name, TextStyle.SMALL) + 1, 48);
        marks.text(name, x, 18, word, TextStyle.SMALL, Ink.TEXT_MUTED);
        marks.textTo(numbers, x + METER, 18, METER - word - 6, TextStyle.SMALL, Ink.TEXT);
        marks.area(new Rect(x, 25, METER, 6), 3, Ink.BORDER);
        if (share > 0) {
            marks.area(new Rect(x, 25, Math.max(6, METER * share), 6), 3, share > 0.9 ? Ink.PENDING : Ink.ACCENT);
        }
    }

    /// What is used, as a thinner bar below what is requested.
    private static void used(MarkList marks, double x, double share) {
        if (share > 0) {
            marks.area(new Rect(x, 33, Math.max(3, METER * share), 3), 1.5, share > 0.9 ? Ink.FAILED : Ink.SUCCEEDED);
        }
    }

    private static String usedText(LoadPoint now, Words words) {
        return words.get("node.used", Math.round(now.cpu() * 1000) + "m, " + NodeUse.bytes(now.memory()));
    }

    private static Optional<Badge> badge(Node node, Health health) {
        return switch (health) {
            case READY -> Optional.of(isCordoned(node) ? Badge.PAUSED : Badge.READY);
            case NOT_READY -> Optional.of(Badge.FAILED);
            case LOST -> Optional.of(Badge.UNKNOWN);
            case UNREPORTED -> isCordoned(node) ? Optional.of(Badge.PAUSED) : Optional.empty();
        };
    }

    private static boolean isCordoned(Node node) {
        return node.getSpec() != null && Boolean.TRUE.equals(node.getSpec().getUnschedulable());
    }

    private static String word(Node node, Health health, Words words) {
        if ((health == Health.READY || health == Health.UNREPORTED) && isCordoned(node)) {
            return words.get("node.cordoned");
        }
        return switch (health) {
            case READY -> words.get("node.ready");
            case NOT_READY -> words.get("node.notReady");
            case LOST -> words.get("node.lost");
            case UNREPORTED -> "";
        };
    }
}
