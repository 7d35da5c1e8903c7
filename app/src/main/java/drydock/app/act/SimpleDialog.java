package drydock.app.act;

import drydock.app.task.Tasks;
import drydock.model.cluster.Cluster;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Asks before something is done that needs no more to be known.
final class SimpleDialog<T> extends ChangeDialog {

    private final Function<Cluster, T> change;
    private final Consumer<T> then;

    /// @param happens what will happen
    /// @param warnings what is to be thought of
    SimpleDialog(
            Place place,
            Target target,
            String title,
            String doIt,
            String happens,
            List<String> warnings,
            Function<Cluster, T> change,
            Consumer<T> then) {
        super(place, target, title, doIt);
        this.change = change;
        this.then = then;
        show(text(happens));
        warnings.forEach(words -> add(warning(words)));
    }

    @Override
    Tasks.Work<?> change() {
        return target().session().ask(change);
    }

    /// The answer is that of `change`.
    @SuppressWarnings("unchecked")
    @Override
    void done(Object answer) {
        then.accept((T) answer);
    }
}
