package drydock.app.commands;

import drydock.app.action.Action;
import drydock.model.resource.ResourceId;

/// One line of the command palette.
sealed interface Entry {

    /// Something that can be done.
    ///
    /// @param english what it is called in English, whatever the language
    record Command(Action action, String english) implements Entry {}

    /// An object that can be gone to.
    record GoTo(ResourceId object) implements Entry {}
}
