package drydock.model.validation.live;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceId;
import drydock.model.validation.FindingText;
import drydock.model.validation.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fix that leaves a field as the cluster has it, which nobody may change there.
///
/// It is made for what is written by hand as it stands there: a whole spec or template of a live object says much that
/// the server filled in.
final class AsLive {

    private static final String BUNDLE = AsLive.class.getPackageName() + ".messages";
    private static final Set<String> FILLED_IN = Set.of("spec", "template");

    private AsLive() {}

    /// The fix of one field; empty where the cluster has no value there, or one that nobody would write.
    static Optional<Fix> of(ResourceId id, FieldPath path, Map<?, ?> wanted, Map<?, ?> live) {
        return path.last() instanceof FieldPath.Key(String name) && FILLED_IN.contains(name)
                ? Optional.empty()
                : Optional.ofNullable(at(live, path))
                        .map(there -> new Fix(text(path, there), edit(id, path, at(wanted, path), there)));
    }

    /// Changes as little as possible of what is written, so that comments stay.
    private static Edit edit(ResourceId id, FieldPath path, @Nullable Object written, Object there) {
        List<Edit> edits = new ArrayList<>();
        if (written instanceof Map<?, ?> map && there instanceof Map<?, ?> known) {
            map.forEach((key, value) -> {
                FieldPath field = path.key(String.valueOf(key));
                Object kept = known.get(key);
                if (kept == null) {
                    edits.add(new Edit.RemoveField(id, field));
                } else if (!Values.isKept(value, kept)) {
                    edits.add(edit(id, field, value, kept));
                }
            });
        }
        return switch (edits.size()) {
            case 0 -> new Edit.SetField(id, path, there);
            case 1 -> edits.getFirst();
            default -> new Edit.Composite(edits);
        };
    }

    private static FindingText text(FieldPath path, Object value) {
        return value instanceof Map || value instanceof List
                ? new FindingText(BUNDLE, "fix.asLive", List.of(path.toString()))
                : new FindingText(BUNDLE, "fix.set", List.of(path.toString(), String.valueOf(value)));
    }

    private static @Nullable Object at(Object object, FieldPath path) {
        Object value = object;
        for (FieldPath.Step step : path.steps()) {
            value = switch (step) {
                case FieldPath.Key(String name) -> value instanceof Map<?, ?> map ? map.get(name) : null;
                case FieldPath.Index(int position) ->
                    value instanceof List<?> list && position < list.size() ? list.get(position) : null;
            };
        }
        return value;
    }
}
