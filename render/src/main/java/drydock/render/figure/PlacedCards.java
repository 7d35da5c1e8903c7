package drydock.render.figure;

import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The cards of one scene after the other, each where it stands. A card that is the same as in the scene before is the
/// very same figure, so that one comparison tells that nothing changed.
final class PlacedCards {

    private Map<ResourceId, Placed> last = Map.of();

    /// A card of the scene, and what it was made of.
    private record Placed(Figure drawn, Rect rect, Optional<ResourceId> carrier, Figure there) {

        @SuppressWarnings("ReferenceEquality") // a card that was not drawn anew is the very same
        boolean isOf(Figure figure, Rect at, Optional<ResourceId> by) {
            return drawn == figure && rect.equals(at) && carrier.equals(by);
        }
    }

    /// @param drawn the figures at the origin
    List<Figure> of(Map<ResourceId, Figure> drawn, Places places) {
        Map<ResourceId, Placed> now = HashMap.newHashMap(drawn.size());
        List<Figure> cards = new ArrayList<>(drawn.size());
        places.rects().forEach((id, rect) -> {
            Figure figure = drawn.get(id);
            if (figure != null) {
                Placed card = placed(
                        figure, id, rect, Optional.ofNullable(places.carriers().get(id)));
                now.put(id, card);
                cards.add(card.there());
            }
        });
        last = now;
        return cards;
    }

    private Placed placed(Figure figure, ResourceId id, Rect rect, Optional<ResourceId> node) {
        Placed before = last.get(id);
        if (before != null && before.isOf(figure, rect, node)) {
            return before;
        }
        Figure there = figure.at(rect.x(), rect.y());
        Figure carried =
                node.map(carrier -> there.carriedBy(new FigureId.Of(carrier))).orElse(there);
        boolean same = before != null && before.there().equals(carried);
        return new Placed(figure, rect, node, same ? before.there() : carried);
    }
}
