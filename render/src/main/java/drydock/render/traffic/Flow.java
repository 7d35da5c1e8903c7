package drydock.render.traffic;

import drydock.model.resource.ResourceId;

/// What goes from one stop to the next, all requests together.
///
/// @param failed how many of them fail at last
public record Flow(ResourceId from, ResourceId to, double perSecond, double failed) {

    private static final double STEP = 2.5;

    /// How wide it is drawn: 0 for a trickle, and 1 more for each 2.5 times as much, up to 6.
    public int weight() {
        return Math.clamp(Math.round(Math.log(Math.max(1, perSecond)) / Math.log(STEP)), 0, 6);
    }

    /// Whether so much of it fails that it is to be seen.
    public boolean fails() {
        return failed > 0.02 * perSecond;
    }
}
