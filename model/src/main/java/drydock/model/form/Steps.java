package drydock.model.form;

import drydock.model.manifest.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds what stands at a place of a value made of maps and lists.
final class Steps {

    private Steps() {}

    /// What stands at `path`; empty if nothing does, or null.
    static Optional<Object> find(Object value, FieldPath path) {
        Optional<Object> at = Optional.of(value);
        for (FieldPath.Step step : path.steps()) {
            at = at.flatMap(v -> switch (step) {
                case FieldPath.Key(String name) ->
                    v instanceof Map<?, ?> map ? Optional.ofNullable(map.get(name)) : Optional.empty();
                case FieldPath.Index(int position) ->
                    v instanceof List<?> list && position < list.size()
                            ? Optional.ofNullable(list.get(position))
                            : Optional.empty();
            });
        }
        return at;
    }
}
