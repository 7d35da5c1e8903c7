package drydock.app.live;

import drydock.app.dialog.DialogPlace;
import drydock.app.live.Kubeconfig.Context;
import drydock.app.text.Messages;
import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Asks which live cluster is meant: kubeconfigs, one of the contexts they offer, and a namespace.
final class ConnectDialog extends Dialog<ConnectDialog.Choice> {

    private static final double LIST_HEIGHT = 220;

    /// How long nothing has to be typed before it is said what is wrong with a path.
    private static final Duration PATIENCE = Duration.millis(400);

    /// What was chosen.
    ///
    /// @param files the kubeconfigs as they were given; empty for the cluster that the program runs in
    /// @param namespace empty for all
    record Choice(String files, Kubeconfig kubeconfig, Context context, String namespace) {}

    private final Messages messages = Messages.of(ConnectDialog.class);
    private final TextField file = new TextField();
    private final TextField search = new TextField();
    private final ObservableList<Context> offered = FXCollections.observableArrayList();
    private final FilteredList<Context> found = new FilteredList<>(offered);
    private final ListView<Context> contexts = new ListView<>(found);
    private final TextField namespace = new TextField();
    private final Label nothing = new Label();
    private final Label problem = new Label();
    private final Label warning = new Label();
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private @Nullable Kubeconfig kubeconfig;

