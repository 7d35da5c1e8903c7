package drydock.render.figure;

import drydock.model.resource.ResourceId;

/// That one object has to do with another, as an edge shows it.
record Relation(Kind kind, ResourceId from, ResourceId to, String label) {

    enum Kind {
        OWNS,
        SELECTS,
        ENDPOINT_READY,
        /// It leaves, and still serves where nobody else is ready.
        ENDPOINT_SERVING,
        ENDPOINT_NOT_READY,
        ENDPOINT_TERMINATING,
        USES,
        /// Requests go this way, or would.
        REQUESTS,
        /// A Pod that had to leave its node, and the one that was made in its place.
        REPLACED
    }
}
