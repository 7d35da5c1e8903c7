package drydock.app.problems;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
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

/// How many errors, warnings and pieces of advice there are, for the status bar; a click shows them.
public final class ProblemCounts extends HBox {

    private static final Map<Severity, String> TEXTS = Map.of(
            Severity.ERROR, "problems.errors",
            Severity.WARNING, "problems.warnings",
            Severity.ADVICE, "problems.advice");

    private static final Map<Severity, String> IDS = Map.of(
            Severity.ERROR, "status-errors",
            Severity.WARNING, "status-warnings",
            Severity.ADVICE, "status-advice");

    private final Messages messages = Messages.of(ProblemCounts.class);
    private final Map<Severity, Label> labels = new EnumMap<>(Severity.class);
    private final Runnable open;

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
        Map<Severity, Long> counts =
                findings.stream().collect(Collectors.groupingBy(Finding::severity, Collectors.counting()));
        labels.forEach((severity, label) -> {
            long count = counts.getOrDefault(severity, 0L);
            label.setText(messages.get(TEXTS.get(severity), count));
            label.setVisible(count > 0);
            label.setManaged(count > 0);
        });
        setVisible(!findings.isEmpty());
        setManaged(!findings.isEmpty());
        setAccessibleText(labels.values().stream()
                .filter(Label::isVisible)
                .map(Label::getText)
                .collect(Collectors.joining(", ", messages.get("problems.open") + ": ", "")));
    }
}
