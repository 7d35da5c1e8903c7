package drydock.app.editor;

import drydock.model.manifest.TextEdit;
import java.util.ArrayList;
import java.util.List;

/// The replacements that make a text of another.
final class TextDifference {

    private TextDifference() {}

    /// The shortest single edit that turns `from` into `to`; it never cuts a surrogate pair. One that replaces
    /// nothing by nothing where they are the same.
    static TextEdit between(String from, String to) {
        int start = 0;
        int shorter = Math.min(from.length(), to.length());
        while (start < shorter && from.charAt(start) == to.charAt(start)) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start && from.charAt(from.length() - 1 - tail) == to.charAt(to.length() - 1 - tail)) {
            tail++;
        }
        if (start > 0 && Character.isHighSurrogate(from.charAt(start - 1))) {
            start--;
        }
        if (tail > 0 && Character.isLowSurrogate(from.charAt(from.length() - tail))) {
            tail--;
        }
        return new TextEdit(start, from.length() - tail, to.substring(start, to.length() - tail));
    }

    /// The edits that turn `from` into `to`, in their order: one for each line that differs, where what differs has as
    /// many lines as before, else the shortest single one; none where they are the same.
    static List<TextEdit> byLines(String from, String to) {
        TextEdit whole = between(from, to);
        String removed = from.substring(whole.start(), whole.end());
        if (removed.equals(whole.replacement())) {
            return List.of();
        }
        String[] before = removed.split("\n", -1);
        String[] after = whole.replacement().split("\n", -1);
        if (before.length != after.length) {
            return List.of(whole);
        }
        List<TextEdit> edits = new ArrayList<>();
        int at = whole.start();
        for (int i = 0; i < before.length; i++) {
            if (!before[i].equals(after[i])) {
                TextEdit edit = between(before[i], after[i]);
                edits.add(new TextEdit(at + edit.start(), at + edit.end(), edit.replacement()));
            }
            at += before[i].length() + 1;
        }
        return List.copyOf(edits);
    }
}
