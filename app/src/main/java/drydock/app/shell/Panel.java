package drydock.app.shell;

import java.util.Locale;

/// The parts of the window around the canvas that can be closed.
enum Panel {
    /// Palette and outline.
    LEFT,
    INSPECTOR,
    EDITOR,
    /// Console and problems.
    BELOW;

    /// As it stands in settings, and in the ids of actions.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
