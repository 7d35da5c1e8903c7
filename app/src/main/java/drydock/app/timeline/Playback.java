package drydock.app.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// How far a [PlayedTime] is, and how it goes on. Belongs to the JavaFX thread.
public final class Playback {

    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
    private final ReadOnlyObjectWrapper<Duration> elapsed;
    private final ReadOnlyObjectWrapper<Optional<Duration>> past =
            new ReadOnlyObjectWrapper<>(this, "past", Optional.empty());
    private final ObservableList<TimeMark> marks = FXCollections.observableArrayList();

    /// Held here, since it hears of changes only as long as somebody holds it.
    private final ObservableList<TimeMark> readOnlyMarks = FXCollections.unmodifiableObservableList(marks);

    /// @param elapsed time from the start to the present
    public Playback(Duration elapsed) {
        this.elapsed = new ReadOnlyObjectWrapper<>(this, "elapsed", elapsed);
    }

    public BooleanProperty playingProperty() {
        return playing;
    }

    public DoubleProperty speedProperty() {
        return speed;
    }

    ReadOnlyObjectProperty<Duration> elapsedProperty() {
        return elapsed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Duration>> pastProperty() {
        return past.getReadOnlyProperty();
    }

    ObservableList<TimeMark> marks() {
        return readOnlyMarks;
    }

    /// Whether an earlier moment than the present is seen.
    public boolean isPast() {
        return past.get().isPresent();
    }

    /// The moment that is seen, since the start.
    public Duration seen() {
        return past.get().orElse(elapsed.get());
    }

    /// The present is so far from the start.
    public void reached(Duration present) {
        elapsed.set(present);
    }

    /// This is seen: a moment that is looked back at, or, where it is empty, the present.
    public void sees(Optional<Duration> moment) {
        past.set(moment);
    }

    /// More has happened.
    public void mark(List<TimeMark> happened) {
        marks.addAll(happened);
    }
}
