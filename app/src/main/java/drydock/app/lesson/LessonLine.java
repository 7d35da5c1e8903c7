package drydock.app.lesson;

import drydock.sim.script.Script;
import drydock.sim.script.Step;
import java.util.ArrayList;
import java.util.List;

/// A line of a lesson's script.
///
/// @param comment what stands above it, empty if nothing does
/// @param text as it is typed
/// @param mayFail whether an expectation below says what its exit code is
public record LessonLine(String comment, String text, boolean mayFail) {

    /// Whether it says what must be seen.
    public boolean expects() {
        return text.startsWith("expect ");
    }

    /// The lines of a script.
    static List<LessonLine> of(String script) throws Script.BadLineException {
        List<Step> steps = Script.parse(script).steps();
        List<String> comments = comments(script, steps.size());
        List<LessonLine> lines = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            lines.add(new LessonLine(comments.get(i), steps.get(i).text(), foreseen(steps, i)));
        }
        return lines;
    }

    private static boolean foreseen(List<Step> steps, int line) {
        for (Step after : steps.subList(line + 1, steps.size())) {
            if (!(after instanceof Step.Expectation expectation)) {
                return false;
            }
            if (expectation.expected().foreseesExit()) {
                return true;
            }
        }
        return false;
    }

    /// The comment above each step.
    private static List<String> comments(String script, int steps) {
        List<String> comments = new ArrayList<>();
        StringBuilder comment = new StringBuilder();
        boolean goesOn = false;
        for (String line : script.lines().map(String::strip).toList()) {
            if (goesOn) {
                goesOn = line.endsWith("\\");
            } else if (line.startsWith("#")) {
                comment.append(comment.isEmpty() ? "" : " ").append(line.replaceFirst("^#+ *", ""));
            } else if (!line.isEmpty()) {
                comments.add(comment.toString());
                comment.setLength(0);
                goesOn = line.endsWith("\\");
            }
        }
        while (comments.size() < steps) {
            comments.add("");
        }
        return comments;
    }
}
