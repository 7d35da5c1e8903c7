package drydock.model.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One schema in a CustomResourceDefinition, as it is written.
///
/// @param ofDefaults whether values are defaults in the definition itself, where what may be a whole number or a text
/// may be anything (`apiextensions-apiserver/pkg/apiserver/schema/kubeopenapi.go ToKubeOpenAPI`)
record CustomSchema(Map<?, ?> written, boolean ofDefaults) {

    /// What every object has, whatever its schema says.
    static final Set<String> OWN = Set.of("apiVersion", "kind", "metadata");

    /// A value of which nothing is known, which fields of an object are not kept of.
    static final CustomSchema NOTHING =
            new CustomSchema(Map.of("type", "object", "items", Map.of("type", "object")), false);

    private static final List<String> EITHER = List.of("integer", "string");

    /// The schema of objects.
    static CustomSchema of(@Nullable Object written) {
        return new CustomSchema(written instanceof Map<?, ?> map ? map : Map.of(), false);
    }

    /// The types that a value may have; none if it may have any.
    List<String> types() {
        if (is("x-kubernetes-int-or-string") && !ofDefaults) {
            return EITHER;
        }
        return type().isEmpty() ? List.of() : List.of(type());
    }

    String type() {
        return text("type");
    }

    String text(String key) {
        return written.get(key) instanceof String text ? text : "";
    }

    boolean is(String key) {
        return Boolean.TRUE.equals(written.get(key));
    }

    /// The value where none is given; null if there is none.
    @Nullable
    Object ifMissing() {
        return written.get("default");
    }

    List<String> required() {
        return written.get("required") instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    List<String> strings(String key) {
        return written.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    Optional<BigDecimal> number(String key) {
        return written.get(key) instanceof Number number
                ? Optional.of(new BigDecimal(number.toString()))
                : Optional.empty();
    }

    /// The schemas that `allOf`, `anyOf` or `oneOf` combine.
    List<CustomSchema> each(String key) {
        return list(key).stream().map(this::inside).toList();
    }

    List<?> list(String key) {
        return written.get(key) instanceof List<?> list ? list : List.of();
    }

    /// Whether a rule in CEL stands in it, or in what is in it.
    boolean hasRules() {
        return has("x-kubernetes-validations")
                || (has("items") && in("items").hasRules())
                || (has("additionalProperties") && in("additionalProperties").hasRules())
                || properties().values().stream().map(this::inside).anyMatch(CustomSchema::hasRules);
    }

    boolean has(String key) {
        return written.get(key) != null;
    }

    CustomSchema in(String key) {
        return inside(written.get(key));
    }

    private CustomSchema inside(@Nullable Object inner) {
        return new CustomSchema(inner instanceof Map<?, ?> map ? map : Map.of(), ofDefaults);
    }

    /// What a field is held to; nothing where it is not among the properties.
    CustomSchema property(String name) {
        return in("properties").in(name);
    }

    boolean knows(String name) {
        return in("properties").has(name);
    }

    /// The properties by their names.
    Map<?, ?> properties() {
        return in("properties").written;
    }

    /// What a field is held to, whether it has a name or not; null where nothing is known of it.
    @Nullable
    CustomSchema field(String name) {
        if (knows(name)) {
            return property(name);
        }
        return written.get("additionalProperties") instanceof Map<?, ?> ? in("additionalProperties") : null;
    }

    /// Whether a field is taken, whatever may be known of it.
    boolean takes(String name) {
        return knows(name)
                || written.get("additionalProperties") instanceof Map<?, ?>
                || is("additionalProperties")
                || (is("x-kubernetes-embedded-resource") && OWN.contains(name));
    }

    /// Whether it says nothing of what a value is: the API server takes no such schema, so it is not held against
    /// objects either.
    boolean isSilent() {
        return type().isEmpty() && !has("properties") && !has("additionalProperties") && !has("items");
    }
}
