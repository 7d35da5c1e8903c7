package drydock.model.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The types that shapes are to the checker of expressions, each object type named by the way to it
/// (`apiserver/pkg/cel/types.go MaybeAssignTypeName`).
@SuppressWarnings("Immutable") // nothing is added once a checker has it
final class ShapeTypes implements CelTypeProvider {

    private final Map<String, CelType> types = new HashMap<>(AuthorizerDeclarations.TYPES);

    /// The type of a shape whose objects are named `name`, and `name.field` what is in them.
    CelType of(String name, Shape shape) {
        return switch (shape) {
            case Shape.Any() -> SimpleType.DYN;
            case Shape.Single single -> single(single);
            case Shape.Items(Shape item) -> ListType.create(of(name + ".@idx", item));
            case Shape.Entries(Shape value) -> MapType.create(SimpleType.STRING, of(name + ".@elem", value));
            case Shape.Fields(Map<String, Shape> fields) -> object(name, fields);
            case Shape.Named(String own, Map<String, Shape> fields) -> object(own, fields);
            case Shape.Maybe(Shape value) -> OptionalType.create(of(name, value));
        };
    }

    /// What a value of a type may be, where shapes can tell.
    static Shape shape(CelType type) {
        if (type instanceof ListType list && list.hasElemType()) {
            return new Shape.Items(shape(list.elemType()));
        }
        return Arrays.stream(Shape.Single.values())
                .filter(single ->
                        single != Shape.Single.UNTYPED && single(single).equals(type))
                .filter(single -> type instanceof SimpleType)
                .findFirst()
                .map(Shape.class::cast)
                .orElseGet(Shape.Any::new);
    }

    private static CelType single(Shape.Single single) {
        return switch (single) {
            case TEXT -> SimpleType.STRING;
            case BYTES -> SimpleType.BYTES;
            case TRUTH -> SimpleType.BOOL;
            case WHOLE -> SimpleType.INT;
            case NUMBER -> SimpleType.DOUBLE;
            case DURATION -> SimpleType.DURATION;
            case TIME -> SimpleType.TIMESTAMP;
            case QUANTITY -> Types.QUANTITY.cel();
            case UNTYPED -> SimpleType.DYN;
            case AUTHORIZER -> AuthorizerDeclarations.AUTHORIZER;
            case RESOURCE_CHECK -> AuthorizerDeclarations.RESOURCE;
        };
    }

    private CelType object(String name, Map<String, Shape> fields) {
        Map<String, CelType> of = new LinkedHashMap<>();
        fields.forEach((field, shape) -> of.put(field, of(name + "." + field, shape)));
        types.put(
                name,
                StructType.create(name, ImmutableSet.copyOf(of.keySet()), field -> Optional.ofNullable(of.get(field))));
        return StructTypeReference.create(name);
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableSet.copyOf(types.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
