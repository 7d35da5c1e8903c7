package drydock.model.manifest;

/// A stretch of a text.
///
/// @param start the first character (UTF-16 unit), from 0
/// @param end one behind the last
/// @param line the line of `start`, from 1
/// @param column the column of `start` in characters, from 1
public record TextSpan(int start, int end, int line, int column) {

    public TextSpan {
        if (start < 0 || end < start || line < 1 || column < 1) {
            throw new IllegalArgumentException(start + "-" + end + " at " + line + ":" + column);
        }
    }

    public int length() {
        return end - start;
    }

    /// Whether `offset` is inside, or directly behind the last character, as a caret is.
    public boolean touches(int offset) {
        return start <= offset && offset <= end;
    }

    /// The stretch from here to the end of `last`.
    TextSpan to(TextSpan last) {
        return new TextSpan(start, Math.max(start, last.end), line, column);
    }

    /// The same stretch once `characters` and whole `lines` came in before it, or went where they are
    /// negative.
    TextSpan shifted(int characters, int lines) {
        return new TextSpan(start + characters, end + characters, line + lines, column);
    }
}
