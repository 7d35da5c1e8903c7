package drydock.app.settings;

/// How large the window's texts are, and with them its controls.
public enum TextSize {
    SMALL(11),
    NORMAL(13),
    LARGE(16),
    /// To be read from the last row of a classroom.
    PROJECTOR(20);

    private final int pixels;

    TextSize(int pixels) {
        this.pixels = pixels;
    }

    /// The size of ordinary text.
    public int pixels() {
        return pixels;
    }
}
