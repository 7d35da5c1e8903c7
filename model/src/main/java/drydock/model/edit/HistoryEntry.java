package drydock.model.edit;

import drydock.model.project.Project;
import org.jspecify.annotations.Nullable;

/// One step that can be undone.
///
/// @param serial tells it from every other entry of its history
/// @param label the key of its name in menus
/// @param typing what was typed, if it was typed
record HistoryEntry(
        long serial,
        String label,
        Project before,
        Project after,
        @Nullable Typing typing) {}
