package drydock.app.inspector;

import drydock.app.inspector.FieldProblems.Said;
import drydock.model.validation.Fix;
import drydock.model.validation.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is wrong with an entry: why it was refused, as long as that stands there, else what was found in the text, with
/// its fixes. It takes no room as long as there is nothing.
final class EntryProblem extends VBox {

    private final VBox lines = new VBox();
    private final VBox links = new VBox();
    private String refused = "";
    private FieldProblems found = FieldProblems.of("");
    private List<Said> told = List.of();
    private List<Fix> linked = List.of();

    EntryProblem() {
        links.managedProperty().bind(links.visibleProperty());
        links.setVisible(false);
        getChildren().setAll(lines, links);
        managedProperty().bind(Bindings.isNotEmpty(lines.getChildren()));
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
        tell();
        return reason;
    }

    /// Says what was found.
    void show(FieldProblems problems) {
        found = problems;
        tell();
    }

    /// Says what is wrong and cannot be mended here.
    void tell(String text) {
        show(FieldProblems.of(text));
    }

    private void tell() {
        List<Said> said = refused.isEmpty() ? found.said() : List.of(new Said(Severity.ERROR, refused));
        if (!said.equals(told)) {
            told = said;
            lines.getChildren().setAll(said.stream().map(EntryProblem::line).toList());
        }
        links.setVisible(refused.isEmpty() && !found.fixes().isEmpty());
        if (!found.fixes().equals(linked)) {
            linked = found.fixes();
            links.getChildren().setAll(linked.stream().map(this::link).toList());
        }
    }

    private static Label line(Said said) {
        Label line = new Label(said.text());
        line.getStyleClass().addAll("form-problem", said.severity().name().toLowerCase(Locale.ROOT));
        line.setWrapText(true);
        return line;
    }

    private Hyperlink link(Fix fix) {
        Hyperlink link = new Hyperlink(fix.title(Locale.getDefault()), new FontIcon("fth-tool"));
        link.getStyleClass().add("form-fix");
        link.setMnemonicParsing(false);
        link.setWrapText(true);
        link.setOnAction(_ -> found.make().accept(fix));
        return link;
    }
}
