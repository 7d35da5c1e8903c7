package drydock.model.connect;

import drydock.model.connect.PodPart.Container;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// ConfigMaps and Secrets are environment or files of containers; a Secret may be for pulling images, too.
final class Configuring implements Rule {

    private static final String DOCKER_CONFIG = "kubernetes.io/dockerconfigjson";

    @Override
    public boolean fits(ResourceId from, ResourceId to) {
        return (from.kind().equals("ConfigMap") || from.kind().equals("Secret")) && PodPart.isPodOrWorkload(to);
    }

    @Override
    public List<Connection> between(Project project, End from, End to) {
        Written source = Written.of(project, from.object()).orElseThrow();
        PodPart pods = PodPart.of(project, to.object()).orElseThrow();
        boolean secret = from.object().kind().equals("Secret");
        String name = from.object().name();
        List<Connection> connections = new ArrayList<>();
        if (secret && source.text(FieldPath.of("type")).equals(DOCKER_CONFIG)) {
            connections.add(Connection.of(
                    Meaning.PULL, pods.object().append(pods.spec().key("imagePullSecrets"), Map.of("name", name))));
        }
        List<Container> containers = pods.containers(to);
        for (Container container : containers) {
            String called = containers.size() == 1 ? "" : container.name();
            Map<String, Object> all = Map.of(secret ? "secretRef" : "configMapRef", Map.of("name", name));
            if (!pods.object().list(container.path().key("envFrom")).contains(all)) {
                connections.add(Connection.of(
                        Meaning.ENV_FROM,
                        called,
                        "",
                        pods.object().append(container.path().key("envFrom"), all)));
            }
            keys(source)
                    .forEach(key -> connections.add(Connection.of(
                            Meaning.ENV,
                            called,
                            key,
                            pods.object().append(container.path().key("env"), variable(name, key, secret)))));
            Map<String, Object> volume =
                    secret ? Map.of("secret", Map.of("secretName", name)) : Map.of("configMap", Map.of("name", name));
            connections.add(new Connection(
                    Meaning.MOUNT, called, "", "/etc/" + name, path -> pods.mount(container, name, volume, path)));
        }
        return connections;
    }

    private static List<String> keys(Written source) {
        List<String> keys = new ArrayList<>(source.texts(FieldPath.of("data")).keySet());
        keys.addAll(source.texts(FieldPath.of("stringData")).keySet());
        return keys.stream().distinct().toList();
    }

    private static Map<String, Object> variable(String name, String key, boolean secret) {
        Map<String, Object> from = new LinkedHashMap<>();
        from.put("name", name);
        from.put("key", key);
        Map<String, Object> variable = new LinkedHashMap<>();
        variable.put("name", variableName(key));
        variable.put("valueFrom", Map.of(secret ? "secretKeyRef" : "configMapKeyRef", from));
        return variable;
    }

    /// The key as shells can name it.
    private static String variableName(String key) {
        String name = key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }
}
