package drydock.model.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An expression over an object and what it was before.
///
/// The types of the object's fields are not looked at when it is read, so that only what is wrong with its syntax is
/// known beforehand; [TypedExpression] knows more.
public final class Expression {

    /// The variable that is the object.
    public static final String SELF = "self";

    /// The variable that is the object as it was before.
    public static final String OLD_SELF = "oldSelf";

    private static final Recent<String, Expression> KEPT = new Recent<>(1_000);

    private final CelRuntime.@Nullable Program program;
    private final Set<String> variables;
    private final String syntaxError;

    private Expression(CelRuntime.@Nullable Program program, Set<String> variables, String syntaxError) {
        this.program = program;
        this.variables = Set.copyOf(variables);
        this.syntaxError = syntaxError;
    }

    /// The expression that `text` is.
    public static Expression of(String text) {
        return KEPT.get(text, Expression::read);
    }

    private static Expression read(String text) {
        CelValidationResult parsed = Environment.CEL.parse(text);
        if (parsed.hasError()) {
            return new Expression(null, Set.of(), told(parsed));
        }
        try {
            CelAbstractSyntaxTree tree = Environment.CEL.check(parsed.getAst()).getAst();
            Set<String> variables = tree.getReferenceMap().values().stream()
                    .map(reference -> reference.name())
                    .collect(Collectors.toSet());
            return new Expression(Environment.CEL.createProgram(tree), variables, "");
        } catch (CelValidationException | CelEvaluationException unknown) {
            // calls a function that is not known here: nothing can be told of it
            return new Expression(null, Set.of(), "");
        }
    }

    private static String told(CelValidationResult result) {
        return result.getErrors().stream()
                .map(TypedExpression::told)
                .findFirst()
                .orElse("");
    }

    /// What is wrong with its syntax, and where: line and column, counted from 1; empty if nothing is.
    public Optional<String> syntaxError() {
        return Optional.of(syntaxError).filter(error -> !error.isEmpty());
    }

    /// Whether it asks for the object as it was before.
    public boolean usesOldSelf() {
        return variables.contains(OLD_SELF);
    }

    /// What it comes to.
    ///
    /// @param values the variables by their names, as [Values] makes them
    public Outcome evaluate(Map<String, Object> values) {
        if (program == null) {
            return new Outcome.Unknown();
        }
        try {
            return Outcome.of(program.eval(values));
        } catch (CelEvaluationException failed) {
            return Outcome.of(failed);
        }
    }
}
