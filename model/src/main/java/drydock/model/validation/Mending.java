package drydock.model.validation;

import drydock.model.diagram.DiagramFile;
import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/// Mends many findings, each by its first fix, so that none is mended that another fix has mended already.
///
/// What is wrong with an object by itself is mended in turns, of each object one thing in a turn, and what lies between
/// objects one thing at a time; then all is checked again. What a fix does not mend, or cannot, is left as it is.
public final class Mending {

    private final Validator validator;
    private final Function<Project, List<Finding>> beside;
    private final Predicate<Finding> wanted;
    private final Set<Attempt> tried = new HashSet<>();

    /// A finding by what it says, wherever it stands by now.
    private record Attempt(String rule, Optional<ResourceId> object, String file, String field, FindingText text) {
        static Attempt of(Finding finding) {
            return new Attempt(finding.rule(), finding.object(), finding.file(), finding.field(), finding.text());
        }
    }

    /// What came of it.
    ///
    /// @param after the project with what was mended
    /// @param mended how many fixes were made
    public record Mended(Project after, int mended) {

        /// The edit that makes of `before` what was mended, file by file.
        public Edit edit(Project before) {
            List<Edit> edits = new ArrayList<>();
            after.files().forEach((path, file) -> {
                if (!before.file(path).filter(file::equals).isPresent()) {
                    edits.add(new Edit.PutFile(file));
                }
            });
            before.files().keySet().stream()
                    .filter(path -> after.file(path).isEmpty())
                    .forEach(path -> edits.add(new Edit.RemoveFile(path)));
            if (!before.diagram().equals(after.diagram())) {
                edits.add(new Edit.PutDiagram(after.diagram()));
            }
            return new Edit.Composite(edits);
        }
    }

    /// @param beside what is found of the project beside its manifests
    /// @param wanted which findings are to be mended
    public Mending(Validator validator, Function<Project, List<Finding>> beside, Predicate<Finding> wanted) {
        this.validator = validator;
        this.beside = beside;
        this.wanted = finding -> !finding.fixes().isEmpty() && wanted.test(finding);
    }

    /// Mends `project`.
    ///
    /// @param known what was found in it
    /// @param goOn whether to go on; asked before each turn
    public Mended mend(Project project, Validation known, BooleanSupplier goOn) {
        Project now = project;
        Validation found = known;
        int mended = 0;
        while (goOn.getAsBoolean()) {
            Optional<Mended> turn = turn(now, found);
            if (turn.isEmpty()) {
                break;
            }
            now = turn.get().after();
            mended += turn.get().mended();
            found = validator.check(List.copyOf(now.files().values()), found).with(beside.apply(now));
        }
        return new Mended(now, mended);
    }

    /// Empty if there is nothing left to try.
    private Optional<Mended> turn(Project project, Validation found) {
        Map<String, List<Finding>> alone = new LinkedHashMap<>();
        Set<ResourceId> objects = new HashSet<>();
        Optional<Finding> between = Optional.empty();
        for (Finding finding : found.findings()) {
            if (!wanted.test(finding) || tried.contains(Attempt.of(finding))) {
                continue;
            }
            if (!isAlone(project, found, finding)) {
                between = between.or(() -> Optional.of(finding));
            } else if (finding.object().filter(objects::add).isPresent()) {
                alone.computeIfAbsent(finding.file(), _ -> new ArrayList<>()).add(finding);
            }
        }
        return alone.isEmpty() ? between.map(finding -> one(project, finding)) : Optional.of(each(project, alone));
    }

    /// Whether a finding is about one object by itself, and its fix changes nothing but that object.
    private static boolean isAlone(Project project, Validation found, Finding finding) {
        boolean inObject = switch (finding.fixes().getFirst().edit()) {
            case Edit.SetField(var object, var _, var _) -> isOf(finding, object);
            case Edit.RemoveField(var object, var _) -> isOf(finding, object);
            default -> false;
        };
        if (!inObject || finding.document() < 0) {
            return false;
        }
        ManifestFile file = project.file(finding.file()).orElseThrow();
        ManifestDocument document = file.documents().get(finding.document());
        List<DeclaredObject> declared = document.declared();
        return found.checked().getOrDefault(declared, List.of()).stream()
                .anyMatch(issue -> issue.rule().equals(finding.rule())
                        && issue.path().equals(finding.path())
                        && issue.object().equals(finding.object())
                        && issue.text().equals(finding.text()));
    }

    private static boolean isOf(Finding finding, ResourceId object) {
        return finding.object().filter(object::equals).isPresent();
    }

    /// Mends each file by itself: much less is to be read again than if each fix were made in the project.
    private Mended each(Project project, Map<String, List<Finding>> findings) {
        Project now = project;
        int mended = 0;
        for (var entry : findings.entrySet()) {
            ManifestFile before = project.file(entry.getKey()).orElseThrow();
            Project alone = Project.of(List.of(before), DiagramFile.ABSENT);
            for (Finding finding : entry.getValue()) {
                Mended one = one(alone, finding);
                alone = one.after();
                mended += one.mended();
            }
            ManifestFile after = alone.file(before.path()).orElseThrow();
            now = after.equals(before) ? now : now.withFile(after);
        }
        return new Mended(now, mended);
    }

    private Mended one(Project project, Finding finding) {
        tried.add(Attempt.of(finding));
        return finding.fixes().getFirst().edit().applyTo(project) instanceof Outcome.Done<Project>(Project after)
                ? new Mended(after, 1)
                : new Mended(project, 0);
    }
}
