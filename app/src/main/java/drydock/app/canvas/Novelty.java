package drydock.app.canvas;

import drydock.model.resource.ResourceId;
import drydock.render.figure.Picture;
import java.util.Map;

/// How much of a picture was not in the one before.
final class Novelty {

    /// A scene in which more than this is new takes longer than a frame or two.
    static final int MUCH = 400;

    private Novelty() {}

    static boolean isMuch(Picture before, Picture now) {
        return differing(before.desired(), now.desired()) > MUCH
                || differing(before.observed(), now.observed()) > MUCH
                || differing(before.diagram().positions(), now.diagram().positions()) > MUCH
                || (isSeenOtherwise(before, now)
                        && now.observed().size() + now.desired().size() > MUCH);
    }

    /// Whether there is much, and only a cluster has changed it.
    @SuppressWarnings("ReferenceEquality") // what was not replaced is unchanged
    static boolean isOfManyFromElsewhere(Picture before, Picture now) {
        return now.observed().size() > MUCH
                && before.desired() == now.desired()
                && before.diagram() == now.diagram()
                && !isSeenOtherwise(before, now);
    }

    private static boolean isSeenOtherwise(Picture before, Picture now) {
        return before.view() != now.view() || !before.grouping().equals(now.grouping());
    }

    /// Whether hardly anything that was in a picture is in the one that is wanted now.
    static boolean isOther(Picture before, Picture now) {
        long kept = before.desired().keySet().stream()
                .filter(now.desired()::containsKey)
                .count();
        return 2 * kept < before.desired().size();
    }

    @SuppressWarnings("ReferenceEquality") // an object of a picture that was not replaced is unchanged
    private static <V> int differing(Map<ResourceId, V> before, Map<ResourceId, V> now) {
        if (now.size() <= MUCH || before == now) {
            return 0;
        }
        int count = 0;
        for (Map.Entry<ResourceId, V> entry : now.entrySet()) {
            count += before.get(entry.getKey()) == entry.getValue() ? 0 : 1;
        }
        return count;
    }
}
