package drydock.sim.kubectl;

import org.jspecify.annotations.Nullable;

/// A flag that a command takes.
///
/// @param name its long name, with its dashes
/// @param shorthand its letter, or 0
/// @param kind what its value may be
/// @param unsaid the value that it has when it is given without one; null if it needs one
/// @param otherwise the value that it has when it is not given, as the help shows it
record Flag(
        String name, char shorthand, Kind kind, @Nullable String unsaid, String otherwise) {

    /// What values a flag takes.
    enum Kind {
        TEXT,
        SWITCH,
        WHOLE
    }

    static final Flag NAMESPACE = text("--namespace", 'n');
    static final Flag FILENAME = text("--filename", 'f');
    static final Flag KUSTOMIZE = text("--kustomize", 'k');
    static final Flag OUTPUT = text("--output", 'o');
    static final Flag SELECTOR = text("--selector", 'l');
    static final Flag ALL_NAMESPACES = onOff("--all-namespaces", 'A');
    static final Flag ALL = onOff("--all", '\0');
    static final Flag OVERWRITE = onOff("--overwrite", '\0');
    static final Flag NO_HEADERS = onOff("--no-headers", '\0');
    static final Flag DRY_RUN = new Flag("--dry-run", '\0', Kind.TEXT, null, "'none'");

    static Flag text(String name) {
        return text(name, '\0');
    }

    static Flag text(String name, char shorthand) {
        return new Flag(name, shorthand, Kind.TEXT, null, "''");
    }

    static Flag whole(String name, long otherwise) {
        return new Flag(name, '\0', Kind.WHOLE, null, Long.toString(otherwise));
    }

    /// A flag that is on when it is given, and off as `--name=false`.
    static Flag onOff(String name) {
        return onOff(name, '\0');
    }

    static Flag onOff(String name, char shorthand) {
        return new Flag(name, shorthand, Kind.SWITCH, "true", "false");
    }

    /// How messages name it: `-o, --output`.
    String shown() {
        return shorthand == 0 ? name : "-" + shorthand + ", " + name;
    }
}
