package drydock.app.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;

/// Time that can be played, as the window commands it: that of a simulation, or that of a recording. Belongs to the
/// JavaFX thread.
///
/// The present is the last moment that is known: of a simulation the last that was simulated, of a recording its end.
/// Looking back at an earlier one changes nothing; playing there plays what was, up to the present.
public interface PlayedTime {

    /// The slowest and the fastest speed that can be set; faster than that is [#AS_FAST_AS_IT_GOES].
    double SLOWEST = 0.1;

    double FASTEST = 100;

    /// A speed without a bound: as much as the machine can do.
    double AS_FAST_AS_IT_GOES = Double.POSITIVE_INFINITY;

    /// How far it is.
    Playback playback();

    /// Whether time goes on.
    default BooleanProperty playingProperty() {
        return playback().playingProperty();
    }

    /// Played seconds for each real one.
    default DoubleProperty speedProperty() {
        return playback().speedProperty();
    }

    /// Time from the start to the present.
    default ReadOnlyObjectProperty<Duration> elapsedProperty() {
        return playback().elapsedProperty();
    }

    /// The moment that is looked back at, since the start; empty where the present is seen.
    default ReadOnlyObjectProperty<Optional<Duration>> pastProperty() {
        return playback().pastProperty();
    }

    /// What happened when, the oldest first.
    default ObservableList<TimeMark> marks() {
        return playback().marks();
    }

    /// Goes to the next moment at which something changes, and stops there.
    void step();

    /// Goes back to the last moment before the one that is seen at which something changed, and stops there; to the
    /// start if there is none.
    void stepBack();

    /// Shows the cluster as it was at a moment.
    void goTo(Duration moment);

    /// Shows the present again.
    void goToPresent();

    /// The date at which it began in the world; empty where it is not of the world.
    default Optional<Instant> began() {
        return Optional.empty();
    }
}
