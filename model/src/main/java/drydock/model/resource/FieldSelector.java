package drydock.model.resource;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.util.ArrayList;
import java.util.List;

/// A choice of objects by the values of some of their fields, as `--field-selector` takes it
/// (`apimachinery/pkg/fields/selector.go`).
///
/// Any field of strings, numbers or booleans can be named, on any kind; the API server allows only a few of
/// them for each kind.
///
/// @param conditions all of which must hold
public record FieldSelector(List<Condition> conditions) {

    /// That the field at `path` (keys joined by dots) has `value`, or has not. A field that is not there
    /// has the empty value.
    public record Condition(String path, String value, boolean equal) {}

    /// Chooses every object.
    public static final FieldSelector EVERYTHING = new FieldSelector(List.of());

    public FieldSelector {
        conditions = List.copyOf(conditions);
    }

    /// Reads `status.phase=Running,spec.nodeName!=node-1`; `\\`, `\,` and `\=` in a value stand for
    /// themselves without the backslash.
    ///
    /// @throws IllegalArgumentException with the message of `fields.ParseSelector` if `text` is not of that
    /// form
    public static FieldSelector parse(String text) {
        List<Condition> conditions = new ArrayList<>();
        for (String term : text.split("(?<!\\\\),", -1)) {
            if (!term.isEmpty()) {
                conditions.add(condition(term, text));
            }
        }
        return new FieldSelector(conditions);
    }

    private static Condition condition(String term, String text) {
        int at = term.indexOf('=');
        if (at < 0) {
            throw new IllegalArgumentException("invalid selector: '" + text + "'; can't understand '" + term + "'");
        }
        boolean unequal = at > 0 && term.charAt(at - 1) == '!';
        String path = term.substring(0, unequal ? at - 1 : at);
        String value = term.substring(!unequal && term.startsWith("==", at) ? at + 2 : at + 1);
        if (value.matches(".*(?<!\\\\)=.*")) {
            throw new IllegalArgumentException("invalid field selector: unescaped '=' in \"" + value + "\"");
        }
        return new Condition(path, value.replaceAll("\\\\([\\\\,=])", "$1"), !unequal);
    }

    /// Whether `object` is chosen.
    public boolean matches(HasMetadata object) {
        for (Condition condition : conditions) {
            if (valueOf(object, condition.path()).equals(condition.value()) != condition.equal()) {
                return false;
            }
        }
        return true;
    }

    /// The field's value as text, empty if it is not there or not a single value.
    private static String valueOf(KubernetesResource object, String path) {
        return Fields.read(object, List.of(path.split("\\.", -1)))
                .filter(v -> v instanceof String || v instanceof Number || v instanceof Boolean)
                .map(Object::toString)
                .orElse("");
    }
}
