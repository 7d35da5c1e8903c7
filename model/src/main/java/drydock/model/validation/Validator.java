package drydock.model.validation;

import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextProblem;
import drydock.model.manifest.ValueNodes;
import drydock.model.manifest.YamlNode;
import drydock.model.project.FileRoles;
import drydock.model.resource.CustomKind;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaObject;
import drydock.model.work.Spread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks manifests by the schema and by rules.
public final class Validator {

    private final CheckOptions options;
    private final KnownKind kinds;
    private final Map<String, List<SchemaWalk.Registered>> objectRules = new HashMap<>();
    private final List<ProjectRule> projectRules = new ArrayList<>();

    private record ProjectRule(Rule.OfProject rule, String bundle) {}

    /// @param families what to check besides texts, types and names, in the order in which they are to be
    /// checked
    public Validator(List<RuleFamily> families, CheckOptions options) {
        this.options = options;
        this.kinds = new KnownKind(options.version());
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
        return check(files, before, Spread.IN_TURN);
    }

    /// As [#check(List, Validation)], file by file as `spread` has it.
    public Validation check(List<ManifestFile> files, Validation before, Spread spread) {
        return check(files, before, spread, List.of());
    }

    /// The same with what was found of the files by other means, which rules may be switched off for, too.
    public Validation check(List<ManifestFile> files, Validation before, Spread spread, List<Finding> also) {
        FileRoles roles = FileRoles.of(files);
        CustomDefinitions definitions = CustomDefinitions.of(roles.manifests(files), spread);
        Set<String> changed = definitions.groupsUnlike(before.definitions());
        Schema schema = definitions.schema();
        OfFile[] found = new OfFile[files.size()];
        OfProject[] across = new OfProject[1];
        spread.each(() -> across[0] = ofProject(files, roles), files.size(), i -> {
            ManifestFile file = files.get(i);
            found[i] = switch (roles.of(file.path())) {
                case MANIFEST -> ofFile(file, before, changed, schema);
                case PATCH -> ofPatch(file, schema);
                case INPUT -> ofInput(file);
                case TEMPLATE -> new OfFile(List.of(), new IdentityHashMap<>());
            };
        });
        IdentityHashMap<List<DeclaredObject>, List<Issue>> checked = new IdentityHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (OfFile file : found) {
            checked.putAll(file.checked());
            findings.addAll(file.findings());
        }
        findings.addAll(also);
        findings.addAll(FileNames.check(files));
        findings.addAll(ChartTemplates.check(files));
        findings.addAll(across[0].findings());
        Switches switches = across[0].switches();
        Map<Boolean, List<Finding>> off = findings.stream().collect(Collectors.partitioningBy(switches::isOff));
        return new Validation(off.get(false), off.get(true), checked, definitions);
    }

    private record OfProject(Switches switches, List<Finding> findings) {}

    /// What objects have to do with each other, and what is wrong with that.
    private OfProject ofProject(List<ManifestFile> files, FileRoles roles) {
        ProjectObjects objects = ProjectObjects.of(files, roles);
        List<Finding> findings = new ArrayList<>();
        for (ProjectRule registered : projectRules) {
            ProjectView view = new ProjectView(objects, registered.bundle());
            registered.rule().check().accept(view);
            findings.addAll(view.findings());
        }
        return new OfProject(new Switches(options.off(), objects), findings);
    }

    private record OfFile(List<Finding> findings, IdentityHashMap<List<DeclaredObject>, List<Issue>> checked) {}

    /// What is wrong with the texts and objects of a file by themselves.
    private OfFile ofFile(ManifestFile file, Validation before, Set<String> changed, Schema schema) {
        IdentityHashMap<List<DeclaredObject>, List<Issue>> checked = new IdentityHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (ManifestDocument document : file.documents()) {
            List<DeclaredObject> objects = document.declared();
            List<Issue> known = isOf(changed, objects) ? null : before.checked().get(objects);
            List<Issue> issues = known == null ? issues(document, schema) : known;
            if (!objects.isEmpty()) {
                checked.put(objects, issues);
            }
            issues.forEach(issue -> findings.add(issue.in(file, document)));
        }
        findings.addAll(problems(file, findings));
        // here by all threads, so that little is left to be put in order at the end
        Collections.sort(findings);
        return new OfFile(findings, checked);
    }

    /// What is wrong with the texts of a file with parts of objects, and with their fields.
    private OfFile ofPatch(ManifestFile file, Schema schema) {
        List<Finding> findings = new ArrayList<>(ofInput(file).findings());
        for (ManifestDocument document : file.documents()) {
            patched(document, schema).forEach(issue -> findings.add(issue.in(file, document)));
        }
        Collections.sort(findings);
        return new OfFile(findings, new IdentityHashMap<>());
    }

    /// What is wrong with the texts of a file that holds no objects.
    private OfFile ofInput(ManifestFile file) {
        List<Finding> findings = new ArrayList<>(problems(file, List.of()));
        findings.removeIf(finding -> OtherFiles.isOfObjects(finding.rule()));
        Collections.sort(findings);
        return new OfFile(findings, new IdentityHashMap<>());
    }

