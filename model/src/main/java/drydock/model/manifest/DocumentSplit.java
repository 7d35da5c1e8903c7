package drydock.model.manifest;

import java.util.ArrayList;
import java.util.List;

/// Where the documents of a text are, found by their separators alone, so that one that cannot be read does
/// not hide the others. `---` or `...` at the start of a line always separates, also within a string (YAML
/// 1.1, c-forbidden).
final class DocumentSplit {

    /// One stretch of the text: what stands before a document (comments, `%` directives, `---`), the
    /// document, and what follows it up to the next.
    ///
    /// @param start where it begins, from 0
    /// @param end where the next begins, or the text ends
    /// @param firstLine the line of `start`, from 1
    /// @param empty whether it holds only comments, directives and white space
    record Part(int start, int end, int firstLine, boolean empty) {}

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private int start;
    private int firstLine = 1;
    private boolean started;
    private boolean empty = true;

    private DocumentSplit(String text) {
        this.text = text;
    }

    /// The parts in their order, which together are the text; none of an empty text.
    static List<Part> of(String text) {
        DocumentSplit split = new DocumentSplit(text);
        split.scan();
        return List.copyOf(split.parts);
    }

    private void scan() {
        int line = 1;
        for (int at = 0; at >= 0 && at < text.length(); line++) {
            int next = TextLines.nextLine(text, at);
            if (isMarker(at, "---")) {
                if (started || !empty) {
                    close(at, line);
                }
                started = true;
                empty = isBlank(at + 3, '#');
            } else if (isMarker(at, "...")) {
                close(next < 0 ? text.length() : next, line + 1);
            } else if (empty) {
                empty = isBlank(at, started ? '#' : directiveOr(at));
            }
            at = next;
        }
        close(text.length(), line);
    }

    private char directiveOr(int at) {
        return text.charAt(at) == '%' ? '%' : '#';
    }

    private void close(int end, int nextLine) {
        if (end > start) {
            parts.add(new Part(start, end, firstLine, empty));
        }
        start = end;
        firstLine = nextLine;
        started = false;
        empty = true;
    }

    private boolean isMarker(int at, String marker) {
        return text.startsWith(marker, at) && (at + 3 == text.length() || " \t\r\n".indexOf(text.charAt(at + 3)) >= 0);
    }

    /// Whether the line holds, from `at` on, only white space up to its end or to `comment`.
    private boolean isBlank(int at, char comment) {
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == comment || c == '\n' || c == '\r') {
                return true;
            }
            if (c != ' ' && c != '\t' && c != '\uFEFF') {
                return false;
            }
        }
        return true;
    }
}
