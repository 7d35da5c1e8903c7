package drydock.app.layout;

import drydock.app.task.FrameBatch;
import drydock.app.task.Tasks;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.layout.LayoutWatch;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The layout of a window that is worked out in the background; there is one at a time. Belongs to the
/// JavaFX thread.
public final class LayoutRuns {

    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Optional<LayoutRun>> running =
            new ReadOnlyObjectWrapper<>(this, "running", Optional.empty());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private Runnable cancelled = () -> {};

    public LayoutRuns(Tasks tasks) {
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<Optional<LayoutRun>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// How far the running layout is, from 0 to 1.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Begins a layout in the background. One that runs is dropped.
    ///
    /// @param figures how many are laid out
    /// @param layout works out where each comes to stand; called off the JavaFX thread
    /// @param found told the places, unless the run was cancelled or dropped before
    /// @param whenCancelled done in place of that if the user cancels, or no places can be found
    public LayoutRun start(
            int figures,
            Function<LayoutWatch, Map<ResourceId, Point>> layout,
            Consumer<Map<ResourceId, Point>> found,
            Runnable whenCancelled) {
        running.get().ifPresent(this::drop);
        LayoutRun run = new LayoutRun(
                figures,
                new FrameBatch<>(tasks, shares -> running.get().ifPresent(_ -> progress.set(shares.getLast()))));
        progress.set(0);
        cancelled = whenCancelled;
        running.set(Optional.of(run));
        tasks.work(() -> layout.apply(run))
                .then(places -> end(run, () -> found.accept(places)))
                .otherwise(failure -> end(run, () -> fail(failure, whenCancelled)))
                .start();
        return run;
    }

    /// Ends the running layout, as its user wishes.
    public void cancel() {
        running.get().ifPresent(run -> {
            Runnable then = cancelled;
            drop(run);
            then.run();
        });
    }

    /// Ends a run of which nobody wants to hear any more; nothing if it has ended.
    public void drop(LayoutRun run) {
        run.stop();
        if (running.get().filter(run::equals).isPresent()) {
            running.set(Optional.empty());
        }
    }

    private void end(LayoutRun run, Runnable then) {
        if (running.get().filter(run::equals).isPresent()) {
            running.set(Optional.empty());
            then.run();
        }
    }

    private static void fail(Exception failure, Runnable whenCancelled) {
        whenCancelled.run();
        if (!(failure instanceof CancellationException)) {
            throw new IllegalStateException("no layout was found", failure);
        }
    }
}
