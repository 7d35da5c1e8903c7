package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Topology;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All objects of a project, as a rule sees them that looks at more than one.
public final class ProjectView {

    /// One place where an object is declared.
    public record Declaration(
            ManifestFile file, ManifestDocument document, FieldPath root, Optional<HasMetadata> object) {}

    private final Map<ResourceId, List<Declaration>> declarations = new LinkedHashMap<>();
    private final Topology topology;
    private final List<Finding> findings = new ArrayList<>();

    ProjectView(List<ManifestFile> files) {
        List<HasMetadata> objects = new ArrayList<>();
        for (ManifestFile file : files) {
            for (ManifestDocument document : file.documents()) {
                document.declared().forEach(declared -> {
                    declared.object().ifPresent(objects::add);
                    declared.id()
                            .ifPresent(id -> declarations
                                    .computeIfAbsent(id, i -> new ArrayList<>())
                                    .add(new Declaration(file, document, declared.path(), declared.object())));
                });
            }
        }
        topology = Topology.of(objects);
    }

    /// How the objects stand to each other.
    public Topology topology() {
        return topology;
    }

    /// Where each object is declared, in the order of the files; more than once is one too many.
    public Map<ResourceId, List<Declaration>> declarations() {
        return declarations;
    }

    /// Tells what is wrong with the first declaration of `id`.
    public void tell(String rule, Severity severity, ResourceId id, FieldPath path, String key, Object... arguments) {
        tell(rule, severity, id, declarations.get(id).getFirst(), path, key, arguments);
    }

    /// Tells what is wrong with one declaration of `id`.
    public void tell(
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
                FindingText.of(key, arguments));
        findings.add(issue.in(where.file(), where.document()));
    }

    List<Finding> findings() {
        return findings;
    }
}
