package drydock.model.project;

import drydock.model.manifest.ManifestDocument;

/// One place where a project says what an object is to be.
///
/// @param path the file's path
/// @param document the document in it
public record Declaration(String path, ManifestDocument document) {}