    /// What cannot be read of the parts of objects in a patch; what is left out stands in what is patched.
    private List<Issue> patched(ManifestDocument document, Schema schema) {
        return document.declared().stream()
                .flatMap(declared -> document.object(declared.path()).stream()
                        .flatMap(mapping -> reports(mapping, declared.id(), declared.path(), schema).stream()))
                .filter(report -> report.isReading() && !report.isOfDirective())
                .map(Report::issue)
                .toList();
    }

    /// Whether one of the objects is of one of `groups`.
    private static boolean isOf(Set<String> groups, List<DeclaredObject> objects) {
        return !groups.isEmpty()
                && objects.stream()
                        .anyMatch(o ->
                                o.id().filter(id -> groups.contains(id.group())).isPresent());
    }

    /// What is wrong with each object of a document by itself.
    private List<Issue> issues(ManifestDocument document, Schema schema) {
        List<Issue> issues = new ArrayList<>();
        for (DeclaredObject declared : document.declared()) {
            document.object(declared.path())
                    .ifPresent(mapping -> readable(looked(reports(mapping, declared.id(), declared.path(), schema)))
                            .forEach(report -> issues.add(report.issue())));
        }
        return List.copyOf(issues);
    }

    /// What the API server refuses of an object that stands in no text, by itself: nothing is said of fields and
    /// kinds that it does not have.
    ///
    /// @param object the object as JSON has it
    public List<Refusal> refusals(Optional<ResourceId> id, Map<?, ?> object) {
        return reports(ValueNodes.of(object), id, FieldPath.ROOT, Schema.kubernetes()).stream()
                .map(Report::issue)
                .filter(issue ->
                        issue.severity() == Severity.ERROR && !issue.words().isEmpty())
                .map(issue -> new Refusal(issue.field(), issue.words()))
                .distinct()
                .toList();
    }

    /// The fields of an object that its kind does not have, which a strict server refuses before it looks at anything;
    /// none of a kind that is not known.
    public List<FieldPath> unknownFields(Map<?, ?> object) {
        return reports(ValueNodes.of(object), Optional.empty(), FieldPath.ROOT, Schema.kubernetes()).stream()
                .filter(Report::isOfUnknownField)
                .map(report -> report.issue().path())
                .toList();
    }

    private List<Report> reports(YamlNode.Mapping mapping, Optional<ResourceId> id, FieldPath root, Schema schema) {
        List<Report> reports = new ArrayList<>();
        if (mapping.get("apiVersion").map(YamlNode::value).orElse(null) instanceof String apiVersion
                && mapping.get("kind").map(YamlNode::value).orElse(null) instanceof String kind) {
            object(id, root, mapping, apiVersion, kind, schema, reports);
            if (kind.equals(StatefulSetPods.KIND)) {
                reports.removeIf(report -> !report.isReading()
                        && StatefulSetPods.isOverwritten(
                                mapping.fields(), report.issue().path()));
            }
        }
        return reports;
    }

    /// Of what cannot even be read nothing else is told.
    private static List<Report> readable(List<Report> reports) {
        List<Report> unread = reports.stream().filter(Report::isOfType).toList();
        if (unread.isEmpty()) {
            return reports;
        }
        return reports.stream()
                .filter(report -> unread.contains(report)
                        || unread.stream()
                                .noneMatch(u -> report.isWithin(u.issue().path())))
                .toList();
    }

    /// What an API server takes away before it looks at it is not refused.
    private static List<Report> looked(List<Report> reports) {
        List<Report> dropped = reports.stream().filter(Report::isOfDroppedField).toList();
        return dropped.isEmpty()
                ? reports
                : reports.stream()
                        .filter(report -> report.isReading()
                                || dropped.contains(report)
                                || dropped.stream()
                                        .noneMatch(
                                                d -> report.isWithin(d.issue().path())))
                        .toList();
    }

    private static String called(FieldPath path, Optional<SchemaObject> type, Schema schema, YamlNode.Mapping mapping) {
        String called = type.map(t -> FieldText.of(schema, t, path)).orElseGet(path::toString);
        boolean definition =
                type.filter(t -> t.shortName().equals(DefinitionNames.KIND)).isPresent();
        boolean set =
                type.filter(t -> t.shortName().equals(StatefulSetPods.KIND)).isPresent();
        return definition
                ? DefinitionNames.of(mapping.fields(), called)
                : set ? StatefulSetPods.called(mapping.fields(), called) : called;
    }

    private void object(
            Optional<ResourceId> id,
            FieldPath root,
            YamlNode.Mapping mapping,
            String apiVersion,
            String kind,
            Schema schema,
            List<Report> reports) {
        Optional<CustomKind> custom = schema.customKind(apiVersion, kind);
        Optional<SchemaObject> type = custom.isPresent() ? Optional.empty() : kinds.type(apiVersion, kind);
        var manifest = new VisitedManifest(
                kind,
                id,
                root,
                mapping.fields(),
                path -> called(path, type, schema, mapping),
                options.version(),
                new VisitedManifest.Telling(reports));
        SchemaWalk walk = new SchemaWalk(schema, objectRules, manifest);
        custom.ifPresent(c -> new CustomWalk(c, manifest, walk).walk());
        type.ifPresent(walk::walk);
        if (custom.isEmpty() && !options.ignoreUnknownKinds()) {
            kinds.check(schema, apiVersion, kind, manifest);
        }
        if (custom.isEmpty() && type.isEmpty()) {
            walk.metadata();
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
