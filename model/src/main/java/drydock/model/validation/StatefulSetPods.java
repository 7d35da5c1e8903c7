package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.YamlNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The Pods of a StatefulSet as the API server looks at them: their claims are volumes of theirs, before those that the
/// template has and in place of those of the same name, and what the controller writes over is no matter
/// (`pkg/apis/apps/validation/validation.go ValidateStatefulSetSpec`, `volumesToAddForTemplates`).
final class StatefulSetPods {

    static final String KIND = "StatefulSet";

    private static final FieldPath POD = FieldPath.of("spec", "template", "spec");
    private static final FieldPath VOLUMES = POD.key("volumes");
    private static final Pattern VOLUME = Pattern.compile("^spec\\.template\\.spec\\.volumes\\[(\\d+)]");

    private StatefulSetPods() {}

    /// How the API server calls what is called `path` otherwise.
    ///
    /// @param fields the fields at the root of the StatefulSet
    static String called(Map<String, YamlNode> fields, String path) {
        Matcher volume = VOLUME.matcher(path);
        if (!volume.lookingAt()) {
            return path;
        }
        Set<Object> claims = claims(fields);
        int position = Integer.parseInt(volume.group(1));
        long before = volumes(fields).stream()
                .limit(position)
                .filter(v -> !claims.contains(name(v)))
                .count();
        return VOLUMES + "[" + (claims.size() + before) + "]" + path.substring(volume.end());
    }

    /// Whether nobody looks at what stands at `where`.
    ///
    /// @param fields the fields at the root of the StatefulSet
    static boolean isOverwritten(Map<String, YamlNode> fields, FieldPath where) {
        if (where.equals(POD.key("hostname")) || where.equals(POD.key("subdomain"))) {
            return true;
        }
        if (!where.isWithin(VOLUMES) || where.equals(VOLUMES)) {
            return false;
        }
        List<?> volumes = volumes(fields);
        return where.steps().get(VOLUMES.steps().size()) instanceof FieldPath.Index(int position)
                && position < volumes.size()
                && claims(fields).contains(name(volumes.get(position)));
    }

    private static Set<Object> claims(Map<String, YamlNode> fields) {
        Set<Object> names = new LinkedHashSet<>();
        for (Object claim : list(fields, "volumeClaimTemplates")) {
            Object meta = claim instanceof Map<?, ?> map ? map.get("metadata") : null;
            names.add(name(meta));
        }
        return names;
    }

    private static List<?> volumes(Map<String, YamlNode> fields) {
        return list(fields, "template", "spec", "volumes");
    }

    private static Object name(@Nullable Object named) {
        return named instanceof Map<?, ?> map && map.get("name") instanceof String name ? name : "";
    }

    private static List<?> list(Map<String, YamlNode> fields, String... keys) {
        YamlNode spec = fields.get("spec");
        Object value = spec == null ? null : spec.value();
        for (String key : keys) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value instanceof List<?> list ? list : List.of();
    }
}
