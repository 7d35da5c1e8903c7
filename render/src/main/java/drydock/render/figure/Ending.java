package drydock.render.figure;

import drydock.render.scene.Ink;

/// How an endpoint of a Service stands, the best first (`discovery/v1 EndpointConditions`).
enum Ending {
    READY(Relation.Kind.ENDPOINT_READY, Ink.READY),
    /// It is being deleted, and still answers: it is sent to where no endpoint is ready.
    SERVING(Relation.Kind.ENDPOINT_SERVING, Ink.PENDING),
    NOT_READY(Relation.Kind.ENDPOINT_NOT_READY, Ink.PENDING),
    /// It is being deleted, and does not answer any more.
    TERMINATING(Relation.Kind.ENDPOINT_TERMINATING, Ink.LEAVING);

    private final Relation.Kind line;
    private final Ink ink;

    Ending(Relation.Kind line, Ink ink) {
        this.line = line;
        this.ink = ink;
    }

    /// What the line to it is.
    Relation.Kind line() {
        return line;
    }

    Ink ink() {
        return ink;
    }

    static Ending of(boolean ready, boolean serving, boolean terminating) {
        return ready ? READY : terminating ? (serving ? SERVING : TERMINATING) : NOT_READY;
    }

    /// The better of two that say different things of one Pod.
    Ending or(Ending other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
