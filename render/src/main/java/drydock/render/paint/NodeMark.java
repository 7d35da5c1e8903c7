package drydock.render.paint;

import drydock.render.scene.Ink;

/// What the scheduler found of a node, laid over its frame.
///
/// @param text a few words: a score, or why the node was left out
public record NodeMark(Tone tone, String text) {

    /// How a node came off; each has its colour and its sign.
    public enum Tone {
        LEFT_OUT(Ink.FAILED, Ink.FAILED_SOFT),
        SCORED(Ink.ACCENT, Ink.ACCENT_SOFT),
        CHOSEN(Ink.READY, Ink.READY_SOFT);

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
