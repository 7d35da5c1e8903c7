package drydock.app.problems;

import drydock.app.icon.KindIcon;
import drydock.app.problems.ProblemRow.Head;
import drydock.app.problems.ProblemRow.Problem;
import drydock.app.problems.ProblemRow.Switched;
import drydock.app.text.Messages;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The columns of the list of problems: what is wrong, with whom, by which rule, and where. What is wrong has all the
/// room that the others leave.
final class ProblemColumns {

    private static final double ICON_SIZE = 15;
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private final Messages messages;

    ProblemColumns(Messages messages) {
        this.messages = messages;
    }

    /// One column for each order.
    List<TableColumn<ProblemRow, ProblemRow>> columns() {
        return List.of(
                column(ProblemOrder.SEVERITY, _ -> new MessageCell()),
                column(ProblemOrder.OBJECT, _ -> new ObjectCell()),
                column(ProblemOrder.RULE, _ -> new TextCell(Finding::rule, OverrunStyle.ELLIPSIS)),
                column(ProblemOrder.PLACE, _ -> new TextCell(ProblemColumns::place, OverrunStyle.LEADING_ELLIPSIS)));
    }

    static String place(Finding finding) {
        return finding.file() + ":" + finding.line();
    }

    private TableColumn<ProblemRow, ProblemRow> column(
            ProblemOrder order, Function<TableColumn<ProblemRow, ProblemRow>, TableCell<ProblemRow, ProblemRow>> cell) {
        TableColumn<ProblemRow, ProblemRow> column = new TableColumn<>(messages.get("problems.column." + order));
        column.setId("problems-column-" + order.name().toLowerCase(Locale.ROOT));
        column.setUserData(order);
        column.setReorderable(false);
        column.setMinWidth(0);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(cell::apply);
        return column;
    }

    /// A cell of a problem, which shows nothing in the row of a head.
    ///
    /// Rows move up and down under the cells with every key that is typed, so a cell changes only what is
    /// different: all else would have the styles of the whole cell looked up again.
    private abstract static class ProblemCell extends TableCell<ProblemRow, ProblemRow> {

        private final Tooltip tooltip = new Tooltip();

        ProblemCell() {
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(480);
        }

        @Override
        protected void updateItem(@Nullable ProblemRow row, boolean empty) {
            super.updateItem(row, empty);
            overrun(row);
            pseudoClassStateChanged(HEAD, row instanceof Head);
            pseudoClassStateChanged(
                    OFF, row instanceof Switched || (row instanceof Problem(Finding _, boolean off) && off));
            switch (empty ? null : row) {
                case Problem problem -> show(problem);
                case Head head -> show(head);
                case Switched switched -> show(switched);
                case null -> show(null, null, null);
            }
        }

        /// Shows all that the cell has.
        final void show(@Nullable Node graphic, @Nullable String text, @Nullable String spoken) {
            setGraphic(graphic);
            setText(text);
            setAccessibleText(spoken);
            explain(text);
        }

        /// Says what the mouse is told over the cell.
        final void explain(@Nullable String words) {
            tooltip.setText(words);
            setTooltip(words == null ? null : tooltip);
        }

        abstract void show(Problem problem);

        /// Says which end is cut off where there is no room.
        void overrun(@Nullable ProblemRow row) {
            // the end, unless a column wants it otherwise
        }

        /// Only the first column says something of it.
        void show(Head head) {
            show(null, null, null);
        }

        /// Only the first column says something of it.
        void show(Switched switched) {
            show(null, null, null);
        }
    }

    private final class MessageCell extends ProblemCell {

        private final SeveritySign sign = new SeveritySign();

        @Override
        void show(Problem problem) {
            Finding finding = problem.finding();
            sign.show(finding.severity());
            String message = finding.message(Locale.getDefault());
            show(sign, problem.off() ? messages.get("problems.off", message) : message, spoken(problem, message));
            explain((message + "\n" + finding.advice(Locale.getDefault())).strip());
        }

        @Override
        void overrun(@Nullable ProblemRow row) {
            setTextOverrun(row instanceof Head ? OverrunStyle.LEADING_ELLIPSIS : OverrunStyle.ELLIPSIS);
        }

        @Override
        void show(Head head) {
            String text = messages.get("problems.file", head.file(), head.count());
            show(null, text, text);
        }

        @Override
        void show(Switched switched) {
            String text = switched.object()
                    .map(id -> messages.get("problems.ruleOffFor", switched.rule(), id.kind() + " " + id.name()))
                    .orElseGet(() -> messages.get("problems.ruleOff", switched.rule(), switched.count()));
            show(new FontIcon("fth-eye-off"), text, text);
        }

        private String spoken(Problem problem, String message) {
            Finding finding = problem.finding();
            String object =
                    finding.object().map(id -> id.kind() + " " + id.name()).orElse("");
            String fixes = finding.fixes().isEmpty()
                    ? ""
                    : messages.get("problems.fixes", finding.fixes().size());
            String off = problem.off() ? messages.get("problems.isOff") : "";
            return messages.get(
                    "problems.spoken",
                    messages.get("severity." + finding.severity()),
                    message,
                    object,
                    place(finding),
                    (fixes + " " + off).strip());
        }
    }

    private static final class ObjectCell extends ProblemCell {

        private String kind = "";
        private @Nullable KindIcon icon;

        @Override
        void show(Problem problem) {
            ResourceId id = problem.finding().object().orElse(null);
            if (id == null) {
                show(null, null, "");
            } else {
                show(icon(id.kind()), id.name(), id.kind() + " " + id.name());
            }
        }

        private KindIcon icon(String of) {
            KindIcon known = icon;
            if (known == null || !of.equals(kind)) {
                known = new KindIcon(of, ICON_SIZE);
                kind = of;
                icon = known;
            }
            return known;
        }
    }

    private static final class TextCell extends ProblemCell {

        private final Function<Finding, String> text;

        /// @param overrun which end is cut off where there is no room: of a place the last part tells most
        TextCell(Function<Finding, String> text, OverrunStyle overrun) {
            this.text = text;
            setTextOverrun(overrun);
        }

        @Override
        void show(Problem problem) {
            String shown = text.apply(problem.finding());
            show(null, shown, shown);
        }
    }
}
