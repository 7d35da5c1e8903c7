package drydock.app.inspector;

import drydock.app.testing.WindowTest;
import drydock.model.resource.ResourceId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;

/// A test that works in the inspector of a window.
abstract class InspectorTest extends WindowTest {

    final void select(ResourceId id) {
        interact(() -> workspace().selection().select(List.of(id)));
    }

    final Node node(String id) {
        return lookup((Node n) -> id.equals(n.getId())).query();
    }

    final String shown(String path) {
        return onScreen(() -> ((TextInputControl) field(path)).getText());
    }

    final void open(String section) {
        interact(() -> ((TitledPane) node(section)).setExpanded(true));
    }

    final void press(String id) {
        interact(() -> ((ButtonBase) node(id)).fire());
    }

    final void choose(String path, String value) {
        interact(() -> {
            @SuppressWarnings("unchecked") // the inspector's choices are texts
            ComboBox<String> box = (ComboBox<String>) field(path);
            box.setValue(value);
        });
    }

    final void type(String path, String text, KeyCode end) {
        typeInto("field-" + path, text, end);
    }

    final void typeInto(String id, String text, KeyCode end) {
        interact(() -> {
            TextInputControl input = (TextInputControl) node(id);
            input.requestFocus();
            input.setText(text);
        });
        push(end);
    }

    final String file(String path) {
        return state().file(path).orElseThrow().text();
    }
}
