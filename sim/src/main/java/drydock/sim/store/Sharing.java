package drydock.sim.store;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HostIP;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointConditions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// What a new version of an object has in common with the version before is the same object in both, so that the
/// history holds it once; and whatever is empty is the same empty list or map, of which fabric8's objects have many.
///
/// What many objects have alike at about the same time, as the conditions of Pods that become ready in the same second,
/// is the same object in all of them ([Recent]).
///
/// Parts of what is new get other objects that equal theirs; nothing else is changed.
@SuppressWarnings("ReferenceEquality") // what is the very same is what this is about
final class Sharing {

    private static final ClassValue<Form> FORMS = new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
            return Form.of(type);
        }
    };

    /// Parts that many objects have alike.
    private static final Set<Class<?>> ALIKE =
            Set.of(PodCondition.class, ContainerState.class, EndpointConditions.class, HostIP.class);

    private static final int ALIKE_KNOWN = 1 << 10;

    private static final Recent<List<?>> CONDITIONS = new Recent<>(ALIKE_KNOWN);

    private Sharing() {}

    /// `now`, or `before` if they are equal.
    ///
    /// @param before the same of the version before, null if there was none
    static <T> T with(@Nullable T before, T now) {
        @SuppressWarnings("unchecked") // either of the two, or a list or a map that equals one of them
        T shared = (T) Objects.requireNonNull(shared(before, now));
        return shared;
    }

    private static @Nullable Object shared(@Nullable Object before, @Nullable Object now) {
        if (before == now || now == null) {
            return now;
        }
        if (now instanceof String text) {
            return text.equals(before) ? before : text;
        }
        if (now instanceof List<?> list) {
            return list(before instanceof List<?> old ? old : List.of(), list);
        }
        if (now instanceof Map<?, ?> map) {
            return map.isEmpty() ? Collections.emptyMap() : map.equals(before) ? before : map;
        }
        return FORMS.get(now.getClass()).shared(before, now);
    }

    /// What is the very same at the beginning and at the end is passed over, so that of a long list only the part
    /// is gone through in which something has come, gone or changed; there an element is compared with the one at
    /// its place.
    private static List<?> list(List<?> before, List<?> now) {
        if (now.isEmpty()) {
            return Collections.emptyList();
        }
        int most = Math.min(before.size(), now.size());
        int same = 0;
        while (same < most && before.get(same) == now.get(same)) {
            same++;
        }
        int behind = 0;
        while (behind < most - same && before.get(before.size() - 1 - behind) == now.get(now.size() - 1 - behind)) {
            behind++;
        }
        List<@Nullable Object> shared = null;
        boolean all = before.size() == now.size();
        for (int i = same; i < now.size() - behind; i++) {
            Object own = now.get(i);
            Object old = i < before.size() - behind ? before.get(i) : null;
            Object one = shared(old, own);
            all &= one == old;
            if (one != own) {
                shared = shared == null ? new ArrayList<>(now) : shared;
                shared.set(i, one);
            }
        }
        if (all) {
            return before;
        }
        List<?> made = shared == null ? now : shared;
        return made.getFirst() instanceof PodCondition ? CONDITIONS.one(made) : made;
    }

    /// How objects of a class are shared.
    private sealed interface Form {

        Object shared(@Nullable Object before, Object now);

        /// fabric8's classes are gone through field by field; of others, and of those that build on others, objects are
        /// values.
        static Form of(Class<?> type) {
            boolean isPart = type.getName().startsWith("io.fabric8.kubernetes.api.model.")
                    && type.getSuperclass() == Object.class
                    && type != GenericKubernetesResource.class;
            if (!isPart) {
                return new Values();
            }
            Parts parts = Parts.of(type);
            return ALIKE.contains(type) ? new Alike(parts, new Recent<>(ALIKE_KNOWN)) : parts;
        }
    }

    private record Values() implements Form {

        @Override
        public Object shared(@Nullable Object before, Object now) {
            return now.equals(before) ? before : now;
        }
    }

    /// @param recent such parts of any object
    private record Alike(Parts parts, Recent<Object> recent) implements Form {

        @Override
        public Object shared(@Nullable Object before, Object now) {
            Object one = parts.shared(before, now);
            return one == now ? recent.one(now) : one;
        }
    }

    /// @param blank one that has nothing, for what has nothing before it
    private record Parts(BinaryOperator<Object> sharer, Object blank) implements Form {

        static Parts of(Class<?> type) {
            BinaryOperator<Object> sharer = Sharer.of(type, Sharing::shared);
            Object blank = Copier.blank(type);
            var _ = sharer.apply(Copier.blank(type), blank);
            return new Parts(sharer, blank);
        }

        @Override
        public Object shared(@Nullable Object before, Object now) {
            if (before == null || before.getClass() != now.getClass()) {
                var _ = sharer.apply(blank, now);
                return now;
            }
            return sharer.apply(before, now);
        }
    }
}
