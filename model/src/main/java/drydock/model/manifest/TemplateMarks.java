package drydock.model.manifest;

import java.util.List;
import java.util.Optional;

/// Texts that a tool has yet to make manifests of, as Helm does: `{{` where no value of YAML begins so.
final class TemplateMarks {

    private static final String MARK = "{{";

    private TemplateMarks() {}

    /// That `text` is a template, if that is why it has the first of these problems: a mark stands on its line, or on
    /// the last line before it that is not empty.
    static Optional<TextProblem> problem(String text, List<TextProblem> problems, int base, TextLines lines) {
        if (problems.isEmpty() || !text.contains(MARK)) {
            return Optional.empty();
        }
        int at = Math.clamp(problems.getFirst().span().start() - base, 0, text.length());
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at);
        int mark = text.indexOf(MARK, before(text, start));
        return mark < 0 || (end >= 0 && mark >= end)
                ? Optional.empty()
                : Optional.of(new TextProblem(
                        "manifest-template", lines.span(mark, mark + MARK.length()), ProblemText.of("template")));
    }

    /// Where the last line begins that stands before the one at `start` and is not empty.
    private static int before(String text, int start) {
        int end = start;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.lastIndexOf('\n', Math.max(0, end - 1)) + 1;
    }
}
