package drydock.app.problems;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/// How many errors, warnings and pieces of advice there are, for the status bar; a click shows them. Where there is
/// little room the numbers stand alone.
public final class ProblemCounts extends HBox {

    private static final Map<Severity, String> TEXTS = Map.of(
            Severity.ERROR, "problems.errors",
            Severity.WARNING, "problems.warnings",
            Severity.ADVICE, "problems.advice");

    private static final Map<Severity, String> IDS = Map.of(
            Severity.ERROR, "status-errors",
            Severity.WARNING, "status-warnings",
            Severity.ADVICE, "status-advice");

    private final NumberFormat numbers = NumberFormat.getIntegerInstance();
    private final Messages messages = Messages.of(ProblemCounts.class);
    private final Map<Severity, Label> labels = new EnumMap<>(Severity.class);
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    private final Runnable open;
    private boolean lean;

    /// @param open shows the problems
    public ProblemCounts(Workspace workspace, Runnable open) {
        super(12);
        this.open = open;
        setId("status-problems");
        getStyleClass().add("problem-counts");
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        for (Severity severity : Severity.values()) {
            Label label = new Label();
            label.setId(IDS.get(severity));
            label.getStyleClass().addAll("severity", severity.name().toLowerCase(Locale.ROOT));
            label.setGraphic(new SeveritySign(severity));
            label.setMinWidth(USE_PREF_SIZE);
            label.setTooltip(new Tooltip(messages.get("problems.open")));
            labels.put(severity, label);
            getChildren().add(label);
        }
        addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> open.run());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        workspace.findingsProperty().subscribe(this::count);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            open.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            open.run();
            event.consume();
        }
    }

    private void count(List<Finding> findings) {
        counts.clear();
        counts.putAll(findings.stream().collect(Collectors.groupingBy(Finding::severity, Collectors.counting())));
        labels.forEach((severity, label) -> {
            label.setVisible(counts.containsKey(severity));
            label.setManaged(counts.containsKey(severity));
        });
        setVisible(!findings.isEmpty());
        setManaged(!findings.isEmpty());
        write();
    }

    /// Whether the numbers are to stand alone.
    public void setLean(boolean wanted) {
        if (lean != wanted) {
            lean = wanted;
            write();
        }
    }

    private void write() {
        counts.forEach((severity, count) ->
                labels.get(severity).setText(lean ? numbers.format(count) : text(severity, count)));
        setAccessibleText(counts.entrySet().stream()
                .map(entry -> text(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", messages.get("problems.open") + ": ", "")));
    }

    private String text(Severity severity, long count) {
        return messages.get(TEXTS.get(severity), count);
    }
}
