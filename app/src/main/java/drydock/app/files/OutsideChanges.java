package drydock.app.files;

import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.diagram.DiagramFile;
import drydock.model.difference.TextDifference;
import drydock.model.edit.Edit;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.storage.Conflict;
import drydock.model.storage.FolderProblem;
import drydock.model.storage.ProjectFolder;
import drydock.model.storage.Reload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Takes over what other programs changed in the project's folder, or asks whose version counts where both sides
/// changed.
final class OutsideChanges {

    private final Messages messages = Messages.of(OutsideChanges.class);
    private final Workspace workspace;
    private final Dialogs dialogs;

    /// What the user decided.
    enum Answer {
        MINE,
        THEIRS,
        LATER
    }

    OutsideChanges(Workspace workspace, Dialogs dialogs) {
        this.workspace = workspace;
        this.dialogs = dialogs;
    }

    /// Shows the differences and asks whose version of the files counts.
    Answer ask(List<Conflict> conflicts, ProjectFolder folder) {
        String mine = messages.get("files.conflict.mine");
        String theirs = messages.get("files.conflict.theirs");
        String paths = conflicts.stream().map(Conflict::path).collect(Collectors.joining("\n"));
        Optional<String> choice = dialogs.compare(
                messages.get("files.conflict"),
                messages.get("files.conflict.text", paths),
                conflicts.stream()
                        .map(conflict -> difference(conflict.path(), folder))
                        .toList(),
                List.of(mine, theirs));
        return choice.map(said -> said.equals(mine) ? Answer.MINE : Answer.THEIRS)
                .orElse(Answer.LATER);
    }

    /// Reads the files again, in one step that can be taken back.
    ///
    /// @return the folder as it is after that
    ProjectFolder take(List<Conflict> conflicts, ProjectFolder folder) {
        ProjectFolder after = folder;
        List<Edit> edits = new ArrayList<>();
        for (Conflict conflict : conflicts) {
            switch (after.reload(conflict.path())) {
                case Reload.Manifests(ProjectFolder now, var file) -> {
                    after = now;
                    edits.add(new Edit.PutFile(file));
                }
                case Reload.Gone(ProjectFolder now, String path) -> {
                    after = now;
                    if (workspace.document().project().files().containsKey(path)) {
                        edits.add(new Edit.RemoveFile(path));
                    }
                }
                case Reload.OfDiagram(ProjectFolder now, var diagram) -> {
                    after = now;
                    edits.add(new Edit.PutDiagram(diagram.diagram()));
                }
                case Reload.Failed(FolderProblem problem) ->
                    dialogs.tell(messages.get("files.notOpened"), problem.message(Locale.getDefault()));
            }
        }
        if (!edits.isEmpty()) {
            workspace.perform(new Edit.Composite(edits), "edit.reload");
        }
        return after;
    }

    /// The conflicts about files that are, in the window, as they were saved last.
    static List<Conflict> notOurs(List<Conflict> conflicts, Project saved, Project now) {
        return conflicts.stream()
                .filter(conflict -> conflict.path().equals(DiagramFile.NAME)
                        ? now.diagram().equals(saved.diagram())
                        : text(now, conflict.path()).equals(text(saved, conflict.path())))
                .toList();
    }

    private TextDifference difference(String path, ProjectFolder folder) {
        Project project = workspace.document().project();
        String mine = path.equals(DiagramFile.NAME) ? diagram(project.diagramFile()) : text(project, path);
        String theirs = switch (folder.reload(path)) {
            case Reload.Manifests(var _, var file) -> file.text();
            case Reload.OfDiagram(var _, var file) -> diagram(file);
            case Reload.Gone _ -> "";
            case Reload.Failed(FolderProblem problem) -> "# " + problem.message(Locale.getDefault());
        };
        return TextDifference.of(path, mine, theirs);
    }

    private static String text(Project project, String path) {
        return project.file(path).map(ManifestFile::text).orElse("");
    }

    private static String diagram(DiagramFile file) {
        return file.bytes()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }
}
