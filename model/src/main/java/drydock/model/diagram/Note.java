package drydock.model.diagram;

/// A text that the user wrote on the canvas.
///
/// @param id what tells it from the diagram's other notes
/// @param text what it says, of any number of lines
/// @param position its upper left corner
/// @param width in scene units, as `height`
public record Note(String id, String text, Position position, double width, double height) {

    public Note {
        if (!isLength(width) || !isLength(height)) {
            throw new IllegalArgumentException("no size of a note: " + width + "x" + height);
        }
    }

    static boolean isLength(double value) {
        return value > 0 && value <= Position.LIMIT;
    }
}
