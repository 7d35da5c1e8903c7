package drydock.app.settings;

/// Whether what changes moves to where it is then.
public enum Motion {
    SYSTEM,
    ALWAYS,
    NEVER
}
