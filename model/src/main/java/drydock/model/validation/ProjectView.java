package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Topology;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

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

    /// Whether no cluster gets what both files declare.
    public boolean areApart(ManifestFile one, ManifestFile other) {
        return objects.roles().kustomizations().areApart(one.path(), other.path());
    }

    /// Looks at every object of one class, in the order of the files.
    public <T extends HasMetadata> void each(Class<T> type, BiConsumer<ResourceId, T> look) {
        ids(type).forEach(id -> look.accept(id, type.cast(topology().objects().get(id))));
    }

    /// The ids of the objects of one class, in the order of the files.
    public List<ResourceId> ids(Class<? extends HasMetadata> type) {
        return objects.byType().getOrDefault(type, List.of());
    }

    /// Everything that makes Pods, and Pods, in the order of the files.
    public Collection<Workload> workloads() {
        return objects.workloads().values();
    }

    /// The same in one namespace.
    public List<Workload> workloadsIn(String namespace) {
        return objects.workloadsByNamespace().getOrDefault(namespace, List.of());
    }

    /// What `id` is as a workload.
    public Optional<Workload> workload(ResourceId id) {
        return Optional.ofNullable(objects.workloads().get(id));
    }

    /// The workloads that a Service, disruption budget or policy selects, Pods by themselves among them.
    public List<Workload> selectedBy(ResourceId id) {
        return objects.selectedBy(id);
    }

    /// Whether the project has an object, or has one that makes it, or every cluster has it.
    public boolean knows(ResourceId id) {
        return declarations().containsKey(id) || isMade(id);
    }

    /// Whether every cluster has an object, or another object of the project makes it.
    public boolean isMade(ResourceId id) {
        return objects.made().contains(id);
    }

    /// Whether a namespace holds objects of kinds that are not Kubernetes' own: they may make whatever is missing.
    public boolean hasCustomObjects(String namespace) {
        return objects.made().customNamespaces().contains(namespace);
    }

    /// The file in which `id` is first declared.
    public String file(ResourceId id) {
        return declarations().get(id).getFirst().file().path();
    }

    /// The items of a list that may not be there.
    public static <T> List<T> each(@Nullable List<T> items) {
        return items == null ? List.of() : items;
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
        Report report = new Report(issue, severity, bundle);
        told.add(new Told(report, where));
        return report;
    }

    List<Finding> findings() {
        return told.stream()
                .map(t -> t.report().issue().in(t.where().file(), t.where().document()))
                .toList();
    }
}
