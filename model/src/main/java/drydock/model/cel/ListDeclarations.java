package drydock.model.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The functions of [ListFunctions] with the types that the API server gives them: what each gives depends on what is
/// in the list (`apiserver/pkg/cel/library/lists.go declarations`).
final class ListDeclarations {

    private static final List<CelType> SUMMABLE =
            List.of(SimpleType.INT, SimpleType.UINT, SimpleType.DOUBLE, SimpleType.DURATION);
    private static final List<CelType> COMPARABLE = List.of(
            SimpleType.INT,
            SimpleType.UINT,
            SimpleType.DOUBLE,
            SimpleType.BOOL,
            SimpleType.DURATION,
            SimpleType.TIMESTAMP,
            SimpleType.STRING,
            SimpleType.BYTES);
    private static final CelType ITEM = TypeParamType.create("A");

    static final List<CelFunctionDecl> ALL = List.of(
            each("isSorted", COMPARABLE, _ -> SimpleType.BOOL),
            each("sum", SUMMABLE, UnaryOperator.identity()),
            each("min", COMPARABLE, UnaryOperator.identity()),
            each("max", COMPARABLE, UnaryOperator.identity()),
            position("indexOf"),
            position("lastIndexOf"),
            CelFunctionDecl.newFunctionDeclaration(
                    "includes",
                    CelOverloadDecl.newMemberOverload(
                            "list_includes_dyn_dyn", SimpleType.BOOL, SimpleType.DYN, SimpleType.DYN)));

    private ListDeclarations() {}

    private static CelFunctionDecl each(String name, List<CelType> items, UnaryOperator<CelType> result) {
        List<CelOverloadDecl> overloads = new ArrayList<>();
        for (CelType item : items) {
            overloads.add(CelOverloadDecl.newMemberOverload(
                    "list_" + item.name() + "_" + name, result.apply(item), ListType.create(item)));
        }
        return CelFunctionDecl.newFunctionDeclaration(name, overloads);
    }

    private static CelFunctionDecl position(String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newMemberOverload("list_a_" + name, SimpleType.INT, ListType.create(ITEM), ITEM));
    }
}
