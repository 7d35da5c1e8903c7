package drydock.app.editor;

import drydock.app.text.Messages;
import drydock.model.assist.Proposal;
import drydock.model.resource.FieldTexts;
import drydock.model.resource.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The ways to go on with a text, each with what it takes, and below them what the chosen one means.
final class ProposalList extends VBox {

    private static final int MOST_ROWS = 10;

    private final Supplier<Schema> schema;
    private final ListView<Proposal> list = new ListView<>();
    private final Label explanation = new Label();
    private final Messages messages = Messages.of(ProposalList.class);
    private final FieldWords words = new FieldWords(messages);

    /// @param schema what is known of the fields
    /// @param take called with what is clicked
    ProposalList(Supplier<Schema> schema, Consumer<Proposal> take) {
        this.schema = schema;
        getStyleClass().add("proposals");
        list.setId("proposals");
        list.setAccessibleText(messages.get("proposals.list"));
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new ProposalCell());
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(MOST_ROWS, list.getItems().size()) * list.getFixedCellSize() + 2,
                        list.getItems(),
                        list.fixedCellSizeProperty()));
        list.setOnMouseClicked(_ -> chosen().ifPresent(take));
        explanation.setId("proposal-explanation");
        explanation.getStyleClass().add("proposal-explanation");
        explanation.setWrapText(true);
        explanation.managedProperty().bind(explanation.textProperty().isNotEmpty());
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> explanation.setText(explain(chosen)));
        getChildren().setAll(list, explanation);
    }

    /// Shows other proposals and chooses the first.
    void show(List<Proposal> proposals) {
        list.getItems().setAll(proposals);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    Optional<Proposal> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    /// Chooses the one so many rows below, or above if negative; from the end it goes on at the beginning.
    void move(int rows) {
        int count = list.getItems().size();
        int at = list.getSelectionModel().getSelectedIndex();
        boolean steps = Math.abs(rows) == 1;
        int next = steps ? Math.floorMod(at + rows, count) : Math.clamp(at + rows, 0, count - 1);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - MOST_ROWS + 2));
    }

    /// A page has so many rows.
    int page() {
        return MOST_ROWS;
    }

    private String explain(@Nullable Proposal proposal) {
        if (proposal == null) {
            return "";
        }
        return schema.get()
                .object(proposal.definition())
                .flatMap(object -> object.field(proposal.label()))
                .map(field -> words.line(proposal.definition(), field)
                        + FieldTexts.of(proposal.definition(), field, Locale.getDefault())
                                .map(text -> "\n" + text)
                                .orElse(""))
                .orElseGet(() -> messages.get("proposal." + proposal.source()));
    }

    private final class ProposalCell extends ListCell<Proposal> {

        @Override
        protected void updateItem(@Nullable Proposal proposal, boolean empty) {
            super.updateItem(proposal, empty);
            if (empty || proposal == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label(proposal.label());
            name.getStyleClass().add(proposal.required() ? "proposal-required" : "proposal-name");
            Region between = new Region();
            HBox.setHgrow(between, Priority.ALWAYS);
            Label type = new Label(proposal.type().map(words::type).orElse(""));
            type.getStyleClass().add("text-muted");
            HBox row = new HBox(12, name, between, type);
            name.setMinWidth(Region.USE_PREF_SIZE);
            setGraphic(row);
        }
    }
}
