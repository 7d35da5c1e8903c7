package drydock.model.edit;

import drydock.model.manifest.TextEdit;
import org.jspecify.annotations.Nullable;

/// A run of keys in one file, all inserting or all deleting. Its first key may put text in the place of other text.
///
/// @param caret where the caret stands after it
/// @param deleting whether it takes away, and puts nothing in
/// @param timeNanos when its last key was pressed
record Typing(String path, int caret, boolean deleting, long timeNanos) {

    /// What `edit` types; null if it is no typing.
    static @Nullable Typing of(Edit edit, long timeNanos) {
        if (!(edit instanceof Edit.ChangeText(var path, var change))) {
            return null;
        }
        int caret = change.start() + change.replacement().length();
        return new Typing(path, caret, change.replacement().isEmpty(), timeNanos);
    }

    /// Whether `edit`, which is `next`, goes on where this ended, within the interval.
    boolean continuesWith(Typing next, Edit.ChangeText edit, long intervalNanos) {
        TextEdit change = edit.edit();
        boolean replaces = change.end() > change.start() && !next.deleting;
        boolean touches = change.start() == caret || (deleting && change.end() == caret);
        return next.path.equals(path)
                && next.deleting == deleting
                && touches
                && !replaces
                && next.timeNanos - timeNanos <= intervalNanos;
    }
}
