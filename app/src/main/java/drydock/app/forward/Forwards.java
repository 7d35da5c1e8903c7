package drydock.app.forward;

import drydock.app.session.ClusterSession;
import drydock.app.task.Tasks;
import drydock.model.resource.ResourceId;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The forwarded ports of a window, those that have ended among them until they are cleared away. Belongs to the JavaFX
/// thread.
public final class Forwards {

    private final Tasks tasks;
    private final ObservableList<Forwarding> all = FXCollections.observableArrayList();
    /// Kept, for it would be forgotten with its listeners.
    private final ObservableList<Forwarding> shown = FXCollections.unmodifiableObservableList(all);

    public Forwards(Tasks tasks) {
        this.tasks = tasks;
    }

    ObservableList<Forwarding> all() {
        return shown;
    }

    /// Opens one.
    ///
    /// @param local the port on loopback, 0 for a free one
    Forwarding open(ClusterSession session, ResourceId object, int port, int local) {
        Forwarding forwarding = new Forwarding(session, object, port, tasks);
        all.add(forwarding);
        forwarding.begin(local);
        return forwarding;
    }

    void stop(Forwarding forwarding) {
        forwarding.stop();
        all.remove(forwarding);
    }
}
