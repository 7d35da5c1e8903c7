package drydock.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import drydock.model.manifest.ModelType.ObjectOf;
import drydock.model.manifest.YamlNode.Mapping;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.json.JsonMapper;

/// That objects are made as Jackson makes them, or left to it.
class SimpleObjectsTest {

    private static final Path BROKEN = Path.of("src/test/resources/drydock/model/validation");

    /// Objects with amounts that are none cannot be compared.
    private static final Function<Object, String> WRITTEN = JsonMapper.builder().build()::writeValueAsString;

    /// What may stand where something else is wanted.
    private static final List<Object> VALUES = List.of(
            "x",
            "",
            "1Gi",
            "80%",
            0,
            7,
            3_000_000_000L,
            1.5,
            true,
            List.of(),
            List.of("x"),
            Map.of(),
            Map.of("a", "b"));

    /// Some that no class has, and some that are told of it.
    private static final List<String> NAMES = List.of(
            "replicaz", "additionalProperties", "markedForDeletion", "finalizer", "plural", "default", "Port", "class");

    @Test
    void samplesBecomeWhatJacksonMakesOfThem() {
        List<Mapping> objects = objects();

        long simple = objects.stream().filter(SimpleObjectsTest::isMadeAlike).count();

        assertThat(objects).hasSizeGreaterThan(200);
        assertThat(simple).isGreaterThan(objects.size() * 2L / 3);
    }

    @Test
    void whateverStandsInAFieldItBecomesWhatJacksonMakesOfIt() {
        Random random = new Random(20261128);
        long simple = 0;
        for (Mapping object : objects()) {
            for (int i = 0; i < 10; i++) {
                simple += isMadeAlike(ValueNodes.of((Map<?, ?>) changed(object.value(), random, 3))) ? 1 : 0;
            }
        }

        assertThat(simple).isGreaterThan(1_000);
    }

    @Test
    void fieldsOfTheModelAreCalledAsInTheApiAndReadAsTheirTypesAre() {
        Set<Class<?>> seen = new HashSet<>();
        ModelClasses.all().forEach(type -> look(type, seen));

        assertThat(seen).hasSizeGreaterThan(500);
        assertThat(seen.stream()
                        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                        .filter(field -> isSetOtherwise(field) || !hasSetter(field)))
                .isEmpty();
    }

    /// Whether a field that is set has the setter that [ModelMakers] relies on.
    private static boolean hasSetter(Field field) {
        return ModelClass.of(field.getDeclaringClass()).field(field.getName()) == null
                || Arrays.stream(field.getDeclaringClass().getMethods())
                        .anyMatch(method -> method.getName().equals(ModelMakers.setter(field))
                                && Arrays.equals(method.getParameterTypes(), new Class<?>[] {field.getType()})
                                && method.getReturnType() == void.class);
    }

    /// Whether Jackson does something else with a field than [SimpleObjects] does.
    private static boolean isSetOtherwise(Field field) {
        if (ModelClass.of(field.getDeclaringClass()).field(field.getName()) == null) {
            return false;
        }
        JsonProperty property = field.getAnnotation(JsonProperty.class);
        boolean hasAnotherName = property == null || !property.value().equals(field.getName());
        return hasAnotherName
                || (field.isAnnotationPresent(JsonDeserialize.class)
                        && !(ModelType.of(field.getGenericType()) instanceof ModelType.Other));
    }

    /// Gathers what is reached from `type`.
    private static void look(Class<?> type, Set<Class<?>> seen) {
        if (ModelType.of(type) instanceof ObjectOf && seen.add(type)) {
            for (Field field : type.getDeclaredFields()) {
                classes(field.getGenericType()).forEach(below -> look(below, seen));
            }
        }
    }

    private static List<Class<?>> classes(Type type) {
        return type instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments())
                        .flatMap(argument -> classes(argument).stream())
                        .toList()
                : type instanceof Class<?> plain ? List.of(plain) : List.of();
    }

    /// Whether it is made without Jackson; if it is, it must be the same.
    private static boolean isMadeAlike(Mapping object) {
        Class<? extends HasMetadata> type = type(object);
        Optional<HasMetadata> simple = SimpleObjects.read(object, type);
        simple.ifPresent(made -> assertThat(WRITTEN.apply(made)).isEqualTo(jacksons(object, type)));
        return simple.isPresent();
    }

    private static Object jacksons(Mapping object, Class<? extends HasMetadata> type) {
        try {
            return WRITTEN.apply(ObjectReader.read(object, type));
        } catch (JacksonException refused) {
            return refused;
        }
    }

    private static Class<? extends HasMetadata> type(Mapping object) {
        return object.value().get("apiVersion") instanceof String apiVersion
                        && object.value().get("kind") instanceof String kind
                ? ModelClasses.of(apiVersion, kind)
                : GenericKubernetesResource.class;
    }

    private static List<Mapping> objects() {
        return Stream.of(ManifestSamples.PROJECTS, ManifestSamples.UGLY, BROKEN)
                .flatMap(folder -> ManifestSamples.in(folder).stream())
                .flatMap(file -> file.documents().stream())
                .flatMap(document -> document.root().stream())
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .toList();
    }

    /// The same with something else at a place somewhere below.
    private static @Nullable Object changed(@Nullable Object value, Random random, int deep) {
        if (value instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(8) > 0) {
            Map<Object, @Nullable Object> changed = new LinkedHashMap<>(map);
            List<Object> keys = new ArrayList<>(map.keySet());
            if (deep == 3) {
                keys.removeAll(List.of("apiVersion", "kind"));
            }
            if (random.nextInt(4) == 0) {
                Object odd = VALUES.get(random.nextInt(VALUES.size()));
                changed.put(NAMES.get(random.nextInt(NAMES.size())), random.nextInt(10) == 0 ? null : odd);
            } else if (!keys.isEmpty()) {
                Object key = keys.get(random.nextInt(keys.size()));
                changed.put(key, changed(map.get(key), random, deep - 1));
            }
            return changed;
        }
        if (value instanceof List<?> list && !list.isEmpty() && random.nextInt(8) > 0) {
            List<@Nullable Object> changed = new ArrayList<>(list);
            int at = random.nextInt(list.size());
            changed.set(at, changed(list.get(at), random, deep - 1));
            return changed;
        }
        return deep == 3 ? value : random.nextInt(10) == 0 ? null : VALUES.get(random.nextInt(VALUES.size()));
    }
}
