package drydock.model.validation;

import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.YamlNode;
import drydock.model.resource.CustomKind;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks objects by themselves: against the schema, and by the rules for its definitions.
final class ObjectCheck {

    private final CheckOptions options;
    private final KnownKind kinds;
    private final Map<String, List<SchemaWalk.Registered>> rules;

    /// @param rules by the definitions of the schema whose objects they look at
    ObjectCheck(CheckOptions options, Map<String, List<SchemaWalk.Registered>> rules) {
        this.options = options;
        this.kinds = new KnownKind(options.version());
        this.rules = rules;
    }

    /// What is wrong with each object of a document by itself.
    List<Issue> issues(ManifestDocument document, Schema schema) {
        List<Issue> issues = new ArrayList<>();
        for (DeclaredObject declared : document.declared()) {
            document.object(declared.path())
                    .ifPresent(mapping -> readable(looked(reports(mapping, declared.id(), declared.path(), schema)))
                            .forEach(report -> issues.add(report.issue())));
        }
        return List.copyOf(issues);
    }

    /// What cannot be read of the parts of objects in a patch; what is left out stands in what is patched.
    List<Issue> patched(ManifestDocument document, Schema schema) {
        return document.declared().stream()
                .flatMap(declared -> document.object(declared.path()).stream()
                        .flatMap(mapping -> reports(mapping, declared.id(), declared.path(), schema).stream()))
                .filter(report -> report.isReading() && !report.isOfDirective())
                .map(Report::issue)
                .toList();
    }

    /// What is told of an object as a rule tells it; nothing of one that does not say its kind.
    List<Report> reports(YamlNode.Mapping mapping, Optional<ResourceId> id, FieldPath root, Schema schema) {
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
        SchemaWalk walk = new SchemaWalk(schema, rules, manifest);
        custom.ifPresent(c -> new CustomWalk(c, manifest, walk).walk());
        type.ifPresent(walk::walk);
        if (custom.isEmpty() && !options.ignoreUnknownKinds()) {
            kinds.check(schema, apiVersion, kind, manifest);
        }
        if (custom.isEmpty() && type.isEmpty()) {
            walk.metadata();
        }
    }
}