    /// @param usualFiles what kubectl would read
    /// @param inCluster the cluster that the program runs in, taken where there are no files
    /// @param chooser lets the user choose a kubeconfig
    /// @param before what was chosen the last time, where it begins
    ConnectDialog(
            Window owner,
            List<Path> usualFiles,
            Optional<Kubeconfig> inCluster,
            Supplier<Optional<Path>> chooser,
            Optional<Choice> before) {
        DialogPlace.over(owner, this);
        setTitle(messages.get("connect.title"));
        setHeaderText(messages.get("connect.title"));
        setResizable(true);
        file.setId("connect-file");
        file.setPrefColumnCount(36);
        search.setId("connect-search");
        search.setPromptText(messages.get("connect.search"));
        contexts.setId("connect-context");
        contexts.setPrefHeight(LIST_HEIGHT);
        contexts.setCellFactory(_ -> new ContextCell());
        contexts.setAccessibleText(messages.get("connect.context"));
        nothing.setId("connect-nothing");
        nothing.getStyleClass().add("text-muted");
        nothing.setWrapText(true);
        contexts.setPlaceholder(nothing);
        namespace.setId("connect-namespace");
        namespace.setPromptText(messages.get("connect.allNamespaces"));
        told(problem, "connect-problem", "problem");
        told(warning, "connect-warning", "connect-warning");
        getDialogPane().setContent(form(chooser));
        getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        ButtonType connect = new ButtonType(messages.get("connect.do"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane()
                .getButtonTypes()
                .setAll(connect, new ButtonType(messages.get("connect.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        var selected = contexts.getSelectionModel().selectedItemProperty();
        getDialogPane()
                .lookupButton(connect)
                .disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> selected.get() == null
                                || selected.get().obstacle().isPresent(),
                        selected));
        file.textProperty().subscribe(this::read);
        search.textProperty().subscribe(this::narrow);
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                contexts.requestFocus();
            }
        });
        selected.subscribe(this::chosen);
        contexts.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                ((Button) getDialogPane().lookupButton(connect)).fire();
            }
        });
        setResultConverter(button -> button == connect ? choice() : null);
        setOnShown(_ -> Platform.runLater((offered.isEmpty() ? file : contexts)::requestFocus));
        begin(
                before.map(Choice::files)
                        .orElseGet(() -> usualFiles.stream()
                                .map(Path::toString)
                                .collect(Collectors.joining(File.pathSeparator))),
                inCluster);
        before.ifPresent(this::choose);
    }

    private void begin(String files, Optional<Kubeconfig> inCluster) {
        file.setText(files);
        if (files.isEmpty()) {
            inCluster.ifPresent(this::offer);
        }
    }

    /// What is still offered of it.
    private void choose(Choice before) {
        offered.stream()
                .filter(context -> context.name().equals(before.context().name()))
                .findFirst()
                .ifPresent(context -> {
                    contexts.getSelectionModel().select(context);
                    contexts.scrollTo(context);
                    namespace.setText(before.namespace());
                });
    }

    private GridPane form(Supplier<Optional<Path>> chooser) {
        Button browse = new Button(messages.get("connect.browse"));
        browse.setOnAction(_ -> chooser.get().ifPresent(path -> file.setText(path.toString())));
        browse.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(file, Priority.ALWAYS);
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        form.addRow(0, new Label(messages.get("connect.kubeconfig")), new HBox(8, file, browse));
        form.addRow(1, new Label(messages.get("connect.context")), search);
        form.add(contexts, 1, 2);
        form.addRow(3, new Label(messages.get("connect.namespace")), namespace);
        form.add(warning, 1, 4);
        form.add(problem, 1, 5);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        form.getColumnConstraints().setAll(names, fields);
        return form;
    }

    /// A label that is there while it says something.
    private void told(Label label, String id, String style) {
        label.setId(id);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().subscribe(() -> Platform.runLater(() -> DialogPlace.fit(getDialogPane())));
        label.setWrapText(true);
        label.getStyleClass().add(style);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    /// Every letter of a path would have something wrong with it: what is wrong is said when nothing more is typed.
    private void read(String path) {
        offered.clear();
        kubeconfig = null;
        nothing.setText(messages.get("connect.nothing"));
        String wrong = "";
        if (!path.isBlank()) {
            try {
                offer(Kubeconfig.read(Kubeconfig.files(path)));
            } catch (IOException | InvalidPathException unreadable) {
                wrong = unreadable(path, unreadable);
            }
        }
        say(wrong);
    }

    private void say(String wrong) {
        patience.stop();
        if (kubeconfig == null) {
            patience.setOnFinished(_ -> problem.setText(wrong));
            patience.playFromStart();
        }
    }

    private String unreadable(String path, Exception failure) {
        return switch (failure) {
            case NoKubeconfig other -> messages.get("connect.unreadable." + other.fault(), other.file());
            case NoSuchFileException gone -> messages.get("connect.unreadable.GONE", gone.getFile());
            case AccessDeniedException denied -> messages.get("connect.unreadable.DENIED", denied.getFile());
            case CharacterCodingException _ -> messages.get("connect.unreadable.NO_YAML", path);
            case InvalidPathException _ -> messages.get("connect.unreadable.GONE", path);
            default ->
                Files.isDirectory(Path.of(path.strip()))
                        ? messages.get("connect.unreadable.FOLDER", path)
                        : messages.get("connect.unreadable", path, String.valueOf(failure.getMessage()));
        };
    }

    private void offer(Kubeconfig read) {
        kubeconfig = read;
        offered.setAll(read.contexts());
        nothing.setText(messages.get("connect.noneFound"));
        problem.setText("");
        search.clear();
        read.context(read.currentContext()).ifPresent(contexts.getSelectionModel()::select);
        contexts.scrollTo(contexts.getSelectionModel().getSelectedItem());
    }

    private void narrow(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        Context before = contexts.getSelectionModel().getSelectedItem();
        found.setPredicate(context -> (context.name() + " " + context.server() + " " + context.namespace())
                .toLowerCase(Locale.ROOT)
                .contains(wanted));
        if (before != null && found.contains(before)) {
            contexts.getSelectionModel().select(before);
        } else {
            contexts.getSelectionModel().selectFirst();
        }
    }

    private void chosen(@Nullable Context context) {
        namespace.setText(context == null ? "" : context.namespace());
        warning.setText(context == null ? "" : warnings(context));
        if (kubeconfig != null) {
            problem.setText(
                    context == null
                            ? ""
                            : context.obstacle()
                                    .map(obstacle -> messages.get("connect.obstacle." + obstacle, context.user()))
                                    .orElse(""));
        }
    }

    private String warnings(Context context) {
        Optional<String> certificate = kubeconfig == null
                ? Optional.empty()
                : ClientCertificate.of(kubeconfig, context)
                        .flatMap(shown -> CertificateWords.of(messages, "connect.certificate.", shown, Instant.now()));
        return Stream.of(messages.find("connect.trust." + context.trust()), certificate)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    private @Nullable Choice choice() {
        Kubeconfig from = kubeconfig;
        Context context = contexts.getSelectionModel().getSelectedItem();
        return from == null || context == null
                ? null
                : new Choice(
                        file.getText().strip(),
                        from,
                        context,
                        namespace.getText().strip());
    }
}
