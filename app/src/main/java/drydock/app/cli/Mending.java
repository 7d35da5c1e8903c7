package drydock.app.cli;

import drydock.app.text.Messages;
import drydock.model.diagram.DiagramFile;
import drydock.model.difference.TextDifference;
import drydock.model.edit.Outcome;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.storage.ProjectFolder;
import drydock.model.storage.SaveResult;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Mends what can be mended in one way only: what has several fixes is left to people.
///
/// @param least what is mended at least: advice is anybody's to take, and its fixes change what runs
/// @param err where it is said what was done, and what could not be
record Mending(CheckRun run, Severity least, PrintWriter err) {

    private static final Messages MESSAGES = Messages.of(Mending.class);

    /// A fix can bring up what another one mends; this many rounds are enough for all that do so.
    private static final int ROUNDS = 8;

    /// Applies the fixes and, unless it is only tried, writes the files.
    ///
    /// @return the project as it then is; empty if it could not be written, which was said
    Optional<Project> mend(CheckReport report, Optional<ProjectFolder> folder, boolean tried) {
        if (folder.isEmpty()) {
            err.println(MESSAGES.get("check.fixStandardInput"));
            return Optional.empty();
        }
        Project project = report.project();
        List<Finding> found = report.findings();
        int mended = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Project before = project;
            for (Finding finding : certain(found)) {
                if (finding.fixes().getFirst().edit().applyTo(project)
                        instanceof Outcome.Done<Project>(Project after)) {
                    mended += after.sharesTextsWith(project) ? 0 : 1;
                    project = after;
                }
            }
            if (project.sharesTextsWith(before)) {
                break;
            }
            found = run.report(project, folder, List.of()).findings();
        }
        if (tried) {
            return Optional.of(project);
        }
        return saved(project, folder.get(), mended);
    }

    /// From below to above, so that no fix moves what the next one is about. How a project is checked is left to
    /// people.
    private List<Finding> certain(List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.severity().compareTo(least) <= 0)
                .filter(f -> f.fixes().size() == 1)
                .filter(f -> !f.file().equals(DiagramFile.NAME))
                .sorted(Comparator.<Finding>naturalOrder().reversed())
                .toList();
    }

    private Optional<Project> saved(Project project, ProjectFolder folder, int mended) {
        return switch (folder.save(project)) {
            case SaveResult.Saved saved -> {
                err.println(MESSAGES.get("check.fixed", mended, saved.written().size()));
                yield Optional.of(project);
            }
            case SaveResult.Conflicted _ -> {
                err.println(MESSAGES.get("check.fixConflict"));
                yield Optional.empty();
            }
            case SaveResult.Failed failed -> {
                err.println(failed.problem().message(Locale.getDefault()));
                yield Optional.empty();
            }
        };
    }

    /// What mending changes, as `diff -u` writes it.
    List<String> differences(CheckReport report, Project mended) {
        List<String> lines = new ArrayList<>();
        for (ManifestFile file : mended.files().values()) {
            Optional<ManifestFile> before = report.project().file(file.path());
            if (before.isPresent() && before.get() != file) {
                String name = report.paths().name(file.path());
                lines.add("--- " + name);
                lines.add("+++ " + name);
                hunks(TextDifference.of(name, before.get().text(), file.text()).lines(), lines);
            }
        }
        return lines;
    }

    private static void hunks(List<TextDifference.Line> all, List<String> lines) {
        List<TextDifference.Line> hunk = new ArrayList<>();
        for (TextDifference.Line line : all) {
            if (line.change() == TextDifference.Change.GAP) {
                hunk(hunk, lines);
                hunk.clear();
            } else {
                hunk.add(line);
            }
        }
        hunk(hunk, lines);
    }

    private static void hunk(List<TextDifference.Line> hunk, List<String> lines) {
        if (hunk.isEmpty()) {
            return;
        }
        lines.add("@@ -" + range(hunk.stream().map(TextDifference.Line::first).toList()) + " +"
                + range(hunk.stream().map(TextDifference.Line::second).toList()) + " @@");
        for (TextDifference.Line line : hunk) {
            String sign = switch (line.change()) {
                case REMOVED -> "-";
                case ADDED -> "+";
                case SAME, GAP -> " ";
            };
            lines.add(sign + line.text());
        }
    }

    /// The first line and how many there are; 0 stands for lines of the other side only.
    private static String range(List<Integer> numbers) {
        List<Integer> there = numbers.stream().filter(n -> n > 0).toList();
        return (there.isEmpty() ? 0 : there.getFirst()) + "," + there.size();
    }
}
