package drydock.model.edit;

import org.jspecify.annotations.Nullable;

/// A run of keys in one file, all inserting or all deleting.
///
/// @param caret where the caret stands after it
/// @param deleting whether it took away, and put nothing in
/// @param timeNanos when its last key was pressed
record Typing(String path, int caret, boolean deleting, long timeNanos) {

    /// What `edit` types; null if it is no typing, or puts text in the place of other text.
    static @Nullable Typing of(Edit edit, long timeNanos) {
        if (!(edit instanceof Edit.ChangeText(var path, var change))) {
            return null;
        }
        boolean deletes = change.end() > change.start();
        boolean inserts = !change.replacement().isEmpty();
        int caret = change.start() + change.replacement().length();
        return deletes && inserts ? null : new Typing(path, caret, deletes, timeNanos);
    }

    /// Whether `edit`, which is `next`, goes on where this ended, within the interval.
    boolean continuesWith(Typing next, Edit.ChangeText edit, long intervalNanos) {
        boolean touches =
                edit.edit().start() == caret || (deleting && edit.edit().end() == caret);
        return next.path.equals(path)
                && next.deleting == deleting
                && touches
                && next.timeNanos - timeNanos <= intervalNanos;
    }
}
