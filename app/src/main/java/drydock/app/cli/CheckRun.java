package drydock.app.cli;

import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextSpan;
import drydock.model.project.Project;
import drydock.model.storage.FolderProblem;
import drydock.model.storage.ProjectFolder;
import drydock.model.validation.CheckOptions;
import drydock.model.validation.Finding;
import drydock.model.validation.FindingText;
import drydock.model.validation.Severity;
import drydock.model.validation.Validation;
import drydock.model.validation.Validator;
import drydock.model.validation.standard.ProjectChecks;
import drydock.model.validation.standard.StandardRules;
import drydock.model.work.Spread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// A check as a command wants it.
///
/// @param least what is shown at least
/// @param only the rules by which is checked; all if empty
/// @param offByCommand the rules that the command switches off, which are among those of `options`
/// @param live the objects of a cluster that the manifests are held against, too
record CheckRun(
        CheckOptions options, Severity least, Set<String> only, Set<String> offByCommand, Optional<LiveCheck> live) {

    private static final TextSpan BEGINNING = new TextSpan(0, 0, 1, 1);

    /// On all processors, each of which takes the next piece when it is done with one.
    static final Spread PARALLEL = (count, work) -> {
        AtomicInteger next = new AtomicInteger();
        int threads = Math.min(count, Runtime.getRuntime().availableProcessors());
        IntStream.range(0, threads).parallel().forEach(_ -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                work.accept(i);
            }
        });
    };

    /// Checks a project.
    ///
    /// @param problems what of it could not be read
    CheckReport report(Project project, Optional<ProjectFolder> folder, List<FolderProblem> problems) {
        Validator validator = StandardRules.validator(options);
        List<ManifestFile> files = List.copyOf(project.files().values());
        List<Finding> changes = live.map(check -> check.findings(project)).orElse(List.of());
        Validation validation = validator.check(files, Validation.NONE, PARALLEL, changes);
        List<Finding> findings = new ArrayList<>();
        problems.forEach(problem -> findings.add(unread(problem)));
        findings.addAll(ProjectChecks.findings(project));
        findings.addAll(validation.findings());
        return new CheckReport(
                project,
                ShownPaths.of(folder.map(ProjectFolder::root)),
                shown(findings),
                shown(validation.suppressed()),
                offByCommand);
    }

    private List<Finding> shown(Collection<Finding> findings) {
        return findings.stream()
                .filter(f -> f.severity().compareTo(least) <= 0)
                .filter(f -> only.isEmpty() || only.contains(f.rule()))
                .sorted()
                .toList();
    }

    /// What was left out is not known to be right.
    private static Finding unread(FolderProblem problem) {
        Severity severity = switch (problem.kind()) {
            case LEAVES_FOLDER, TOO_DEEP -> Severity.WARNING;
            case GONE,
                    FORBIDDEN,
                    NO_FILE,
                    NOT_READ,
                    NOT_WRITTEN,
                    BAD_NAME,
                    OTHER_CASE,
                    TOO_LARGE,
                    TOO_MANY,
                    NO_COMMON_FOLDER -> Severity.ERROR;
        };
        FindingText text = new FindingText(
                FolderProblem.BUNDLE, "folder." + problem.kind(), List.of(problem.path(), problem.detail()));
        return Finding.of("file-not-read", severity, problem.path(), BEGINNING, text);
    }
}
