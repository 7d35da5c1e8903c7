package drydock.model.validation.project.missing;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What usually is in a cluster already and no part of a project: namespaces, classes, roles, certificates. That a
/// project does not define it is told once for each, as something to know.
final class ClusterNameRules {

    static final List<Rule> RULES = List.of(
            new Rule.OfProject(ClusterNameRules::namespaces),
            new Rule.OfProject(view -> new ClusterNameRules(view).priorityClasses()),
            new Rule.OfProject(view -> new ClusterNameRules(view).ingresses()),
            new Rule.OfProject(view -> new ClusterNameRules(view).storageClasses()),
            new Rule.OfProject(view -> new ClusterNameRules(view).roles()));

    /// Annotations by which a certificate manager makes the Secrets of an Ingress.
    private static final String CERTIFICATES = "cert-manager.io/";

    private final ProjectView view;
    private final Set<ResourceId> told = new HashSet<>();

    private ClusterNameRules(ProjectView view) {
        this.view = view;
    }

    private static void namespaces(ProjectView view) {
        Set<String> told = new HashSet<>();
        view.declarations().forEach((id, places) -> {
            ResourceId namespace = ResourceId.of(Kinds.NAMESPACE, "", id.namespace());
            if (!id.namespace().isEmpty() && told.add(id.namespace()) && !view.knows(namespace)) {
                view.tell(
                                "missing-namespace",
                                Severity.ADVICE,
                                id,
                                FieldPath.of("metadata", "namespace"),
                                "missing.ready",
                                namespace.kind(),
                                namespace.name())
                        .fix(
                                NewObjects.yaml(namespace, Set.of())
                                        .map(yaml -> new Edit.AddObject(view.file(id), yaml)),
                                "add",
                                namespace.kind(),
                                namespace.name());
            }
        });
    }

    private void priorityClasses() {
        view.workloads()
                .forEach(w -> check(
                        "missing-priority-class",
                        w.id(),
                        w.path().key("priorityClassName"),
                        Kinds.PRIORITY_CLASS,
                        w.spec().getPriorityClassName()));
    }

    private void ingresses() {
        view.each(Ingress.class, (id, ingress) -> {
            if (ingress.getSpec() != null) {
                FieldPath spec = FieldPath.of("spec");
                String className = ingress.getSpec().getIngressClassName();
                check("missing-ingress-class", id, spec.key("ingressClassName"), Kinds.INGRESS_CLASS, className);
                List<IngressTLS> certificates =
                        ProjectView.each(ingress.getSpec().getTls());
                for (int i = 0; i < certificates.size() && !hasManager(ingress); i++) {
                    FieldPath path = spec.key("tls").index(i).key("secretName");
                    check(
                            "missing-certificate",
                            id,
                            path,
                            Kinds.SECRET,
                            certificates.get(i).getSecretName());
                }
            }
        });
    }

    private static boolean hasManager(Ingress ingress) {
        var annotations = ingress.getMetadata().getAnnotations();
        return annotations != null && annotations.keySet().stream().anyMatch(key -> key.startsWith(CERTIFICATES));
    }

    private void storageClasses() {
        Set<String> ofVolumes = classesOfVolumes();
        view.each(PersistentVolumeClaim.class, (id, claim) -> {
            if (claim.getSpec() != null && claim.getSpec().getVolumeName() == null) {
                storageClass(id, FieldPath.of("spec"), claim, ofVolumes);
            }
        });
        view.each(StatefulSet.class, (id, set) -> {
            List<PersistentVolumeClaim> claims = set.getSpec() == null
                    ? List.of()
                    : ProjectView.each(set.getSpec().getVolumeClaimTemplates());
            for (int i = 0; i < claims.size(); i++) {
                storageClass(id, FieldPath.of("spec", "volumeClaimTemplates", i, "spec"), claims.get(i), ofVolumes);
            }
        });
    }

    private void storageClass(ResourceId id, FieldPath spec, PersistentVolumeClaim claim, Set<String> ofVolumes) {
        String name = claim.getSpec() == null ? null : claim.getSpec().getStorageClassName();
        if (name != null && !ofVolumes.contains(name)) {
            check("missing-storage-class", id, spec.key("storageClassName"), Kinds.STORAGE_CLASS, name);
        }
    }

    /// A name that a volume of the project has needs no class: it is just to be the same.
    private Set<String> classesOfVolumes() {
        Set<String> names = new HashSet<>();
        view.each(PersistentVolume.class, (id, volume) -> {
            if (volume.getSpec() != null && volume.getSpec().getStorageClassName() != null) {
                names.add(volume.getSpec().getStorageClassName());
            }
        });
        return names;
    }

    private void roles() {
        view.each(RoleBinding.class, (id, binding) -> binding(id, binding.getRoleRef(), binding.getSubjects()));
        view.each(ClusterRoleBinding.class, (id, binding) -> binding(id, binding.getRoleRef(), binding.getSubjects()));
    }

    private void binding(ResourceId id, @Nullable RoleRef role, @Nullable List<Subject> subjects) {
        if (role != null && role.getKind() != null) {
            ResourceKind kind = role.getKind().equals("Role") ? Kinds.ROLE : Kinds.CLUSTER_ROLE;
            check("missing-role", id, FieldPath.of("roleRef", "name"), kind, role.getName());
        }
        List<Subject> all = ProjectView.each(subjects);
        for (int i = 0; i < all.size(); i++) {
            Subject subject = all.get(i);
            if ("ServiceAccount".equals(subject.getKind()) && subject.getName() != null) {
                String namespace = subject.getNamespace() == null ? id.namespace() : subject.getNamespace();
                ResourceId account = ResourceId.of(Kinds.SERVICE_ACCOUNT, namespace, subject.getName());
                check("missing-service-account", id, FieldPath.of("subjects", i, "name"), account);
            }
        }
    }

    private void check(String rule, ResourceId id, FieldPath path, ResourceKind kind, @Nullable String name) {
        if (name != null && !name.isEmpty()) {
            check(rule, id, path, ResourceId.of(kind, id.namespace(), name));
        }
    }

    private void check(String rule, ResourceId id, FieldPath path, ResourceId named) {
        if (!view.knows(named) && told.add(named)) {
            view.tell(rule, Severity.ADVICE, id, path, "missing.ready", named.kind(), named.name());
        }
    }
}
