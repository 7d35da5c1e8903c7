package drydock.model.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import java.util.List;

/// The types that the functions of [KubernetesFunctions] take and give.
final class Types {

    static final CelType BOOL = SimpleType.BOOL;
    static final CelType INT = SimpleType.INT;
    static final CelType TEXTS = ListType.create(SimpleType.STRING);
    static final CelType MAYBE_TEXTS = OptionalType.create(TEXTS);
    static final CelType QUERY = MapType.create(SimpleType.STRING, TEXTS);

    static final FunctionSet.Type<Object> ANY = new FunctionSet.Type<>(SimpleType.DYN, Object.class);
    static final FunctionSet.Type<String> TEXT = new FunctionSet.Type<>(SimpleType.STRING, String.class);
    static final FunctionSet.Type<Long> WHOLE = new FunctionSet.Type<>(INT, Long.class);
    static final FunctionSet.Type<Boolean> TRUTH = new FunctionSet.Type<>(BOOL, Boolean.class);

    @SuppressWarnings({"rawtypes", "unchecked"}) // the class of a list says nothing of what is in it
    static final FunctionSet.Type<List<Object>> LIST =
            new FunctionSet.Type<>(ListType.create(SimpleType.DYN), (Class<List<Object>>) (Class) List.class);

    static final FunctionSet.Type<Amount> QUANTITY =
            new FunctionSet.Type<>(OpaqueType.create("kubernetes.Quantity"), Amount.class);
    static final FunctionSet.Type<IpAddress> IP = new FunctionSet.Type<>(OpaqueType.create("net.IP"), IpAddress.class);
    static final FunctionSet.Type<IpRange> CIDR = new FunctionSet.Type<>(OpaqueType.create("net.CIDR"), IpRange.class);
    static final FunctionSet.Type<Url> URL = new FunctionSet.Type<>(OpaqueType.create("kubernetes.URL"), Url.class);
    static final FunctionSet.Type<SemanticVersion> VERSION =
            new FunctionSet.Type<>(OpaqueType.create("kubernetes.Semver"), SemanticVersion.class);
    static final FunctionSet.Type<NamedFormat> FORMAT =
            new FunctionSet.Type<>(OpaqueType.create("kubernetes.NamedFormat"), NamedFormat.class);

    private Types() {}
}
