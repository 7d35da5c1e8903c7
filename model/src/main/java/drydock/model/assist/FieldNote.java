package drydock.model.assist;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.SchemaField;

/// Which field of the API a place of a text means.
///
/// @param definition the definition that has the field, as `io.k8s.api.core.v1.PodSpec`
/// @param field the field
/// @param path where the text has it, from its document inwards
/// @param start where its key begins in the text
/// @param end behind its key
public record FieldNote(String definition, SchemaField field, FieldPath path, int start, int end) {}
