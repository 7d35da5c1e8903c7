package drydock.app.session;

import drydock.app.task.Tasks;
import drydock.model.resource.ResourceId;
import java.util.List;

/// A cluster that knows how its scheduler decided. Belongs to the JavaFX thread.
public interface Scheduled {

    /// Asks what the scheduler made of a Pod up to the moment that is seen, the oldest try first; empty if it never
    /// tried it. Start the work that is returned.
    Tasks.Work<List<Decision>> decisions(ResourceId pod);
}
