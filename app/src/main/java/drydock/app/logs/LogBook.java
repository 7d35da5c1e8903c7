package drydock.app.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The lines of several logs in the order of their times. The oldest go when there are too many, and are counted.
/// Belongs to the JavaFX thread.
final class LogBook {

    private static final Comparator<LogLine> BY_TIME = Comparator.comparing(LogLine::at);

    private final int mostLines;
    private final long mostBytes;
    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    /// Kept, for it would be forgotten with its listeners.
    private final ObservableList<LogLine> shown = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyLongWrapper dropped = new ReadOnlyLongWrapper(this, "dropped");
    private long bytes;

    /// @param mostLines so many lines are kept at most
    /// @param mostBytes about so much memory they may take
    LogBook(int mostLines, long mostBytes) {
        this.mostLines = mostLines;
        this.mostBytes = mostBytes;
    }

    ObservableList<LogLine> lines() {
        return shown;
    }

    /// How many lines had to go.
    ReadOnlyLongProperty droppedProperty() {
        return dropped.getReadOnlyProperty();
    }

    /// Adds lines, each where its time has it; those of one time stay in the order in which they came.
    void add(List<LogLine> added) {
        if (added.isEmpty()) {
            return;
        }
        List<LogLine> sorted = new ArrayList<>(added);
        sorted.sort(BY_TIME);
        sorted.forEach(line -> bytes += line.weight());
        int from = placeOf(sorted.getFirst());
        if (from == lines.size()) {
            lines.addAll(sorted);
        } else {
            List<LogLine> merged = new ArrayList<>(lines.subList(from, lines.size()));
            merged.addAll(sorted);
            merged.sort(BY_TIME);
            List<LogLine> all = new ArrayList<>(lines.subList(0, from));
            all.addAll(merged);
            lines.setAll(all);
        }
        trim();
    }

    /// Behind all lines that are not newer.
    private int placeOf(LogLine line) {
        int at = lines.size();
        while (at > 0 && lines.get(at - 1).at().isAfter(line.at())) {
            at--;
        }
        return at;
    }

    private void trim() {
        int over = 0;
        while (over < lines.size() - 1 && (lines.size() - over > mostLines || bytes > mostBytes)) {
            bytes -= lines.get(over).weight();
            over++;
        }
        if (over > 0) {
            lines.remove(0, over);
            dropped.set(dropped.get() + over);
        }
    }

    void clear() {
        lines.clear();
        bytes = 0;
        dropped.set(0);
    }
}
