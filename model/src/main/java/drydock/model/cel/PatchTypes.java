package drydock.model.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelStruct;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The types of what changes objects: `Object`, `Object.spec` and so on, which have any field, and `JSONPatch`
/// (`apiserver/pkg/cel/mutation/dynamic/objects.go`, `apiserver/pkg/cel/mutation/jsonpatch.go`).
@SuppressWarnings("Immutable") // the fields only grow, and mean the same whenever they are asked for
final class PatchTypes implements CelTypeProvider {

    private static final String OBJECT = "Object";
    private static final String OPERATION = "JSONPatch";
    private static final Map<String, CelType> OF_OPERATION = Map.of(
            "op", SimpleType.STRING, "path", SimpleType.STRING, "from", SimpleType.STRING, "value", SimpleType.DYN);

    static final List<CelFunctionDecl> FUNCTIONS = List.of(CelFunctionDecl.newFunctionDeclaration(
            "jsonpatch.escapeKey",
            CelOverloadDecl.newGlobalOverload("jsonpatch_escapeKey_string", SimpleType.STRING, SimpleType.STRING)));

    private final CelTypeProvider others;

    /// The names of fields that expressions have asked for.
    private final Set<String> fields = ConcurrentHashMap.newKeySet();

    /// @param others all other types
    PatchTypes(CelTypeProvider others) {
        this.others = others;
    }

    /// Lets objects have the fields that an expression names.
    void learn(CelAbstractSyntaxTree parsed) {
        CelNavigableAst.fromAst(parsed).getRoot().allNodes().forEach(node -> {
            CelExpr expression = node.expr();
            if (expression.getKind() == ExprKind.Kind.SELECT) {
                fields.add(expression.select().field());
            } else if (expression.getKind() == ExprKind.Kind.STRUCT) {
                expression.struct().entries().stream()
                        .map(CelStruct.Entry::fieldKey)
                        .forEach(fields::add);
            }
        });
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return others.types();
    }

    @Override
    public Optional<CelType> findType(String name) {
        if (name.equals(OPERATION)) {
            return Optional.of(StructType.create(
                    name,
                    ImmutableSet.copyOf(OF_OPERATION.keySet()),
                    field -> Optional.ofNullable(OF_OPERATION.get(field))));
        }
        return name.equals(OBJECT) || name.startsWith(OBJECT + ".")
                ? Optional.of(StructType.create(name, ImmutableSet.copyOf(fields), _ -> Optional.of(SimpleType.DYN)))
                : others.findType(name);
    }
}
