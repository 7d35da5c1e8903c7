package drydock.model.manifest;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;

/// What SnakeYAML says of a text that it cannot read, as a problem with its place.
final class SyntaxProblems {

    private SyntaxProblems() {}

    static TextProblem of(MarkedYAMLException error, String text, CodePoints codePoints, TextLines lines) {
        String context = error.getContext();
        Mark mark = isUnclosed(error) ? error.getContextMark() : error.getProblemMark();
        int at = mark == null ? 0 : Math.min(codePoints.offset(mark.getIndex()), text.length());
        TextSpan span = lines.span(at, Math.min(at + 1, text.length()));
        if (at < text.length() && text.charAt(at) == '\t') {
            return new TextProblem("yaml-tab", span, "A tab cannot stand here; YAML indents with spaces.");
        }
        return new TextProblem("yaml-syntax", span, sentence(error.getProblem(), context));
    }

    /// A character that YAML does not allow, as NUL.
    static TextProblem badCharacter(YAMLException error, String text, TextLines lines) {
        int at = 0;
        while (at < text.length() && StreamReader.isPrintable(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at == text.length()) {
            return new TextProblem("yaml-syntax", lines.span(0, 0), sentence(error.getMessage(), null));
        }
        int codePoint = text.codePointAt(at);
        String message = "The character U+%04X is not allowed in YAML.".formatted(codePoint);
        return new TextProblem("yaml-character", lines.span(at, at + Character.charCount(codePoint)), message);
    }

    /// A string without its closing quote is wrong where it begins; the end of the text says nothing.
    private static boolean isUnclosed(MarkedYAMLException error) {
        return "while scanning a quoted scalar".equals(error.getContext())
                && error.getProblem() != null
                && (error.getProblem().contains("end of stream")
                        || error.getProblem().contains("document separator"));
    }

    private static String sentence(@Nullable String problem, @Nullable String context) {
        String text = problem == null ? "not readable" : problem.strip();
        String all = context == null ? text : text + ", " + context;
        return Character.toUpperCase(all.charAt(0)) + all.substring(1) + ".";
    }
}
