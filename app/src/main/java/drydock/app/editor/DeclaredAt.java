package drydock.app.editor;

import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import java.util.Optional;

/// Finds the object that a place of a file belongs to.
final class DeclaredAt {

    private DeclaredAt() {}

    /// The object of the document at `offset` of the file, or of the item of its list.
    static Optional<ResourceId> find(ManifestFile file, int offset) {
        return file.documentAt(offset)
                .flatMap(document -> document.declared().stream()
                        .filter(object -> contains(document, object, offset))
                        .findFirst()
                        .flatMap(DeclaredObject::id));
    }

    private static boolean contains(ManifestDocument document, DeclaredObject object, int offset) {
        return object.path().isRoot() || document.spanOf(object.path()).touches(offset);
    }
}
