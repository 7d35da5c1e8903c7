package drydock.app.problems;

import drydock.app.fix.Fixing;
import drydock.app.text.Messages;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands over the list of problems: which of them are wanted, and the button that fixes all.
final class ProblemBar extends FlowPane {

    private static final PseudoClass LEAN = PseudoClass.getPseudoClass("lean");

    private final Messages messages;
    private final TextField text = new TextField();
    private final NumberFormat numbers = NumberFormat.getIntegerInstance();
    private final Map<Severity, ToggleButton> severities = new EnumMap<>(Severity.class);
    private final ToggleButton onlySelected;
    private final ToggleButton byFile;
    private final ToggleButton off;
    private final Button fixAll = new Button();
    private String fixable = "";
    private boolean lean;

    /// @param advice whether advice is wanted, in the whole window
    /// @param changed called when something else is wanted
    ProblemBar(Messages messages, BooleanProperty advice, Runnable changed, Runnable makeAll) {
        this.messages = messages;
        getStyleClass().add("problem-bar");
        setAlignment(Pos.CENTER_LEFT);
        text.setId("problems-filter");
        text.setPromptText(messages.get("problems.filter"));
        text.setAccessibleText(messages.get("problems.filter"));
        for (Severity severity : Severity.values()) {
            ToggleButton toggle =
                    toggle("problems-" + severity.name().toLowerCase(Locale.ROOT), new SeveritySign(severity));
            toggle.setSelected(true);
            severities.put(severity, toggle);
        }
        severities.get(Severity.ADVICE).selectedProperty().bindBidirectional(advice);
        onlySelected = toggle("problems-selected", new FontIcon("fth-target"));
        name(onlySelected, messages.get("problems.onlySelected"));
        byFile = toggle("problems-by-file", new FontIcon("fth-file-text"));
        name(byFile, messages.get("problems.byFile"));
        off = toggle("problems-off", new FontIcon("fth-eye-off"));
        fixAll.setId("problems-fix-all");
        fixAll.getStyleClass().add("small");
        fixAll.setGraphic(new FontIcon("fth-tool"));
        fixAll.setOnAction(_ -> makeAll.run());
        getChildren().add(text);
        getChildren().addAll(severities.values());
        getChildren().addAll(onlySelected, byFile, off, fixAll);
        text.textProperty().subscribe((_, _) -> changed.run());
        List.of(onlySelected, byFile, off)
                .forEach(toggle -> toggle.selectedProperty().subscribe((_, _) -> changed.run()));
        severities.values().forEach(toggle -> toggle.selectedProperty().subscribe((_, _) -> changed.run()));
        count(List.of(), List.of(), new RulesOff(List.of()));
    }

    private static ToggleButton toggle(String id, Node sign) {
        ToggleButton toggle = new ToggleButton("", sign);
        toggle.setId(id);
        toggle.getStyleClass().addAll("small", "problem-toggle");
        return toggle;
    }

    /// Names a button where it is not called so already: this is asked for with every key that is typed.
    private static void name(ButtonBase button, String name) {
        if (!name.equals(button.getAccessibleText())) {
            button.setAccessibleText(name);
            if (button.getTooltip() == null) {
                button.setTooltip(new Tooltip());
            }
            button.getTooltip().setText(name);
        }
    }

    /// Shows how many there are of each.
    ///
    /// @param rulesOff the rules that are switched off and not shown by what they would have found
    void count(List<Finding> findings, List<Finding> suppressed, RulesOff rulesOff) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        int fixable = 0;
        for (Finding finding : findings) {
            counts.merge(finding.severity(), 1, Integer::sum);
            fixable += Fixing.isOfAll(finding) && isTold(finding) ? 1 : 0;
        }
        for (Severity severity : Severity.values()) {
            int count = counts.getOrDefault(severity, 0);
            severities.get(severity).setText(numbers.format(count));
            name(severities.get(severity), name(severity, count));
        }
        int rules = rulesOff.rows().size();
        off.setText(
                suppressed.isEmpty()
                        ? messages.get("problems.rulesAreOff", rules)
                        : messages.get("problems.switchedOff", suppressed.size()));
        name(off, offWords(rulesOff));
        show(off, !suppressed.isEmpty() || rules > 0);
        if (!off.isVisible()) {
            off.setSelected(false);
        }
        this.fixable = messages.get("problems.fixAll", fixable);
        nameFixAll();
        show(fixAll, fixable > 0);
    }

    private boolean isTold(Finding finding) {
        return finding.severity() != Severity.ADVICE
                || severities.get(Severity.ADVICE).isSelected();
    }

    private String offWords(RulesOff rulesOff) {
        return rulesOff.inProject().isEmpty()
                ? messages.get("problems.showOff")
                : messages.get("problems.showOff") + "\n"
                        + messages.get("problems.rulesOff", String.join(", ", rulesOff.inProject()));
    }

    /// Whether there is little room, so that signs have to do without words.
    void setLean(boolean wanted) {
        lean = wanted;
        pseudoClassStateChanged(LEAN, wanted);
        nameFixAll();
    }

    private void nameFixAll() {
        fixAll.setText(lean ? "" : fixable);
        name(fixAll, fixable);
    }

    private String name(Severity severity, int count) {
        String name = messages.get("problems.count." + severity, count);
        return severity == Severity.ADVICE ? name + "\n" + messages.get("problems.adviceEverywhere") : name;
    }

    /// The size of the window's text in pixels.
    double em() {
        return text.getFont().getSize();
    }

    private static void show(Node node, boolean isThere) {
        node.setVisible(isThere);
        node.setManaged(isThere);
    }

    StringProperty textProperty() {
        return text.textProperty();
    }

    void enterText() {
        text.requestFocus();
    }

    Set<Severity> severities() {
        Set<Severity> wanted = EnumSet.noneOf(Severity.class);
        severities.forEach((severity, toggle) -> {
            if (toggle.isSelected()) {
                wanted.add(severity);
            }
        });
        return wanted;
    }

    BooleanProperty onlySelectedProperty() {
        return onlySelected.selectedProperty();
    }

    boolean byFile() {
        return byFile.isSelected();
    }

    boolean withOff() {
        return off.isSelected();
    }
}
