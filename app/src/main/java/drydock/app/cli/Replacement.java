package drydock.app.cli;

import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import java.util.List;

/// A stretch of a file's text, and what takes its place.
///
/// @param file the file's path in the project
/// @param start the first character (UTF-16 unit), from 0
/// @param end one behind the last
record Replacement(String file, int start, int end, String text) {

    /// What an edit does to the texts of a project; nothing if it is refused, or does more than change texts.
    static List<Replacement> of(Project project, Edit edit) {
        if (!(edit.applyTo(project) instanceof Outcome.Done<Project>(Project after))
                || !after.files().keySet().equals(project.files().keySet())) {
            return List.of();
        }
        return after.files().values().stream()
                .filter(file -> project.files().get(file.path()) != file)
                .map(file -> between(project.files().get(file.path()), file))
                .toList();
    }

    private static Replacement between(ManifestFile before, ManifestFile after) {
        String from = before.text();
        String to = after.text();
        int least = Math.min(from.length(), to.length());
        int start = 0;
        while (start < least && from.charAt(start) == to.charAt(start)) {
            start++;
        }
        int behind = 0;
        while (behind < least - start
                && from.charAt(from.length() - 1 - behind) == to.charAt(to.length() - 1 - behind)) {
            behind++;
        }
        return new Replacement(before.path(), start, from.length() - behind, to.substring(start, to.length() - behind));
    }
}
