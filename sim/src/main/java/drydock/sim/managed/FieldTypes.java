package drydock.sim.managed;

import drydock.model.resource.FieldType;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import java.util.List;
import java.util.Set;

/// What of an object is one value to server-side apply, and what is looked into
/// (`kube-openapi/pkg/schemaconv`, and the markers `+structType` and `+mapType` of the API's types).
final class FieldTypes {

    /// Objects that are one value.
    private static final Set<String> ATOMIC_OBJECTS = Set.of(
            "LabelSelector",
            "NodeSelector",
            "NodeSelectorTerm",
            "ObjectFieldSelector",
            "ResourceFieldSelector",
            "SecretKeySelector",
            "ConfigMapKeySelector",
            "FileKeySelector",
            "LocalObjectReference",
            "ObjectReference",
            "SecretReference",
            "TypedLocalObjectReference",
            "CrossVersionObjectReference",
            "OwnerReference",
            "RoleRef",
            "TopologySelectorTerm",
            "ScopeSelector",
            "ScopedResourceSelectorRequirement",
            "EndpointAddress",
            "EndpointPort");

    /// Maps that are one value.
    private static final Set<String> ATOMIC_MAPS =
            Set.of("PodSpec.nodeSelector", "ServiceSpec.selector", "ReplicationControllerSpec.selector");

    private static final Schema SCHEMA = Schema.kubernetes();

    private FieldTypes() {}

    /// How a value is taken.
    sealed interface Shape {
        /// One value, however much is in it.
        record Atom() implements Shape {}

        /// An object or a map, field by field.
        record Fields(FieldType type) implements Shape {}

        /// A list whose items are the same if `keys` of them are.
        record Items(FieldType item, List<String> keys) implements Shape {}

        /// A list of single values, each of which is in it once.
        record Members() implements Shape {}
    }

    static Shape shape(String owner, SchemaField field) {
        String place = owner.substring(owner.lastIndexOf('.') + 1) + "." + field.name();
        return field.type() instanceof FieldType.ListOf(FieldType items)
                ? list(items, field.merging())
                : ATOMIC_MAPS.contains(place) ? new Shape.Atom() : shape(field.type());
    }

    static Shape shape(FieldType type) {
        return switch (type) {
            case FieldType.ObjectOf(String definition) ->
                ATOMIC_OBJECTS.contains(definition.substring(definition.lastIndexOf('.') + 1))
                        ? new Shape.Atom()
                        : new Shape.Fields(type);
            case FieldType.MapOf _, FieldType.Anything _ -> new Shape.Fields(type);
            case FieldType.ListOf _,
                    FieldType.Text _,
                    FieldType.Whole _,
                    FieldType.Fraction _,
                    FieldType.Flag _,
                    FieldType.Amount _,
                    FieldType.IntOrText _ -> new Shape.Atom();
        };
    }

    private static Shape list(FieldType items, SchemaField.Merging merging) {
        if (merging.listType().equals("map")) {
            return new Shape.Items(items, merging.listMapKeys());
        }
        if (merging.listType().equals("set")) {
            return new Shape.Members();
        }
        if (merging.listType().isEmpty() && merging.mergesItems()) {
            return merging.mergeKey().isEmpty()
                    ? new Shape.Members()
                    : new Shape.Items(items, List.of(merging.mergeKey()));
        }
        return new Shape.Atom();
    }

    /// How the value of `name` in what `type` describes is taken.
    static Shape inside(FieldType type, String name) {
        return switch (type) {
            case FieldType.ObjectOf(String definition) ->
                SCHEMA.object(definition)
                        .flatMap(object -> object.field(name))
                        .map(field -> shape(definition, field))
                        .orElseGet(() -> new Shape.Fields(new FieldType.Anything()));
            case FieldType.MapOf(FieldType values) -> shape(values);
            case FieldType.ListOf _,
                    FieldType.Anything _,
                    FieldType.Text _,
                    FieldType.Whole _,
                    FieldType.Fraction _,
                    FieldType.Flag _,
                    FieldType.Amount _,
                    FieldType.IntOrText _ -> new Shape.Fields(new FieldType.Anything());
        };
    }

    /// How the objects of a kind are taken.
    static Shape ofKind(String apiVersion, String kind) {
        return new Shape.Fields(SCHEMA.kind(apiVersion, kind)
                .<FieldType>map(object -> new FieldType.ObjectOf(object.definition()))
                .orElseGet(FieldType.Anything::new));
    }
}
