package drydock.render.figure;

import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.traffic.Outside;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The same numbered door in the wall of every node, for each Service that opens one.
final class Doors {

    private static final double WIDTH = 52;
    private static final double HEIGHT = 17;
    private static final double STEP = 20;

    /// @param number as `:30000`
    record Door(ResourceId service, String number) {}

    private Doors() {}

    /// The doors that are open, in the order in which they stand.
    static List<Door> of(Contents contents, Words words) {
        List<Door> open = new ArrayList<>();
        contents.cards().forEach((id, object) -> {
            if (object instanceof Service service && service.getSpec() != null && contents.isObserved(id)) {
                ServiceCapsule.doors(service.getSpec(), words).forEach(n -> open.add(new Door(id, n)));
            }
        });
        open.sort(Comparator.comparing(Door::number).thenComparing(Door::service));
        return open;
    }

    /// Gives each door its place in the wall of each node.
    static void place(List<Door> open, Places places) {
        places.doors().clear();
        places.frames().forEach((node, frame) -> {
            double y = frame.y() + NodeFrame.HEAD + 4;
            for (Door door : open) {
                places.doors().put(id(door, node), new Rect(frame.x() - WIDTH / 2, y, WIDTH, HEIGHT));
                y += STEP;
            }
        });
    }

    /// The doors of a Service on all nodes.
    static Stream<ResourceId> of(ResourceId service, List<Door> open, Places places) {
        return open.stream()
                .filter(door -> door.service().equals(service))
                .flatMap(door -> places.frames().keySet().stream().map(node -> id(door, node)));
    }

    private static ResourceId id(Door door, ResourceId node) {
        return Outside.door(door.service(), door.number(), node.name());
    }

    static List<Figure> figures(List<Door> open, Places places, Picture picture, Words words) {
        List<Figure> figures = new ArrayList<>();
        for (ResourceId node : places.frames().keySet()) {
            for (Door door : open) {
                Rect at = places.doors().getOrDefault(id(door, node), new Rect(0, 0, 0, 0));
                figures.add(Past.known(figure(door, node, at), picture, door.service(), words));
            }
        }
        return figures;
    }

    private static Figure figure(Door door, ResourceId node, Rect at) {
        MarkList marks = new MarkList();
        ServiceCapsule.door(marks, new Rect(0, 0, WIDTH, HEIGHT), door.number(), Hue.of(door.service()));
        return new Figure(
                new FigureId.Part(door.service(), Outside.part(id(door, node))),
                at,
                Figure.Layer.PART,
                marks.marks(),
                "Service " + door.service().name() + ": nodePort " + door.number(),
                Optional.of(new FigureId.Of(node)));
    }
}
