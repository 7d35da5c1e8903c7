package drydock.render.traffic;

import drydock.render.scene.Ink;

/// How a request ended, as far as it is told apart by its look.
public enum Outcome {
    ANSWERED(Ink.READY),
    /// The server found fault with the request.
    CLIENT_ERROR(Ink.PENDING),
    /// The server failed.
    SERVER_ERROR(Ink.FAILED),
    REFUSED(Ink.FAILED),
    TIMED_OUT(Ink.FAILED),
    /// A NetworkPolicy let it not through.
    DROPPED(Ink.FAILED),
    UNREACHABLE(Ink.FAILED),
    UNKNOWN_NAME(Ink.FAILED);

    private final Ink ink;

    Outcome(Ink ink) {
        this.ink = ink;
    }

    public Ink ink() {
        return ink;
    }

    /// Whether an answer came back, good or bad.
    public boolean isAnswer() {
        return this == ANSWERED || this == CLIENT_ERROR || this == SERVER_ERROR;
    }

    /// Whether it counts as failed.
    public boolean isFailure() {
        return this != ANSWERED && this != CLIENT_ERROR;
    }
}
