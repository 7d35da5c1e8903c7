package drydock.model.manifest;

import java.util.Arrays;

/// Where the lines of a text start. A line ends with LF, CRLF or CR, as in an editor; YAML's other breaks
/// do not count.
final class TextLines {

    private final int[] starts;
    private final int firstOffset;
    private final int firstLine;
    private int last;

    private TextLines(int[] starts, int firstOffset, int firstLine) {
        this.starts = starts;
        this.firstOffset = firstOffset;
        this.firstLine = firstLine;
    }

    /// The lines of `text`, of which the first character is at `firstOffset` and on line `firstLine` of its
    /// file.
    static TextLines of(String text, int firstOffset, int firstLine) {
        int[] starts = new int[Math.max(4, text.length() / 24)];
        int count = 1;
        for (int i = nextLine(text, 0); i >= 0; i = nextLine(text, i)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i;
        }
        return new TextLines(Arrays.copyOf(starts, count), firstOffset, firstLine);
    }

    /// Where the line behind the one with `from` starts, or -1.
    static int nextLine(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                return i + 1;
            }
        }
        return -1;
    }

    /// The stretch from `start` to `end`, both counted from the text's own first character.
    TextSpan span(int start, int end) {
        int line = lineAt(start);
        return new TextSpan(start + firstOffset, end + firstOffset, line + firstLine, start - starts[line] + 1);
    }

    /// The line, from 0. Most calls ask for the line of the call before, or for one of the next.
    private int lineAt(int offset) {
        int line = Math.min(last, starts.length - 1);
        if (starts[line] > offset || (line + 4 < starts.length && starts[line + 4] <= offset)) {
            int found = Arrays.binarySearch(starts, offset);
            line = found >= 0 ? found : -found - 2;
        }
        while (line + 1 < starts.length && starts[line + 1] <= offset) {
            line++;
        }
        last = line;
        return line;
    }
}
