package drydock.app.cli;

import drydock.app.text.Messages;
import drydock.model.project.Project;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Findings for people, as a compiler writes them: `file:line:column: error: message [rule]`, what to do on a
/// line of its own, and a last line with how many there are. The words error, warning and advice are the same
/// in every language, for programs look for them.
final class CheckText {

    private static final Messages MESSAGES = Messages.of(CheckText.class);

    private final PrintWriter out;
    private final boolean coloured;

    CheckText(PrintWriter out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    void print(CheckReport report) {
        out.print(report.findings().parallelStream()
                .map(finding -> text(report, finding))
                .collect(Collectors.joining()));
        out.println(MESSAGES.get(
                "check.count",
                report.count(Severity.ERROR),
                report.count(Severity.WARNING),
                report.count(Severity.ADVICE),
                objects(report.project()),
                report.project().files().size()));
        off(report);
    }

    private String text(CheckReport report, Finding finding) {
        StringBuilder text = new StringBuilder();
        String place = report.paths().name(finding.file()) + ":" + finding.line() + ":" + report.column(finding) + ":";
        String severity = finding.severity().name().toLowerCase(Locale.ROOT) + ":";
        text.append(painted("1", place)).append(' ');
        text.append(painted(colour(finding.severity()), severity)).append(' ');
        text.append(finding.message(Locale.getDefault()));
        text.append(" [").append(finding.rule()).append(']').append(System.lineSeparator());
        String advice = finding.advice(Locale.getDefault());
        if (!advice.isEmpty()) {
            text.append("    ").append(advice).append(System.lineSeparator());
        }
        return text.toString();
    }

    private String painted(String colour, String text) {
        return coloured ? "\u001B[" + colour + "m" + text + "\u001B[0m" : text;
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> "1;31";
            case WARNING -> "1;33";
            case ADVICE -> "1;36";
        };
    }

    private static int objects(Project project) {
        return project.manifests().stream()
                .flatMap(file -> file.documents().stream())
                .mapToInt(document -> document.declared().size())
                .sum();
    }

    /// Says how many findings are switched off, and by what.
    private void off(CheckReport report) {
        Map<String, Integer> counts = new TreeMap<>();
        report.off()
                .forEach(finding -> counts.merge(
                        MESSAGES.get("check.off." + report.switchOf(finding), finding.rule()), 1, Integer::sum));
        counts.forEach((by, count) -> out.println(MESSAGES.get("check.off", count, by)));
    }
}
