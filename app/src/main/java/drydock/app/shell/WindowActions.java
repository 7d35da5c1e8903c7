package drydock.app.shell;

import drydock.app.action.Action;
import drydock.app.canvas.CanvasView;
import drydock.app.dialog.Dialogs;
import drydock.app.files.ProjectFiles;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.edit.Edit;
import drydock.model.edit.EditMessages;
import drydock.model.edit.History;
import drydock.model.resource.ResourceId;
import drydock.render.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/// What a user can do in the window, and the menus and buttons that offer it.
final class WindowActions {

    private static final double ZOOM_STEP = 1.25;
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private final Messages messages = Messages.of(WindowActions.class);
    private final Workspace workspace;
    private final ProjectFiles files;
    private final Dialogs dialogs;
    private final Settings settings;
    private final CanvasView canvas;
    private final ClusterActions clusters;
    private final Runnable quit;
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");

    WindowActions(
            Workspace workspace,
            ProjectFiles files,
            Dialogs dialogs,
            Settings settings,
            CanvasView canvas,
            ClusterActions clusters,
            Runnable quit) {
        this.workspace = workspace;
        this.files = files;
        this.dialogs = dialogs;
        this.settings = settings;
        this.canvas = canvas;
        this.clusters = clusters;
        this.quit = quit;
        dark.set(settings.dark().orElse(false));
        dark.subscribe(isDark -> canvas.themeProperty().set(isDark ? Theme.DARK : Theme.LIGHT));
        dark.subscribe((before, now) -> settings.setDark(now));
        canvas.setMenuItems(this::contextMenu);
    }

    CanvasView canvas() {
        return canvas;
    }

    BooleanProperty darkProperty() {
        return dark;
    }

    TopBar topBar() {
        return new TopBar(
                files.nameProperty(),
                workspace.document().dirtyBinding(),
                menuBar(),
                workspace.modeProperty(),
                clusters::choose,
                List.of(
                        undo().button(),
                        redo().button(),
                        nodesView().button(),
                        fit().button(),
                        darkColours().button()));
    }

    private MenuBar menuBar() {
        MenuBar bar = new MenuBar(
                menu(
                        "file",
                        Action.of("open", messages.get("shell.open"), files::chooseAndOpen)
                                .withIcon("fth-folder")
                                .withKeys("Shortcut+O")
                                .menuItem(),
                        recent(),
                        new SeparatorMenuItem(),
                        Action.of("save", messages.get("shell.save"), files::save)
                                .withIcon("fth-save")
                                .withKeys("Shortcut+S")
                                .menuItem(),
                        Action.of("saveAs", messages.get("shell.saveAs"), files::saveAs)
                                .withKeys("Shortcut+Shift+S")
                                .menuItem(),
                        new SeparatorMenuItem(),
                        Action.of("quit", messages.get("shell.quit"), quit)
                                .withKeys("Shortcut+Q")
                                .menuItem()),
                menu(
                        "edit",
                        undo().menuItem(),
                        redo().menuItem(),
                        delete().menuItem(),
                        selectAll().menuItem()),
                menu(
                        "view",
                        check("nodesView", messages.get("shell.view.nodes"), workspace.nodesViewProperty()),
                        check("dark", messages.get("shell.dark"), dark),
                        new SeparatorMenuItem(),
                        fit().menuItem(),
                        Action.of("zoomIn", messages.get("shell.zoomIn"), () -> canvas.zoom(ZOOM_STEP))
                                .withKeys("Shortcut+Plus")
                                .menuItem(),
                        Action.of("zoomOut", messages.get("shell.zoomOut"), () -> canvas.zoom(1 / ZOOM_STEP))
                                .withKeys("Shortcut+Minus")
                                .menuItem(),
                        Action.of("actualSize", messages.get("shell.actualSize"), canvas::actualSize)
                                .withKeys("Shortcut+0")
                                .menuItem(),
                        new SeparatorMenuItem(),
                        languages()),
                menu("cluster", clusters.menuItems().toArray(MenuItem[]::new)),
                menu(
                        "help",
                        Action.of("about", messages.get("shell.about"), this::about)
                                .menuItem()));
        bar.setId("menu-bar");
        return bar;
    }

    private Menu menu(String name, MenuItem... items) {
        Menu menu = new Menu(messages.get("shell.menu." + name), null, items);
        menu.setId("menu-" + name);
        return menu;
    }

    private Action undo() {
        return Action.of("undo", "", workspace.document()::undo)
                .named(label("shell.undo", History::undoLabel))
                .withIcon("fth-corner-up-left")
                .withKeys("Shortcut+Z")
                .when(workspace.document().undoableBinding());
    }

