package drydock.app.files;

import drydock.app.task.Tasks;
import drydock.model.storage.Conflict;
import drydock.model.storage.ProjectFolder;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;

/// Looks every second, while the window is on the screen, whether another program changed files of the project.
///
/// Looking at the files themselves finds changes on every file system, also where the system tells of none, as on
/// network drives and in containers.
final class FolderWatch {

    private static final Duration PAUSE = Duration.seconds(1);

    private final Tasks tasks;
    private final Supplier<Optional<ProjectFolder>> folder;
    private final BiConsumer<ProjectFolder, List<Conflict>> found;
    private final Timeline ticks = new Timeline(new KeyFrame(PAUSE, _ -> look()));
    private boolean looking;

    /// @param found takes the folder that was looked at, and what was changed in it
    FolderWatch(
            Tasks tasks, Supplier<Optional<ProjectFolder>> folder, BiConsumer<ProjectFolder, List<Conflict>> found) {
        this.tasks = tasks;
        this.folder = folder;
        this.found = found;
        ticks.setCycleCount(Animation.INDEFINITE);
    }

    /// Begins to look whenever the window of `scene` is on the screen.
    void listen(Scene scene) {
        scene.windowProperty().flatMap(Window::showingProperty).orElse(false).subscribe(showing -> {
            if (showing) {
                ticks.play();
            } else {
                ticks.stop();
            }
        });
    }

    private void look() {
        Optional<ProjectFolder> now = folder.get();
        if (looking || now.isEmpty()) {
            return;
        }
        looking = true;
        tasks.work(() -> now.get().outsideChanges())
                .then(changes -> {
                    looking = false;
                    if (!changes.isEmpty()) {
                        found.accept(now.get(), changes);
                    }
                })
                .otherwise(unreadable -> looking = false)
                .start();
    }
}
