package drydock.model.manifest;

/// Why a text, or part of it, could not be read.
///
/// @param rule the problem's name, as `yaml-syntax` or `yaml-duplicate-key`
/// @param span where
/// @param message what is wrong, in English, in one sentence
public record TextProblem(String rule, TextSpan span, String message) {}
