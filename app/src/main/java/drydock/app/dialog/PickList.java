package drydock.app.dialog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// A list of things with a field to search it; arrows walk the list while the field has the focus.
final class PickList<T> extends VBox {

    private final TextField search = new TextField();
    private final ListView<T> list;
    private Runnable taken = () -> {};

    PickList(List<T> things, Function<T, String> name) {
        super(6);
        FilteredList<T> shown = new FilteredList<>(FXCollections.observableList(things));
        list = new ListView<>(shown);
        search.setId("dialog-search");
        list.setId("dialog-list");
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(T thing, boolean empty) {
                super.updateItem(thing, empty);
                setText(empty ? null : name.apply(thing));
            }
        });
        list.getSelectionModel().selectFirst();
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && picked().isPresent()) {
                taken.run();
            }
        });
        search.textProperty().subscribe(text -> {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(
                    thing -> name.apply(thing).toLowerCase(Locale.ROOT).contains(wanted));
            list.getSelectionModel().selectFirst();
        });
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        getChildren().setAll(search, list);
    }

    TextField search() {
        return search;
    }

    /// Says what happens when a thing is clicked twice.
    void setOnTaken(Runnable handler) {
        taken = handler;
    }

    Optional<T> picked() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void walk(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            if (event.getCode() == KeyCode.DOWN) {
                list.getSelectionModel().selectNext();
            } else {
                list.getSelectionModel().selectPrevious();
            }
            list.scrollTo(list.getSelectionModel().getSelectedIndex());
            event.consume();
        }
    }
}
