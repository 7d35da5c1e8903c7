package drydock.model.validation;

import drydock.model.kustomize.Kustomizations;
import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.topology.Topology;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Objects that are there though no manifest declares them: what every cluster has, what claims' templates and the
/// generators of a kustomization make, and the Secrets of well-known custom resources.
///
/// @param generated what kustomizations make, whatever its namespace, as `ConfigMap/settings`
/// @param claims the names of StatefulSets' claims without their number, each behind its namespace
/// @param customNamespaces the namespaces that hold objects of kinds that are not Kubernetes' own
/// @param customGroups whether a group that was met is custom resources'
record MadeObjects(
        Set<ResourceId> ids,
        Set<String> generated,
        Set<String> claims,
        Set<String> customNamespaces,
        Map<String, Boolean> customGroups) {

    private static final Set<String> NAMESPACES = Set.of("default", "kube-system", "kube-public", "kube-node-lease");
    private static final Set<String> EVERYWHERE = Set.of("ServiceAccount/default", "ConfigMap/kube-root-ca.crt");

    /// (`plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go ClusterRoles`)
    private static final Set<String> CLUSTER_ROLES = Set.of("cluster-admin", "admin", "edit", "view");

    static MadeObjects of(Kustomizations kustomizations, List<ManifestFile> files, Topology topology) {
        MadeObjects made = new MadeObjects(
                new HashSet<>(), kustomizations.generated(), new HashSet<>(), new HashSet<>(), new HashMap<>());
        for (ManifestFile file : files) {
            for (ManifestDocument document : file.documents()) {
                document.declared().forEach(declared -> made.custom(document, declared));
            }
        }
        topology.objects().forEach((id, object) -> {
            if (object instanceof StatefulSet set && set.getSpec() != null) {
                for (PersistentVolumeClaim claim :
                        ProjectView.each(set.getSpec().getVolumeClaimTemplates())) {
                    if (claim.getMetadata() != null) {
                        made.claims.add(
                                id.namespace() + "/" + claim.getMetadata().getName() + "-" + id.name() + "-");
                    }
                }
            }
        });
        return made;
    }

    /// What well-known operators make of their resources.
    private void custom(ManifestDocument document, DeclaredObject declared) {
        ResourceId id = declared.id().orElse(null);
        if (id == null || !customGroups.computeIfAbsent(id.group(), MadeObjects::isCustom)) {
            return;
        }
        customNamespaces.add(id.namespace());
        FieldPath spec = declared.path().key("spec");
        Object target = switch (id.kind()) {
            case "Certificate" -> document.value(spec.key("secretName")).orElse(null);
            case "ExternalSecret" ->
                document.value(spec.key("target").key("name")).orElse(id.name());
            case "SealedSecret" -> id.name();
            default -> null;
        };
        if (target instanceof String name) {
            ids.add(ResourceId.of(Kinds.SECRET, id.namespace(), name));
        }
    }

    private static boolean isCustom(String group) {
        return group.indexOf('.') >= 0 && !Schema.kubernetes().hasGroup(group);
    }

    boolean contains(ResourceId id) {
        return ids.contains(id)
                || generated.contains(id.kind() + "/" + id.name())
                || EVERYWHERE.contains(id.kind() + "/" + id.name())
                || (id.kind().equals("Namespace") && NAMESPACES.contains(id.name()))
                || (id.kind().equals("PriorityClass") && id.name().startsWith("system-"))
                || (id.kind().equals("ClusterRole")
                        && (CLUSTER_ROLES.contains(id.name()) || id.name().startsWith("system:")))
                || (id.kind().equals("Role") && id.name().startsWith("system:"))
                || (id.kind().equals("PersistentVolumeClaim") && isOfTemplate(id));
    }

    /// A claim that a StatefulSet makes is called after its template and the Pod: `data-web-0`.
    private boolean isOfTemplate(ResourceId claim) {
        String name = claim.namespace() + "/" + claim.name();
        int dash = name.lastIndexOf('-');
        return dash > 0 && name.substring(dash + 1).matches("\\d+") && claims.contains(name.substring(0, dash + 1));
    }
}
