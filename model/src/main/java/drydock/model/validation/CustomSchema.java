package drydock.model.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One schema in a CustomResourceDefinition, as it is written.
record CustomSchema(Map<?, ?> written) {

    private static final CustomSchema NOTHING_TOLD = new CustomSchema(Map.of());

    static CustomSchema of(@Nullable Object written) {
        return written instanceof Map<?, ?> map ? new CustomSchema(map) : NOTHING_TOLD;
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

    boolean hasDefault() {
        return written.get("default") != null;
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
        return written.get(key) instanceof List<?> list
                ? list.stream().map(CustomSchema::of).toList()
                : List.of();
    }

    boolean has(String key) {
        return written.get(key) != null;
    }

    CustomSchema in(String key) {
        return of(written.get(key));
    }

    /// What a field is held to; nothing where it is not among the properties.
    CustomSchema property(String name) {
        return in("properties").in(name);
    }

    boolean knows(String name) {
        return in("properties").has(name);
    }

    /// Whether fields are kept of which nothing is told.
    boolean takesMore() {
        return is("x-kubernetes-preserve-unknown-fields")
                || written.get("additionalProperties") instanceof Map<?, ?>
                || Boolean.TRUE.equals(written.get("additionalProperties"));
    }
}
