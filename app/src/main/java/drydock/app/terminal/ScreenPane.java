package drydock.app.terminal;

import drydock.app.terminal.screen.Row;
import drydock.app.terminal.screen.Screen;
import drydock.app.terminal.screen.Style;
import drydock.render.theme.Theme;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// Paints a screen, and marks parts of it with the mouse.
final class ScreenPane extends Region {

    private static final double EDGE = 6;
    private static final double BAR = 14;
    private static final int LEAST_COLUMNS = 2;

    private final Screen screen;
    private final ObservableValue<Theme> theme;
    private final Consumer<Integer> wheel;
    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    /// Has the font that the style sheet wants.
    private final Text letter = new Text("M");
    private Marked marked = Marked.NOTHING;
    private int anchorLine;
    private int anchorColumn;
    private boolean following = true;
    private Runnable resized = () -> {};

    /// @param wheel told how many lines the wheel was turned up while a program has a screen of its own
    ScreenPane(Screen screen, ObservableValue<Theme> theme, Consumer<Integer> wheel) {
        this.screen = screen;
        this.theme = theme;
        this.wheel = wheel;
        setId("terminal-screen");
        getStyleClass().add("terminal-screen");
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setFocusTraversable(true);
        letter.getStyleClass().add("terminal-letter");
        letter.setVisible(false);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        getChildren().setAll(letter, canvas, bar);
        setMinSize(0, 0);
        theme.subscribe(_ -> requestLayout());
        letter.fontProperty().subscribe(_ -> requestLayout());
        focusedProperty().subscribe(_ -> requestLayout());
        bar.valueProperty().subscribe(_ -> {
            following = bar.getValue() >= bar.getMax() - 0.5;
            paint();
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    /// Says what happens when it has room for another number of characters.
    void setOnResized(Runnable action) {
        resized = action;
    }

    int columnsThatFit() {
        return Math.max(LEAST_COLUMNS, (int) ((getWidth() - 2 * EDGE - BAR) / letterWidth()));
    }

    int rowsThatFit() {
        return Math.max(1, (int) ((getHeight() - 2 * EDGE) / letterHeight()));
    }

    private double letterWidth() {
        return Math.max(1, letter.getLayoutBounds().getWidth());
    }

    private double letterHeight() {
        return Math.max(1, Math.ceil(letter.getLayoutBounds().getHeight()));
    }

    /// The screen has changed.
    void update() {
        int most = screen.past();
        boolean wasFollowing = following;
        bar.setMax(most);
        bar.setVisibleAmount(Math.max(1, (double) screen.rows() * most / Math.max(1, most + screen.rows())));
        bar.setVisible(most > 0);
        if (wasFollowing) {
            bar.setValue(most);
        }
        paint();
    }

    /// Shows the newest lines again.
    void follow() {
        following = true;
        bar.setValue(bar.getMax());
    }

    String markedText() {
        return marked.text(screen.lines());
    }

    void unmark() {
        marked = Marked.NOTHING;
        paint();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(0, getWidth() - BAR));
        canvas.setHeight(getHeight());
        bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
        resized.run();
        update();
    }

    private int firstLine() {
        return Math.clamp(Math.round(bar.getValue()), 0, screen.past());
    }

    private void paint() {
        TerminalColours colours = new TerminalColours(theme.getValue());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setFill(colours.ground());
        g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setTextBaseline(VPos.TOP);
        List<Row> lines = screen.lines();
        int first = firstLine();
        for (int i = 0; i < screen.rows() && first + i < lines.size(); i++) {
            paint(g, colours, lines.get(first + i), first + i, EDGE + i * letterHeight());
        }
        paintCursor(g, colours, first);
    }

    private void paint(GraphicsContext g, TerminalColours colours, Row row, int line, double y) {
        int from = 0;
        while (from < row.length()) {
            Style style = row.style(from);
            boolean isMarked = marked.has(line, from);
            int to = from + 1;
            while (to < row.length() && row.style(to).equals(style) && marked.has(line, to) == isMarked) {
                to++;
            }
            paint(
                    g,
                    row,
                    from,
                    to,
                    y,
                    style,
                    isMarked ? colours.selection() : colours.ground(style),
                    colours.ink(style));
            from = to;
        }
    }

    private void paint(GraphicsContext g, Row row, int from, int to, double y, Style style, Color ground, Color ink) {
        double x = EDGE + from * letterWidth();
        g.setFill(ground);
        g.fillRect(x, y, (to - from) * letterWidth(), letterHeight());
        g.setFill(ink);
        g.setFont(font(style));
        for (int i = from; i < to; i++) {
            String text = row.text(i);
            if (!text.isBlank()) {
                g.fillText(text, EDGE + i * letterWidth(), y);
            }
        }
        if (style.underlined()) {
            g.fillRect(x, y + letterHeight() - 2, (to - from) * letterWidth(), 1);
        }
        if (style.struck()) {
            g.fillRect(x, y + letterHeight() / 2, (to - from) * letterWidth(), 1);
        }
    }

    private Font font(Style style) {
        Font plain = letter.getFont();
        return style.bold() || style.italic()
                ? Font.font(
                        plain.getFamily(),
                        style.bold() ? FontWeight.BOLD : FontWeight.NORMAL,
                        style.italic() ? FontPosture.ITALIC : FontPosture.REGULAR,
                        plain.getSize())
                : plain;
    }

    /// Filled where keys go to, and hollow elsewhere.
    private void paintCursor(GraphicsContext g, TerminalColours colours, int first) {
        int line = screen.past() + screen.cursorRow() - first;
        if (!screen.modes().cursorShown() || line >= screen.rows()) {
            return;
        }
        double x = EDGE + screen.cursorColumn() * letterWidth();
        double y = EDGE + line * letterHeight();
        if (isFocused()) {
            g.setFill(colours.text());
            g.fillRect(x, y, letterWidth(), letterHeight());
            g.setFill(colours.ground());
            g.setFont(letter.getFont());
            g.fillText(screen.row(screen.cursorRow()).text(screen.cursorColumn()), x, y);
        } else {
            g.setStroke(colours.text());
            g.strokeRect(x + 0.5, y + 0.5, letterWidth() - 1, letterHeight() - 1);
        }
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            anchorLine = lineAt(event);
            anchorColumn = columnAt(event);
            Row row = screen.lines().get(anchorLine);
            marked = switch (event.getClickCount()) {
                case 2 -> word(row);
                case 3 -> new Marked(anchorLine, 0, anchorLine, row.length());
                default -> Marked.NOTHING;
            };
            paint();
        }
    }

    private Marked word(Row row) {
        int from = anchorColumn;
        int to = anchorColumn;
        while (from > 0 && !row.text(from - 1).isBlank()) {
            from--;
        }
        while (to < row.length() && !row.text(to).isBlank()) {
            to++;
        }
        return new Marked(anchorLine, from, anchorLine, to);
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            marked = Marked.between(anchorLine, anchorColumn, lineAt(event), columnAt(event));
            paint();
        }
    }

    private int lineAt(MouseEvent event) {
        int line = firstLine() + (int) ((event.getY() - EDGE) / letterHeight());
        return Math.clamp(line, 0, screen.lines().size() - 1);
    }

    private int columnAt(MouseEvent event) {
        return Math.clamp(Math.round((event.getX() - EDGE) / letterWidth()), 0, screen.columns() - 1);
    }

    private void scrolled(ScrollEvent event) {
        int lines = (int) Math.signum(event.getDeltaY()) * 3;
        if (screen.past() > 0) {
            bar.setValue(Math.clamp(bar.getValue() - lines, 0, bar.getMax()));
        } else {
            wheel.accept(lines);
        }
        event.consume();
    }
}
