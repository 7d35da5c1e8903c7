package drydock.app.terminal.screen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The lines of a screen, and those that have left it at its upper edge.
final class Page {

    private final int mostPast;
    private final List<Row> rows = new ArrayList<>();
    private final Deque<Row> past = new ArrayDeque<>();
    private int columns;

    /// @param mostPast so many lines are kept that have left
    Page(int columns, int rowCount, int mostPast) {
        this.columns = columns;
        this.mostPast = mostPast;
        fill(rowCount);
    }

    private void fill(int rowCount) {
        while (rows.size() < rowCount) {
            rows.add(new Row(columns, Style.PLAIN));
        }
    }

    Row row(int index) {
        return rows.get(index);
    }

    List<Row> past() {
        return new ArrayList<>(past);
    }

    int pastLines() {
        return past.size();
    }

    /// Moves the lines of a region up; those that leave the whole screen are kept.
    ///
    /// @param bottom inclusive
    void scrollUp(int top, int bottom, int count, Style style) {
        for (int i = 0; i < Math.min(count, bottom - top + 1); i++) {
            if (top == 0 && mostPast > 0) {
                keep(rows.getFirst());
            }
            delete(top, bottom, 1, style);
        }
    }

    private void keep(Row leaving) {
        past.add(leaving);
        if (past.size() > mostPast) {
            past.removeFirst();
        }
    }

    /// Takes lines out of a region, for good.
    void delete(int top, int bottom, int count, Style style) {
        for (int i = 0; i < Math.min(count, bottom - top + 1); i++) {
            rows.remove(top);
            rows.add(bottom, new Row(columns, style));
        }
    }

    void scrollDown(int top, int bottom, int count, Style style) {
        for (int i = 0; i < Math.min(count, bottom - top + 1); i++) {
            rows.remove(bottom);
            rows.add(top, new Row(columns, style));
        }
    }

    void forgetPast() {
        past.clear();
    }

    /// Fits it to another size. Lines leave above where it becomes lower, and come back where it becomes higher.
    ///
    /// @param cursor the line that the cursor is in, which stays on the screen
    /// @return how many lines down the cursor goes, negative for up
    int resize(int newColumns, int newRows, int cursor) {
        columns = newColumns;
        rows.forEach(row -> row.resize(newColumns));
        int moved = 0;
        while (rows.size() > newRows) {
            if (cursor + moved < rows.size() - 1) {
                rows.removeLast();
            } else {
                keep(rows.removeFirst());
                moved--;
            }
        }
        while (rows.size() < newRows && !past.isEmpty()) {
            Row back = past.removeLast();
            back.resize(newColumns);
            rows.addFirst(back);
            moved++;
        }
        fill(newRows);
        return moved;
    }
}
