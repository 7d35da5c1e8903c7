package drydock.app.terminal.screen;

import java.util.Arrays;

/// A line of a screen: in each place a character and its style. What follows a wide character is empty.
public final class Row {

    static final String BLANK = " ";

    private String[] texts;
    private Style[] styles;
    private boolean continued;

    Row(int columns, Style style) {
        texts = new String[columns];
        styles = new Style[columns];
        clear(0, columns, style);
    }

    public int length() {
        return texts.length;
    }

    /// What stands in a place, with the marks above and below it; empty behind a wide character.
    public String text(int column) {
        return texts[column];
    }

    public Style style(int column) {
        return styles[column];
    }

    /// Whether the next line goes on with it, for it was too long.
    public boolean isContinued() {
        return continued;
    }

    void continued(boolean on) {
        continued = on;
    }

    void set(int column, String text, Style style) {
        texts[column] = text;
        styles[column] = style;
    }

    void add(int column, String mark) {
        texts[column] += mark;
    }

    /// @param to exclusive
    void clear(int from, int to, Style style) {
        for (int i = Math.max(0, from); i < Math.min(to, texts.length); i++) {
            set(i, BLANK, style);
        }
    }

    void insert(int column, int count, Style style) {
        int moved = Math.max(0, texts.length - column - count);
        System.arraycopy(texts, column, texts, texts.length - moved, moved);
        System.arraycopy(styles, column, styles, styles.length - moved, moved);
        clear(column, texts.length - moved, style);
    }

    void delete(int column, int count, Style style) {
        int moved = Math.max(0, texts.length - column - count);
        System.arraycopy(texts, texts.length - moved, texts, column, moved);
        System.arraycopy(styles, styles.length - moved, styles, column, moved);
        clear(column + moved, texts.length, style);
    }

    void resize(int columns) {
        int before = texts.length;
        texts = Arrays.copyOf(texts, columns);
        styles = Arrays.copyOf(styles, columns);
        clear(before, columns, Style.PLAIN);
    }

    /// What stands in places, without blanks at its end.
    ///
    /// @param to exclusive
    public String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = Math.max(0, from); i < Math.min(to, texts.length); i++) {
            text.append(texts[i]);
        }
        return continued && to >= texts.length
                ? text.toString()
                : text.toString().stripTrailing();
    }

    @Override
    public String toString() {
        return text(0, texts.length);
    }
}
