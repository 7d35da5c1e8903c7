package drydock.model.reference;

import drydock.model.manifest.FieldPath;
import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.resource.FieldType;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.model.resource.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds where objects are named, by going through what is written along the schema.
public final class References {

    private final Schema schema = Schema.kubernetes();
    private final ResourceId from;
    private final List<Reference> found = new ArrayList<>();

    private References(ResourceId from) {
        this.from = from;
    }

    /// Every name of another object that the object `id` writes, in the order of its text; none of a custom resource.
    public static List<Reference> from(Project project, ResourceId id) {
        return project.declarations(id).stream()
                .findFirst()
                .map(place -> in(id, place))
                .orElse(List.of());
    }

    /// Every place in the project that names the object `id`.
    public static List<Reference> to(Project project, ResourceId id) {
        List<Reference> all = new ArrayList<>();
        project.declarations()
                .forEach((from, places) -> in(from, places.getFirst()).stream()
                        .filter(reference -> reference.to().equals(id))
                        .forEach(all::add));
        return all;
    }

    private static List<Reference> in(ResourceId id, Declaration place) {
        References references = new References(id);
        place.document()
                .value(place.inDocument(FieldPath.ROOT))
                .filter(Map.class::isInstance)
                .map(value -> (Map<?, ?>) value)
                .ifPresent(object -> references
                        .schema
                        .kind(text(object, "apiVersion"), text(object, "kind"))
                        .ifPresent(shape -> references.fields(object, shape.definition(), FieldPath.ROOT)));
        return references.found;
    }

    private void fields(Map<?, ?> object, String definition, FieldPath path) {
        schema.object(definition)
                .ifPresent(shape -> object.forEach((key, value) -> shape.field(String.valueOf(key))
                        .ifPresent(field -> {
                            String qualified = definition.substring(definition.lastIndexOf('.') + 1) + "." + key;
                            FieldPath at = path.key(String.valueOf(key));
                            if (value instanceof String name && !name.isEmpty()) {
                                target(qualified, object, name).ifPresent(to -> found.add(new Reference(from, at, to)));
                            } else {
                                inside(value, field.type(), at);
                            }
                        })));
    }

    private void inside(Object value, FieldType type, FieldPath path) {
        switch (type) {
            case FieldType.ObjectOf(String definition) -> {
                if (value instanceof Map<?, ?> map) {
                    fields(map, definition, path);
                }
            }
            case FieldType.ListOf(FieldType items) -> {
                if (value instanceof List<?> list) {
                    for (int i = 0; i < list.size(); i++) {
                        if (list.get(i) != null) {
                            inside(list.get(i), items, path.index(i));
                        }
                    }
                }
            }
            case FieldType.MapOf(FieldType values) -> {
                if (value instanceof Map<?, ?> map) {
                    map.forEach((key, inner) -> {
                        if (inner != null) {
                            inside(inner, values, path.key(String.valueOf(key)));
                        }
                    });
                }
            }
            case FieldType.Text _,
                    FieldType.Whole _,
                    FieldType.Fraction _,
                    FieldType.Flag _,
                    FieldType.Amount _,
                    FieldType.IntOrText _,
                    FieldType.Anything _ -> {}
        }
    }

    private Optional<ResourceId> target(String field, Map<?, ?> beside, String name) {
        String apiVersion = text(beside, "apiVersion");
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? text(beside, "apiGroup") : apiVersion.substring(0, slash);
        String namespace = text(beside, "namespace");
        Optional<ResourceKind> kind = ReferenceFields.kind(field, text(beside, "kind"), group);
        return kind.map(k -> ResourceId.of(k, namespace.isEmpty() ? from.namespace() : namespace, name))
                .filter(to -> !to.equals(from));
    }

    private static String text(Map<?, ?> object, String key) {
        return object.get(key) instanceof String text ? text : "";
    }
}
