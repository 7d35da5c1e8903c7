package drydock.app.problems;

import drydock.app.problems.ProblemRow.Problem;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/// What was found about an object, for the menu of its figure: each problem, with what can be done about it.
final class FoundMenu {

    /// So many fit beside a figure; the list has them all.
    private static final int MOST = 10;

    private static final int LONGEST = 80;

    private final Messages messages;
    private final Workspace workspace;
    private final ProblemMenu each;

    FoundMenu(Messages messages, Workspace workspace, ProblemMenu each) {
        this.messages = messages;
        this.workspace = workspace;
        this.each = each;
    }

    /// The problems of an object, the graver first; empty if there are none.
    ///
    /// @param list shows the problems of what is selected in the list
    Optional<MenuItem> of(ResourceId object, Runnable list) {
        List<Finding> found = workspace.findingsProperty().get().stream()
                .filter(finding -> finding.object().filter(object::equals).isPresent())
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(menu(found, list));
    }

    private Menu menu(List<Finding> found, Runnable list) {
        List<MenuItem> items = new ArrayList<>();
        found.stream().limit(MOST).map(this::menu).forEach(items::add);
        items.add(new SeparatorMenuItem());
        MenuItem all = new MenuItem(messages.get("problems.menu.list", found.size()), new FontIcon("fth-list"));
        all.setId("menu-found-list");
        all.setOnAction(_ -> list.run());
        items.add(all);
        Menu menu = new Menu(messages.get("problems.menu.found", found.size()));
        menu.setGraphic(new SeveritySign(found.getFirst().severity()));
        menu.setId("menu-found");
        menu.getItems().setAll(items);
        return menu;
    }

    private Menu menu(Finding finding) {
        String message = finding.message(Locale.getDefault());
        Menu menu = new Menu(message.length() <= LONGEST ? message : message.substring(0, LONGEST - 1) + "…");
        menu.setGraphic(new SeveritySign(finding.severity()));
        menu.setMnemonicParsing(false);
        menu.getItems().setAll(each.items(new Problem(finding, false)));
        return menu;
    }
}
