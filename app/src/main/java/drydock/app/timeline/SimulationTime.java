package drydock.app.timeline;

import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/// The time of a simulation, as the window commands it. Belongs to the JavaFX thread.
public interface SimulationTime {

    /// The slowest and the fastest speed that can be set; faster than that is [#AS_FAST_AS_IT_GOES].
    double SLOWEST = 0.1;

    double FASTEST = 100;

    /// A speed without a bound: as much as the machine can do.
    double AS_FAST_AS_IT_GOES = Double.POSITIVE_INFINITY;

    /// Whether time goes on.
    BooleanProperty playingProperty();

    /// Simulated seconds for each real one.
    DoubleProperty speedProperty();

    /// Simulated time since the start.
    ReadOnlyObjectProperty<Duration> elapsedProperty();

    /// Goes to the next moment at which something changes, and stops there.
    void step();

    /// Begins again at the start, with the project as it is now.
    void restart();
}
