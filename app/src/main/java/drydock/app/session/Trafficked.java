package drydock.app.session;

import drydock.render.traffic.Traffic;
import javafx.beans.property.ReadOnlyObjectProperty;

/// A cluster whose requests can be seen as they travel. Belongs to the JavaFX thread.
public interface Trafficked {

    /// The requests around the moment that is seen; set as its time goes on.
    ReadOnlyObjectProperty<Traffic> trafficProperty();
}
