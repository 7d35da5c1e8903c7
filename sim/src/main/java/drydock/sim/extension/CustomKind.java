package drydock.sim.extension;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One version of a kind that a CustomResourceDefinition declares.
///
/// @param namespaced whether its objects live in a namespace
/// @param status whether their status is written apart from the rest
/// @param schema the schema of the objects, empty if all is allowed
public record CustomKind(boolean namespaced, boolean status, Map<?, ?> schema) {

    /// What a definition says of a version; empty if it does not serve it.
    ///
    /// @param definition the definition as JSON has it
    static Optional<CustomKind> of(Map<?, ?> definition, String version) {
        Map<?, ?> spec = map(definition.get("spec"));
        for (Object each : list(spec.get("versions"))) {
            Map<?, ?> served = map(each);
            if (version.equals(served.get("name")) && Boolean.TRUE.equals(served.get("served"))) {
                return Optional.of(new CustomKind(
                        !"Cluster".equals(spec.get("scope")),
                        map(served.get("subresources")).get("status") != null,
                        map(map(served.get("schema")).get("openAPIV3Schema"))));
            }
        }
        return Optional.empty();
    }

    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
