package drydock.sim.store;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// How objects of one type are copied with another part: everything but the part is shared.
///
/// fabric8's builders copy a whole object, down to the last container, to change one field; a store changes the
/// metadata or the status of every object many times.
public final class Shape {

    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private final Map<String, Field> fields = new HashMap<>();

    /// Whether it is a custom resource, whose parts are no fields of a class.
    private final boolean generic;

    private Shape(Class<? extends HasMetadata> type) {
        generic = type == GenericKubernetesResource.class;
        for (Field field : Copier.fields(type)) {
            field.setAccessible(true);
            fields.put(field.getName(), field);
        }
    }

    static Shape of(HasMetadata object) {
        Shape known = SHAPES.get(object.getClass());
        return known != null ? known : SHAPES.computeIfAbsent(object.getClass(), _ -> new Shape(object.getClass()));
    }

    /// Whether objects of this type have such a part, as `status`.
    boolean has(String part) {
        return generic || fields.containsKey(part);
    }

    /// The part of `object` that is called so, as `spec`; empty if it is not set or there is none.
    Optional<Object> part(HasMetadata object, String name) {
        if (object instanceof GenericKubernetesResource custom) {
            return Optional.ofNullable(custom.getAdditionalProperties().get(name));
        }
        Field field = fields.get(name);
        return field == null ? Optional.empty() : Optional.ofNullable(read(field, object));
    }

    /// A copy of `object` with another part, which may be null; all else is shared.
    HasMetadata with(HasMetadata object, String name, @Nullable Object part) {
        HasMetadata copy = Shallow.copy(object);
        if (copy instanceof GenericKubernetesResource custom) {
            Map<String, Object> parts = new LinkedHashMap<>(custom.getAdditionalProperties());
            parts.remove(name);
            if (part != null) {
                parts.put(name, part);
            }
            custom.setAdditionalProperties(parts);
            return copy;
        }
        write(Objects.requireNonNull(fields.get(name), name), copy, part);
        return copy;
    }

    /// A copy of `object` with this status; all else is shared.
    public static <T extends HasMetadata> T withStatus(T object, @Nullable Object status) {
        @SuppressWarnings("unchecked") // a copy is of the same class
        T copy = (T) of(object).with(object, "status", status);
        return copy;
    }

    /// A copy of `object` with this spec; all else is shared.
    public static <T extends HasMetadata> T withSpec(T object, Object spec) {
        @SuppressWarnings("unchecked") // a copy is of the same class
        T copy = (T) of(object).with(object, "spec", spec);
        return copy;
    }

    /// A copy of `object` with this metadata; all else is shared.
    public static HasMetadata withMetadata(HasMetadata object, ObjectMeta metadata) {
        HasMetadata copy = Shallow.copy(object);
        copy.setMetadata(metadata);
        return copy;
    }

    /// The metadata of an object of which nothing is known yet: what is empty is the same in all.
    static ObjectMeta bare() {
        ObjectMeta metadata = new ObjectMeta();
        metadata.setLabels(Map.of());
        metadata.setAnnotations(Map.of());
        metadata.setFinalizers(List.of());
        metadata.setOwnerReferences(List.of());
        metadata.setManagedFields(List.of());
        metadata.setAdditionalProperties(Map.of());
        return metadata;
    }

    /// A copy of an object's metadata in which single values may be set; its lists and maps are those of the other.
    static ObjectMeta sharing(ObjectMeta metadata) {
        ObjectMeta copy = new ObjectMeta();
        copy.setName(metadata.getName());
        copy.setGenerateName(metadata.getGenerateName());
        copy.setNamespace(metadata.getNamespace());
        copy.setUid(metadata.getUid());
        copy.setResourceVersion(metadata.getResourceVersion());
        copy.setGeneration(metadata.getGeneration());
        copy.setCreationTimestamp(metadata.getCreationTimestamp());
        copy.setDeletionTimestamp(metadata.getDeletionTimestamp());
        copy.setDeletionGracePeriodSeconds(metadata.getDeletionGracePeriodSeconds());
        copy.setSelfLink(metadata.getSelfLink());
        copy.setLabels(metadata.getLabels());
        copy.setAnnotations(metadata.getAnnotations());
        copy.setFinalizers(orEmpty(metadata.getFinalizers()));
        copy.setOwnerReferences(orEmpty(metadata.getOwnerReferences()));
        copy.setManagedFields(orEmpty(metadata.getManagedFields()));
        copy.setAdditionalProperties(Map.of());
        return copy;
    }

    /// A copy of an object's metadata that may be changed; its lists and maps are copies, too.
    public static ObjectMeta copy(ObjectMeta metadata) {
        ObjectMeta copy = new ObjectMeta();
        copy.setName(metadata.getName());
        copy.setGenerateName(metadata.getGenerateName());
        copy.setNamespace(metadata.getNamespace());
        copy.setUid(metadata.getUid());
        copy.setResourceVersion(metadata.getResourceVersion());
        copy.setGeneration(metadata.getGeneration());
        copy.setCreationTimestamp(metadata.getCreationTimestamp());
        copy.setDeletionTimestamp(metadata.getDeletionTimestamp());
        copy.setDeletionGracePeriodSeconds(metadata.getDeletionGracePeriodSeconds());
        copy.setSelfLink(metadata.getSelfLink());
        copy.setLabels(metadata.getLabels() == null ? null : new LinkedHashMap<>(metadata.getLabels()));
        copy.setAnnotations(metadata.getAnnotations() == null ? null : new LinkedHashMap<>(metadata.getAnnotations()));
        copy.setFinalizers(new ArrayList<>(orEmpty(metadata.getFinalizers())));
        copy.setOwnerReferences(new ArrayList<>(orEmpty(metadata.getOwnerReferences())));
        copy.setManagedFields(new ArrayList<>(orEmpty(metadata.getManagedFields())));
        copy.setAdditionalProperties(Map.of());
        return copy;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static @Nullable Object read(Field field, HasMetadata object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }

    private static void write(Field field, HasMetadata object, @Nullable Object value) {
        try {
            field.set(object, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot write " + field, e);
        }
    }
}
