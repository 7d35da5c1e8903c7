package drydock.model.reference;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceId;

/// That an object names another.
///
/// @param from the object that names
/// @param path the field of `from` that holds the name
/// @param to what it names, whether that is there or not
public record Reference(ResourceId from, FieldPath path, ResourceId to) {}
