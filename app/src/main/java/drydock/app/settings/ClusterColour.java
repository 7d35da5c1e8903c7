package drydock.app.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The colour that a user gives a cluster, so that one is not mistaken for another.
public enum ClusterColour {
    NONE,
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    BLUE,
    VIOLET;

    /// Its class in style sheets.
    public String styleClass() {
        return "cluster-" + name().toLowerCase(Locale.ROOT);
    }

    static Optional<ClusterColour> read(String text) {
        return Stream.of(values()).filter(colour -> colour.name().equals(text)).findFirst();
    }
}
