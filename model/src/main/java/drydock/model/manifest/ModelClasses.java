package drydock.model.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The classes of fabric8's model by kind. They are listed by name in the jars' service files and loaded
/// one by one; fabric8's own registry loads all of them, which takes a second when the program starts.
final class ModelClasses {

    private static final String LIST = "META-INF/services/" + KubernetesResource.class.getName();
    private static final Map<String, List<String>> NAMES_BY_KIND = names();
    private static final Map<String, Class<? extends HasMetadata>> KNOWN = new ConcurrentHashMap<>();

    private ModelClasses() {}

    /// The class for a kind; `GenericKubernetesResource` for one that fabric8 does not know.
    static Class<? extends HasMetadata> of(String apiVersion, String kind) {
        return KNOWN.computeIfAbsent(apiVersion + " " + kind, _ -> find(apiVersion, kind));
    }

    /// All classes of the model.
    static List<Class<?>> all() {
        List<Class<?>> all = new ArrayList<>();
        NAMES_BY_KIND.values().forEach(names -> names.forEach(name -> all.add(named(name))));
        return all;
    }

    private static Class<? extends HasMetadata> find(String apiVersion, String kind) {
        for (String name : NAMES_BY_KIND.getOrDefault(kind, List.of())) {
            Class<?> type = named(name);
            if (HasMetadata.class.isAssignableFrom(type) && apiVersion.equals(apiVersionOf(type))) {
                return type.asSubclass(HasMetadata.class);
            }
        }
        return GenericKubernetesResource.class;
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a jar lists " + name + " but does not hold it", e);
        }
    }

    private static String apiVersionOf(Class<?> type) {
        Group group = type.getAnnotation(Group.class);
        Version version = type.getAnnotation(Version.class);
        String of = version == null ? "" : version.value();
        return group == null || group.value().isEmpty() ? of : group.value() + "/" + of;
    }

    private static Map<String, List<String>> names() {
        Map<String, List<String>> names = new HashMap<>();
        try {
            for (URL list :
                    Collections.list(KubernetesResource.class.getClassLoader().getResources(LIST))) {
                try (BufferedReader lines = new BufferedReader(new InputStreamReader(list.openStream(), UTF_8))) {
                    lines.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .forEach(name -> names.computeIfAbsent(
                                            name.substring(name.lastIndexOf('.') + 1), _ -> new ArrayList<>())
                                    .add(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
