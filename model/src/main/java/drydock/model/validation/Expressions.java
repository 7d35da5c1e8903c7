package drydock.model.validation;

import drydock.model.cel.Scope;
import drydock.model.cel.TypedExpression;
import java.util.List;
import java.util.function.Function;

/// Expressions in CEL that stand in objects of the API, as an API server compiles them before it takes the object
/// (`apiserver/pkg/admission/plugin/cel/compile.go CompileCELExpression`,
/// `dynamic-resource-allocation/cel/compile.go CompileCELExpression`). What they may cost is not estimated, and what a
/// function that older servers lack would be to those is not told.
public final class Expressions {

    private static final String RULE = "expression";

    private Expressions() {}

    /// Tells what is wrong with an expression.
    ///
    /// @param field where it stands
    /// @param text the expression as the server compiles it
    /// @param results the types that it may come to; anything if there are none
    /// @param refusal what the server says of another type
    public static TypedExpression check(
            Visit visit,
            String field,
            String text,
            Scope scope,
            List<String> results,
            Function<String, String> refusal) {
        TypedExpression checked = TypedExpression.of(text, scope);
        String written = visit.textOrEmpty(field);
        if (!checked.error().isEmpty()) {
            visit.error(RULE, field, "expression", checked.error())
                    .words(ServerWords.invalid(written, "compilation failed: ERROR: <input>:" + checked.error()));
        } else if (!results.isEmpty() && !checked.result().isEmpty() && !results.contains(checked.result())) {
            visit.error(RULE, field, "expression-result", String.join(", ", results), checked.result())
                    .words(ServerWords.invalid(written, refusal.apply(checked.result())));
        }
        return checked;
    }
}
