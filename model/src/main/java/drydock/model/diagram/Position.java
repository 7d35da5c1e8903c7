package drydock.model.diagram;

/// Where something stands on the canvas, in scene units (1 is a pixel at zoom 1), y down. Kept to a
/// hundredth.
public record Position(double x, double y) {

    /// How far from the origin anything may stand, in scene units.
    public static final double LIMIT = 1e9;

    /// @throws IllegalArgumentException unless both lie within [#LIMIT]
    public Position {
        x = hundredths(x);
        y = hundredths(y);
    }

    /// The position that is this much farther to the right and down, in scene units.
    ///
    /// @throws IllegalArgumentException if that is beyond [#LIMIT]
    public Position plus(double dx, double dy) {
        return new Position(x + dx, y + dy);
    }

    /// Whether a position can have this coordinate.
    static boolean isCoordinate(double value) {
        return Math.abs(value) <= LIMIT;
    }

    private static double hundredths(double value) {
        if (!isCoordinate(value)) {
            throw new IllegalArgumentException("no coordinate: " + value);
        }
        return Math.round(value * 100) / 100.0;
    }
}
