package drydock.model.drift;

import drydock.model.drift.FieldDrift.Side;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.FieldType;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaField.Merging;
import drydock.model.resource.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Walks a manifest and what a cluster has of it, and notes where they part.
final class Comparison {

    private static final FieldType ANYTHING = new FieldType.Anything();

    private final Schema schema;
    private final UsualValues usual;
    private final List<FieldDrift> found = new ArrayList<>();

    /// Where the walk is: the path in the manifest, and how it is written for people.
    private record Where(FieldPath path, String name) {

        Where key(String key) {
            String step = key.indexOf('.') >= 0 || key.isEmpty() ? "[" + key + "]" : (name.isEmpty() ? "" : ".") + key;
            return new Where(path.key(key), name + step);
        }

        Where item(int position, String label) {
            return new Where(path.index(position), name + "[" + (label.isEmpty() ? position : label) + "]");
        }

        /// An item that the manifest does not have.
        Where other(String label) {
            return new Where(path, name + "[" + label + "]");
        }
    }

    private Comparison(Schema schema) {
        this.schema = schema;
        this.usual = new UsualValues(schema);
    }

    /// What is different, in the manifest's order, then what only the cluster has.
    static List<FieldDrift> of(
            Schema schema, @Nullable SchemaObject type, Map<String, Object> wanted, Map<String, Object> live) {
        Comparison comparison = new Comparison(schema);
        comparison.objects(type, new Where(FieldPath.ROOT, ""), wanted, live);
        return comparison.found;
    }

    private void objects(
            @Nullable SchemaObject type, Where where, Map<String, Object> wanted, Map<String, Object> live) {
        Map<String, Object> all = new LinkedHashMap<>(wanted);
        live.forEach(all::putIfAbsent);
        for (String key : all.keySet()) {
            SchemaField field = type == null ? null : type.fieldOrNull(key);
            FieldType of = field == null ? ANYTHING : field.type();
            Merging merging = field == null ? Merging.USUAL : field.merging();
            Object mine = wanted.get(key);
            Object theirs = live.get(key);
            Where inside = where.key(key);
            if (mine == null || theirs == null) {
                boolean isUsual =
                        theirs == null && type != null && mine != null && usual.areUsual(type, key, mine, wanted);
                if (!isUsual) {
                    oneSided(wanted.containsKey(key) ? inside : new Where(where.path, inside.name), of, mine, theirs);
                }
            } else {
                values(of, merging, inside, mine, theirs);
            }
        }
    }

    /// A field that one of them has; nothing in it is nothing.
    private void oneSided(Where where, FieldType type, @Nullable Object mine, @Nullable Object theirs) {
        Object one = mine == null ? theirs : mine;
        if (isNothing(type, one)) {
            return;
        }
        found.add(new FieldDrift(
                mine == null ? Side.ONLY_THERE : Side.ONLY_HERE,
                where.path,
                where.name,
                Optional.ofNullable(mine),
                Optional.ofNullable(theirs)));
    }

    /// An empty list or map says nothing; an empty object may say a lot, as `emptyDir: {}`, but not one that has only
    /// what is usual.
    private boolean isNothing(FieldType type, @Nullable Object value) {
        if (!Values.isEmpty(value)) {
            return value instanceof Map<?, ?> map
                    && schema.object(type)
                            .filter(object -> Values.strings(map).entrySet().stream()
                                    .allMatch(field -> usual.areUsual(object, field.getKey(), field.getValue(), map)))
                            .isPresent();
        }
        return !(type instanceof FieldType.ObjectOf(String definition)) || UsualValues.isNothingWhenEmpty(definition);
    }

    private void values(FieldType type, Merging merging, Where where, Object mine, Object theirs) {
        if (type instanceof FieldType.ObjectOf
                && mine instanceof Map<?, ?> wanted
                && theirs instanceof Map<?, ?> live) {
            objects(schema.object(type).orElse(null), where, Values.strings(wanted), Values.strings(live));
        } else if (mine instanceof Map<?, ?> wanted && theirs instanceof Map<?, ?> live) {
            maps(type instanceof FieldType.MapOf(FieldType values) ? values : ANYTHING, where, wanted, live);
        } else if (mine instanceof List<?> wanted && theirs instanceof List<?> live) {
            lists(type instanceof FieldType.ListOf(FieldType items) ? items : ANYTHING, merging, where, wanted, live);
        } else if (!Values.areSame(type, mine, theirs)) {
            differ(where, mine, theirs);
        }
    }

