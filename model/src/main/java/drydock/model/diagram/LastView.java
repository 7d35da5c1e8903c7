package drydock.model.diagram;

/// How the canvas was last looked at.
///
/// @param name which view, as `design` or `nodes`
/// @param zoom pixels for each scene unit
/// @param centre what stood in the middle of the window
public record LastView(String name, double zoom, Position centre) {

    public LastView {
        if (!isZoom(zoom)) {
            throw new IllegalArgumentException("no zoom: " + zoom);
        }
    }

    static boolean isZoom(double value) {
        return value > 0 && value <= 1e6;
    }
}
