package drydock.model.connect;

import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Objects that name another in one certain field.
final class Naming implements Rule {

    @Override
    public boolean fits(ResourceId from, ResourceId to) {
        return switch (to.kind()) {
            case "Service" -> from.kind().equals("StatefulSet");
            case "StorageClass" ->
                from.kind().equals("PersistentVolumeClaim") || from.kind().equals("PersistentVolume");
            case "PersistentVolume" -> from.kind().equals("PersistentVolumeClaim");
            case "IngressClass", "Secret" -> from.kind().equals("Ingress");
            case "ServiceAccount", "PriorityClass" -> PodPart.isPodOrWorkload(from);
            case "Node" -> from.kind().equals("Pod");
            default -> false;
        };
    }

    @Override
    public List<Connection> between(Project project, End from, End to) {
        Written object = Written.of(project, from.object()).orElseThrow();
        String name = to.object().name();
        if (to.object().kind().equals("Secret")) {
            return List.of(certificate(object, name));
        }
        return field(project, from.object(), to.object().kind())
                .filter(field -> !object.text(field).equals(name))
                .map(field -> Connection.of(Meaning.NAME, "", field.toString(), object.set(field, name)))
                .stream()
                .toList();
    }

    private static Connection certificate(Written ingress, String secret) {
        List<Object> hosts = ingress.list(FieldPath.of("spec", "rules")).stream()
                .filter(rule -> rule instanceof Map<?, ?> map && map.get("host") != null)
                .<Object>map(rule -> ((Map<?, ?>) rule).get("host"))
                .distinct()
                .toList();
        Map<String, Object> tls = new LinkedHashMap<>();
        if (!hosts.isEmpty()) {
            tls.put("hosts", hosts);
        }
        tls.put("secretName", secret);
        return Connection.of(Meaning.CERTIFICATE, ingress.append(FieldPath.of("spec", "tls"), tls));
    }

    private static Optional<FieldPath> field(Project project, ResourceId from, String kind) {
        return switch (kind) {
            case "Service" -> Optional.of(FieldPath.of("spec", "serviceName"));
            case "StorageClass" -> Optional.of(FieldPath.of("spec", "storageClassName"));
            case "PersistentVolume" -> Optional.of(FieldPath.of("spec", "volumeName"));
            case "IngressClass" -> Optional.of(FieldPath.of("spec", "ingressClassName"));
            case "ServiceAccount" ->
                PodPart.of(project, from).map(pods -> pods.spec().key("serviceAccountName"));
            case "PriorityClass" ->
                PodPart.of(project, from).map(pods -> pods.spec().key("priorityClassName"));
            case "Node" -> Optional.of(FieldPath.of("spec", "nodeName"));
            default -> Optional.empty();
        };
    }
}
