package drydock.app.problems;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.validation.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// The findings, the graver first; a click goes to the place.
public final class ProblemsView extends ListView<Finding> {

    private final Messages messages = Messages.of(ProblemsView.class);
    private final Workspace workspace;
    private final Consumer<Finding> show;

    /// @param show shows the place of a finding in the text
    public ProblemsView(Workspace workspace, Consumer<Finding> show) {
        this.workspace = workspace;
        this.show = show;
        setId("problems");
        getStyleClass().add("problems");
        setAccessibleText(messages.get("problems.list"));
        setPlaceholder(new Label(messages.get("problems.none")));
        setCellFactory(_ -> new FindingCell());
        workspace.findingsProperty().subscribe(this::update);
        setOnMouseClicked(_ -> go(getSelectionModel().getSelectedItem()));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go(getSelectionModel().getSelectedItem());
            }
        });
    }

    private void update(List<Finding> findings) {
        getItems()
                .setAll(findings.stream()
                        .sorted(Comparator.comparing(Finding::severity))
                        .toList());
    }

    private void go(@Nullable Finding finding) {
        if (finding != null) {
            finding.object().ifPresent(id -> workspace.selection().select(List.of(id)));
            show.accept(finding);
        }
    }

    private final class FindingCell extends ListCell<Finding> {

        @Override
        protected void updateItem(@Nullable Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            if (empty || finding == null) {
                setGraphic(null);
                return;
            }
            Label severity = new Label(messages.get("severity." + finding.severity()));
            severity.getStyleClass()
                    .addAll("severity", finding.severity().name().toLowerCase(Locale.ROOT));
            Label message = new Label(finding.message(Locale.getDefault()));
            message.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(message, Priority.ALWAYS);
            Label place = new Label(finding.file() + ":" + finding.line());
            place.getStyleClass().add("text-muted");
            HBox line = new HBox(12, severity, message, place);
            setGraphic(line);
        }
    }
}
