package drydock.app.drift;

import drydock.app.dialog.DialogPlace;
import drydock.app.live.LiveSession;
import drydock.app.text.Messages;
import drydock.model.drift.MadeByOthers;
import drydock.model.drift.ObjectDrift;
import drydock.model.drift.ProjectDrift;
import drydock.model.project.Project;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Subscription;

/// Lets the user choose which objects of a cluster come into the project. What controllers and the server made is not
/// offered, and Secrets only if they are asked for.
final class ImportDialog extends Dialog<List<ResourceId>> {

    private static final String SYSTEM = "kube-";

    private final Messages messages = Messages.of(ImportDialog.class);
    private final Project project;
    private final Set<ResourceId> chosen = new HashSet<>();
    private final ComboBox<String> namespaces = new ComboBox<>();
    private final TextField search = new TextField();
    private final CheckBox secrets = new CheckBox(messages.get("import.secrets"));
    private final FilteredList<ResourceId> offered;
    private final ListView<ResourceId> list;
    private final Button doIt;

    /// @param drift how the project stands beside the cluster: what is the same is not offered
    ImportDialog(Window owner, LiveSession live, Project project, ProjectDrift drift) {
        this.project = project;
        Predicate<HasMetadata> made = MadeByOthers.among(live.observed().objects());
        List<ResourceId> all = live.observed().objects().stream()
                .filter(made.negate())
                .map(ResourceId::of)
                .filter(id -> Optional.ofNullable(drift.objects().get(id))
                        .filter(each -> each.state() == ObjectDrift.State.SAME)
                        .isEmpty())
                .sorted(Comparator.naturalOrder())
                .toList();
        offered = new FilteredList<>(FXCollections.observableArrayList(all));
        list = new ListView<>(offered);
        DialogPlace.over(owner, this);
        setTitle(messages.get("import.title", live.info().name()));
        setHeaderText(messages.get("import.header", live.info().name()));
        setResizable(true);
        Set<String> spaces = new TreeSet<>();
        all.forEach(id -> spaces.add(id.namespace()));
        spaces.remove("");
        namespaces.setId("import-namespace");
        namespaces.getItems().add(messages.get("import.allNamespaces"));
        namespaces.getItems().addAll(spaces);
        search.setId("import-search");
        search.setPromptText(messages.get("import.search"));
        secrets.setId("import-secrets");
        secrets.setMinWidth(Region.USE_PREF_SIZE);
        list.setId("import-objects");
        list.setCellFactory(_ -> new ObjectCell());
        list.setPrefSize(560, 360);
        stayOnTop();
        Button every = new Button(messages.get("import.every"));
        every.setId("import-every");
        every.setMinWidth(Region.USE_PREF_SIZE);
        Button none = new Button(messages.get("import.none"));
        none.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(search, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox foot = new HBox(8, every, none, secrets);
        foot.getStyleClass().add("import-foot");
        getDialogPane().setContent(new VBox(8, new HBox(8, namespaces, search), list, foot));
        ButtonType take = new ButtonType("", ButtonBar.ButtonData.OK_DONE);
        getDialogPane()
                .getButtonTypes()
                .setAll(take, new ButtonType(messages.get("import.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        doIt = (Button) getDialogPane().lookupButton(take);
        doIt.setId("import-do");
        every.setOnAction(_ -> {
            chosen.addAll(offered);
            count();
        });
        none.setOnAction(_ -> {
            chosen.clear();
            count();
        });
        namespaces.valueProperty().subscribe(_ -> narrow());
        search.textProperty().subscribe(_ -> narrow());
        secrets.selectedProperty().subscribe(_ -> narrow());
        namespaces.setValue(messages.get("import.allNamespaces"));
        count();
        setResultConverter(button -> button == take
                ? offered.getSource().stream()
                        .map(ResourceId.class::cast)
                        .filter(chosen::contains)
                        .toList()
                : null);
    }

    /// A list that grows as its dialog finds its size would stay scrolled a little, until the user does something.
    private void stayOnTop() {
        Subscription growing = list.heightProperty().subscribe(_ -> Platform.runLater(() -> list.scrollTo(0)));
        list.addEventFilter(ScrollEvent.ANY, _ -> growing.unsubscribe());
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> growing.unsubscribe());
        list.addEventFilter(KeyEvent.KEY_PRESSED, _ -> growing.unsubscribe());
    }

    /// Of the system's own namespaces nothing is offered unless one of them is chosen.
    private void narrow() {
        String words = search.getText().strip().toLowerCase(Locale.ROOT);
        String namespace = namespaces.getSelectionModel().getSelectedIndex() <= 0 ? "" : namespaces.getValue();
        offered.setPredicate(id -> (secrets.isSelected() || !isSecret(id))
                && (namespace.isEmpty()
                        ? !id.namespace().startsWith(SYSTEM) && !id.namespace().isEmpty()
                        : id.namespace().equals(namespace))
                && id.toString().toLowerCase(Locale.ROOT).contains(words));
        if (!secrets.isSelected()) {
            chosen.removeIf(ImportDialog::isSecret);
        }
        count();
    }

    private static boolean isSecret(ResourceId id) {
        return id.kind().equals(Kinds.SECRET.kind()) && id.group().isEmpty();
    }

    private void count() {
        if (doIt != null) {
            doIt.setText(messages.get("import.do", chosen.size()));
            doIt.setDisable(chosen.isEmpty());
        }
        list.refresh();
    }

    private final class ObjectCell extends ListCell<ResourceId> {

        private final CheckBox box = new CheckBox();
        private final Label there = new Label();
        private final HBox row = new HBox(8, box, there);

        private ObjectCell() {
            box.setMinWidth(0);
            box.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(box, Priority.ALWAYS);
            there.getStyleClass().add("text-muted");
            there.setMinWidth(USE_PREF_SIZE);
            box.setOnAction(_ -> {
                if (box.isSelected()) {
                    chosen.add(getItem());
                } else {
                    chosen.remove(getItem());
                }
                count();
            });
            row.setPrefWidth(1);
        }

        @Override
        protected void updateItem(ResourceId id, boolean empty) {
            super.updateItem(id, empty);
            if (empty || id == null) {
                setGraphic(null);
                return;
            }
            box.setText(id.kind() + " " + id.namespace() + "/" + id.name());
            box.setSelected(chosen.contains(id));
            there.setText(project.declarations(id).isEmpty() ? "" : messages.get("import.replaces"));
            setGraphic(row);
        }
    }
}
