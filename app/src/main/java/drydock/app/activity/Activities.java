package drydock.app.activity;

import drydock.app.session.ClusterSession;
import drydock.app.text.Messages;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What goes on in the clusters of a window, and what has ended and was not yet cleared away. Belongs to the JavaFX
/// thread.
public final class Activities {

    private final Messages messages = Messages.of(Activities.class);
    private final ObservableList<Activity> list = FXCollections.observableArrayList();
    /// Kept here: a view that nobody holds hears of no change.
    private final ObservableList<Activity> view = FXCollections.unmodifiableObservableList(list);

    public ObservableList<Activity> list() {
        return view;
    }

    /// Adds one, and clears away what has come to a good end.
    public void add(Activity activity) {
        list.removeIf(other -> other.stateProperty().get() == Activity.State.DONE);
        list.add(activity);
    }

    /// Clears one away; one that goes on goes on unseen.
    public void remove(Activity activity) {
        list.remove(activity);
    }

    /// What is left undone in a cluster, or in any where none is given, if it is left now; by title.
    public List<String> undone(Optional<ClusterSession> session) {
        return list.stream()
                .filter(Activity::isUndone)
                .filter(activity -> session.isEmpty() || session.get().equals(activity.session()))
                .map(activity ->
                        activity.title() + " · " + activity.session().info().name())
                .toList();
    }

    /// Ends all that goes on in a cluster that is left.
    public void leave(ClusterSession session) {
        List.copyOf(list).stream()
                .filter(activity -> activity.session().equals(session))
                .forEach(activity -> {
                    activity.stop();
                    activity.end(
                            Activity.State.STOPPED,
                            messages.get("activity.left", session.info().name()));
                });
    }
}
