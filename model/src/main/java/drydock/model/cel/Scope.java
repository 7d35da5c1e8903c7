package drydock.model.cel;

import java.util.Map;
import java.util.Set;

/// What expressions may ask for in one place.
///
/// @param variables what each variable may be, by their names
/// @param makesPatches whether they may make objects and operations that change what is written
/// (`apiserver/pkg/cel/mutation/typeresolver.go`)
public record Scope(Map<String, Shape> variables, boolean makesPatches) {

    private static final Set<String> SELVES = Set.of(Expression.SELF, Expression.OLD_SELF);

    public Scope {
        variables = Map.copyOf(variables);
    }

    /// That of the rules of a schema.
    ///
    /// @param self what the object may be
    /// @param mayBeNew whether the object as it was before may be none, an optional value then
    public static Scope ofRules(Shape self, boolean mayBeNew) {
        return new Scope(
                Map.of(Expression.SELF, self, Expression.OLD_SELF, mayBeNew ? new Shape.Maybe(self) : self), false);
    }

    /// What the API server calls the type of an object; what is in it counts behind.
    static String typeName(String variable) {
        return SELVES.contains(variable) ? "selfType" : variable;
    }

    /// Whether an API server, too, knows nothing of what a variable may be.
    boolean isUntyped(String variable) {
        return variables.get(variable) == Shape.Single.UNTYPED;
    }
}
