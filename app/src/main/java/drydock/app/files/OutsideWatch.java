package drydock.app.files;

import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.project.Project;
import drydock.model.storage.Conflict;
import drydock.model.storage.ProjectFolder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What happens when other programs change files of the project's folder.
final class OutsideWatch {

    private final Messages messages = Messages.of(OutsideWatch.class);
    private final Workspace workspace;
    private final ProjectPlace place;
    private final Autosave autosave;
    private final OutsideChanges outside;
    private final Saving saving;

    /// What both sides changed, when that was told last.
    private List<Conflict> told = List.of();

    OutsideWatch(Workspace workspace, ProjectPlace place, Autosave autosave, OutsideChanges outside, Saving saving) {
        this.workspace = workspace;
        this.place = place;
        this.autosave = autosave;
        this.outside = outside;
        this.saving = saving;
    }

    /// Another program changed files of the folder: those that are as they were saved are read again, and the others
    /// told.
    void changed(ProjectFolder where, List<Conflict> conflicts) {
        if (saving.isUnderWay() || !place.folder().equals(Optional.of(where))) {
            return;
        }
        boolean wasGone = place.isGone();
        place.setGone(where.isGone(conflicts));
        if (place.isGone()) {
            // taking that over would empty the window, and there may be nothing left anywhere else
            if (!wasGone) {
                workspace.messageProperty().set(messages.get("files.gone", where.root()));
            }
            return;
        }
        Project project = workspace.document().project();
        boolean clean = !workspace.document().history().isDirty();
        List<Conflict> free = clean ? conflicts : OutsideChanges.notOurs(conflicts, autosave.saved(), project);
        List<Conflict> both =
                conflicts.stream().filter(conflict -> !free.contains(conflict)).toList();
        if (!free.isEmpty() && !workspace.document().history().isMarkOpen()) {
            place.update(outside.take(free, where));
            if (clean) {
                workspace
                        .document()
                        .saved(
                                workspace.document().history().position(),
                                workspace.document().project());
            } else {
                autosave.took(free, workspace.document().project());
            }
            workspace.messageProperty().set(told(free));
        }
        if (!both.isEmpty() && !both.equals(told)) {
            told = both;
            workspace.messageProperty().set(messages.get("files.outside.both", names(both)));
        }
    }

    /// Shows what is different from the files on the disk, and asks whose version counts.
    void compareWithDisk() {
        List<Conflict> changes =
                place.folder().map(ProjectFolder::outsideChanges).orElse(List.of());
        if (changes.isEmpty()) {
            workspace.messageProperty().set(messages.get("files.outside.none"));
        } else {
            saving.settle(changes, place.folder().orElseThrow());
        }
    }

    private String told(List<Conflict> taken) {
        List<Conflict> fresh = taken.stream()
                .filter(conflict -> conflict.kind() == Conflict.Kind.APPEARED)
                .toList();
        List<Conflict> others =
                taken.stream().filter(conflict -> !fresh.contains(conflict)).toList();
        return Stream.of(
                        others.isEmpty() ? "" : messages.get("files.outside.read", names(others)),
                        fresh.isEmpty() ? "" : messages.get("files.outside.new", names(fresh)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String names(List<Conflict> conflicts) {
        return conflicts.stream().limit(3).map(Conflict::path).collect(Collectors.joining(", "))
                + (conflicts.size() > 3 ? " …" : "");
    }
}
