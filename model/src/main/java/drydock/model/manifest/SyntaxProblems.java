package drydock.model.manifest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;

/// What SnakeYAML says of a text that it cannot read, as a problem with its place.
final class SyntaxProblems {

    /// What the library's words have in them, the more telling ones first, and what is said instead.
    private static final Map<String, String> KEYS = keys();

    private SyntaxProblems() {}

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("could not find expected ':'", "syntax.colon");
        keys.put("mapping values are not allowed", "syntax.mappingValue");
        keys.put("mapping keys are not allowed", "syntax.mappingKey");
        keys.put("sequence entries are not allowed", "syntax.sequenceEntry");
        keys.put("expected <block end>", "syntax.blockEnd");
        keys.put("expected ',' or ']'", "syntax.flowSequence");
        keys.put("expected ',' or '}'", "syntax.flowMapping");
        keys.put("unknown escape character", "syntax.escape");
        keys.put("expected escape sequence", "syntax.escape");
        keys.put("cannot start any token", "syntax.token");
        keys.put("found undefined tag handle", "syntax.tagHandle");
        keys.put("while scanning a tag", "syntax.tagText");
        keys.put("while scanning a block scalar", "syntax.blockScalar");
        keys.put("directive", "syntax.directive");
        keys.put("while scanning an ", "syntax.anchorName");
        keys.put("expected the node content", "syntax.value");
        keys.put("expected '<document start>'", "syntax.documentStart");
        keys.put("unexpected end of stream", "syntax.end");
        return keys;
    }

    static TextProblem of(MarkedYAMLException error, String text, CodePoints codePoints, TextLines lines) {
        Mark mark = isUnclosed(error) ? error.getContextMark() : error.getProblemMark();
        int at = mark == null ? 0 : Math.min(codePoints.offset(mark.getIndex()), text.length());
        TextSpan span = lines.span(at, Math.min(at + 1, text.length()));
        if (at < text.length() && text.charAt(at) == '\t') {
            return new TextProblem("yaml-tab", span, ProblemText.of("tab"));
        }
        return new TextProblem("yaml-syntax", span, text(error));
    }

    /// A character that YAML does not allow, as NUL.
    static TextProblem badCharacter(YAMLException error, String text, TextLines lines) {
        int at = 0;
        while (at < text.length() && StreamReader.isPrintable(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at == text.length()) {
            return new TextProblem(
                    "yaml-syntax",
                    lines.span(0, 0),
                    ProblemText.of("syntax.other", Objects.requireNonNullElse(error.getMessage(), "")));
        }
        int codePoint = text.codePointAt(at);
        ProblemText said = ProblemText.of("character", "U+%04X".formatted(codePoint));
        return new TextProblem("yaml-character", lines.span(at, at + Character.charCount(codePoint)), said);
    }

    /// A string without its closing quote is wrong where it begins; the end of the text says nothing.
    private static boolean isUnclosed(MarkedYAMLException error) {
        return "while scanning a quoted scalar".equals(error.getContext())
                && error.getProblem() != null
                && (error.getProblem().contains("end of stream")
                        || error.getProblem().contains("document separator"));
    }

    private static ProblemText text(MarkedYAMLException error) {
        if (isUnclosed(error)) {
            return ProblemText.of("syntax.unclosed");
        }
        String problem = Objects.requireNonNullElse(error.getProblem(), "").strip();
        String all = error.getContext() == null ? problem : problem + ", " + error.getContext();
        return KEYS.entrySet().stream()
                .filter(known -> all.contains(known.getKey()))
                .findFirst()
                .map(known -> ProblemText.of(known.getValue()))
                .orElseGet(() -> ProblemText.of("syntax.other", all));
    }
}
