package drydock.app.cli;

import drydock.model.project.Project;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What a check found, and what it was found in.
final class CheckReport {

    /// What switched a finding off.
    enum Switch {
        COMMAND,
        PROJECT,
        OBJECT
    }

    private final Project project;
    private final ShownPaths paths;
    private final List<Finding> findings;
    private final List<Finding> off;
    private final Set<String> offByCommand;
    private final Map<String, TextPlaces> places = new ConcurrentHashMap<>();

    /// @param findings what is shown
    /// @param off what would be shown if its rule were not switched off
    /// @param offByCommand the rules that the command switches off
    CheckReport(
            Project project, ShownPaths paths, List<Finding> findings, List<Finding> off, Set<String> offByCommand) {
        this.project = project;
        this.paths = paths;
        this.findings = List.copyOf(findings);
        this.off = List.copyOf(off);
        this.offByCommand = Set.copyOf(offByCommand);
    }

    Project project() {
        return project;
    }

    ShownPaths paths() {
        return paths;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Finding> off() {
        return off;
    }

    Switch switchOf(Finding finding) {
        if (offByCommand.contains(finding.rule())) {
            return Switch.COMMAND;
        }
        return project.diagram().checks().off().contains(finding.rule()) ? Switch.PROJECT : Switch.OBJECT;
    }

    long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    /// The column of a finding in characters, from 1: one that Java keeps as two counts as one.
    int column(Finding finding) {
        return project.file(finding.file()).isPresent()
                ? places(finding.file()).at(finding.span().start()).column()
                : finding.column();
    }

    /// The lines and columns of the file at `path`.
    TextPlaces places(String path) {
        return places.computeIfAbsent(
                path,
                p -> TextPlaces.of(project.file(p).map(file -> file.text()).orElse("")));
    }
}
