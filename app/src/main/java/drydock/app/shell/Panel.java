package drydock.app.shell;

import java.util.Locale;

/// The parts of the window around the canvas that can be closed.
enum Panel {
    /// Palette and outline.
    LEFT("Alt+1"),
    INSPECTOR("Alt+2"),
    EDITOR("Alt+3"),
    /// Console and problems.
    BELOW("Alt+4");

    private final String keys;

    Panel(String keys) {
        this.keys = keys;
    }

    /// What shows and hides it.
    String keys() {
        return keys;
    }

    /// As it stands in settings, and in the ids of actions.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
