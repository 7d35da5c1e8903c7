package drydock.app.terminal.screen;

/// What programs switch on and off in a terminal.
public final class Modes {

    private boolean wraps = true;
    private boolean inserts;
    private boolean origin;
    private boolean applicationCursor;
    private boolean bracketedPaste;
    private boolean cursorShown = true;
    private boolean lineFeedReturns;

    boolean wraps() {
        return wraps;
    }

    boolean inserts() {
        return inserts;
    }

    boolean origin() {
        return origin;
    }

    boolean lineFeedReturns() {
        return lineFeedReturns;
    }

    /// Whether arrow keys are to be told as an application wants them (`DECCKM`).
    public boolean applicationCursor() {
        return applicationCursor;
    }

    /// Whether what is pasted is to be put between marks, so that a program can tell it from what is typed.
    public boolean bracketedPaste() {
        return bracketedPaste;
    }

    public boolean cursorShown() {
        return cursorShown;
    }

    void set(int mode, boolean on) {
        if (mode == 4) {
            inserts = on;
        } else if (mode == 20) {
            lineFeedReturns = on;
        }
    }

    /// Sets one of the private modes, and gives whether it is one that is known.
    boolean setPrivate(int mode, boolean on) {
        switch (mode) {
            case 1 -> applicationCursor = on;
            case 6 -> origin = on;
            case 7 -> wraps = on;
            case 25 -> cursorShown = on;
            case 2004 -> bracketedPaste = on;
            default -> {
                return false;
            }
        }
        return true;
    }

    void reset() {
        wraps = true;
        inserts = false;
        origin = false;
        applicationCursor = false;
        bracketedPaste = false;
        cursorShown = true;
        lineFeedReturns = false;
    }
}
