package drydock.app.settings;

import java.util.List;

/// The grid of the canvas.
///
/// @param snaps whether figures that are moved come to stand on it
/// @param step how far its points are from each other, in scene units
/// @param shown whether it is drawn
public record Grid(boolean snaps, int step, boolean shown) {

    /// The steps that can be chosen.
    public static final List<Integer> STEPS = List.of(4, 8, 12, 16, 24, 32, 48);

    public static final Grid USUAL = new Grid(true, 8, true);

    private static final int DRAWN = 3;

    public Grid {
        if (!STEPS.contains(step)) {
            throw new IllegalArgumentException("no step of the grid: " + step);
        }
    }

    /// Where something comes to stand that was brought to `value`: on the grid where it snaps.
    public double placed(double value) {
        return snaps ? (double) Math.round(value / step) * step : value;
    }

    /// How far something at `value` is moved that is to go `steps` steps: to a point of the grid where it snaps.
    public double moved(double value, int steps) {
        double by = (double) steps * step;
        return snaps && steps != 0 ? placed(value + by) - value : by;
    }

    /// How far the lines that are drawn are from each other, in scene units; 0 where none is. Each third is.
    public double lineDistance() {
        return shown ? (double) DRAWN * step : 0;
    }

    public Grid snapping(boolean wanted) {
        return new Grid(wanted, step, shown);
    }

    public Grid showing(boolean lines) {
        return new Grid(snaps, step, lines);
    }
}
