package drydock.app.console;

import java.util.ArrayList;
import java.util.List;

/// The lines that were typed, and which of them the up and down keys have come to.
final class CommandHistory {

    private static final int LIMIT = 500;

    private final List<String> lines = new ArrayList<>();
    private int at;

    /// Remembers a line, unless it repeats the one before, and goes back to the end.
    void add(String line) {
        if (lines.isEmpty() || !lines.getLast().equals(line)) {
            lines.add(line);
        }
        if (lines.size() > LIMIT) {
            lines.removeFirst();
        }
        at = lines.size();
    }

    /// The line before; at the oldest, that one again; empty if none was typed.
    String earlier() {
        at = Math.max(0, at - 1);
        return lines.isEmpty() ? "" : lines.get(at);
    }

    /// The line after; behind the newest, an empty one.
    String later() {
        at = Math.min(lines.size(), at + 1);
        return at == lines.size() ? "" : lines.get(at);
    }
}
