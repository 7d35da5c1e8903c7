package drydock.model.drift;

import drydock.model.drift.ObjectDrift.State;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.validation.Finding;
import drydock.model.validation.live.LiveChanges;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// How a project stands beside what a cluster holds. What was compared stays as it is as long as neither the
/// manifest nor the live object was replaced, so that a change costs what it concerns.
public final class ProjectDrift {

    /// No project, or no cluster.
    public static final ProjectDrift NONE = new ProjectDrift(Schema.kubernetes(), Map.of(), List.of());

    /// What was compared, to know it again.
    private record Compared(Object manifest, HasMetadata live, ObjectDrift drift, List<Finding> refused) {}

    private final Schema schema;
    private final Map<ResourceId, Compared> compared;
    private final Map<ResourceId, ObjectDrift> objects = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private ProjectDrift(Schema schema, Map<ResourceId, Compared> compared, List<ObjectDrift> oneSided) {
        this.schema = schema;
        this.compared = compared;
        compared.forEach((id, pair) -> {
            objects.put(id, pair.drift);
            findings.addAll(pair.refused);
        });
        oneSided.forEach(drift -> objects.put(drift.id(), drift));
    }

    /// Lays a project beside a cluster.
    ///
    /// @param live gives the object of the cluster
    /// @param known whether the cluster would show the object if it had it: of others nothing is said
    /// @param others what the cluster has, of which what nobody else made and stands in the project's namespaces is
    ///     told as only there
    public ProjectDrift next(
            Project project,
            Function<ResourceId, Optional<HasMetadata>> live,
            Predicate<ResourceId> known,
            Collection<HasMetadata> others) {
        Schema now = project.schema();
        Map<ResourceId, Compared> pairs = new LinkedHashMap<>();
        List<ObjectDrift> oneSided = new ArrayList<>();
        Set<String> namespaces = new HashSet<>();
        project.declarations().forEach((id, declarations) -> {
            namespaces.add(id.namespace());
            Declaration declaration = declarations.getFirst();
            Optional<Object> manifest =
                    declaration.document().value(declaration.declared().path());
            if (known.test(id) && manifest.orElse(null) instanceof Map<?, ?> wanted) {
                live.apply(id)
                        .ifPresentOrElse(
                                there -> pairs.put(id, compared(now, project, id, declaration, wanted, there)),
                                () -> oneSided.add(ObjectDrift.onlyHere(id)));
            }
        });
        namespaces.remove("");
        Predicate<HasMetadata> made = MadeByOthers.among(others);
        for (HasMetadata other : others) {
            // the cheapest question first: there may be very many
            if (namespaces.contains(other.getMetadata().getNamespace()) && !made.test(other)) {
                ResourceId id = ResourceId.of(other);
                if (!project.declarations().containsKey(id)) {
                    oneSided.add(ObjectDrift.onlyThere(id));
                }
            }
        }
        return new ProjectDrift(now, pairs, oneSided);
    }

    @SuppressWarnings("ReferenceEquality") // what was not replaced is the very same
    private Compared compared(
            Schema now, Project project, ResourceId id, Declaration declaration, Map<?, ?> wanted, HasMetadata live) {
        Compared before = compared.get(id);
        boolean isShaped = schema == now || isBuiltIn(live);
        if (before != null && before.manifest == declaration.document() && before.live == live && isShaped) {
            return before;
        }
        ManifestFile file = project.file(declaration.path()).orElseThrow();
        return new Compared(
                declaration.document(),
                live,
                ObjectDrift.of(now, id, wanted, live),
                LiveChanges.check(now, file, declaration.document(), declaration.declared(), live));
    }

    /// Whether the kind's shape follows from no definition of the project.
    private static boolean isBuiltIn(HasMetadata live) {
        return Schema.kubernetes().kind(live.getApiVersion(), live.getKind()).isPresent();
    }

    /// How each object stands that something is known of; what is the same, too.
    public Map<ResourceId, ObjectDrift> objects() {
        return Collections.unmodifiableMap(objects);
    }

    /// Those that are not the same on both sides.
    public List<ObjectDrift> different() {
        return objects.values().stream()
                .filter(drift -> drift.state() != State.SAME)
                .toList();
    }

    /// How many stand so.
    public long count(State state) {
        return objects.values().stream().filter(drift -> drift.state() == state).count();
    }

    /// What applying would change that the server lets nobody change.
    public List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }
}
