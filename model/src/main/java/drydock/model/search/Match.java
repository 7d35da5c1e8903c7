package drydock.model.search;

/// What of an object fits a term.
///
/// @param path the field, as `spec.containers[0].image`
/// @param value what stands there; empty where the field's name fits
/// @param score how well it fits, from 1 for text somewhere to 100 for the whole name
public record Match(String path, String value, int score) {}
