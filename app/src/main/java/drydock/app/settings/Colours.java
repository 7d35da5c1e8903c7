package drydock.app.settings;

/// Which colours the window has.
public enum Colours {
    SYSTEM,
    LIGHT,
    DARK
}
