package drydock.app.find;

import drydock.app.workspace.Workspace;
import drydock.model.search.Hit;
import drydock.model.search.Query;
import drydock.model.search.SearchIndex;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/// What is looked for among the objects of project and cluster, and what is found, at every moment while it is open.
///
/// Belongs to the JavaFX thread; reading and searching run beside it, one at a time, the newest text last.
final class Finder {

    private final Workspace workspace;
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ReadOnlyObjectWrapper<List<Hit>> hits = new ReadOnlyObjectWrapper<>(this, "hits", List.of());
    private final ReadOnlyObjectWrapper<Optional<Hit>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private Subscription following = Subscription.EMPTY;
    private SearchIndex index = SearchIndex.EMPTY;
    private boolean isOld;
    private boolean running;

    private record Found(SearchIndex index, List<Hit> hits) {}

    Finder(Workspace workspace) {
        this.workspace = workspace;
        typed.subscribe(this::renew);
        open.subscribe(this::renew);
        workspace.document().projectProperty().subscribe(this::renew);
        workspace.sessionProperty().subscribe(session -> {
            following.unsubscribe();
            following = session.map(s -> s.observed().versionProperty().subscribe(this::renew))
                    .orElse(Subscription.EMPTY);
            renew();
        });
    }

    /// What the user typed.
    StringProperty typedProperty() {
        return typed;
    }

    /// Whether anything is looked for at all.
    BooleanProperty openProperty() {
        return open;
    }

    /// What is found, the best first; none while it is not open.
    ReadOnlyObjectProperty<List<Hit>> hitsProperty() {
        return hits.getReadOnlyProperty();
    }

    /// The one that was walked to.
    ReadOnlyObjectProperty<Optional<Hit>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// The number of the one that was walked to, from 0; -1 before the first step.
    int position() {
        return current.get().map(hits.get()::indexOf).orElse(-1);
    }

    /// What comes `steps` after the one that was walked to; after the last comes the first. Empty if nothing is found.
    Optional<Hit> step(int steps) {
        int count = hits.get().size();
        int from = position() < 0 && steps < 0 ? 0 : position();
        return count == 0 ? Optional.empty() : Optional.of(hits.get().get(Math.floorMod(from + steps, count)));
    }

    /// Says that the user is at `hit`.
    void go(Hit hit) {
        current.set(Optional.of(hit));
    }

    private void renew() {
        isOld = true;
        search();
    }

    private void search() {
        if (!open.get()) {
            show(List.of());
            return;
        }
        if (running || !isOld) {
            return;
        }
        isOld = false;
        running = true;
        SearchIndex before = index;
        Query query = Query.parse(typed.get());
        List<HasMetadata> objects =
                new ArrayList<>(workspace.document().project().lastGoodObjects());
        workspace
                .session()
                .ifPresent(session -> objects.addAll(session.observed().objects()));
        workspace
                .tasks()
                .work(() -> {
                    SearchIndex now = before.updated(objects);
                    return new Found(now, now.search(query));
                })
                .then(this::found)
                .otherwise(fault -> {
                    running = false;
                    throw new IllegalStateException("the search failed", fault);
                })
                .start();
    }

    private void found(Found found) {
        running = false;
        index = found.index();
        if (open.get()) {
            show(found.hits());
        }
        search();
    }

    private void show(List<Hit> found) {
        Optional<Hit> same = current.get()
                .flatMap(before -> found.stream()
                        .filter(hit -> hit.object().equals(before.object()))
                        .findFirst());
        if (!found.equals(hits.get())) {
            hits.set(found);
        }
        current.set(same);
    }
}
