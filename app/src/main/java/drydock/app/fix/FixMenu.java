package drydock.app.fix;

import drydock.app.text.Messages;
import drydock.model.validation.Finding;
import drydock.model.validation.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done about findings, as the items of a menu.
public final class FixMenu {

    private static final int LONGEST = 90;

    private final Messages messages = Messages.of(FixMenu.class);
    private final Fixing fixing;

    public FixMenu(Fixing fixing) {
        this.fixing = fixing;
    }

    /// The fixes of all of `findings`, then what else is possible with each.
    public List<MenuItem> items(List<Finding> findings) {
        List<MenuItem> items =
                new ArrayList<>(findings.stream().flatMap(this::fixes).toList());
        List<MenuItem> more = findings.stream().flatMap(this::switches).toList();
        if (!items.isEmpty() && !more.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.addAll(more);
        return items;
    }

    /// A context menu of these items; empty where nothing can be done.
    public ContextMenu menu(List<Finding> findings) {
        ContextMenu menu = new ContextMenu();
        menu.setId("fix-menu");
        menu.getItems().setAll(items(findings));
        return menu;
    }

    /// An item for each fix of a finding, and one for all that its rule found.
    public Stream<MenuItem> fixes(Finding finding) {
        Stream<MenuItem> own = finding.fixes().stream().map(this::item);
        return finding.fixes().isEmpty() ? own : Stream.concat(own, all(finding).stream());
    }

    private MenuItem item(Fix fix) {
        MenuItem item = item("fix", fix.title(Locale.getDefault()), () -> fixing.make(fix));
        item.setGraphic(new FontIcon("fth-tool"));
        return item;
    }

    private List<MenuItem> all(Finding finding) {
        long count = fixing.count(other -> other.rule().equals(finding.rule()));
        return count < 2
                ? List.of()
                : List.of(item(
                        "fix-rule",
                        messages.get("fix.rule", count, finding.rule()),
                        () -> fixing.makeAll(finding.rule())));
    }

    /// Items that switch the rule of a finding off, for its object and for the project.
    public Stream<MenuItem> switches(Finding finding) {
        List<MenuItem> items = new ArrayList<>();
        if (fixing.canSwitchOff(finding)) {
            String object = finding.object().orElseThrow().name();
            items.add(item(
                    "off-object",
                    messages.get("fix.off.object", finding.rule(), object),
                    () -> fixing.switchOff(finding)));
        }
        if (fixing.canSwitchOffInProject(finding)) {
            items.add(item(
                    "off-project",
                    messages.get("fix.off.project", finding.rule()),
                    () -> fixing.switchOffInProject(finding)));
        }
        return items.stream();
    }

    /// The item that switches the rule of a finding that is off on again.
    public MenuItem on(Finding finding) {
        return item("on", messages.get("fix.on", finding.rule()), () -> fixing.switchOn(finding));
    }

    private static MenuItem item(String id, String text, Runnable run) {
        MenuItem item = new MenuItem(text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…");
        item.setId("menu-" + id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> run.run());
        return item;
    }
}
