package drydock.app.simulation;

import drydock.sim.store.Change;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a change changed, field by field, as `status.phase: Pending → Running`.
final class ChangedFields {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_FIELDS = 8;
    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_MESSAGE = 300;

    /// What says most of an object comes first, as not all fields are told.
    private static final List<String> TELLING = List.of("phase", "reason", "message");

    /// Fields that change without telling anything.
    private static final Set<String> SILENT = Set.of(
            "resourceVersion",
            "generation",
            "observedGeneration",
            "lastHeartbeatTime",
            "lastProbeTime",
            "lastTransitionTime",
            "lastUpdateTime",
            "renewTime",
            "managedFields");

    private final List<String> fields = new ArrayList<>();

    private ChangedFields() {}

    /// The fields that differ, the first ones; none if an object came or went.
    static List<String> of(Change change) {
        HasMetadata before = change.before();
        HasMetadata after = change.after();
        if (before == null || after == null) {
            return List.of();
        }
        ChangedFields changed = new ChangedFields();
        changed.compare("", JSON.valueToTree(before), JSON.valueToTree(after));
        return changed.fields.size() <= MOST_FIELDS ? changed.fields : changed.fields.subList(0, MOST_FIELDS);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject() && !isCondition(after)) {
            Set<String> names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.removeAll(SILENT);
            List<String> ordered = new ArrayList<>(TELLING);
            ordered.retainAll(names);
            names.removeAll(TELLING);
            ordered.addAll(names);
            ordered.forEach(
                    name -> compare(path.isEmpty() ? name : path + "." + name, before.path(name), after.path(name)));
        } else if (isCondition(before) || isCondition(after)) {
            fields.add(path + ": " + condition(before) + " → " + condition(after));
        } else if (isList(before, after) || isList(after, before)) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(path + named(i, before.path(i), after.path(i)), before.path(i), after.path(i));
            }
        } else {
            int longest = path.endsWith("message") ? LONGEST_MESSAGE : LONGEST_VALUE;
            fields.add(path + ": " + value(before, longest) + " → " + value(after, longest));
        }
    }

    /// Whether `list` is a list with something in it, and `other` a list, too, or not there.
    private static boolean isList(JsonNode list, JsonNode other) {
        return list.isArray() && !list.isEmpty() && (other.isArray() || other.isMissingNode() || other.isNull());
    }

    private static boolean isCondition(JsonNode node) {
        return node.isObject()
                && node.path("type").isString()
                && node.path("status").isString();
    }

    /// `False (ContainersNotReady)`: what a condition says, without its times and messages.
    private static String condition(JsonNode node) {
        if (!isCondition(node)) {
            return value(null, LONGEST_VALUE);
        }
        String reason = node.path("reason").asString("");
        return node.path("status").asString() + (reason.isEmpty() ? "" : " (" + reason + ")");
    }

    /// `[name]` or `[Type]` where the items say what they are called, else their number.
    private static String named(int index, JsonNode before, JsonNode after) {
        JsonNode item = after.isMissingNode() ? before : after;
        for (String key : List.of("name", "type", "ip")) {
            if (item.path(key).isString()) {
                return "[" + item.path(key).asString() + "]";
            }
        }
        return "[" + index + "]";
    }

    private static String value(@Nullable JsonNode node, int longest) {
        String text = node == null || node.isMissingNode() || node.isNull()
                ? "–"
                : node.isString() ? node.asString() : node.toString();
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
