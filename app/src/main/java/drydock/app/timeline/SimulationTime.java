package drydock.app.timeline;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;

/// The time of a simulation, as the window commands it. Belongs to the JavaFX thread.
///
/// The present is the last moment that was simulated. Looking back at an earlier one changes nothing; playing there
/// plays what was, up to the present, and goes on from it.
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

    /// Simulated time from the start to the present.
    ReadOnlyObjectProperty<Duration> elapsedProperty();

    /// The moment that is looked back at, since the start; empty where the present is seen.
    ReadOnlyObjectProperty<Optional<Duration>> pastProperty();

    /// What happened when, the oldest first.
    ObservableList<TimeMark> marks();

    /// Goes to the next moment at which something changes, and stops there.
    void step();

    /// Shows the cluster as it was at a moment; a moment to come is run to as fast as it goes.
    void goTo(Duration moment);

    /// Shows the present again.
    void goToPresent();

    /// Runs as fast as it goes until a goal is met, at most a simulated hour, and stops there.
    void runUntil(Goal goal);

    /// Begins again at the start, with the project as it is now.
    void restart();

    /// Goes on from the moment that is seen as a run of its own; this one stays beside it.
    void fork();

    /// The runs that stand beside each other.
    Branches branches();
}
