package drydock.app.workspace;

import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;

/// Keeps the selection on objects that get another name or namespace by an edit, whoever makes it or takes it back.
final class RenamedSelection {

    private final ProjectDocument document;
    private final Selection selection;
    private Project known;

    private RenamedSelection(ProjectDocument document, Selection selection) {
        this.document = document;
        this.selection = selection;
        this.known = document.project();
    }

    /// Begins. Whoever begins to listen to the project later finds the selection right.
    static void keep(ProjectDocument document, Selection selection) {
        RenamedSelection kept = new RenamedSelection(document, selection);
        document.projectProperty().subscribe(kept::follow);
    }

    private void follow() {
        Project before = known;
        Project after = document.project();
        known = after;
        List<ResourceId> selected = selection.objects();
        List<ResourceId> now = selected.stream()
                .map(id -> renamed(id, before, after).orElse(id))
                .toList();
        if (!now.equals(selected)) {
            selection.select(now);
        }
    }

    /// What an object that is gone is called now: what is new at its place, of its kind.
    private static Optional<ResourceId> renamed(ResourceId id, Project before, Project after) {
        if (!after.declarations(id).isEmpty()) {
            return Optional.empty();
        }
        return before.declarations(id).stream()
                .limit(1)
                .flatMap(place -> at(place, after).stream())
                .filter(other -> other.kind().equals(id.kind())
                        && other.group().equals(id.group())
                        && before.declarations(other).isEmpty())
                .findFirst();
    }

    private static Optional<ResourceId> at(Declaration place, Project project) {
        int index = place.document().index();
        return project.file(place.path()).stream()
                .filter(file -> index < file.documents().size())
                .flatMap(file -> file.documents().get(index).declared().stream())
                .filter(declared -> declared.path().equals(place.declared().path()))
                .flatMap(declared -> declared.id().stream())
                .findFirst();
    }
}
