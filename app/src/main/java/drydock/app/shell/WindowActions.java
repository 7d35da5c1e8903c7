package drydock.app.shell;

import static drydock.app.shell.Menus.items;
import static drydock.app.shell.Menus.menu;

import drydock.app.action.Action;
import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;

/// All that a user can do in the window, and where it is offered: in the menus, as buttons, by other keys.
final class WindowActions {

    /// Stands between the parts of a menu.
    private static final List<MenuItem> SEPARATOR = List.of();

    private final Messages messages = Messages.of(WindowActions.class);
    private final ActionGroups on;
    private final Action about;

    WindowActions(ActionGroups on, Dialogs dialogs) {
        this.on = on;
        this.about = Action.of("about", messages.get("shell.about"), () -> about(dialogs));
    }

    /// The classes beside whose message bundles the names of actions stand.
    List<Class<?>> sources() {
        return Stream.concat(on.pods().sources().stream(), own()).toList();
    }

    private Stream<Class<?>> own() {
        return Stream.of(
                        on.file(),
                        on.export(),
                        on.edit(),
                        on.clipboard(),
                        on.rename(),
                        on.placing(),
                        on.connect(),
                        on.find(),
                        on.text(),
                        on.problems(),
                        on.arrange(),
                        on.diagram(),
                        on.view(),
                        on.cluster(),
                        on.acts(),
                        on.drift(),
                        on.runs(),
                        on.recordings(),
                        on.tryOut(),
                        on.why(),
                        on.decision(),
                        on.plane(),
                        on.faults(),
                        on.traffic(),
                        on.commands(),
                        on.panels(),
                        on.edges(),
                        on.parts(),
                        on.layout(),
                        on.lines(),
                        on.minimap(),
                        on.open(),
                        on.preferences(),
                        on.lessons())
                .map(Object::getClass);
    }

    /// Every action, for those who look for one by its name.
    List<Action> all() {
        return Stream.of(
                        on.file().opening(),
                        List.of(on.lessons().list()),
                        on.lessons().actions(),
                        on.file().saving(),
                        List.of(on.export().export()),
                        on.edit().history(),
                        on.clipboard().actions(),
                        List.of(
                                on.connect().connect(),
                                on.rename().rename(),
                                on.placing().move(),
                                on.edit().delete(),
                                on.edit().selectAll()),
                        on.parts().actions(),
                        on.find().actions(),
                        on.text().actions(),
                        on.problems().actions(),
                        on.arrange().actions(),
                        on.layout().actions(),
                        on.diagram().drawing(),
                        on.diagram().marking(),
                        on.view().ways(),
                        on.minimap().actions(),
                        on.view().zooms(),
                        on.panels().actions(),
                        on.open().actions(),
                        List.of(on.preferences().open()),
                        on.edges().actions(),
                        on.lines().actions(),
                        on.cluster().actions(),
                        on.acts().actions(),
                        on.drift().actions(),
                        List.of(on.drift().takeSelected()),
                        on.runs().actions(),
                        on.recordings().actions(),
                        List.of(
                                on.tryOut().action(),
                                on.why().why(),
                                on.decision().decision(),
                                on.plane().show()),
                        on.faults().actions(),
                        on.traffic().actions(),
                        on.pods().actions(),
                        on.commands().actions(),
                        List.of(about, on.file().quit()))
                .flatMap(List::stream)
                .toList();
    }

    /// Ways to begin, where there is nothing yet.
    List<Action> firstSteps() {
        return Stream.of(
                        on.file().opening(),
                        List.of(on.lessons().list(), on.clipboard().paste()),
                        on.commands().actions())
                .flatMap(List::stream)
                .toList();
    }

    /// Keys that do the same as those in the menus: for keyboards without a plus of its own, and for habits from
    /// elsewhere.
    Map<String, Action> otherKeys() {
        Action zoomIn = on.view().zoomIn();
        return Map.of(
                "Shortcut+Equals",
                zoomIn,
                "Shortcut+Shift+Equals",
                zoomIn,
                "Shortcut+Add",
                zoomIn,
                "Shortcut+Subtract",
                on.view().zoomOut(),
                "Shortcut+Numpad0",
                on.view().actualSize(),
                "Shortcut+Y",
                on.edit().redo());
    }

    MenuBar menuBar() {
        MenuBar bar = new MenuBar(
                menu(
                        "file",
                        items(on.file().opening()),
                        items(on.recordings().open()),
                        List.of(on.file().recent(), on.lessons().menu()),
                        SEPARATOR,
                        items(on.file().saving()),
                        items(on.export().export()),
                        SEPARATOR,
                        List.of(on.placing().newObjects()),
                        SEPARATOR,
                        items(on.file().quit())),
                menu(
                        "edit",
                        items(on.edit().history()),
                        SEPARATOR,
                        items(on.clipboard().actions()),
                        items(on.edit().delete(), on.edit().selectAll()),
                        SEPARATOR,
                        items(
                                on.connect().connect(),
                                on.rename().rename(),
                                on.placing().move()),
                        items(on.parts().actions()),
                        SEPARATOR,
                        items(on.lines().actions()),
                        SEPARATOR,
                        items(on.find().actions()),
                        List.of(menu("text", items(on.text().actions()))),
                        List.of(menu("problems", items(on.problems().actions()))),
                        SEPARATOR,
                        items(on.preferences().open())),
                menu(
                        "arrange",
                        items(on.arrange().actions()),
                        SEPARATOR,
                        items(on.layout().actions()),
                        SEPARATOR,
                        items(on.diagram().drawing()),
                        SEPARATOR,
                        items(on.diagram().marking())),
                menu(
                        "view",
                        items(on.view().ways()),
                        items(on.minimap().actions()),
                        SEPARATOR,
                        items(on.view().zooms()),
                        SEPARATOR,
                        items(on.open().actions()),
                        items(on.panels().actions()),
                        List.of(menu("edges", items(on.edges().actions())))),
                menu(
                        "cluster",
                        items(on.cluster().actions()),
                        items(on.recordings().record(), on.tryOut().action()),
                        SEPARATOR,
                        items(on.pods().actions()),
                        items(on.acts().actions()),
                        items(on.drift().actions()),
                        SEPARATOR,
                        items(
                                on.why().why(),
                                on.decision().decision(),
                                on.plane().show()),
                        items(on.runs().actions()),
                        List.of(menu("traffic", items(on.traffic().actions()))),
                        List.of(menu("faults", items(on.faults().actions())))),
                menu("help", items(on.commands().actions()), SEPARATOR, items(about)));
        bar.setId("menu-bar");
        return bar;
    }

    /// The buttons at the window's upper edge.
    List<Node> tools() {
        return Stream.of(
                        on.edit().undo(),
                        on.edit().redo(),
                        on.view().nodesView(),
                        on.view().fit(),
                        on.view().darkColours())
                .<Node>map(Action::button)
                .toList();
    }

    private void about(Dialogs dialogs) {
        String version = WindowActions.class.getPackage().getImplementationVersion();
        dialogs.tell(messages.get("shell.about"), messages.get("shell.about.text", version == null ? "" : version));
    }
}
