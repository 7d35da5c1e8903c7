package drydock.app.logs;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.ListCell;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// Shows a line of a log: its time where that is wanted, whose it is in its Pod's colour, and what it says with what is
/// looked for.
final class LogCell extends ListCell<LogLine> {

    private static final int COLOURS = 6;
    private static final int MOST_SHOWN = 4_000;

    /// How lines are to be shown.
    ///
    /// @param names whether it is said whose they are
    record Looks(boolean times, boolean names, boolean wrapped, LogFilter sought) {}

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final ObservableValue<Looks> looks;
    private final TextFlow flow = new TextFlow();

    LogCell(ObservableValue<Looks> looks, ObservableValue<? extends Number> width) {
        this.looks = looks;
        getStyleClass().add("log-cell");
        setPadding(Insets.EMPTY);
        looks.subscribe(_ -> update(getItem()));
        width.subscribe(_ -> fit(width.getValue().doubleValue()));
    }

    private double space;

    private void fit(double width) {
        space = width;
        setPrefWidth(looks.getValue().wrapped() ? Math.max(0, width - 18) : USE_COMPUTED_SIZE);
    }

    @Override
    protected void updateItem(@Nullable LogLine line, boolean empty) {
        super.updateItem(line, empty);
        update(empty ? null : line);
    }

    private void update(@Nullable LogLine line) {
        fit(space);
        flow.getChildren().clear();
        if (line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Looks wanted = looks.getValue();
        if (wanted.times()) {
            add(TIME.format(line.at()) + "  ", "log-time");
        }
        if (line.notice()) {
            add("— " + line.text(), "log-notice");
        } else {
            if (wanted.names()) {
                add(line.pod() + "/" + line.container() + "  ", "log-pod-" + line.colour() % COLOURS);
            }
            addText(line.text(), wanted.sought());
        }
        setGraphic(flow);
        setAccessibleText(line.text());
    }

    private void addText(String whole, LogFilter sought) {
        String text = whole.length() > MOST_SHOWN ? whole.substring(0, MOST_SHOWN) + " …" : whole;
        int at = 0;
        List<LogFilter.Span> spans = sought.spans(text);
        for (LogFilter.Span span : spans) {
            if (span.from() > at) {
                add(text.substring(at, span.from()), "log-text");
            }
            add(text.substring(span.from(), span.to()), "log-found");
            at = span.to();
        }
        add(text.substring(at), "log-text");
    }

    private void add(String text, String style) {
        Text part = new Text(text);
        part.getStyleClass().add(style);
        flow.getChildren().add(part);
    }
}
