package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Topology;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All objects of a project, as a rule sees them that looks at more than one.
public final class ProjectView {

    /// One place where an object is declared.
    ///
    /// @param root where it stands in its document
    public record Declaration(
            ManifestFile file, ManifestDocument document, FieldPath root, Optional<HasMetadata> object) {}

    private record Told(Report report, Declaration where) {}

    private final ProjectObjects objects;
    private final String bundle;
    private final List<Told> told = new ArrayList<>();

    ProjectView(ProjectObjects objects, String bundle) {
        this.objects = objects;
        this.bundle = bundle;
    }

    /// How the objects stand to each other.
    public Topology topology() {
        return objects.topology();
    }

    /// Where each object is declared, in the order of the files; more than once is one too many.
    public Map<ResourceId, List<Declaration>> declarations() {
        return objects.declarations();
    }

    /// Tells what is wrong with the first declaration of `id`.
    public Report tell(String rule, Severity severity, ResourceId id, FieldPath path, String key, Object... arguments) {
        return tell(rule, severity, id, declarations().get(id).getFirst(), path, key, arguments);
    }

    /// Tells what is wrong with one declaration of `id`.
    public Report tell(
            String rule,
            Severity severity,
            ResourceId id,
            Declaration where,
            FieldPath path,
            String key,
            Object... arguments) {
        Issue issue = new Issue(
                rule,
                severity,
                Optional.of(id),
                where.root(),
                path,
                path.toString(),
                Issue.Place.VALUE,
                FindingText.of(bundle, key, arguments),
                "",
                List.of());
        Report report = new Report(issue, bundle);
        told.add(new Told(report, where));
        return report;
    }

    List<Finding> findings() {
        return told.stream()
                .map(t -> t.report().issue().in(t.where().file(), t.where().document()))
                .toList();
    }
}
