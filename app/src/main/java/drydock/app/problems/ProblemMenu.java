package drydock.app.problems;

import drydock.app.fix.FixMenu;
import drydock.app.problems.ProblemRow.Problem;
import drydock.app.text.Messages;
import drydock.model.validation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done with a problem, for its context menu.
final class ProblemMenu {

    private final Messages messages;
    private final FixMenu fixes;
    private final Consumer<Finding> goTo;

    ProblemMenu(Messages messages, FixMenu fixes, Consumer<Finding> goTo) {
        this.messages = messages;
        this.fixes = fixes;
        this.goTo = goTo;
    }

    List<MenuItem> items(Problem problem) {
        Finding finding = problem.finding();
        MenuItem go = item("go", "fth-arrow-right", () -> goTo.accept(finding));
        Menu fix = new Menu(messages.get("problems.menu.fix"), new FontIcon("fth-tool"));
        fix.setId("menu-problem-fix");
        fix.getItems().setAll(fixes.fixes(finding).toList());
        fix.setDisable(fix.getItems().isEmpty() || problem.off());
        List<MenuItem> switches = problem.off()
                ? List.of(fixes.on(finding))
                : fixes.switches(finding).toList();
        MenuItem copy = item("copy", "fth-copy", () -> copy(finding));
        List<MenuItem> items = new ArrayList<>(List.of(go, fix, new SeparatorMenuItem()));
        if (!switches.isEmpty()) {
            items.addAll(switches);
            items.add(new SeparatorMenuItem());
        }
        items.add(copy);
        return items;
    }

    private MenuItem item(String name, String icon, Runnable run) {
        MenuItem item = new MenuItem(messages.get("problems.menu." + name), new FontIcon(icon));
        item.setId("menu-problem-" + name);
        item.setOnAction(_ -> run.run());
        return item;
    }

    /// Copies a problem as a compiler writes it: `file:line:column: severity: message [rule]`.
    void copy(Finding finding) {
        Locale locale = Locale.getDefault();
        String advice = finding.advice(locale);
        ClipboardContent content = new ClipboardContent();
        content.putString("%s:%d:%d: %s: %s [%s]"
                        .formatted(
                                finding.file(),
                                finding.line(),
                                finding.column(),
                                messages.get("severity." + finding.severity()),
                                finding.message(locale),
                                finding.rule())
                + (advice.isEmpty() ? "" : "\n" + advice));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
