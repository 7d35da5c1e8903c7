package drydock.app.mutation;

import drydock.model.manifest.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes of a seed a manifest for each field and each way to spoil it: taken away, renamed, of another
/// type, out of range, there twice.
final class Mutations {

    /// What says which kind it is can only be sent to that kind's own address.
    private static final Set<FieldPath> IDENTITY = Set.of(FieldPath.of("apiVersion"), FieldPath.of("kind"));

    private final Seed seed;
    private final List<Mutation> mutations = new ArrayList<>();

    private Mutations(Seed seed) {
        this.seed = seed;
    }

    static List<Mutation> of(Seed seed) {
        Mutations mutations = new Mutations(seed);
        mutations.inside(FieldPath.ROOT, seed.object());
        return mutations.mutations;
    }

    private void inside(FieldPath path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> field(path.key((String) key), map, inner));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                value(path.index(i), list.get(i));
            }
        }
    }

    private void field(FieldPath path, Map<?, ?> parent, @Nullable Object value) {
        if (!IDENTITY.contains(path)) {
            String name = ((FieldPath.Key) path.last()).name();
            add(path, "removed", path.parent(), without(parent, name));
            add(path, "renamed", path.parent(), renamed(parent, name));
            value(path, value);
        }
    }

    private void value(FieldPath path, @Nullable Object value) {
        Changes.of(value).forEach((change, instead) -> add(path, change, path, instead));
        inside(path, value);
    }

    private void add(FieldPath path, String change, FieldPath where, Object instead) {
        Object object = replaced(seed.object(), where.steps(), instead);
        mutations.add(new Mutation(seed, path, change, (Map<?, ?>) object));
    }

    private static Map<?, ?> without(Map<?, ?> parent, String name) {
        Map<Object, Object> map = new LinkedHashMap<>(parent);
        map.remove(name);
        return map;
    }

    private static Map<?, ?> renamed(Map<?, ?> parent, String name) {
        Map<Object, Object> map = new LinkedHashMap<>();
        parent.forEach((key, value) -> map.put(key.equals(name) ? name + "x" : key, value));
        return map;
    }

    private static Object replaced(Object node, List<FieldPath.Step> steps, Object instead) {
        if (steps.isEmpty()) {
            return instead;
        }
        List<FieldPath.Step> rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case FieldPath.Key(String name) -> {
                Map<Object, Object> map = new LinkedHashMap<>((Map<?, ?>) node);
                map.put(name, replaced(map.get(name), rest, instead));
                yield map;
            }
            case FieldPath.Index(int position) -> {
                List<Object> list = new ArrayList<>((List<?>) node);
                list.set(position, replaced(list.get(position), rest, instead));
                yield list;
            }
        };
    }
}
