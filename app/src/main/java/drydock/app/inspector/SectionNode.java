package drydock.app.inspector;

import drydock.model.form.FormItem;
import drydock.model.validation.Severity;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/// The fields of an object within, to be folded. What is folded is made when it is opened.
final class SectionNode implements FormNode {

    /// More written fields than these are folded at first.
    private static final int FEW = 4;

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

    private final FormHost host;
    private final FormBox inside;
    private final EntryProblem problem = new EntryProblem();
    private final TitledPane pane = new TitledPane();
    private final Button remove;
    private FormItem.Section section;

    SectionNode(FormItem.Section section, FormHost host) {
        this.host = host;
        this.section = section;
        this.inside = new FormBox(host);
        pane.setAnimated(false);
        pane.setMnemonicParsing(false);
        pane.setId("section-" + section.field().path());
        pane.getStyleClass().addAll("form-section", "dense");
        pane.setText(section.field().name() + (section.field().required() ? " *" : ""));
        pane.setTooltip(FormParts.tooltip(FormParts.explanation(section.field(), host)));
        String name = section.field().name();
        remove = FormParts.button(
                "fth-x",
                host.messages().get("remove", name),
                "remove-" + section.field().path(),
                () -> host.perform(host.edits().clear(section.field().path())));
        pane.setGraphic(remove);
        pane.setContentDisplay(ContentDisplay.RIGHT);
        pane.setContent(new VBox(problem, inside));
        pane.setExpanded(section.written() && section.items().size() <= FEW);
        pane.expandedProperty().subscribe(this::fill);
    }

    /// The pane, whose head may get more.
    TitledPane pane() {
        return pane;
    }

    private void fill() {
        if (pane.isExpanded()) {
            inside.show(section.items());
        }
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show(FormItem item) {
        section = (FormItem.Section) item;
        remove.setVisible(section.written() && !section.field().required());
        Optional<Severity> worst = host.worst(section.field().path());
        pane.pseudoClassStateChanged(WRONG, worst.filter(Severity.ERROR::equals).isPresent());
        pane.pseudoClassStateChanged(
                DOUBTFUL, worst.filter(Severity.WARNING::equals).isPresent());
        problem.show(host.problems(section.field().path()));
        if (host.isRevealed(section.field().path()) && !pane.isExpanded()) {
            pane.setExpanded(true);
        } else {
            fill();
        }
    }
}
