package drydock.model.validation;

import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.ValueNodes;
import drydock.model.project.FileRoles;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.work.Spread;
import java.util.ArrayList;
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
    private final ObjectCheck objectCheck;
    private final List<ProjectRule> projectRules = new ArrayList<>();

    private record ProjectRule(Rule.OfProject rule, String bundle) {}

    /// @param families what to check besides texts, types and names, in the order in which they are to be
    /// checked
    public Validator(List<RuleFamily> families, CheckOptions options) {
        this.options = options;
        Map<String, List<SchemaWalk.Registered>> objectRules = new HashMap<>();
        families.forEach(family -> family.rules().forEach(rule -> register(rule, family.bundle(), objectRules)));
        this.objectCheck = new ObjectCheck(options, objectRules);
    }

    private void register(Rule rule, String bundle, Map<String, List<SchemaWalk.Registered>> objectRules) {
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
        FileCheck fileCheck = new FileCheck(objectCheck, definitions.schema(), before, changed);
        FileCheck.Found[] found = new FileCheck.Found[files.size()];
        OfProject[] across = new OfProject[1];
        spread.each(() -> across[0] = ofProject(files, roles), files.size(), i -> {
            ManifestFile file = files.get(i);
            found[i] = fileCheck.check(file, roles.of(file.path()));
        });
        IdentityHashMap<List<DeclaredObject>, List<Issue>> checked = new IdentityHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (FileCheck.Found file : found) {
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

    /// What the API server refuses of an object that stands in no text, by itself: nothing is said of fields and
    /// kinds that it does not have.
    ///
    /// @param object the object as JSON has it
    public List<Refusal> refusals(Optional<ResourceId> id, Map<?, ?> object) {
        return objectCheck.reports(ValueNodes.of(object), id, FieldPath.ROOT, Schema.kubernetes()).stream()
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
        return objectCheck
                .reports(ValueNodes.of(object), Optional.empty(), FieldPath.ROOT, Schema.kubernetes())
                .stream()
                .filter(Report::isOfUnknownField)
                .map(report -> report.issue().path())
                .toList();
    }
}
