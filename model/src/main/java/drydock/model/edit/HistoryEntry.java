package drydock.model.edit;

import drydock.model.project.Project;
import org.jspecify.annotations.Nullable;

/// One step that can be undone.
///
/// @param serial tells it from every other entry of its history
/// @param label the key of its name in menus
/// @param typing what was typed, if it was typed
/// @param characters how many characters of text are held for this step alone
record HistoryEntry(
        long serial,
        String label,
        Project before,
        Project after,
        @Nullable Typing typing,
        long characters) {

    static HistoryEntry of(long serial, String label, Project before, Project after, @Nullable Typing typing) {
        long characters = before.files().entrySet().stream()
                .filter(file -> after.files().get(file.getKey()) != file.getValue())
                .mapToLong(file -> file.getValue().text().length())
                .sum();
        return new HistoryEntry(serial, label, before, after, typing, characters);
    }
}
