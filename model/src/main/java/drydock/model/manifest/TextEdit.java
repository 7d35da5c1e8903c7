package drydock.model.manifest;

/// A replacement of one stretch of a text.
///
/// @param start the first character (UTF-16 unit) that goes, from 0
/// @param end one behind the last that goes
/// @param replacement what comes instead
public record TextEdit(int start, int end, String replacement) {

    public TextEdit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(start + "-" + end);
        }
    }

    public String applyTo(String text) {
        return text.substring(0, start) + replacement + text.substring(end);
    }
}
