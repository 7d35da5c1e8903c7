package drydock.model.assist;

import drydock.model.resource.FieldType;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;
import java.util.Optional;

/// What the schema says of the keys and items of a rough text.
///
/// An object is a node that names an `apiVersion` and a `kind`: the document, or an item of a `List`.
record TypedNodes(Schema schema) {

    /// What a node is.
    ///
    /// @param type what values it takes
    /// @param owner the definition that has the field; empty for an object itself
    /// @param field the field, of which an item or a map's entry is a part; empty for an object itself
    record Typed(FieldType type, Optional<SchemaObject> owner, Optional<SchemaField> field) {

        /// The field by the short name of the type that has it, as `PodSpec.nodeName`; empty for an object itself.
        String qualified() {
            return owner.map(o -> simple(o.definition()) + ".").orElse("")
                    + field.map(SchemaField::name).orElse("");
        }

        private static String simple(String definition) {
            return definition.substring(definition.lastIndexOf('.') + 1);
        }
    }

    /// What `node` is; empty where the schema does not know it.
    Optional<Typed> of(RoughNode node) {
        Optional<Typed> object = isObject(node) ? kind(node) : Optional.empty();
        return object.isPresent() ? object : node.parent().flatMap(this::of).flatMap(outer -> inside(outer, node));
    }

    private Optional<Typed> inside(Typed outer, RoughNode node) {
        return switch (outer.type()) {
            case FieldType.ObjectOf(String definition)
            when !node.isItem() ->
                schema.object(definition)
                        .flatMap(o ->
                                o.field(node.name()).map(f -> new Typed(f.type(), Optional.of(o), Optional.of(f))));
            case FieldType.MapOf(FieldType values)
            when !node.isItem() -> Optional.of(new Typed(values, outer.owner(), outer.field()));
            case FieldType.ListOf(FieldType items)
            when node.isItem() -> Optional.of(new Typed(items, outer.owner(), outer.field()));
            case FieldType.ObjectOf _,
                    FieldType.MapOf _,
                    FieldType.ListOf _,
                    FieldType.Text _,
                    FieldType.Whole _,
                    FieldType.Fraction _,
                    FieldType.Flag _,
                    FieldType.Amount _,
                    FieldType.IntOrText _,
                    FieldType.Anything _ -> Optional.empty();
        };
    }

    private Optional<Typed> kind(RoughNode node) {
        return schema.kind(node.text("apiVersion"), node.text("kind"))
                .map(o -> new Typed(new FieldType.ObjectOf(o.definition()), Optional.empty(), Optional.empty()));
    }

    private static boolean isObject(RoughNode node) {
        boolean place = node.parent().isEmpty()
                || (node.isItem()
                        && node.parent().filter(p -> p.name().equals("items")).isPresent());
        return place
                && node.child("apiVersion").isPresent()
                && node.child("kind").isPresent();
    }

    /// The object that `node` is in; the document if it names none.
    static RoughNode objectOf(RoughNode node) {
        RoughNode at = node;
        while (!isObject(at) && at.parent().isPresent()) {
            at = at.parent().orElseThrow();
        }
        return at;
    }

    /// The namespace of the object that `node` is in.
    static String namespaceOf(RoughNode node) {
        String written = objectOf(node).text("metadata", "namespace");
        return written.isEmpty() ? ResourceId.DEFAULT_NAMESPACE : written;
    }

    /// The name of the object that `node` is in.
    static Optional<ResourceId> idOf(RoughNode node) {
        RoughNode object = objectOf(node);
        String apiVersion = object.text("apiVersion");
        String name = object.text("metadata", "name");
        String kind = object.text("kind");
        boolean named = !name.isEmpty() && !kind.isEmpty() && !apiVersion.isEmpty() && !apiVersion.endsWith("/");
        return named
                ? Optional.of(ResourceId.of(Kinds.of(apiVersion, kind), namespaceOf(node), name))
                : Optional.empty();
    }
}
