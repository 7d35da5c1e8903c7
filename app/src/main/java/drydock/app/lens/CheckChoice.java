package drydock.app.lens;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.layout.VBox;

/// A button that opens a list of names, of which several can be ticked; hundreds are searched by typing.
public final class CheckChoice extends MenuButton {

    private static final double WIDTH = 280;
    private static final double HEIGHT = 300;

    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final Map<String, BooleanProperty> ticks = new HashMap<>();
    private final Consumer<Set<String>> changed;
    private boolean setting;

    /// @param spoken what is chosen of, for who does not see it
    /// @param prompt what stands in the field to search by
    /// @param changed told all that is ticked, whenever the user has ticked or unticked one
    public CheckChoice(String id, String spoken, String prompt, Consumer<Set<String>> changed) {
        this.changed = changed;
        setId(id);
        setAccessibleText(spoken);
        setMinWidth(0);
        FilteredList<String> found = new FilteredList<>(names);
        TextField search = new TextField();
        search.setId(id + "-search");
        search.setPromptText(prompt);
        search.textProperty()
                .subscribe(typed -> found.setPredicate(name ->
                        name.toLowerCase(Locale.ROOT).contains(typed.strip().toLowerCase(Locale.ROOT))));
        ListView<String> list = new ListView<>(found);
        list.setId(id + "-list");
        list.setPrefSize(WIDTH, HEIGHT);
        list.setCellFactory(CheckBoxListCell.forListView(this::tick));
        VBox content = new VBox(6, search, list);
        CustomMenuItem item = new CustomMenuItem(content, false);
        item.getStyleClass().add("check-choice");
        getItems().setAll(item);
        setOnShown(_ -> {
            search.clear();
            search.requestFocus();
        });
    }

    /// What can be ticked.
    public void offer(Collection<String> offered) {
        List<String> sorted = new ArrayList<>(new TreeSet<>(offered));
        if (!sorted.equals(names)) {
            names.setAll(sorted);
        }
    }

    /// Ticks these and no others, without telling anybody.
    public void show(Set<String> ticked) {
        setting = true;
        ticked.forEach(this::tick);
        ticks.forEach((name, tick) -> tick.set(ticked.contains(name)));
        setting = false;
    }

    private BooleanProperty tick(String name) {
        return ticks.computeIfAbsent(name, _ -> {
            BooleanProperty tick = new SimpleBooleanProperty();
            tick.subscribe((_, _) -> tell());
            return tick;
        });
    }

    private void tell() {
        if (!setting) {
            Set<String> ticked = new TreeSet<>();
            ticks.forEach((name, tick) -> {
                if (tick.get()) {
                    ticked.add(name);
                }
            });
            changed.accept(ticked);
        }
    }
}
