package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The number of replicas of a custom kind that can be scaled
/// (`apiextensions-apiserver/pkg/registry/customresource/validator.go ValidateScaleSpec`).
final class CustomScale {

    private CustomScale() {}

    /// What is wrong with the number at `path`, written as `.spec.replicas`.
    static Optional<CustomIssue> problem(Map<?, ?> object, String path) {
        @Nullable Object value = object;
        FieldPath at = FieldPath.ROOT;
        for (String key : (path.startsWith(".") ? path.substring(1) : path).split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
            at = at.key(key);
        }
        CustomPath place = new CustomPath(at, path);
        return switch (value) {
            case Integer number
            when number < 0 ->
                Optional.of(issue(place, "custom-least", number, "should be a non-negative integer", "0"));
            case Long number ->
                Optional.of(issue(
                        place,
                        "custom-most",
                        number,
                        "should be less than or equal to " + Integer.MAX_VALUE,
                        String.valueOf(Integer.MAX_VALUE)));
            case null, default -> Optional.empty();
        };
    }

    private static CustomIssue issue(CustomPath at, String key, Number found, String detail, String bound) {
        return new CustomIssue(
                CustomIssues.RULE, at, false, key, ServerWords.invalid(found, detail), List.of(found, bound));
    }
}
