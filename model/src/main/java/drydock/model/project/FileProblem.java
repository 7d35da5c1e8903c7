package drydock.model.project;

import drydock.model.manifest.TextProblem;

/// Why a file of a project, or part of it, could not be read.
///
/// @param path the file's path
/// @param problem what is wrong, and where in the file
public record FileProblem(String path, TextProblem problem) {}
