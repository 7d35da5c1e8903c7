package drydock.render.paint;

import drydock.render.scene.Ink;

/// How an object of a project stands beside that of a cluster, laid over its figure.
///
/// @param text a few words, as how many fields differ
public record DriftMark(Tone tone, String text) {

    /// Where an object is; each has its colour, its sign and its line.
    public enum Tone {
        ONLY_HERE(Ink.ACCENT, Ink.ACCENT_SOFT),
        ONLY_THERE(Ink.UNKNOWN, Ink.UNKNOWN_SOFT),
        DIFFERENT(Ink.PENDING, Ink.PENDING_SOFT);

        private final Ink ink;
        private final Ink soft;

        Tone(Ink ink, Ink soft) {
            this.ink = ink;
            this.soft = soft;
        }

        Ink ink() {
            return ink;
        }

        Ink soft() {
            return soft;
        }
    }
}
