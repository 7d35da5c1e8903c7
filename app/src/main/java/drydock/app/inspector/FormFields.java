package drydock.app.inspector;

import drydock.app.inspector.FormField.Kind;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which fields of an object the form has.
final class FormFields {

    private static final List<String> SERVICE_TYPES = List.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName");
    private static final List<String> RESTART_POLICIES = List.of("Always", "OnFailure", "Never");

    private final ManifestDocument document;
    private final List<FormField> fields = new ArrayList<>();

    private FormFields(ManifestDocument document) {
        this.document = document;
    }

    /// The fields of the object `id`, which `document` declares.
    static List<FormField> of(ResourceId id, ManifestDocument document) {
        FormFields form = new FormFields(document);
        form.add("name", FieldPath.of("metadata", "name"), new Kind.Text());
        form.add("namespace", FieldPath.of("metadata", "namespace"), new Kind.Text());
        form.add("labels", FieldPath.of("metadata", "labels"), new Kind.Pairs());
        switch (id.kind()) {
            case "Pod" -> form.addPod(FieldPath.of("spec"));
            case "ReplicationController" -> form.addWorkload(FieldPath.of("spec", "selector"));
            case "ReplicaSet", "Deployment", "StatefulSet" ->
                form.addWorkload(FieldPath.of("spec", "selector", "matchLabels"));
            case "DaemonSet", "Job" -> form.addTemplate();
            case "Service" -> form.addService();
            default -> {
                // of other kinds only the metadata; the editor has the rest
            }
        }
        return List.copyOf(form.fields);
    }

    private void addWorkload(FieldPath selector) {
        add("replicas", FieldPath.of("spec", "replicas"), new Kind.WholeNumber());
        add("selector", selector, new Kind.Pairs());
        addTemplate();
    }

    private void addTemplate() {
        add("templateLabels", FieldPath.of("spec", "template", "metadata", "labels"), new Kind.Pairs());
        addPod(FieldPath.of("spec", "template", "spec"));
    }

    private void addPod(FieldPath spec) {
        addContainers(spec.key("initContainers"));
        addContainers(spec.key("containers"));
        add("restartPolicy", spec.key("restartPolicy"), new Kind.Choice(RESTART_POLICIES));
        add("nodeName", spec.key("nodeName"), new Kind.Text());
    }

    private void addContainers(FieldPath list) {
        for (int i = 0; i < size(list); i++) {
            FieldPath container = list.index(i);
            String name = text(container.key("name"));
            add("containerName", name, container.key("name"), new Kind.Text());
            add("image", name, container.key("image"), new Kind.Text());
            FieldPath ports = container.key("ports");
            for (int p = 0; p < size(ports); p++) {
                add("containerPort", name, ports.index(p).key("containerPort"), new Kind.WholeNumber());
            }
        }
    }

    private void addService() {
        add("type", FieldPath.of("spec", "type"), new Kind.Choice(SERVICE_TYPES));
        add("selector", FieldPath.of("spec", "selector"), new Kind.Pairs());
        FieldPath ports = FieldPath.of("spec", "ports");
        for (int i = 0; i < size(ports); i++) {
            FieldPath port = ports.index(i);
            String name = text(port.key("name"));
            add("port", name, port.key("port"), new Kind.WholeNumber());
            add("targetPort", name, port.key("targetPort"), new Kind.Port());
            add("nodePort", name, port.key("nodePort"), new Kind.WholeNumber());
        }
    }

    private void add(String label, FieldPath path, Kind kind) {
        add(label, "", path, kind);
    }

    private void add(String label, String detail, FieldPath path, Kind kind) {
        fields.add(new FormField(label, detail, path, kind, text(path)));
    }

    private int size(FieldPath path) {
        return document.value(path)
                .filter(List.class::isInstance)
                .map(list -> ((List<?>) list).size())
                .orElse(0);
    }

    private String text(FieldPath path) {
        Optional<Object> value = document.value(path);
        return value.map(v -> v instanceof Map<?, ?> map ? pairs(map) : String.valueOf(v))
                .orElse("");
    }

    private static String pairs(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
