package drydock.sim.store;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a new version of an object has in common with the version before is the same object in both, so that the
/// history holds it once; and whatever is empty is the same empty list or map, of which fabric8's objects have many.
///
/// Parts of what is new get other objects that equal theirs; nothing else is changed.
@SuppressWarnings("ReferenceEquality") // what is the very same is what this is about
final class Sharing {

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return fieldsOf(type);
        }
    };

    private Sharing() {}

    /// `now`, or `before` if they are equal.
    ///
    /// @param before the same of the version before, null if there was none
    static <T> T with(@Nullable T before, T now) {
        @SuppressWarnings("unchecked") // either of the two, or a list or a map that equals one of them
        T shared = (T) shared(before, now);
        return shared;
    }

    private static Object shared(@Nullable Object before, Object now) {
        if (before == now) {
            return now;
        }
        return switch (now) {
            case String text -> text.equals(before) ? before : text;
            case List<?> list -> list(before instanceof List<?> old ? old : List.of(), list);
            case Map<?, ?> map -> map.isEmpty() ? Collections.emptyMap() : map.equals(before) ? before : map;
            default ->
                FIELDS.get(now.getClass()).isEmpty()
                        ? now.equals(before) ? before : now
                        : part(before != null && before.getClass() == now.getClass() ? before : null, now);
        };
    }

    /// An element is compared with the one at its place, or, if there is another there, with the next.
    private static List<?> list(List<?> before, List<?> now) {
        if (now.isEmpty()) {
            return Collections.emptyList();
        }
        List<@Nullable Object> shared = null;
        boolean all = before.size() == now.size();
        for (int i = 0; i < now.size(); i++) {
            Object own = now.get(i);
            Object old = i < before.size() ? before.get(i) : null;
            Object one = own == null ? null : shared(old, own);
            all &= one == old;
            if (one != own) {
                shared = shared == null ? new ArrayList<>(now) : shared;
                shared.set(i, one);
            }
        }
        return all ? before : shared == null ? now : shared;
    }

    private static Object part(@Nullable Object before, Object now) {
        boolean all = before != null;
        try {
            for (Field field : FIELDS.get(now.getClass())) {
                Object own = field.get(now);
                Object old = before == null ? null : field.get(before);
                Object one = own == null ? null : shared(old, own);
                all &= one == old;
                if (one != own) {
                    field.set(now, one);
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + now.getClass(), e);
        }
        return all && before != null ? before : now;
    }

    /// The fields of fabric8's classes; of others none, as they are values.
    private static List<Field> fieldsOf(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        boolean isPart = type.getName().startsWith("io.fabric8.kubernetes.api.model.")
                && !type.isEnum()
                && !GenericKubernetesResource.class.isAssignableFrom(type);
        for (Class<?> at = type; isPart && at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        return List.copyOf(fields);
    }
}
