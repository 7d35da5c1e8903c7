package drydock.app.live;

import drydock.app.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks which live cluster is meant: a kubeconfig, one of its contexts, and a namespace.
final class ConnectDialog extends Dialog<ConnectDialog.Choice> {

    /// What was chosen.
    ///
    /// @param namespace empty for all
    record Choice(Kubeconfig kubeconfig, Kubeconfig.Context context, String namespace) {}

    private final Messages messages = Messages.of(ConnectDialog.class);
    private final TextField file = new TextField();
    private final ComboBox<String> contexts = new ComboBox<>();
    private final TextField namespace = new TextField();
    private final Label problem = new Label();
    private @Nullable Kubeconfig kubeconfig;

    /// @param chooser lets the user choose a kubeconfig
    ConnectDialog(Window owner, List<Path> usualFiles, Supplier<Optional<Path>> chooser) {
        initOwner(owner);
        setTitle(messages.get("connect.title"));
        setHeaderText(messages.get("connect.title"));
        file.setId("connect-file");
        file.setPrefColumnCount(36);
        contexts.setId("connect-context");
        contexts.setMaxWidth(Double.MAX_VALUE);
        namespace.setId("connect-namespace");
        namespace.setPromptText(messages.get("connect.allNamespaces"));
        problem.setId("connect-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("problem");
        Button browse = new Button(messages.get("connect.browse"));
        browse.setOnAction(_ -> chooser.get().ifPresent(path -> file.setText(path.toString())));
        HBox.setHgrow(file, Priority.ALWAYS);
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        form.addRow(0, new Label(messages.get("connect.kubeconfig")), new HBox(8, file, browse));
        form.addRow(1, new Label(messages.get("connect.context")), contexts);
        form.addRow(2, new Label(messages.get("connect.namespace")), namespace);
        form.add(problem, 0, 3, 2, 1);
        browse.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        form.getColumnConstraints().setAll(names);
        getDialogPane().setContent(form);
        ButtonType connect = new ButtonType(messages.get("connect.do"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane()
                .getButtonTypes()
                .setAll(connect, new ButtonType(messages.get("connect.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        getDialogPane().lookupButton(connect).disableProperty().bind(Bindings.isNull(contexts.valueProperty()));
        file.textProperty().subscribe(this::read);
        contexts.valueProperty().subscribe(this::suggestNamespace);
        setResultConverter(button -> button == connect ? choice() : null);
        usualFiles.stream().findFirst().ifPresent(path -> file.setText(path.toString()));
    }

    private void read(String path) {
        contexts.getItems().clear();
        problem.setText("");
        kubeconfig = null;
        if (path.isBlank()) {
            return;
        }
        try {
            Kubeconfig read = Kubeconfig.read(Path.of(path.strip()));
            kubeconfig = read;
            contexts.getItems()
                    .setAll(read.contexts().stream()
                            .map(Kubeconfig.Context::name)
                            .toList());
            contexts.setValue(read.context(read.currentContext())
                    .map(Kubeconfig.Context::name)
                    .orElse(null));
        } catch (IOException | IllegalArgumentException unreadable) {
            problem.setText(messages.get("connect.unreadable", path, String.valueOf(unreadable.getMessage())));
        }
    }

    private void suggestNamespace(@Nullable String context) {
        namespace.setText(chosen(context).map(Kubeconfig.Context::namespace).orElse(""));
    }

    private Optional<Kubeconfig.Context> chosen(@Nullable String context) {
        return context == null || kubeconfig == null ? Optional.empty() : kubeconfig.context(context);
    }

    private @Nullable Choice choice() {
        Kubeconfig from = kubeconfig;
        return from == null
                ? null
                : chosen(contexts.getValue())
                        .map(context ->
                                new Choice(from, context, namespace.getText().strip()))
                        .orElse(null);
    }
}
