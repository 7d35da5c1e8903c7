package drydock.sim.kubectl.kustomize;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a kustomization changes of its objects: namespace, names, labels, annotations, images, counts
/// (`kustomize/api/internal/builtins`).
final class Transformation {

    /// Kinds whose names stay as they are.
    private static final Set<String> NAMED_AS_IS = Set.of("CustomResourceDefinition", "APIService", "Namespace");

    private static final Set<String> COUNTED =
            Set.of("Deployment", "ReplicaSet", "ReplicationController", "StatefulSet");

    private final Map<String, Object> fields;

    Transformation(Map<String, Object> fields) {
        this.fields = fields;
    }

    void apply(List<Map<String, Object>> objects) throws BadKustomizationException {
        String namespace = Trees.text(fields, "namespace");
        if (!namespace.isEmpty()) {
            objects.forEach(object -> namespace(object, namespace));
        }
        count(objects);
        rename(objects);
        for (Map<String, Object> object : objects) {
            label(object);
            Map<String, Object> notes = Trees.map(fields.get("commonAnnotations"));
            if (!notes.isEmpty()) {
                Trees.made(object, "metadata", "annotations").putAll(notes);
                Labels.templates(object)
                        .forEach(meta -> Trees.made(meta, "annotations").putAll(notes));
            }
            for (Map<String, Object> image : maps(fields.get("images"))) {
                Images.replace(object, image);
            }
        }
    }

    private static void namespace(Map<String, Object> object, String namespace) {
        String kind = Trees.text(object, "kind");
        if (kind.equals("Namespace")) {
            Trees.made(object, "metadata").put("name", namespace);
            return;
        }
        String version = Trees.text(object, "apiVersion");
        String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
        if (Kinds.find(group, kind).map(ResourceKind::namespaced).orElse(true)) {
            Trees.made(object, "metadata").put("namespace", namespace);
        }
        if (kind.endsWith("RoleBinding") && object.get("subjects") instanceof List<?> subjects) {
            for (Map<String, Object> subject : inPlace(subjects)) {
                if (Trees.text(subject, "kind").equals("ServiceAccount")) {
                    subject.put("namespace", namespace);
                }
            }
        }
    }

    private void rename(List<Map<String, Object>> objects) {
        String prefix = Trees.text(fields, "namePrefix");
        String suffix = Trees.text(fields, "nameSuffix");
        if (prefix.isEmpty() && suffix.isEmpty()) {
            return;
        }
        References references = new References();
        for (Map<String, Object> object : objects) {
            String kind = Trees.text(object, "kind");
            if (!NAMED_AS_IS.contains(kind)) {
                String before = Trees.name(object);
                String after = prefix + before + suffix;
                Trees.made(object, "metadata").put("name", after);
                references.renamed(kind, before, after);
            }
        }
        objects.forEach(references::follow);
    }

    private void label(Map<String, Object> object) {
        Labels.add(object, Trees.map(fields.get("commonLabels")), true, true);
        for (Map<String, Object> entry : maps(fields.get("labels"))) {
            boolean selectors = Boolean.TRUE.equals(entry.get("includeSelectors"));
            boolean templates = selectors || Boolean.TRUE.equals(entry.get("includeTemplates"));
            Labels.add(object, Trees.map(entry.get("pairs")), selectors, templates);
        }
    }

    private void count(List<Map<String, Object>> objects) throws BadKustomizationException {
        for (Map<String, Object> entry : maps(fields.get("replicas"))) {
            String name = Trees.text(entry, "name");
            List<Map<String, Object>> meant = objects.stream()
                    .filter(object -> COUNTED.contains(Trees.text(object, "kind"))
                            && Trees.name(object).equals(name))
                    .toList();
            if (meant.isEmpty()) {
                throw new BadKustomizationException("resource with name " + name
                        + " does not match a config with the following GVK [Deployment.[noVer].[noGrp]"
                        + " ReplicationController.[noVer].[noGrp] ReplicaSet.[noVer].[noGrp]"
                        + " StatefulSet.[noVer].[noGrp]]");
            }
            Object count = entry.getOrDefault("count", 0);
            meant.forEach(object -> Trees.made(object, "spec").put("replicas", count));
        }
    }

    private static List<Map<String, Object>> maps(@Nullable Object value) {
        return value instanceof List<?> list ? inPlace(list) : List.of();
    }

    /// The maps of a list, those themselves and no copies.
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> inPlace(List<?> list) {
        List<Map<String, Object>> maps = new ArrayList<>();
        list.forEach(item -> {
            if (item instanceof Map<?, ?> map) {
                maps.add((Map<String, Object>) map);
            }
        });
        return maps;
    }
}
