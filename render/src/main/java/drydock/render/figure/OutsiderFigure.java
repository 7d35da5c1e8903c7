package drydock.render.figure;

import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Dash;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.traffic.Sender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The figures of what is outside of the cluster: round, so that nothing of the cluster looks like them, with their
/// names below.
final class OutsiderFigure {

    private static final double WIDTH = 120;
    private static final double HEIGHT = 88;
    private static final double RADIUS = 25;
    private static final Point MIDDLE = new Point(WIDTH / 2, RADIUS + 3);
    private static final Stroke PEN = new Stroke(2, Dash.SOLID);

    private OutsiderFigure() {}

    static Figure of(Outsider outsider, Words words) {
        return switch (outsider) {
            case Outsider.Client(var id, var sender) -> {
                String rate =
                        sender.perSecond() > 0 ? words.get("flow.rate", FlowRelations.number(sender.perSecond())) : "";
                yield figure(id, person(), sender.name(), rate, words.get("outside.client"));
            }
            case Outsider.Balancer(var id, var service, var address) ->
                figure(id, balancer(Hue.of(service)), words.get("outside.balancer"), address, service.name());
            case Outsider.Host(var id, var _) -> figure(id, globe(), id.name(), "", words.get("outside.host"));
        };
    }

    private static Figure figure(ResourceId id, MarkList marks, String name, String more, String what) {
        marks.textAround(name, MIDDLE.x(), 69, WIDTH, TextStyle.BODY_STRONG, Ink.TEXT);
        marks.textAround(more, MIDDLE.x(), 83, WIDTH, TextStyle.SMALL, Ink.TEXT_MUTED);
        return new Figure(
                new FigureId.Of(id),
                new Rect(0, 0, WIDTH, HEIGHT),
                Figure.Layer.CARD,
                marks.marks(),
                what + " " + name + (more.isEmpty() ? "" : ", " + more),
                Optional.empty());
    }

    /// The circle that stands for the figure: lines end at it.
    static Rect body(Rect figure) {
        return new Rect(figure.x() + MIDDLE.x() - RADIUS, figure.y() + MIDDLE.y() - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }

    private static MarkList circle(Ink ink) {
        return new MarkList().disc(MIDDLE, RADIUS, Ink.SURFACE, ink, PEN);
    }

    private static MarkList person() {
        double x = MIDDLE.x();
        double y = MIDDLE.y();
        return circle(Ink.ACCENT)
                .disc(new Point(x, y - 7), 6, Ink.NONE, Ink.ACCENT, PEN)
                .line(
                        Ink.ACCENT,
                        PEN,
                        x - 12,
                        y + 14,
                        x - 11,
                        y + 8,
                        x - 6,
                        y + 4,
                        x + 6,
                        y + 4,
                        x + 11,
                        y + 8,
                        x + 12,
                        y + 14);
    }

    /// One line that parts into three.
    private static MarkList balancer(Ink hue) {
        double x = MIDDLE.x();
        double y = MIDDLE.y();
        MarkList marks = circle(hue).line(hue, PEN, x - 14, y, x - 3, y);
        for (double up : new double[] {-10, 0, 10}) {
            marks.line(hue, PEN, x - 3, y, x + 8, y + up);
            marks.disc(new Point(x + 11, y + up), 3, hue, Ink.NONE, Stroke.NONE);
        }
        return marks;
    }

    private static MarkList globe() {
        double x = MIDDLE.x();
        double y = MIDDLE.y();
        Ink ink = Ink.TEXT_MUTED;
        return circle(ink)
                .line(ink, Stroke.THIN, x - RADIUS, y, x + RADIUS, y)
                .line(ink, Stroke.THIN, x, y - RADIUS, x, y + RADIUS)
                .line(ink, Stroke.THIN, x - 21, y - 13, x + 21, y - 13)
                .line(ink, Stroke.THIN, x - 21, y + 13, x + 21, y + 13)
                .line(ink, Stroke.THIN, x - 6, y - 24, x - 12, y - 12, x - 12, y + 12, x - 6, y + 24)
                .line(ink, Stroke.THIN, x + 6, y - 24, x + 12, y - 12, x + 12, y + 12, x + 6, y + 24);
    }

    /// What the Pods of a picture wear that send requests, one badge above the other for each sender.
    static List<Figure> badges(Picture picture, Places places, Words words) {
        Map<ResourceId, Integer> worn = new HashMap<>();
        List<Figure> badges = new ArrayList<>();
        for (Sender sender : picture.flows().senders()) {
            Rect at = sender.pod().map(places::end).orElse(null);
            if (at != null) {
                int above = worn.merge(sender.id(), 1, Integer::sum) - 1;
                badges.add(badge(sender.name(), sender.perSecond(), sender.id(), at, above, words));
            }
        }
        return badges;
    }

    /// What a Pod wears that sends requests.
    private static Figure badge(String name, double perSecond, ResourceId pod, Rect at, int above, Words words) {
        String text = perSecond > 0 ? "→ " + words.get("flow.rate", FlowRelations.number(perSecond)) : "→";
        Rect place = new Rect(at.right() - 62, at.y() - 11 - above * 20.0, 68, 18);
        MarkList marks = new MarkList()
                .box(new Rect(0, 0, 68, 18), 9, Ink.ACCENT, Ink.SURFACE, Stroke.THIN)
                .textAround(text, 34, 13, 60, TextStyle.SMALL_STRONG, Ink.TEXT_ON_STRONG);
        return new Figure(
                new FigureId.Part(pod, "client/" + name),
                place,
                Figure.Layer.BADGE,
                marks.marks(),
                words.get("outside.client") + " " + name + ", " + text,
                Optional.of(new FigureId.Of(pod)));
    }
}
