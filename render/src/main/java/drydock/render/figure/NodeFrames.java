package drydock.render.figure;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.load.LoadPoint;
import drydock.render.load.LoadSeries;
import drydock.render.scene.Figure;
import drydock.render.text.TextMeasure;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The frames of all nodes of a picture, each with what its Pods ask of it.
final class NodeFrames {

    private NodeFrames() {}

    static List<Figure> of(Contents contents, Picture picture, Places places, Words words, TextMeasure measure) {
        Map<ResourceId, List<Pod>> residents = residents(picture);
        List<Figure> frames = new ArrayList<>();
        places.frames().forEach((id, rect) -> {
            Node node = contents.nodes().get(id);
            if (node != null) {
                NodeUse use = NodeUse.of(node, residents.getOrDefault(id, List.of()));
                Optional<Concern> concern =
                        Optional.ofNullable(picture.concerns().get(id));
                Optional<LoadPoint> used =
                        Optional.ofNullable(picture.loads().series().get(id)).map(LoadSeries::last);
                Figure frame = NodeFrame.of(id, node, use, used, rect, concern, picture.units(), words, measure);
                frames.add(Past.known(ConcernMark.flag(frame, concern), picture, id, words));
            }
        });
        return frames;
    }

    /// The Pods on each node.
    private static Map<ResourceId, List<Pod>> residents(Picture picture) {
        Map<ResourceId, List<Pod>> residents = new HashMap<>();
        picture.observed().values().forEach(object -> {
            if (object instanceof Pod pod
                    && pod.getSpec() != null
                    && pod.getSpec().getNodeName() != null) {
                ResourceId node = ResourceId.of(Kinds.NODE, "", pod.getSpec().getNodeName());
                residents.computeIfAbsent(node, _ -> new ArrayList<>()).add(pod);
            }
        });
        return residents;
    }
}
