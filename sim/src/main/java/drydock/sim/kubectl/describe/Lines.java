package drydock.sim.kubectl.describe;

import drydock.sim.kubectl.text.TabText;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// The lines of a description while it is written: each indented by a level of two blanks, its cells apart by tabs,
/// which become columns in the end.
final class Lines {

    /// What stands where nothing is.
    static final String NONE = "<none>";

    private static final int GAP = 2;

    private final StringBuilder text = new StringBuilder();

    /// One line of cells.
    Lines line(int level, @Nullable Object... cells) {
        text.repeat("  ", level);
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : "\t").append(cells[i] == null ? "" : cells[i]);
        }
        text.append('\n');
        return this;
    }

    /// `name:` and in the next column its value; null is written as nothing.
    Lines field(int level, String name, @Nullable Object value) {
        return line(level, name + ":", value);
    }

    /// As [#field], but only if there is a value, and it is not the empty text.
    Lines fieldIfAny(int level, String name, @Nullable Object value) {
        return value == null || value.equals("") ? this : field(level, name, value);
    }

    /// `name:` and in the next column the values, one below the other; [#NONE] if there are none.
    Lines column(int level, String name, Collection<String> values) {
        if (values.isEmpty()) {
            return field(level, name, NONE);
        }
        Iterator<String> each = values.iterator();
        field(level, name, each.next());
        each.forEachRemaining(value -> line(0, "", value));
        return this;
    }

    /// The text as it was written, its cells apart by tabs.
    String raw() {
        return text.toString();
    }

    /// The text, its columns aligned, with its last line end.
    @Override
    public String toString() {
        return TabText.align(text.toString(), 0, GAP);
    }
}
