package drydock.app.problems;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// How many errors and warnings there are, for the status bar.
public final class ProblemCounts extends HBox {

    private final Messages messages = Messages.of(ProblemCounts.class);
    private final Label errors = new Label();
    private final Label warnings = new Label();

    public ProblemCounts(Workspace workspace) {
        super(12);
        errors.setId("status-errors");
        errors.getStyleClass().addAll("severity", "error");
        warnings.setId("status-warnings");
        warnings.getStyleClass().addAll("severity", "warning");
        getChildren().setAll(errors, warnings);
        managedProperty().bind(errors.managedProperty().or(warnings.managedProperty()));
        workspace.findingsProperty().subscribe(this::count);
    }

    private void count(List<Finding> findings) {
        show(errors, "problems.errors", findings, Severity.ERROR);
        show(warnings, "problems.warnings", findings, Severity.WARNING);
    }

    private void show(Label label, String key, List<Finding> findings, Severity severity) {
        long count = findings.stream().filter(f -> f.severity() == severity).count();
        label.setText(messages.get(key, count));
        label.setVisible(count > 0);
        label.setManaged(count > 0);
    }
}
