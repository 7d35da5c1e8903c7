package drydock.app.shell;

import drydock.app.action.Action;
import drydock.app.files.ProjectFiles;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What a user can do with the project as a whole.
final class FileActions {

    private final Messages messages = Messages.of(FileActions.class);
    private final ProjectFiles files;
    private final Settings settings;
    private final Runnable quit;

    FileActions(ProjectFiles files, Settings settings, Runnable quit) {
        this.files = files;
        this.settings = settings;
        this.quit = quit;
    }

    List<Action> opening() {
        return List.of(
                Action.of("open", messages.get("shell.open"), files::chooseAndOpen)
                        .withIcon("fth-folder")
                        .withKeys("Shortcut+O"),
                Action.of("openFiles", messages.get("shell.openFiles"), files::chooseFilesAndOpen)
                        .withIcon("fth-file-text")
                        .withKeys("Shortcut+Shift+O"));
    }

    List<Action> saving() {
        return List.of(
                Action.of("save", messages.get("shell.save"), files::save)
                        .withIcon("fth-save")
                        .withKeys("Shortcut+S"),
                Action.of("saveAs", messages.get("shell.saveAs"), files::saveAs).withKeys("Shortcut+Shift+S"),
                Action.of("compareWithDisk", messages.get("shell.compareWithDisk"), files::compareWithDisk));
    }

    Action quit() {
        return Action.of("quit", messages.get("shell.quit"), quit).withKeys("Shortcut+Q");
    }

    /// The projects that were open last.
    Menu recent() {
        Menu menu = new Menu(messages.get("shell.recent"));
        menu.setOnShowing(_ -> fill(menu));
        fill(menu);
        return menu;
    }

    private void fill(Menu menu) {
        menu.getItems()
                .setAll(settings.recentProjects().stream()
                        .map(this::recentProject)
                        .toList());
        menu.setDisable(menu.getItems().isEmpty());
        if (!menu.getItems().isEmpty()) {
            MenuItem clear = new MenuItem(messages.get("shell.recent.clear"));
            clear.setId("menu-recent-clear");
            clear.setOnAction(_ -> {
                settings.clearRecentProjects();
                fill(menu);
            });
            menu.getItems().addAll(new SeparatorMenuItem(), clear);
        }
    }

    private MenuItem recentProject(Path project) {
        boolean there = Files.exists(project);
        MenuItem item =
                new MenuItem(there ? project.toString() : messages.get("shell.recent.missing", project.toString()));
        item.setDisable(!there);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> files.open(List.of(project)));
        return item;
    }
}
