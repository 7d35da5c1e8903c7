package drydock.app.session;

import drydock.app.task.Tasks;
import drydock.model.resource.ResourceId;
import java.util.List;

/// A cluster that knows why things are as they are. Belongs to the JavaFX thread.
public interface Explained {

    /// Asks why an object is as it is seen: the chain of causes, the first cause first; empty if it was never there.
    /// Start the work that is returned.
    Tasks.Work<List<Reason>> why(ResourceId object);
}
