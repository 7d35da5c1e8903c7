package drydock.model.drift;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The order in which people write the fields of manifests: what names a thing first.
final class ManifestOrder {

    private static final List<String> FIRST = List.of(
            "apiVersion",
            "kind",
            "metadata",
            "name",
            "namespace",
            "labels",
            "annotations",
            "type",
            "replicas",
            "serviceName",
            "selector",
            "matchLabels",
            "image",
            "imagePullPolicy",
            "command",
            "args",
            "ports",
            "env",
            "envFrom");

    private static final List<String> LAST = List.of("template", "volumeClaimTemplates", "status");

    private ManifestOrder() {}

    /// The value with the fields of all objects in it in that order; those it does not name keep theirs.
    ///
    /// @param value of a live object; what is under `data`, `labels` and the like is in order already
    static Object of(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> result = new LinkedHashMap<>();
                Values.strings(map).entrySet().stream()
                        .sorted(Comparator.comparingInt(entry -> rank(entry.getKey())))
                        .forEach(entry -> result.put(entry.getKey(), of(entry.getValue())));
                yield result;
            }
            case List<?> list -> list.stream().map(ManifestOrder::of).toList();
            default -> value;
        };
    }

    private static int rank(String key) {
        int first = FIRST.indexOf(key);
        if (first >= 0) {
            return first;
        }
        int last = LAST.indexOf(key);
        return FIRST.size() + (last < 0 ? 0 : 1 + last);
    }
}
