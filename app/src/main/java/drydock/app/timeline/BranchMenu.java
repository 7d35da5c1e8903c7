package drydock.app.timeline;

import drydock.app.text.Messages;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Says which of several runs is seen, shows another, and compares; not there while there is only one.
final class BranchMenu extends MenuButton {

    private final Messages messages = Messages.of(BranchMenu.class);
    private final Branches branches;

    BranchMenu(Branches branches) {
        this.branches = branches;
        setId("simulation-branches");
        managedProperty().bind(visibleProperty());
        branches.names().addListener((ListChangeListener<String>) _ -> fill());
        fill();
    }

    private void fill() {
        setVisible(branches.names().size() > 1);
        if (branches.names().isEmpty()) {
            return;
        }
        setText(branches.names().get(branches.shown()));
        getItems().clear();
        for (int i = 0; i < branches.names().size(); i++) {
            getItems().add(show(i));
        }
        getItems().add(new SeparatorMenuItem());
        for (int i = 0; i < branches.names().size(); i++) {
            if (i != branches.shown()) {
                getItems().add(compare(i));
            }
        }
    }

    private MenuItem show(int index) {
        RadioMenuItem item = new RadioMenuItem(branches.names().get(index));
        item.setId("branch-" + index);
        item.setSelected(index == branches.shown());
        item.setOnAction(_ -> branches.show(index));
        return item;
    }

    private MenuItem compare(int index) {
        MenuItem item =
                new MenuItem(messages.get("time.compare", branches.names().get(index)));
        item.setId("compare-" + index);
        item.setOnAction(_ -> branches.compareWith(index));
        return item;
    }
}
