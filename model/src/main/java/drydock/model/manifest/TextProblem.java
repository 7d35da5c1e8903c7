package drydock.model.manifest;

/// Why a text, or part of it, could not be read.
///
/// @param rule the problem's name, as `yaml-syntax` or `yaml-duplicate-key`
/// @param span where
/// @param message what is wrong, in English, in one sentence
/// @param field the field of the document that is wrong; the root where no single one is
public record TextProblem(String rule, TextSpan span, String message, FieldPath field) {

    /// A problem of no single field.
    public TextProblem(String rule, TextSpan span, String message) {
        this(rule, span, message, FieldPath.ROOT);
    }

    /// The same problem in a text that stands elsewhere in its file.
    TextProblem shifted(int characters, int lines) {
        return new TextProblem(rule, span.shifted(characters, lines), message, field);
    }
}
