package drydock.model.manifest;

import java.util.Locale;

/// Why a text, or part of it, could not be read.
///
/// @param rule the problem's name, as `yaml-syntax` or `yaml-duplicate-key`
/// @param span where
/// @param text what is wrong
/// @param field the field of the document that is wrong; the root where no single one is
public record TextProblem(String rule, TextSpan span, ProblemText text, FieldPath field) {

    /// The rule that a file without any document breaks.
    public static final String NOTHING = "file-empty";

    /// A problem of no single field.
    public TextProblem(String rule, TextSpan span, ProblemText text) {
        this(rule, span, text, FieldPath.ROOT);
    }

    /// What is wrong, in one sentence.
    public String message(Locale locale) {
        return text.in(locale);
    }

    /// The same problem in a text that stands elsewhere in its file.
    TextProblem shifted(int characters, int lines) {
        return new TextProblem(rule, span.shifted(characters, lines), text, field);
    }
}
