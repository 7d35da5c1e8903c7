package drydock.model.assist;

import drydock.model.project.Project;
import drydock.model.reference.ReferenceFields;
import drydock.model.resource.FieldType;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.model.resource.Schema;
import drydock.model.validation.Enumerations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can stand as the value of a field: what the schema allows, or names of the project.
record ValueOffers(Schema schema, Project project) {

    /// The values that the schema allows for `node`; none if it allows all.
    List<String> enumeration(RoughNode node, TypedNodes.Typed typed) {
        return switch (typed.type()) {
            case FieldType.Flag _ -> List.of("true", "false");
            case FieldType.Text text -> Enumerations.values(typed.qualified(), text);
            case FieldType.Whole _,
                    FieldType.Fraction _,
                    FieldType.Amount _,
                    FieldType.IntOrText _,
                    FieldType.Anything _,
                    FieldType.ListOf _,
                    FieldType.MapOf _,
                    FieldType.ObjectOf _ -> List.of();
        };
    }

    /// The names that the project has for the value of `node`.
    List<String> names(RoughNode node, TypedNodes.Typed typed) {
        ProjectNames names = new ProjectNames(project);
        String qualified = typed.qualified();
        String namespace = NamedObjects.namespace(node);
        if (ReferenceFields.isMapOfLabels(qualified)) {
            return names.labelValues(TypedNodes.namespaceOf(node), node.name());
        }
        Optional<ResourceKind> kind = NamedObjects.kind(node, qualified);
        if (kind.isPresent()) {
            return names.ofKind(kind.get(), namespace);
        }
        RoughNode beside = node.parent().orElse(node);
        return switch (qualified) {
            case "ConfigMapKeySelector.key", "SecretKeySelector.key", "KeyToPath.key" ->
                NamedObjects.holderOfKey(node, qualified).map(names::keysOf).orElse(List.of());
            case "VolumeMount.name", "VolumeDevice.name" ->
                NamedObjects.volumes(node).stream()
                        .map(v -> v.text("name"))
                        .filter(n -> !n.isEmpty())
                        .toList();
            case "PodSpec.nodeSelector" -> names.nodeLabelValues(node.name());
            case "LabelSelectorRequirement.key" -> names.labelKeys(namespace);
            case "LabelSelectorRequirement.values" ->
                names.labelValues(
                        TypedNodes.namespaceOf(node),
                        beside.parent().map(p -> p.text("key")).orElse(""));
            case "ServicePort.targetPort" -> names.targetPorts(namespace, selectorOf(node));
            case "HTTPGetAction.port", "TCPSocketAction.port" -> ownPorts(node);
            case "ServiceBackendPort.name", "ServiceBackendPort.number" ->
                beside.parent()
                        .map(service -> ResourceId.of(Kinds.SERVICE, namespace, service.text("name")))
                        .map(id -> names.portsOf(id, qualified.endsWith("name")))
                        .orElse(List.of());
            case "CrossVersionObjectReference.kind" ->
                List.of("Deployment", "StatefulSet", "ReplicaSet", "ReplicationController");
            case "RoleRef.kind" -> List.of("Role", "ClusterRole");
            case "Subject.kind" -> List.of("ServiceAccount", "User", "Group");
            default -> List.of();
        };
    }

    /// The keys that the project has for a map.
    List<String> keys(RoughNode map, TypedNodes.Typed typed) {
        ProjectNames names = new ProjectNames(project);
        if (ReferenceFields.isMapOfLabels(typed.qualified())) {
            return names.labelKeys(TypedNodes.namespaceOf(map));
        }
        return switch (typed.qualified()) {
            case "PodSpec.nodeSelector" -> names.nodeLabelKeys();
            case "ObjectMeta.annotations" -> names.annotationKeys();
            case "ConfigMap.data", "ConfigMap.binaryData", "Secret.data", "Secret.stringData" ->
                TypedNodes.idOf(map).map(names::keysWantedOf).orElse(List.of());
            default -> List.of();
        };
    }

    /// The versions of a kind, or the kinds of a version, for an object that is just begun.
    List<String> heads(RoughNode node) {
        RoughNode object = node.parent().orElse(node);
        if (node.name().equals("kind")) {
            String version = object.text("apiVersion");
            return Kinds.all().stream()
                    .filter(k -> version.isEmpty() || k.apiVersion().equals(version))
                    .map(ResourceKind::kind)
                    .sorted()
                    .toList();
        }
        String kind = object.text("kind");
        return kind.isEmpty()
                ? Kinds.all().stream()
                        .map(ResourceKind::apiVersion)
                        .distinct()
                        .sorted()
                        .toList()
                : schema.apiVersions(kind);
    }

    private static LabelSelector selectorOf(RoughNode node) {
        Map<String, String> labels = new LinkedHashMap<>();
        TypedNodes.objectOf(node)
                .find("spec", "selector")
                .ifPresent(s -> s.children().forEach(c -> labels.put(c.name(), c.value)));
        return LabelSelector.ofLabels(labels);
    }

    /// The ports of the container that the probe at `node` is in.
    private static List<String> ownPorts(RoughNode node) {
        Optional<RoughNode> at = Optional.of(node);
        while (at.isPresent() && at.get().child("ports").isEmpty()) {
            at = at.get().parent();
        }
        return at.flatMap(container -> container.child("ports")).stream()
                .flatMap(ports -> ports.children().stream())
                .map(port -> port.text("name").isEmpty() ? port.text("containerPort") : port.text("name"))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
