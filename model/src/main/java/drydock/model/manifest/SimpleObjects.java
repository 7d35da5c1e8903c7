package drydock.model.manifest;

import drydock.model.manifest.ModelClass.ModelField;
import drydock.model.manifest.YamlNode.Entry;
import drydock.model.manifest.YamlNode.Mapping;
import drydock.model.manifest.YamlNode.Scalar;
import drydock.model.manifest.YamlNode.Sequence;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes fabric8's objects of values that are just what their fields take, which nearly all are, and leaves all else
/// to Jackson, with which it always agrees. Before Jackson makes the first object of a class it looks for everything
/// that could be said of the class, which takes longer than most checks.
final class SimpleObjects {

    private SimpleObjects() {}

    /// The object; empty where something is not as simple as that.
    static Optional<HasMetadata> read(Mapping mapping, Class<? extends HasMetadata> type) {
        if (!(ModelType.of(type) instanceof ModelType.ObjectOf)
                || !(object(type, mapping) instanceof HasMetadata object)) {
            return Optional.empty();
        }
        if (object.getMetadata() == null) {
            object.setMetadata(new ObjectMeta());
        }
        return Optional.of(object);
    }

    private static @Nullable Object object(Class<?> type, Mapping mapping) {
        ModelClass model = ModelClass.of(type);
        Object object = model.make();
        for (Entry entry : mapping.entries()) {
            if (entry.merge() || !set(object, model, entry)) {
                return null;
            }
        }
        return object;
    }

    /// Sets a field; one that the class does not have is kept beside the others.
    ///
    /// @return whether that can be done here
    private static boolean set(Object object, ModelClass model, Entry entry) {
        ModelField field = model.field(entry.name());
        if (field == null) {
            return model.keep(object, entry.name(), entry.value().value());
        }
        Object value = value(field.type(), entry.value());
        if (value != null) {
            field.set(object, value);
        }
        return value != null;
    }

    /// What is written as a field of this type has it; null where it is not what the field takes.
    private static @Nullable Object value(ModelType type, YamlNode written) {
        YamlNode node = written.resolved();
        return switch (type) {
            case ModelType.Text _ -> scalar(node) instanceof String text ? text : null;
            case ModelType.Whole _ -> scalar(node) instanceof Integer number ? number : null;
            case ModelType.LongWhole _ -> whole(scalar(node));
            case ModelType.Flag _ -> scalar(node) instanceof Boolean flag ? flag : null;
            case ModelType.Amount _ -> scalar(node) instanceof String text && isAmount(text) ? amount(text) : null;
            case ModelType.IntOrText _ -> intOrText(scalar(node));
            case ModelType.ListOf(ModelType items) -> node instanceof Sequence list ? list(items, list) : null;
            case ModelType.MapOf(ModelType values) -> node instanceof Mapping map ? map(values, map) : null;
            case ModelType.ObjectOf(Class<?> of) -> node instanceof Mapping map ? object(of, map) : null;
            case ModelType.Other _ -> null;
        };
    }

    private static @Nullable Object scalar(YamlNode node) {
        return node instanceof Scalar scalar ? scalar.value() : null;
    }

    private static @Nullable Long whole(@Nullable Object value) {
        return value instanceof Integer || value instanceof Long ? Long.valueOf(((Number) value).longValue()) : null;
    }

    private static @Nullable IntOrString intOrText(@Nullable Object value) {
        return value instanceof Integer || value instanceof String ? new IntOrString(value) : null;
    }

    /// Whether it is digits and a unit.
    private static boolean isAmount(String text) {
        return !text.isEmpty()
                && Character.isDigit(text.charAt(0))
                && text.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '.'));
    }

    private static @Nullable Quantity amount(String text) {
        try {
            return new Quantity(text);
        } catch (IllegalArgumentException _) { // digits, but no unit: the rules say what is wrong
            return null;
        }
    }

    private static @Nullable List<Object> list(ModelType items, Sequence written) {
        List<Object> list = new ArrayList<>(written.items().size());
        for (YamlNode item : written.items()) {
            Object value = value(items, item);
            if (value == null) {
                return null;
            }
            list.add(value);
        }
        return list;
    }

    private static @Nullable Map<String, Object> map(ModelType values, Mapping written) {
        Map<String, Object> map =
                LinkedHashMap.newLinkedHashMap(written.entries().size());
        for (Entry entry : written.entries()) {
            Object value = entry.merge() ? null : value(values, entry.value());
            if (value == null) {
                return null;
            }
            map.put(entry.name(), value);
        }
        return map;
    }
}
