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

    /// How many times as long as a look took is waited for the next one.
    private static final int REST = 10;

    private final Tasks tasks;
    private final Supplier<Optional<ProjectFolder>> folder;
    private final BiConsumer<ProjectFolder, List<Conflict>> found;
    private final Timeline ticks = new Timeline(new KeyFrame(PAUSE, _ -> look()));
    private boolean looking;
    private long restUntilNanos = System.nanoTime();

    /// @param found takes the folder that was looked at, and what was changed in it, which may be nothing
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
        long begunNanos = System.nanoTime();
        if (looking || now.isEmpty() || begunNanos - restUntilNanos < 0) {
            return;
        }
        looking = true;
        tasks.work(() -> now.get().outsideChanges())
                .then(changes -> {
                    rest(begunNanos);
                    found.accept(now.get(), changes);
                })
                .otherwise(unreadable -> rest(begunNanos))
                .start();
    }

    /// A look that took long, as through a very large folder, is not begun again at once.
    private void rest(long begunNanos) {
        long now = System.nanoTime();
        restUntilNanos = now + REST * (now - begunNanos);
        looking = false;
    }
}
