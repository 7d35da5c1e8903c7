package drydock.model.validation.project.missing;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceKind;
import java.util.Optional;

/// That a Pod names an object of its namespace.
///
/// @param path the field with the name
/// @param key the key of a ConfigMap or Secret that is meant, with its field
/// @param vital whether containers do not start without it
record Mention(FieldPath path, ResourceKind kind, String name, Optional<Key> key, boolean vital) {

    /// A key of a ConfigMap or Secret.
    record Key(FieldPath path, String name) {}
}
