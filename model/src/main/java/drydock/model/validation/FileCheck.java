package drydock.model.validation;

import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextProblem;
import drydock.model.project.FileRole;
import drydock.model.resource.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks files by themselves, each as what it is in its project. May be used by several threads at once.
///
/// @param schema the API's shape, with the custom kinds of the project
/// @param before what was found last: what did not change since is not looked at again
/// @param changed the groups of custom kinds whose definitions changed since
record FileCheck(ObjectCheck objects, Schema schema, Validation before, Set<String> changed) {

    /// What is wrong with a file.
    ///
    /// @param findings in order
    /// @param checked what was found in objects, by the objects of a document
    record Found(List<Finding> findings, IdentityHashMap<List<DeclaredObject>, List<Issue>> checked) {}

    Found check(ManifestFile file, FileRole role) {
        return switch (role) {
            case MANIFEST -> ofFile(file);
            case PATCH -> ofPatch(file);
            case INPUT -> ofInput(file);
            case TEMPLATE -> new Found(List.of(), new IdentityHashMap<>());
        };
    }

    /// What is wrong with the texts and objects of a file by themselves.
    private Found ofFile(ManifestFile file) {
        IdentityHashMap<List<DeclaredObject>, List<Issue>> checked = new IdentityHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (ManifestDocument document : file.documents()) {
            List<DeclaredObject> declared = document.declared();
            List<Issue> known = isOfChanged(declared) ? null : before.checked().get(declared);
            List<Issue> issues = known == null ? objects.issues(document, schema) : known;
            if (!declared.isEmpty()) {
                checked.put(declared, issues);
            }
            issues.forEach(issue -> findings.add(issue.in(file, document)));
        }
        findings.addAll(problems(file, findings));
        // here by all threads, so that little is left to be put in order at the end
        Collections.sort(findings);
        return new Found(findings, checked);
    }

    /// What is wrong with the texts of a file with parts of objects, and with their fields.
    private Found ofPatch(ManifestFile file) {
        List<Finding> findings = new ArrayList<>(ofInput(file).findings());
        for (ManifestDocument document : file.documents()) {
            objects.patched(document, schema).forEach(issue -> findings.add(issue.in(file, document)));
        }
        Collections.sort(findings);
        return new Found(findings, new IdentityHashMap<>());
    }

    /// What is wrong with the texts of a file that holds no objects.
    private Found ofInput(ManifestFile file) {
        List<Finding> findings = new ArrayList<>(problems(file, List.of()));
        findings.removeIf(finding -> OtherFiles.isOfObjects(finding.rule()));
        Collections.sort(findings);
        return new Found(findings, new IdentityHashMap<>());
    }

    /// Whether one of the objects is of a group whose definitions changed.
    private boolean isOfChanged(List<DeclaredObject> declared) {
        return !changed.isEmpty()
                && declared.stream()
                        .anyMatch(o -> o.id().filter(id -> changed.contains(id.group()))
                                .isPresent());
    }

    /// The file's text problems, but not what the schema says better.
    private List<Finding> problems(ManifestFile file, List<Finding> found) {
        List<Finding> findings = new ArrayList<>();
        for (TextProblem problem : file.problems()) {
            int document = file.documentAt(problem.span().start())
                    .map(ManifestDocument::index)
                    .orElse(-1);
            boolean said = problem.rule().equals("object-type")
                    && found.stream()
                            .anyMatch(f -> f.file().equals(file.path())
                                    && f.document() == document
                                    && f.severity() == Severity.ERROR);
            if (!said && !OtherFiles.excuse(file.path(), problem.rule())) {
                findings.add(new Finding(
                        problem.rule(),
                        Finding.severity(problem),
                        Optional.empty(),
                        problem.field(),
                        problem.field().toString(),
                        file.path(),
                        document,
                        problem.span(),
                        FindingText.common(FindingText.TEXT_PROBLEM, problem.text()),
                        "",
                        List.of()));
            }
        }
        return findings;
    }
}
