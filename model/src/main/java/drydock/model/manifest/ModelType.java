package drydock.model.manifest;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/// What a field of one of fabric8's classes takes.
sealed interface ModelType {

    /// Classes with a field that is called otherwise than in the API, or is read in a way of its own.
    Set<String> OF_THEIR_OWN = Set.of(
            "ConversionRequest", "ConversionResponse", "CustomResourceColumnDefinition", "DaemonEndpoint", "Duration");

    record Text() implements ModelType {}

    record Whole() implements ModelType {}

    record LongWhole() implements ModelType {}

    record Flag() implements ModelType {}

    record Amount() implements ModelType {}

    record IntOrText() implements ModelType {}

    record ListOf(ModelType items) implements ModelType {}

    record MapOf(ModelType values) implements ModelType {}

    /// @param type a class whose objects are made by setting their fields
    record ObjectOf(Class<?> type) implements ModelType {}

    /// What is made in a way of its own.
    record Other() implements ModelType {}

    static ModelType of(Type type) {
        return switch (type) {
            case Class<?> plain -> ofClass(plain);
            case ParameterizedType generic
            when generic.getRawType() == List.class -> new ListOf(of(generic.getActualTypeArguments()[0]));
            case ParameterizedType generic
            when generic.getRawType() == Map.class && generic.getActualTypeArguments()[0] == String.class ->
                new MapOf(of(generic.getActualTypeArguments()[1]));
            default -> new Other();
        };
    }

    private static ModelType ofClass(Class<?> type) {
        if (type == String.class) {
            return new Text();
        } else if (type == Integer.class) {
            return new Whole();
        } else if (type == Long.class) {
            return new LongWhole();
        } else if (type == Boolean.class) {
            return new Flag();
        } else if (type == Quantity.class) {
            return new Amount();
        } else if (type == IntOrString.class) {
            return new IntOrText();
        }
        return isMadeOfFields(type) ? new ObjectOf(type) : new Other();
    }

    private static boolean isMadeOfFields(Class<?> type) {
        JsonDeserialize how = type.getAnnotation(JsonDeserialize.class);
        return !OF_THEIR_OWN.contains(type.getSimpleName())
                && KubernetesResource.class.isAssignableFrom(type)
                && type.getSuperclass() == Object.class
                && !Modifier.isAbstract(type.getModifiers())
                && how != null
                && how.using() == ValueDeserializer.None.class;
    }
}
