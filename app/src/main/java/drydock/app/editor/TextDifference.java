package drydock.app.editor;

import drydock.model.manifest.TextEdit;

/// The one replacement that makes a text of another.
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
}