    private void differ(Where where, Object mine, Object theirs) {
        found.add(new FieldDrift(Side.DIFFERENT, where.path, where.name, Optional.of(mine), Optional.of(theirs)));
    }

    private void maps(FieldType values, Where where, Map<?, ?> mine, Map<?, ?> theirs) {
        Map<String, Object> wanted = Values.strings(mine);
        Map<String, Object> live = Values.strings(theirs);
        wanted.forEach((key, value) -> {
            if (live.containsKey(key)) {
                values(values, Merging.USUAL, where.key(key), value, live.get(key));
            } else {
                oneSided(where.key(key), values, value, null);
            }
        });
        live.forEach((key, value) -> {
            if (!wanted.containsKey(key)) {
                oneSided(new Where(where.path, where.key(key).name), values, null, value);
            }
        });
    }

    private void lists(FieldType items, Merging merging, Where where, List<?> wanted, List<?> live) {
        Optional<Items> keyed = Items.of(merging, schema.object(items).orElse(null));
        var mine = keyed.flatMap(k -> k.positions(wanted));
        var theirs = keyed.flatMap(k -> k.positions(live));
        if (mine.isPresent() && theirs.isPresent()) {
            merged(items, keyed.get(), where, wanted, live, mine.get(), theirs.get());
        } else if (merging.listType().equals("set")) {
            sets(items, where, wanted, live);
        } else {
            inOrder(items, where, wanted, live);
        }
    }

    private void merged(
            FieldType items,
            Items keyed,
            Where where,
            List<?> wanted,
            List<?> live,
            Map<List<String>, Integer> mine,
            Map<List<String>, Integer> theirs) {
        mine.forEach((key, position) -> {
            Object item = wanted.get(position);
            Where inside = where.item(position, keyed.label(Values.map(item)));
            Integer there = theirs.get(key);
            if (there == null) {
                oneSided(inside, ANYTHING, item, null);
            } else {
                values(items, Merging.USUAL, inside, item, live.get(there));
            }
        });
        theirs.forEach((key, position) -> {
            if (!mine.containsKey(key)) {
                Object item = live.get(position);
                oneSided(where.other(keyed.label(Values.map(item))), ANYTHING, null, item);
            }
        });
    }

    private void sets(FieldType items, Where where, List<?> wanted, List<?> live) {
        Set<String> mine = new HashSet<>();
        wanted.forEach(item -> mine.add(String.valueOf(item)));
        Set<String> theirs = new HashSet<>();
        live.forEach(item -> theirs.add(String.valueOf(item)));
        for (int i = 0; i < wanted.size(); i++) {
            if (!theirs.contains(String.valueOf(wanted.get(i)))) {
                oneSided(where.item(i, ""), items, wanted.get(i), null);
            }
        }
        for (Object item : live) {
            if (!mine.contains(String.valueOf(item))) {
                oneSided(where.other(String.valueOf(item)), items, null, item);
            }
        }
    }

    /// Such a list is one value: applying replaces it as a whole. Of as many items each is looked at, so that the very
    /// field is found.
    private void inOrder(FieldType items, Where where, List<?> wanted, List<?> live) {
        boolean objects = wanted.size() == live.size()
                && wanted.stream().allMatch(Map.class::isInstance)
                && live.stream().allMatch(Map.class::isInstance);
        if (objects) {
            for (int i = 0; i < wanted.size(); i++) {
                values(items, Merging.USUAL, where.item(i, ""), wanted.get(i), live.get(i));
            }
        } else if (!isSameList(items, wanted, live)) {
            differ(where, wanted, live);
        }
    }

    private static boolean isSameList(FieldType items, List<?> wanted, List<?> live) {
        if (wanted.size() != live.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!Values.areSame(items, wanted.get(i), live.get(i))) {
                return false;
            }
        }
        return true;
    }
}
