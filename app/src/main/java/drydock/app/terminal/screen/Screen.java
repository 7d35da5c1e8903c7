package drydock.app.terminal.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a terminal shows: lines of characters, and a cursor. It is written by a [Reader].
public final class Screen {

    private static final int MOST_PAST = 5_000;
    private static final int TAB = 8;

    private record Saved(int column, int row, Style style) {}

    private int columns;
    private int rows;
    private final Page main;
    private Optional<Page> other = Optional.empty();
    private int column;
    private int row;
    private boolean wrapsNext;
    private Style style = Style.PLAIN;
    private int top;
    private int bottom;
    private Saved saved = new Saved(0, 0, Style.PLAIN);
    private Saved savedMain = saved;
    private final Modes modes = new Modes();
    private String title = "";
    private String last = Row.BLANK;

    public Screen(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.bottom = rows - 1;
        this.main = new Page(columns, rows, MOST_PAST);
    }

    private Page page() {
        return other.orElse(main);
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /// A line of the screen, 0 the uppermost.
    public Row row(int index) {
        return page().row(index);
    }

    /// All lines, those that have left the screen first; only the screen's while a program has a screen of its own.
    public List<Row> lines() {
        List<Row> lines = other.isPresent() ? new ArrayList<>() : main.past();
        for (int i = 0; i < rows; i++) {
            lines.add(page().row(i));
        }
        return lines;
    }

    /// How many lines have left the screen that can be looked at.
    public int past() {
        return other.isPresent() ? 0 : main.pastLines();
    }

    public int cursorColumn() {
        return Math.min(column, columns - 1);
    }

    public int cursorRow() {
        return row;
    }

    /// What programs have switched on.
    public Modes modes() {
        return modes;
    }

    /// What the program calls the window; empty if it does not.
    public String title() {
        return title;
    }

    void title(String text) {
        title = text;
    }

    Style style() {
        return style;
    }

    void style(Style next) {
        style = next;
    }

    /// Fits it to another size.
    public void resize(int newColumns, int newRows) {
        int moved = main.resize(newColumns, newRows, other.isPresent() ? savedMain.row() : row);
        if (other.isPresent()) {
            moved = other.get().resize(newColumns, newRows, row);
        }
        columns = newColumns;
        rows = newRows;
        top = 0;
        bottom = newRows - 1;
        moveTo(column, row + moved);
    }

    /// Writes a character where the cursor is.
    void put(int character) {
        int width = Width.of(character);
        String text = Character.toString(character);
        if (width == 0) {
            int before = wrapsNext ? columns - 1 : column - 1;
            while (before > 0 && page().row(row).text(before).isEmpty()) {
                before--;
            }
            if (before >= 0) {
                page().row(row).add(before, text);
            }
            return;
        }
        if (wrapsNext || column + width > columns) {
            wrap();
        }
        if (modes.inserts()) {
            page().row(row).insert(column, width, style.erased());
        }
        Row line = page().row(row);
        unpair(line, column);
        line.set(column, text, style);
        if (width == 2 && column + 1 < columns) {
            unpair(line, column + 1);
            line.set(column + 1, "", style);
        }
        last = text;
        if (column + width < columns) {
            column += width;
        } else {
            column = columns - 1;
            wrapsNext = modes.wraps();
        }
    }

    /// One half of a wide character does not stay without the other.
    private void unpair(Row line, int at) {
        if (line.text(at).isEmpty() && at > 0) {
            line.set(at - 1, Row.BLANK, line.style(at - 1));
        }
        if (at + 1 < columns && line.text(at + 1).isEmpty()) {
            line.set(at + 1, Row.BLANK, line.style(at + 1));
        }
    }

    private void wrap() {
        if (modes.wraps()) {
            page().row(row).continued(true);
            column = 0;
            lineFeed();
        } else {
            column = columns - 1;
        }
        wrapsNext = false;
    }

    void repeat(int count) {
        int character = last.codePointAt(0);
        for (int i = 0; i < Math.min(count, columns * rows); i++) {
            put(character);
        }
    }

    void carriageReturn() {
        moveTo(0, row);
    }

    void lineFeed() {
        wrapsNext = false;
        if (row == bottom) {
            page().scrollUp(top, bottom, 1, style.erased());
        } else if (row < rows - 1) {
            row++;
        }
    }

    void reverseLineFeed() {
        wrapsNext = false;
        if (row == top) {
            page().scrollDown(top, bottom, 1, style.erased());
        } else if (row > 0) {
            row--;
        }
    }

    void backspace() {
        moveTo(cursorColumn() - 1, row);
    }

    void tab(int count) {
        moveTo((column / TAB + count) * TAB, row);
    }

    /// Moves the cursor; it stays on the screen.
    void moveTo(int toColumn, int toRow) {
        column = Math.clamp(toColumn, 0, columns - 1);
        row = Math.clamp(toRow, 0, rows - 1);
        wrapsNext = false;
    }

    /// Moves up or down, not beyond the region that scrolls.
    void moveBy(int columnsOn, int rowsOn) {
        int least = row >= top ? top : 0;
        int most = row <= bottom ? bottom : rows - 1;
        moveTo(cursorColumn() + columnsOn, Math.clamp(row + rowsOn, least, most));
    }

    /// Moves as a program says it that counts from 1, and from the region's edge if it said so.
    void moveToNumbered(int numberedRow, int numberedColumn) {
        int from = modes.origin() ? top : 0;
        moveTo(numberedColumn - 1, Math.min(from + numberedRow - 1, modes.origin() ? bottom : rows - 1));
    }

    /// @param how 0 from the cursor on, 1 up to it, 2 all, 3 what has left the screen
    void eraseScreen(int how) {
        switch (how) {
            case 0 -> {
                eraseLine(0);
                eraseRows(row + 1, rows);
            }
            case 1 -> {
                eraseRows(0, row);
                eraseLine(1);
            }
            case 2 -> eraseRows(0, rows);
            case 3 -> main.forgetPast();
            default -> {
                // nothing that is known
            }
        }
    }

    private void eraseRows(int from, int to) {
        for (int i = from; i < to; i++) {
            page().row(i).clear(0, columns, style.erased());
            page().row(i).continued(false);
        }
    }

    void eraseLine(int how) {
        Row line = page().row(row);
        line.clear(how == 0 ? cursorColumn() : 0, how == 1 ? cursorColumn() + 1 : columns, style.erased());
        if (how != 1) {
            line.continued(false);
        }
        wrapsNext = false;
    }

    void eraseCharacters(int count) {
        page().row(row).clear(cursorColumn(), cursorColumn() + count, style.erased());
    }

    void insertCharacters(int count) {
        page().row(row).insert(cursorColumn(), Math.min(count, columns), style.erased());
    }

    void deleteCharacters(int count) {
        page().row(row).delete(cursorColumn(), Math.min(count, columns), style.erased());
    }

    void insertLines(int count) {
        if (row >= top && row <= bottom) {
            page().scrollDown(row, bottom, count, style.erased());
        }
    }

    /// What is deleted has not left the screen at its edge.
    void deleteLines(int count) {
        if (row >= top && row <= bottom) {
            page().delete(row, bottom, count, style.erased());
        }
    }

    void scrollUp(int count) {
        page().scrollUp(top, bottom, count, style.erased());
    }

    void scrollDown(int count) {
        page().scrollDown(top, bottom, count, style.erased());
    }

    /// Says which lines scroll, counted from 1; all if it makes no sense.
    void region(int first, int lastRow) {
        boolean sensible = first >= 1 && first < lastRow && lastRow <= rows;
        top = sensible ? first - 1 : 0;
        bottom = sensible ? lastRow - 1 : rows - 1;
        moveToNumbered(1, 1);
    }

    void save() {
        saved = new Saved(cursorColumn(), row, style);
    }

    void restore() {
        style = saved.style();
        moveTo(saved.column(), saved.row());
    }

    /// Gives a program a screen of its own, or takes it away again.
    void ownScreen(boolean on) {
        if (on && other.isEmpty()) {
            savedMain = new Saved(cursorColumn(), row, style);
            other = Optional.of(new Page(columns, rows, 0));
        } else if (!on && other.isPresent()) {
            other = Optional.empty();
            style = savedMain.style();
            moveTo(savedMain.column(), savedMain.row());
        }
        top = 0;
        bottom = rows - 1;
    }

    /// As after switching it on.
    void reset() {
        ownScreen(false);
        modes.reset();
        style = Style.PLAIN;
        moveTo(0, 0);
        eraseScreen(2);
    }
}
