package drydock.sim.managed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A set of fields of one object.
///
/// A field is the way to it, each step as `managedFields` writes it: `f:spec`, `k:{"name":"web"}`, `v:"a"`.
public final class FieldSet {

    static final Comparator<List<String>> ORDER = FieldSet::compare;

    /// No field.
    public static final FieldSet EMPTY = new FieldSet(List.of());

    private final NavigableSet<List<String>> paths;

    FieldSet(Collection<List<String>> paths) {
        TreeSet<List<String>> sorted = new TreeSet<>(ORDER);
        sorted.addAll(paths);
        this.paths = Collections.unmodifiableNavigableSet(sorted);
    }

    /// Reads what [#toFieldsV1] writes.
    public static FieldSet ofFieldsV1(Map<?, ?> fields) {
        List<List<String>> paths = new ArrayList<>();
        collect(fields, List.of(), paths);
        return new FieldSet(paths);
    }

    private static void collect(Map<?, ?> fields, List<String> at, List<List<String>> paths) {
        fields.forEach((step, below) -> {
            if (step.equals(".")) {
                paths.add(at);
            } else if (below instanceof Map<?, ?> map && !map.isEmpty()) {
                collect(map, FieldTree.behind(at, String.valueOf(step)), paths);
            } else {
                paths.add(FieldTree.behind(at, String.valueOf(step)));
            }
        });
    }

    /// As `fieldsV1` has it (`structured-merge-diff/fieldpath/serialize.go`).
    public Map<String, Object> toFieldsV1() {
        Map<String, Object> fields = new TreeMap<>();
        for (List<String> path : paths) {
            Map<String, Object> at = fields;
            for (String step : path) {
                at = child(at, step);
            }
            at.put(".", new TreeMap<String, Object>());
        }
        return withoutLoneDots(fields);
    }

    @SuppressWarnings("unchecked") // all maps in it are made here
    private static Map<String, Object> child(Map<String, Object> at, String step) {
        return (Map<String, Object>) at.computeIfAbsent(step, _ -> new TreeMap<String, Object>());
    }

    private static Map<String, Object> withoutLoneDots(Map<String, Object> fields) {
        for (String step : List.copyOf(fields.keySet())) {
            if (!step.equals(".")) {
                Map<String, Object> below = withoutLoneDots(child(fields, step));
                if (below.size() == 1 && below.containsKey(".")) {
                    below.clear();
                }
            }
        }
        return fields;
    }

    public boolean isEmpty() {
        return paths.isEmpty();
    }

    public FieldSet and(FieldSet others) {
        return new FieldSet(paths.stream().filter(others.paths::contains).toList());
    }

    public FieldSet or(FieldSet others) {
        List<List<String>> all = new ArrayList<>(paths);
        all.addAll(others.paths);
        return new FieldSet(all);
    }

    public FieldSet without(FieldSet others) {
        return new FieldSet(
                paths.stream().filter(path -> !others.paths.contains(path)).toList());
    }

    NavigableSet<List<String>> paths() {
        return paths;
    }

    /// Whether a field in the set is the one at `path` or stands below it.
    boolean hasBelow(List<String> path) {
        NavigableSet<List<String>> from = paths.tailSet(path, true);
        return !from.isEmpty()
                && from.first().size() >= path.size()
                && from.first().subList(0, path.size()).equals(path);
    }

    /// The fields as the API server writes them in messages, as `.spec.containers[name="web"].image`.
    public List<String> words() {
        return paths.stream().map(FieldSet::words).toList();
    }

    private static String words(List<String> path) {
        StringBuilder text = new StringBuilder();
        for (String step : path) {
            String inner = step.substring(2);
            switch (step.charAt(0)) {
                case 'f' -> text.append('.').append(inner);
                case 'k' ->
                    text.append('[')
                            .append(inner.substring(1, inner.length() - 1).replaceAll("\"(\\w+)\":", "$1="))
                            .append(']');
                default -> text.append("[=").append(inner).append(']');
            }
        }
        return text.toString();
    }

    private static int compare(List<String> one, List<String> other) {
        int common = Math.min(one.size(), other.size());
        for (int i = 0; i < common; i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldSet set && paths.equals(set.paths);
    }

    @Override
    public int hashCode() {
        return paths.hashCode();
    }

    @Override
    public String toString() {
        return words().toString();
    }
}
