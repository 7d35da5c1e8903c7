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
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The figure of a Service: a long capsule in its own colour with its virtual address and its ports; hollow
/// where it has no address on purpose.
final class ServiceCapsule {

    private static final double MIN_WIDTH = 256;
    private static final double MAX_WIDTH = 360;
    static final double HEIGHT = 64;
    private static final double DOOR = 56;

    private ServiceCapsule() {}

    /// @param endpoints how many of its endpoints stand in each way
    static Figure of(
            ResourceId id,
            Service service,
            Map<Ending, Integer> endpoints,
            Optional<Concern> concern,
            Words words,
            TextMeasure measure) {
        ServiceSpec spec = service.getSpec() == null ? new ServiceSpec() : service.getSpec();
        double width = width(id, spec, measure);
        boolean headless = "None".equals(spec.getClusterIP());
        Ink hue = Hue.of(id);
        MarkList marks = new MarkList();
        Rect body = new Rect(0, 0, width, HEIGHT);
        Stroke border = headless ? new Stroke(2, Dash.DASHED) : Stroke.BOLD;
        marks.box(body, HEIGHT / 2, headless ? Ink.NONE : Ink.SURFACE, hue, border);
        marks.disc(new Point(32, 32), 18, hue, Ink.NONE, Stroke.NONE);
        marks.glyph("Service", new Rect(22, 22, 20, 20), Ink.TEXT_ON_STRONG);
        List<String> doors = doors(spec, words);
        double right = doors.isEmpty() ? width - 24 : width - 24 - DOOR;
        double room = right - 60 - (concern.isPresent() ? 8 : 0);
        String address = address(service, spec, headless, words);
        double counts = EndingCounts.draw(marks, endpoints, width - (concern.isPresent() ? 44 : 26), 17, measure);
        marks.text(kind(spec), 60, 17, width - 60 - 40 - counts, TextStyle.SMALL, hue);
        marks.text(id.name(), 60, 34, concern.isPresent() ? width - 108 : width - 96, TextStyle.BODY_STRONG, Ink.TEXT);
        marks.text(join(address, ports(spec)), 60, 51, room, TextStyle.SMALL, Ink.TEXT_MUTED);
        List<Region> regions = new ArrayList<>();
        if (!doors.isEmpty()) {
            Rect door = new Rect(width - 22 - DOOR, 39, DOOR, 17);
            door(marks, door, String.join(" ", doors), hue);
            regions.add(new Region("spec.ports[0].nodePort", door, "nodePort " + String.join(", ", doors)));
        }
        ConcernMark.draw(marks, concern, new Point(width - 28, 18));
        return new Figure(
                        new FigureId.Of(id),
                        body,
                        Figure.Layer.CARD,
                        marks.marks(),
                        "Service " + id.name() + ": " + join(kind(spec), join(address, ports(spec)))
                                + EndingCounts.said(endpoints, words),
                        Optional.empty())
                .seenAs(new Cell(headless ? Ink.NONE : hue, hue, border.dash(), id.name()))
                .divided(regions);
    }

    /// Room for the name, and for an address beside the ports: an address that is not given yet will need
    /// it.
    private static double width(ResourceId id, ServiceSpec spec, TextMeasure measure) {
        double name = 60 + measure.width(id.name(), TextStyle.BODY_STRONG) + 40;
        double line = 60 + measure.width("100.100.100.100  " + ports(spec), TextStyle.SMALL) + 8 + DOOR + 24;
        return Grid.up(Math.clamp(Math.max(name, line), MIN_WIDTH, MAX_WIDTH));
    }

    /// A numbered door: filled, so that it reads as a hole in the wall it stands in.
    static void door(MarkList marks, Rect rect, String number, Ink hue) {
        marks.area(rect, 4, hue);
        marks.textAround(
                number,
                rect.center().x(),
                rect.center().y() + 4,
                rect.width() - 6,
                TextStyle.SMALL_STRONG,
                Ink.TEXT_ON_STRONG);
    }

    /// The numbers of the doors that it opens on every node, as `:30000`; `:auto` in words where one will
    /// be picked.
    static List<String> doors(ServiceSpec spec, Words words) {
        String type = Objects.requireNonNullElse(spec.getType(), "ClusterIP");
        if (!type.equals("NodePort") && !type.equals("LoadBalancer")) {
            return List.of();
        }
        return spec.getPorts().stream()
                .map(p -> p.getNodePort() == null || p.getNodePort() == 0
                        ? words.get("service.automatic")
                        : ":" + p.getNodePort())
                .distinct()
                .toList();
    }

    private static String kind(ServiceSpec spec) {
        return "Service · " + Objects.requireNonNullElse(spec.getType(), "ClusterIP");
    }

    private static String address(Service service, ServiceSpec spec, boolean headless, Words words) {
        if (headless) {
            return words.get("service.headless");
        }
        if ("ExternalName".equals(spec.getType())) {
            return Objects.requireNonNullElse(spec.getExternalName(), "");
        }
        String external = service.getStatus() == null || service.getStatus().getLoadBalancer() == null
                ? ""
                : service.getStatus().getLoadBalancer().getIngress().stream()
                        .map(i ->
                                Objects.requireNonNullElse(i.getIp(), Objects.requireNonNullElse(i.getHostname(), "")))
                        .collect(Collectors.joining(" "));
        return external.isEmpty() ? Objects.requireNonNullElse(spec.getClusterIP(), "") : external;
    }

    private static String ports(ServiceSpec spec) {
        return spec.getPorts().stream().map(ServiceCapsule::port).collect(Collectors.joining("  "));
    }

    private static String port(ServicePort port) {
        String from = String.valueOf(port.getPort());
        String to = from;
        if (port.getTargetPort() != null) {
            to = port.getTargetPort().getStrVal() != null
                    ? port.getTargetPort().getStrVal()
                    : String.valueOf(port.getTargetPort().getIntVal());
        }
        return from + "→" + to;
    }

    private static String join(String first, String second) {
        return first.isEmpty() ? second : second.isEmpty() ? first : first + "  " + second;
    }
}
