package drydock.render.layout;

/// The grid that everything stands on that was not placed by hand.
public final class Grid {

    /// The distance of its lines, in scene units.
    public static final double STEP = 8;

    /// The distance that is kept between things.
    public static final double GAP = 40;

    /// The distance between layers: a line has room there for its label.
    public static final double LAYER_GAP = 224;

    /// What a frame keeps free around what is in it, left, right and below.
    public static final double FRAME_MARGIN = 24;

    /// What a frame keeps free above what is in it, its title included.
    public static final double FRAME_HEAD = 48;

    private Grid() {}

    /// The grid line nearest to `value`.
    public static double snap(double value) {
        return Math.round(value / STEP) * STEP;
    }

    /// The first grid line at or after `value`.
    public static double up(double value) {
        return Math.ceil(value / STEP) * STEP;
    }
}
