package drydock.render.figure;

import drydock.model.diagram.Group;
import drydock.model.diagram.Note;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.layout.Item;
import drydock.render.layout.Link;
import drydock.render.layout.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is to be laid out of a picture: the cards with their namespaces and groups, between notes and frames.
final class Plans {

    private Plans() {}

    /// @param cards what stands on its own
    /// @param sizes the size of the figure of each card
    /// @param fixed the cards that have a place
    /// @param first whether nothing of the picture was laid out before
    static Plan<ResourceId> of(
            Set<ResourceId> cards,
            Folding folding,
            List<Relation> relations,
            Map<ResourceId, Rect> sizes,
            Map<ResourceId, Rect> fixed,
            Picture picture,
            boolean first) {
        Map<ResourceId, String> frames = new HashMap<>();
        for (Group group : picture.diagram().groups()) {
            group.members().forEach(member -> frames.putIfAbsent(folding.shown(member), group.id()));
        }
        List<Item<ResourceId>> items = new ArrayList<>();
        for (ResourceId id : cards) {
            Rect size = sizes.getOrDefault(id, new Rect(0, 0, 0, 0));
            String frame = frames.getOrDefault(id, "");
            // groups that follow from the objects stand apart, as namespaces do otherwise
            String area = picture.grouping().isNone() ? area(id) : frame;
            items.add(new Item<>(id, size.width(), size.height(), area, frame));
        }
        List<Link<ResourceId>> links = relations.stream()
                .filter(relation -> cards.contains(relation.from()) && cards.contains(relation.to()))
                .map(relation -> new Link<>(relation.from(), relation.to()))
                .distinct()
                .toList();
        boolean anew = first && !fixed.isEmpty() && 2 * fixed.size() < items.size();
        return new Plan<>(items, links, fixed, taken(picture, folding, fixed), anew);
    }

    /// A namespace stands with what is in it.
    static String area(ResourceId id) {
        return id.kind().equals(Kinds.NAMESPACE.kind()) ? id.name() : id.namespace();
    }

    /// The notes, and the frames of groups that stand already.
    private static List<Rect> taken(Picture picture, Folding folding, Map<ResourceId, Rect> fixed) {
        List<Rect> taken = new ArrayList<>();
        for (Note note : picture.diagram().notes()) {
            taken.add(new Rect(note.position().x(), note.position().y(), note.width(), note.height()));
        }
        for (Group group : picture.diagram().groups()) {
            Set<Rect> standing = new HashSet<>();
            group.members()
                    .forEach(member -> Optional.ofNullable(fixed.get(folding.shown(member)))
                            .ifPresent(standing::add));
            standing.stream().reduce(Rect::union).map(GroupFrame::bounds).ifPresent(taken::add);
        }
        return taken;
    }
}
