package drydock.model.project;

import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/// One place where a project says what an object is to be.
///
/// @param path the file's path
/// @param document the document in it
/// @param declared the object in the document: the document itself, or an item of its list
public record Declaration(String path, ManifestDocument document, DeclaredObject declared) {

    /// The object; empty where the text does not fit its kind.
    public Optional<HasMetadata> object() {
        return declared.object();
    }

    /// The object without the fields that do not fit its kind.
    public Optional<HasMetadata> fitting() {
        return declared.fitting();
    }

    /// A field of the object as a field of the document: in a `List`, `spec` is `items[0].spec`.
    public FieldPath inDocument(FieldPath field) {
        FieldPath path = declared.path();
        for (FieldPath.Step step : field.steps()) {
            path = switch (step) {
                case FieldPath.Key(String name) -> path.key(name);
                case FieldPath.Index(int position) -> path.index(position);
            };
        }
        return path;
    }
}
