package drydock.model.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import dev.cel.common.types.SimpleType;
import java.util.List;
import java.util.Optional;

/// An expression that is held against what its variables may be, as the API server does before it takes it
/// (`apiextensions-apiserver/pkg/apiserver/schema/cel/compilation.go Compile`).
///
/// @param error what is wrong with it, and where: line and column, counted from 1; empty if nothing is, or if it
/// calls what is not known here
/// @param usesOldSelf whether it asks for the object as it was before; false of what is wrong
/// @param result the type of what it comes to, as `bool` or `list(string)`; empty where that is not told
/// @param shape what it comes to may be
public record TypedExpression(String error, boolean usesOldSelf, String result, Shape shape) {

    private static final Recent<Key, TypedExpression> KEPT = new Recent<>(4_000);

    private record Key(String text, Scope scope) {}

    /// The expression that `text` is.
    public static TypedExpression of(String text, Scope scope) {
        return KEPT.get(new Key(text, scope), TypedExpression::check);
    }

    private static TypedExpression check(Key key) {
        try {
            CelAbstractSyntaxTree tree = TypeChecking.of(key.scope()).check(key.text());
            return WrongLiterals.first(tree)
                    .or(() -> mayBeMixed(key.text()).flatMap(_ -> MixedLiterals.first(tree)))
                    .map(literal -> wrong(told(literal)))
                    .orElseGet(() -> new TypedExpression(
                            "", usesOldSelf(tree), name(tree, key.scope()), ShapeTypes.shape(tree.getResultType())));
        } catch (CelValidationException wrong) {
            return wrong(told(wrong.getErrors()));
        }
    }

    private static TypedExpression wrong(String error) {
        return new TypedExpression(error, false, "", new Shape.Any());
    }

    /// Whether a list or map may be written out in it.
    private static Optional<String> mayBeMixed(String text) {
        return Optional.of(text).filter(written -> written.indexOf('[') >= 0 || written.indexOf('{') >= 0);
    }

    private static boolean usesOldSelf(CelAbstractSyntaxTree tree) {
        return tree.getReferenceMap().values().stream()
                .anyMatch(reference -> reference.name().equals(Expression.OLD_SELF));
    }

    /// What may be anything is not told: what cannot be known beforehand here may be known to the API server.
    private static String name(CelAbstractSyntaxTree tree, Scope scope) {
        CelType type = tree.getResultType();
        return type.equals(SimpleType.DYN) && !isPartOfUntyped(tree.getExpr(), scope) ? "" : CelTypes.format(type);
    }

    /// Whether it is no more than a field of an object that the API server knows nothing of, either.
    private static boolean isPartOfUntyped(CelExpr expression, Scope scope) {
        return switch (expression.getKind()) {
            case SELECT -> isPartOfUntyped(expression.select().operand(), scope);
            case IDENT -> scope.isUntyped(expression.ident().name());
            default -> false;
        };
    }

    private static String told(List<CelIssue> issues) {
        return issues.isEmpty() || issues.stream().anyMatch(UnknownFunctions::isAbout) ? "" : told(issues.getFirst());
    }

    /// The checker adds to what does not fit all that would, which the API server does not.
    static String told(CelIssue issue) {
        String message = issue.getMessage().replaceFirst(" \\(candidates: .*\\)$", "");
        return issue.getSourceLocation().getLine() + ":"
                + (issue.getSourceLocation().getColumn() + 1) + ": " + message;
    }
}
