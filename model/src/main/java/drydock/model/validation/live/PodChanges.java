package drydock.model.validation.live;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.ServerWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a Pod keeps as long as it lives: nearly all
/// (`pkg/apis/core/validation/validation.go ValidatePodUpdate`).
final class PodChanges {

    private static final String FEW = "pod updates may not change fields other than"
        + " `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations`"
        + " (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if"
        + " it was previously negative)";

    private static final List<String> LISTS = List.of("containers", "initContainers");

    private final Map<?, ?> wanted;
    private final Map<?, ?> live;

    private PodChanges(Map<?, ?> wanted, Map<?, ?> live) {
        this.wanted = wanted;
        this.live = live;
    }

    static List<Refused> refused(Map<?, ?> wanted, Map<?, ?> live) {
        if (Values.at(wanted, "spec") instanceof Map<?, ?> spec && Values.at(live, "spec") instanceof Map<?, ?> there) {
            return new PodChanges(spec, there).refused();
        }
        return List.of();
    }

    private List<Refused> refused() {
        List<Refused> counts = new ArrayList<>();
        for (String list : LISTS) {
            if (wanted.get(list) != null && isOtherCount(list)) {
                counts.add(new Refused(
                        FieldPath.of("spec", list),
                        ServerWords.forbidden("pod updates may not add or remove containers")));
            }
        }
        return counts.isEmpty() ? change().stream().toList() : counts;
    }

    private boolean isOtherCount(String list) {
        return Values.each(wanted.get(list)).size()
                != Values.each(live.get(list)).size();
    }

    /// The first field that may not change.
    private Optional<Refused> change() {
        for (String list : LISTS) {
            Optional<Refused> changed = containers(list);
            if (changed.isPresent()) {
                return changed;
            }
        }
        List<String> others = new ArrayList<>(List.of(
                "containers",
                "initContainers",
                "activeDeadlineSeconds",
                "tolerations",
                "schedulingGates",
                "ephemeralContainers"));
        if (!Values.each(live.get("schedulingGates")).isEmpty()) {
            // as long as it is gated, where it may go can still be narrowed
            others.add("nodeSelector");
        }
        return Values.without(wanted, others).entrySet().stream()
                .filter(e -> !isKept(String.valueOf(e.getKey()), e.getValue()))
                .findFirst()
                .map(e -> forbidden(FieldPath.of("spec", String.valueOf(e.getKey()))));
    }

    /// Volumes are told apart by their names: the cluster adds one for the service account's token.
    private boolean isKept(String field, Object value) {
        if (!field.equals("volumes")) {
            return Values.isKept(value, live.get(field));
        }
        Map<Object, Map<?, ?>> there = new HashMap<>();
        Values.each(live.get(field)).forEach(v -> there.put(v.get("name"), v));
        return Values.each(value).stream()
                .allMatch(v -> there.containsKey(v.get("name")) && Values.isKept(v, there.get(v.get("name"))));
    }

    private Optional<Refused> containers(String list) {
        List<Map<?, ?>> now = Values.each(wanted.get(list));
        List<Map<?, ?>> before = Values.each(live.get(list));
        for (int i = 0; i < now.size(); i++) {
            for (Map.Entry<?, ?> field :
                    Values.without(now.get(i), List.of("image")).entrySet()) {
                Object there = before.get(i).get(field.getKey());
                boolean mounts = field.getKey().equals("volumeMounts");
                boolean kept = mounts ? areMounted(field.getValue(), there) : Values.isKept(field.getValue(), there);
                if (!kept) {
                    return Optional.of(forbidden(FieldPath.of("spec", list, i, String.valueOf(field.getKey()))));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean areMounted(Object wanted, @Nullable Object live) {
        Map<Object, Map<?, ?>> there = new HashMap<>();
        Values.each(live).forEach(m -> there.put(m.get("mountPath"), m));
        return Values.each(wanted).stream()
                .allMatch(
                        m -> there.containsKey(m.get("mountPath")) && Values.isKept(m, there.get(m.get("mountPath"))));
    }

    private static Refused forbidden(FieldPath path) {
        return new Refused(path, "spec", ServerWords.forbidden(FEW));
    }
}
