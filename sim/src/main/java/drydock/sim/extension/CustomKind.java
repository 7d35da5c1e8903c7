package drydock.sim.extension;

import drydock.model.resource.Schema;
import drydock.model.validation.CustomObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One version of a kind that a CustomResourceDefinition declares.
///
/// @param status whether their status is written apart from the rest
/// @param objects what its schema makes of objects
public record CustomKind(boolean status, CustomObject objects) {

    /// What a definition says of a version; empty if it does not serve it.
    ///
    /// @param definition the definition as JSON has it
    static Optional<CustomKind> of(Map<?, ?> definition, String version) {
        Map<?, ?> spec = map(definition.get("spec"));
        String served = spec.get("group") + "/" + version;
        String kind = String.valueOf(map(spec.get("names")).get("kind"));
        return Schema.kubernetes()
                .with(List.of(definition))
                .customKind(served, kind)
                .filter(drydock.model.resource.CustomKind::served)
                .map(known -> new CustomKind(known.hasStatus(), new CustomObject(known.schema(), known.replicas())));
    }

    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
