package drydock.app.session;

import drydock.app.task.Tasks;
import java.util.List;
import javafx.beans.value.ObservableValue;

/// A cluster whose components can be looked at. Belongs to the JavaFX thread.
public interface ControlPlane {

    /// Asks for the components, from who gives commands to who runs containers. Start the work that is returned.
    Tasks.Work<List<Component>> components();

    /// How many commands were begun: each may have stopped, delayed or started a component.
    ObservableValue<Number> commandsProperty();
}
