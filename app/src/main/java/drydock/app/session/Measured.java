package drydock.app.session;

import drydock.render.load.Loads;
import javafx.beans.property.ReadOnlyObjectProperty;

/// A cluster that knows how busy it has been. Belongs to the JavaFX thread.
public interface Measured {

    /// How busy everything was up to the moment that is seen.
    ReadOnlyObjectProperty<Loads> loadsProperty();
}
