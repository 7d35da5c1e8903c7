package drydock.app.action;

import drydock.app.text.Messages;

/// What is missing where an action cannot be done.
public enum Need {
    SELECTION,
    OBJECT,
    PROJECT_OBJECT,
    ONE_OBJECT,
    ONE_NAME,
    TWO_OBJECTS,
    THREE_OBJECTS,
    LINE,
    GROUP,
    NOTE_OR_GROUP,
    HIDDEN_KIND,
    STEP_TO_UNDO,
    STEP_TO_REDO,
    SEARCH,
    SIMULATION,
    OBSERVED_OBJECT,
    UNLOCKED,
    RECORDED,
    LIVE_POD,
    FITTING_OBJECT,
    LIVE,
    SIMULATED_POD;

    /// What a user is told.
    public String text() {
        return Messages.of(Need.class).get("need." + name());
    }
}
