package drydock.app.shell;

import drydock.app.action.Action;
import drydock.app.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Makes menus of actions.
final class Menus {

    private Menus() {}

    /// Those that can be done now.
    static List<MenuItem> possible(List<Action> actions) {
        return items(actions.stream().filter(action -> action.enabled().get()).toList());
    }

    /// The parts, with a line between each two that hold something.
    static List<MenuItem> separated(List<List<MenuItem>> parts) {
        List<MenuItem> items = new ArrayList<>();
        for (List<MenuItem> part : parts) {
            if (!items.isEmpty() && !part.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            items.addAll(part);
        }
        return items;
    }

    static List<MenuItem> items(Action... actions) {
        return items(List.of(actions));
    }

    static List<MenuItem> items(List<Action> actions) {
        return actions.stream().map(Action::menuItem).toList();
    }

    /// A menu called by a key of the message bundle; an empty part is a line.
    @SafeVarargs
    static Menu menu(String name, List<? extends MenuItem>... parts) {
        Menu menu = new Menu(Messages.of(Menus.class).get("shell.menu." + name));
        menu.setId("menu-" + name);
        for (List<? extends MenuItem> part : parts) {
            menu.getItems().addAll(part.isEmpty() ? List.of(new SeparatorMenuItem()) : part);
        }
        return menu;
    }
}