    private Action redo() {
        return Action.of("redo", "", workspace.document()::redo)
                .named(label("shell.redo", History::redoLabel))
                .withIcon("fth-corner-up-right")
                .withKeys("Shortcut+Shift+Z")
                .when(workspace.document().redoableBinding());
    }

    private StringBinding label(String key, Function<History, Optional<String>> step) {
        return Bindings.createStringBinding(
                () -> messages.get(
                                key,
                                step.apply(workspace.document().history())
                                        .map(name -> EditMessages.text(name, Locale.getDefault()))
                                        .orElse(""))
                        .strip(),
                workspace.document().historyProperty());
    }

    private Action delete() {
        return Action.of("delete", messages.get("shell.delete"), this::deleteSelected)
                .withIcon("fth-trash-2")
                .withKeys("Delete")
                .when(Bindings.createBooleanBinding(
                        () -> !workspace.selection().objects().isEmpty(),
                        workspace.selection().objectsProperty()));
    }

    /// Deletes from the project what it declares; what only a cluster holds stays.
    private void deleteSelected() {
        List<Edit> removals = workspace.selection().objects().stream()
                .filter(id -> !workspace.document().project().declarations(id).isEmpty())
                .<Edit>map(Edit.RemoveObject::new)
                .toList();
        if (!removals.isEmpty()) {
            workspace
                    .document()
                    .perform(new Edit.Composite(removals))
                    .ifPresentOrElse(
                            refusal -> workspace.messageProperty().set(refusal.message(Locale.getDefault())),
                            workspace.selection()::clear);
        }
    }

    private Action selectAll() {
        return Action.of(
                        "selectAll",
                        messages.get("shell.selectAll"),
                        () -> workspace
                                .selection()
                                .select(workspace
                                        .document()
                                        .project()
                                        .declarations()
                                        .keySet()))
                .withKeys("Shortcut+A");
    }

    private Action nodesView() {
        return Action.of(
                        "nodesView",
                        messages.get("shell.view.nodes"),
                        () -> workspace
                                .nodesViewProperty()
                                .set(!workspace.nodesViewProperty().get()))
                .withIcon("fth-server");
    }

    private Action fit() {
        return Action.of("fit", messages.get("shell.fit"), canvas::fit)
                .withIcon("fth-maximize")
                .withKeys("Shortcut+1");
    }

    private Action darkColours() {
        return Action.of("dark", messages.get("shell.dark"), () -> dark.set(!dark.get()))
                .withIcon("fth-moon");
    }

    private static CheckMenuItem check(String id, String name, BooleanProperty property) {
        CheckMenuItem item = new CheckMenuItem(name);
        item.setId("menu-" + id);
        item.selectedProperty().bindBidirectional(property);
        return item;
    }

    private Menu recent() {
        Menu menu = new Menu(messages.get("shell.recent"));
        menu.setOnShowing(_ -> fillRecent(menu));
        fillRecent(menu);
        return menu;
    }

    private void fillRecent(Menu menu) {
        menu.getItems()
                .setAll(settings.recentProjects().stream()
                        .map(this::recentProject)
                        .toList());
        menu.setDisable(menu.getItems().isEmpty());
    }

    private MenuItem recentProject(Path project) {
        MenuItem item = new MenuItem(project.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> files.open(List.of(project)));
        return item;
    }

    private Menu languages() {
        Menu menu = new Menu(messages.get("shell.language"));
        ToggleGroup group = new ToggleGroup();
        for (Locale language : LANGUAGES) {
            RadioMenuItem item = new RadioMenuItem(language.getDisplayName(language));
            item.setToggleGroup(group);
            item.setSelected(language.getLanguage().equals(Locale.getDefault().getLanguage()));
            item.setOnAction(_ -> {
                settings.setLanguage(language);
                dialogs.tell(messages.get("shell.language"), messages.get("shell.language.restart"));
            });
            menu.getItems().add(item);
        }
        return menu;
    }

    private List<MenuItem> contextMenu(Optional<ResourceId> object) {
        return object.map(id -> {
                    List<MenuItem> items = new java.util.ArrayList<>(clusters.itemsFor(id));
                    items.add(delete().menuItem());
                    return items;
                })
                .orElseGet(() -> new java.util.ArrayList<>(
                        List.of(fit().menuItem(), selectAll().menuItem())));
    }

    private void about() {
        String version = WindowActions.class.getPackage().getImplementationVersion();
        dialogs.tell(messages.get("shell.about"), messages.get("shell.about.text", version == null ? "" : version));
    }
}
