package drydock.model.edit;

import drydock.model.diagram.Diagram;
import drydock.model.diagram.DiagramChange;
import drydock.model.diagram.Position;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextEdit;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One thing to change in a project, as data.
///
/// **All or nothing**: an edit that cannot be applied is refused and says why.
public sealed interface Edit {

    /// Changes a stretch of a file's text, as typing does. The new text need not be readable.
    record ChangeText(String path, TextEdit edit) implements Edit {}

    /// Sets a field of an object; what is missing on the way to it is made.
    ///
    /// @param value a string, number, boolean, null, or a list or map of those
    record SetField(
            ResourceId object, FieldPath field, @Nullable Object value) implements Edit {
        /// @throws IllegalArgumentException if `value` is of another type
        public SetField {
            value = FieldValues.copy(value);
        }
    }

    /// Takes a field away from an object.
    record RemoveField(ResourceId object, FieldPath field) implements Edit {}

    /// Gives a field of an object another name; its value, place and comments stay.
    record RenameField(ResourceId object, FieldPath field, String name) implements Edit {}
    /// Puts what an object has at `field` under `key` of it; comments stay.
    record NestField(ResourceId object, FieldPath field, String key) implements Edit {}

    /// Adds the objects that `yaml` describes at the end of a file, which is made if it is not there. Behind
    /// JSON nothing can be added: for `a.json` that is done in `a.yaml`.
    record AddObject(String path, String yaml) implements Edit {}

    /// Takes an object away, with its place on the canvas; a file that is blank then goes too.
    record RemoveObject(ResourceId object) implements Edit {}

    /// Puts figures where they are to stand.
    record MoveFigures(SortedMap<ResourceId, Position> positions) implements Edit {
        public MoveFigures {
            positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
        }

        public MoveFigures(Map<ResourceId, Position> positions) {
            this(new TreeMap<>(positions));
        }
    }

    /// Changes what else only the canvas knows: groups, notes, what is hidden, locked or collapsed.
    record Draw(DiagramChange change) implements Edit {}

    /// Puts another diagram in the place of the one that is there.
    record PutDiagram(Diagram diagram) implements Edit {}

    /// Adds a file.
    record AddFile(String path, String text) implements Edit {}

    /// Puts a file as it was read from elsewhere, beside the others or in the place of the one at its path.
    record PutFile(ManifestFile file) implements Edit {}

    /// Takes a file away.
    record RemoveFile(String path) implements Edit {}

    /// Several edits, each on what the one before it made.
    record Composite(List<Edit> edits) implements Edit {
        public Composite {
            edits = List.copyOf(edits);
        }
    }

    /// The project after this edit; what the edit does not touch is shared with `project`.
    default Outcome<Project> applyTo(Project project) {
        return new EditApplication(project).apply(this);
    }

    /// The key of the name that menus have for this edit ("Undo Move"), in the messages of this package.
    default String label() {
        return switch (this) {
            case ChangeText _ -> "edit.changeText";
            case SetField _, NestField _ -> "edit.setField";
            case RemoveField _ -> "edit.removeField";
            case RenameField _ -> "edit.renameField";
            case AddObject _ -> "edit.addObject";
            case RemoveObject _ -> "edit.removeObject";
            case MoveFigures _ -> "edit.moveFigures";
            case Draw(DiagramChange change) -> change.label();
            case PutDiagram _ -> "edit.putDiagram";
            case AddFile _ -> "edit.addFile";
            case PutFile _ -> "edit.putFile";
            case RemoveFile _ -> "edit.removeFile";
            case Composite(List<Edit> edits) ->
                edits.isEmpty()
                        ? "edit.several"
                        : edits.stream()
                                .map(Edit::label)
                                .reduce((a, b) -> a.equals(b) ? a : "edit.several")
                                .orElseThrow();
        };
    }
}
