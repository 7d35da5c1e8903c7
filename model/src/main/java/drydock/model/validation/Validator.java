package drydock.model.validation;

import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextProblem;
import drydock.model.manifest.ValueNodes;
import drydock.model.manifest.YamlNode;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Checks manifests by the schema and by rules.
public final class Validator {

    private final Schema schema;
    private final CheckOptions options;
    private final Map<String, List<SchemaWalk.Registered>> objectRules = new HashMap<>();
    private final List<ProjectRule> projectRules = new ArrayList<>();

    private record ProjectRule(Rule.OfProject rule, String bundle) {}

    /// @param families what to check besides texts, types and names, in the order in which they are to be
    /// checked
    public Validator(List<RuleFamily> families, CheckOptions options) {
        this.schema = Schema.kubernetes();
        this.options = options;
        families.forEach(family -> family.rules().forEach(rule -> register(rule, family.bundle())));
    }

    private void register(Rule rule, String bundle) {
        switch (rule) {
            case Rule.OfObject r ->
                r.definitions()
                        .forEach(d -> objectRules
                                .computeIfAbsent(d, n -> new ArrayList<>())
                                .add(new SchemaWalk.Registered(r, bundle)));
            case Rule.OfProject r -> projectRules.add(new ProjectRule(r, bundle));
        }
    }

    /// Checks all of `files`.
    public Validation check(List<ManifestFile> files) {
        return check(files, Validation.NONE);
    }

    /// Checks `files`, but of what did not change since `before` only what other objects bear upon.
    public Validation check(List<ManifestFile> files, Validation before) {
        IdentityHashMap<List<DeclaredObject>, List<Issue>> checked = new IdentityHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (ManifestFile file : files) {
            for (ManifestDocument document : file.documents()) {
                List<DeclaredObject> objects = document.declared();
                List<Issue> issues = before.checked().get(objects);
                issues = issues == null ? issues(document) : issues;
                if (!objects.isEmpty()) {
                    checked.put(objects, issues);
                }
                issues.forEach(issue -> findings.add(issue.in(file, document)));
            }
            findings.addAll(problems(file, findings));
        }
        findings.addAll(FileNames.check(files));
        ProjectObjects objects = ProjectObjects.of(files);
        for (ProjectRule registered : projectRules) {
            ProjectView view = new ProjectView(objects, registered.bundle());
            registered.rule().check().accept(view);
            findings.addAll(view.findings());
        }
        Switches switches = new Switches(options.off());
        Map<Boolean, List<Finding>> off =
                findings.stream().collect(Collectors.partitioningBy(f -> switches.isOff(f, objects)));
        return new Validation(off.get(false), off.get(true), checked);
    }

    /// What is wrong with each object of a document by itself.
    private List<Issue> issues(ManifestDocument document) {
        List<Issue> issues = new ArrayList<>();
        for (DeclaredObject declared : document.declared()) {
            if (document.node(declared.path()).map(YamlNode::resolved).orElse(null)
                    instanceof YamlNode.Mapping mapping) {
                readable(reports(mapping, declared.id(), declared.path()))
                        .forEach(report -> issues.add(report.issue()));
            }
        }
        return List.copyOf(issues);
    }

    /// What the API server refuses of an object that stands in no text, by itself: nothing is said of fields and
    /// kinds that it does not have.
    ///
    /// @param object the object as JSON has it
    public List<Refusal> refusals(Optional<ResourceId> id, Map<?, ?> object) {
        return reports(ValueNodes.of(object), id, FieldPath.ROOT).stream()
                .map(Report::issue)
                .filter(issue ->
                        issue.severity() == Severity.ERROR && !issue.words().isEmpty())
                .map(issue -> new Refusal(issue.field(), issue.words()))
                .distinct()
                .toList();
    }

    private List<Report> reports(YamlNode.Mapping mapping, Optional<ResourceId> id, FieldPath root) {
        List<Report> reports = new ArrayList<>();
        if (mapping.get("apiVersion").map(YamlNode::value).orElse(null) instanceof String apiVersion
                && mapping.get("kind").map(YamlNode::value).orElse(null) instanceof String kind) {
            Optional<SchemaObject> type = schema.kind(apiVersion, kind);
            var manifest = new Visit.Manifest(
                    kind,
                    id,
                    root,
                    mapping.fields(),
                    path -> type.map(t -> FieldText.of(schema, t, path)).orElseGet(path::toString),
                    options.version(),
                    reports);
            type.ifPresentOrElse(
                    t -> new SchemaWalk(schema, objectRules, manifest).walk(t),
                    () -> unknown(apiVersion, kind, manifest));
        }
        return reports;
    }

    /// Of what cannot even be read nothing else is told.
    private static List<Report> readable(List<Report> reports) {
        List<Report> unread = reports.stream().filter(Report::isOfType).toList();
        return reports.stream()
                .filter(report -> unread.contains(report)
                        || unread.stream()
                                .noneMatch(u -> report.isWithin(u.issue().path())))
                .toList();
    }

    private void unknown(String apiVersion, String kind, Visit.Manifest manifest) {
        if (!options.ignoreUnknownKinds()) {
            KnownKind.check(schema, apiVersion, kind, manifest);
        }
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
                        Severity.ERROR,
                        Optional.empty(),
                        problem.field(),
                        problem.field().toString(),
                        file.path(),
                        document,
                        problem.span(),
                        FindingText.common("text-problem", problem.text()),
                        "",
                        List.of()));
            }
        }
        return findings;
    }
}
