package drydock.app.timeline;

import javafx.collections.ObservableList;

/// Runs that parted at some moment and stand beside each other. Belongs to the JavaFX thread.
public interface Branches {

    /// What each is called, the first first.
    ObservableList<String> names();

    /// Which of them is seen, from 0.
    int shown();

    /// Shows another.
    void show(int index);

    /// Shows what is different between the one that is seen and another, at the moment that is seen.
    void compareWith(int index);
}
