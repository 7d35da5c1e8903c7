package drydock.model.manifest;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/// One object of a document: the document itself, or an item of its list.
///
/// @param path where it stands in the document: the root, or `items[0]` in a `List`, `items[0].items[1]` in one within
/// @param id what it names, if it has an `apiVersion`, a `kind` and a name
/// @param object the object; empty where the text does not fit the kind's types
/// @param fitting the object without the fields that do not fit its kind, as far as there are any; what is drawn of it
public record DeclaredObject(
        FieldPath path, Optional<ResourceId> id, Optional<HasMetadata> object, Optional<HasMetadata> fitting) {}
