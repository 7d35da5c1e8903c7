package drydock.sim.kubelet;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A container's variables, from its values, ConfigMaps, Secrets and the Pod's own fields
/// (`pkg/kubelet/kubelet_pods.go`, makeEnvironmentVariables).
final class Environment {

    /// What is named is not there; the message is the kubelet's.
    static final class MissingException extends Exception {

        private static final long serialVersionUID = 1;

        MissingException(String message) {
            super(message);
        }
    }

    /// `$$`, or `$(NAME)` with the name as its second group.
    static final Pattern REFERENCE = Pattern.compile("\\$(\\$|\\(([^)]+)\\))");

    private final ApiServer api;
    private final Pod pod;
    private final String podIp;
    private final String hostIp;

    Environment(ApiServer api, Pod pod, String podIp, String hostIp) {
        this.api = api;
        this.pod = pod;
        this.podIp = podIp;
        this.hostIp = hostIp;
    }

    Map<String, String> of(Container container) throws MissingException {
        return of(container, Map.of());
    }

    /// @param services the variables of the Services there are, which its own win over
    Map<String, String> of(Container container, Map<String, String> services) throws MissingException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (EnvFromSource source : container.getEnvFrom()) {
            String prefix = Objects.requireNonNullElse(source.getPrefix(), "");
            fromAll(source).forEach((key, value) -> variables.put(prefix + key, value));
        }
        for (EnvVar variable : container.getEnv()) {
            if (variable.getValueFrom() != null) {
                Optional<String> value = from(variable.getValueFrom(), container);
                value.ifPresent(v -> variables.put(variable.getName(), v));
            } else {
                String value = Objects.requireNonNullElse(variable.getValue(), "");
                variables.put(variable.getName(), expand(value, new Layered(variables, services)));
            }
        }
        return variables.isEmpty() ? services : new Layered(variables, services);
    }

    /// `text` with `$(NAME)` replaced by the variable, where there is one; `$$` stands for one `$`.
    static String expand(String text, Map<String, String> variables) {
        return REFERENCE
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1).equals("$") ? "$" : variables.getOrDefault(match.group(2), match.group())));
    }

    private Map<String, String> fromAll(EnvFromSource source) throws MissingException {
        if (source.getConfigMapRef() != null) {
            return data(
                    Kinds.CONFIG_MAP,
                    source.getConfigMapRef().getName(),
                    Boolean.TRUE.equals(source.getConfigMapRef().getOptional()));
        }
        return source.getSecretRef() == null
                ? Map.of()
                : data(
                        Kinds.SECRET,
                        source.getSecretRef().getName(),
                        Boolean.TRUE.equals(source.getSecretRef().getOptional()));
    }

    private Optional<String> from(EnvVarSource source, Container container) throws MissingException {
        if (source.getConfigMapKeyRef() != null) {
            var ref = source.getConfigMapKeyRef();
            return key(Kinds.CONFIG_MAP, ref.getName(), ref.getKey(), Boolean.TRUE.equals(ref.getOptional()));
        }
        if (source.getSecretKeyRef() != null) {
            var ref = source.getSecretKeyRef();
            return key(Kinds.SECRET, ref.getName(), ref.getKey(), Boolean.TRUE.equals(ref.getOptional()));
        }
        if (source.getResourceFieldRef() != null) {
            return Optional.of(ResourceFields.value(source.getResourceFieldRef(), pod, container));
        }
        return source.getFieldRef() == null
                ? Optional.empty()
                : Optional.of(field(source.getFieldRef().getFieldPath()));
    }

    private Optional<String> key(ResourceKind kind, String name, String key, boolean optional) throws MissingException {
        String value = data(kind, name, optional).get(key);
        if (value == null && !optional) {
            throw new MissingException("couldn't find key " + key + " in " + kind.kind() + " "
                    + pod.getMetadata().getNamespace() + "/" + name);
        }
        return Optional.ofNullable(value);
    }

    private Map<String, String> data(ResourceKind kind, String name, boolean optional) throws MissingException {
        Optional<Map<String, String>> data = data(api, kind, pod.getMetadata().getNamespace(), name);
        if (data.isEmpty() && !optional) {
            throw new MissingException(kind.singular() + " \"" + name + "\" not found");
        }
        return data.orElse(Map.of());
    }

    /// The texts a ConfigMap or Secret holds, or empty if there is none of that name.
    static Optional<Map<String, String>> data(ApiServer api, ResourceKind kind, String namespace, String name) {
        return api.get(ResourceId.of(kind, namespace, name)).map(object -> switch (object) {
            case ConfigMap map when map.getData() != null -> map.getData();
            case Secret secret
            when secret.getData() != null -> {
                Map<String, String> plain = new LinkedHashMap<>();
                secret.getData()
                        .forEach((key, value) -> plain.put(
                                key, new String(Base64.getMimeDecoder().decode(value), StandardCharsets.UTF_8)));
                yield plain;
            }
            default -> Map.of();
        });
    }

    /// The text of a file that says what a field of `pod` holds (`pkg/volume/downwardapi`).
    static String file(ApiServer api, Pod pod, DownwardAPIVolumeFile file) {
        if (file.getResourceFieldRef() != null) {
            return ResourceFields.value(
                    file.getResourceFieldRef(),
                    pod,
                    pod.getSpec().getContainers().getFirst());
        }
        String path = file.getFieldRef() == null ? "" : file.getFieldRef().getFieldPath();
        return switch (path) {
            case "metadata.labels" -> lines(pod.getMetadata().getLabels());
            case "metadata.annotations" -> lines(pod.getMetadata().getAnnotations());
            default -> new Environment(api, pod, "", "").field(path);
        };
    }

    /// `key="value"`, one a line (`pkg/fieldpath`, FormatMap).
    private static String lines(@Nullable Map<String, String> map) {
        return new TreeMap<>(Objects.requireNonNullElse(map, Map.of()))
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=\"" + escaped(entry.getValue()) + '"')
                        .collect(Collectors.joining("\n"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }

    private String field(String path) {
        var metadata = pod.getMetadata();
        return switch (path) {
            case "metadata.name" -> metadata.getName();
            case "metadata.namespace" -> metadata.getNamespace();
            case "metadata.uid" -> metadata.getUid();
            case "spec.nodeName" -> pod.getSpec().getNodeName();
            case "spec.serviceAccountName" ->
                Objects.requireNonNullElse(pod.getSpec().getServiceAccountName(), "default");
            case "status.podIP", "status.podIPs" -> podIp;
            case "status.hostIP", "status.hostIPs" -> hostIp;
            default -> keyed(path);
        };
    }

    private String keyed(String path) {
        int open = path.indexOf("['");
        if (open < 0 || !path.endsWith("']")) {
            return "";
        }
        String key = path.substring(open + 2, path.length() - 2);
        Map<String, String> of = path.startsWith("metadata.labels")
                ? pod.getMetadata().getLabels()
                : pod.getMetadata().getAnnotations();
        return of == null ? "" : of.getOrDefault(key, "");
    }
}
