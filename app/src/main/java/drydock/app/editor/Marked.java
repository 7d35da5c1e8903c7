package drydock.app.editor;

import org.fxmisc.richtext.model.PlainTextChange;

/// A stretch of the shown text that has a style of its own, beside that of its syntax.
///
/// @param start its first character
/// @param end behind its last
/// @param style the style class
record Marked(int start, int end, String style) {

    /// The same stretch after the text has changed; what was typed within it belongs to it.
    Marked after(PlainTextChange change) {
        return new Marked(
                moved(start, change, true), Math.max(moved(start, change, true), moved(end, change, false)), style);
    }

    /// Where a position is after a change. One at the place itself goes along with what comes in if `goesAlong`.
    static int moved(int position, PlainTextChange change, boolean goesAlong) {
        int from = change.getPosition();
        int removedEnd = change.getRemovalEnd();
        if (position < from || (position == from && !goesAlong)) {
            return position;
        }
        return position >= removedEnd
                ? position + change.getNetLength()
                : Math.min(position, from + change.getInserted().length());
    }
}
