package drydock.app.inspector;

import java.util.Optional;
import javafx.scene.control.Label;

/// What is wrong with an entry: why it was refused, as long as that stands there, else what was found in the text. It
/// takes no room as long as there is nothing.
final class EntryProblem extends Label {

    private String refused = "";
    private String found = "";

    EntryProblem() {
        getStyleClass().add("form-problem");
        setWrapText(true);
        managedProperty().bind(textProperty().isNotEmpty());
        visibleProperty().bind(managedProperty());
    }

    EntryProblem(ValueEntry entry) {
        this();
        entry.wrongProperty().subscribe(wrong -> {
            if (!wrong) {
                refuse(Optional.empty());
            }
        });
    }

    /// Says why something was refused, or that it no longer is.
    Optional<String> refuse(Optional<String> reason) {
        refused = reason.orElse("");
        setText(refused.isEmpty() ? found : refused);
        return reason;
    }

    /// Says what was found.
    void show(String problems) {
        found = problems;
        setText(refused.isEmpty() ? found : refused);
    }
}
