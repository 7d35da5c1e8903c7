package drydock.sim.kubectl.describe;

import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The environment of a container, and where it comes from (`describe.go describeContainerEnvVars`).
final class EnvironmentLines {

    private static final Pattern KEY = Pattern.compile("metadata\\.(labels|annotations)\\['(.*)'\\]");

    private EnvironmentLines() {}

    /// @param pod whose fields the variables may hold; empty in a template
    static void of(Lines lines, Container container, Optional<Pod> pod) {
        if (!container.getEnvFrom().isEmpty()) {
            lines.line(2, "Environment Variables from:");
            container.getEnvFrom().forEach(from -> from(lines, from));
        }
        if (container.getEnv().isEmpty()) {
            lines.field(2, "Environment", Lines.NONE);
            return;
        }
        lines.line(2, "Environment:");
        for (EnvVar variable : container.getEnv()) {
            if (variable.getValueFrom() == null) {
                plain(lines, variable);
            } else {
                derived(lines, variable.getName(), variable.getValueFrom(), container, pod);
            }
        }
    }

    private static void from(Lines lines, EnvFromSource from) {
        String kind = "";
        String name = "";
        boolean optional = false;
        if (from.getConfigMapRef() != null) {
            kind = "ConfigMap";
            name = from.getConfigMapRef().getName();
            optional = Boolean.TRUE.equals(from.getConfigMapRef().getOptional());
        } else if (from.getSecretRef() != null) {
            kind = "Secret";
            name = from.getSecretRef().getName();
            optional = Boolean.TRUE.equals(from.getSecretRef().getOptional());
        }
        String prefix =
                from.getPrefix() == null || from.getPrefix().isEmpty() ? "" : " with prefix '" + from.getPrefix() + "'";
        lines.line(3, name, kind + prefix, "Optional: " + optional);
    }

    private static void plain(Lines lines, EnvVar variable) {
        String[] values = Objects.requireNonNullElse(variable.getValue(), "").split("\n", -1);
        lines.field(3, variable.getName(), values[0]);
        for (int i = 1; i < values.length; i++) {
            lines.line(3, "", values[i]);
        }
    }

    private static void derived(Lines lines, String name, EnvVarSource from, Container container, Optional<Pod> pod) {
        if (from.getFieldRef() != null) {
            String path = from.getFieldRef().getFieldPath();
            String value = pod.map(p -> field(p.getMetadata(), path)).orElse("");
            lines.field(3, name, value + " (" + from.getFieldRef().getApiVersion() + ":" + path + ")");
        } else if (from.getResourceFieldRef() != null) {
            String resource = from.getResourceFieldRef().getResource();
            String value = amount(from.getResourceFieldRef(), container);
            boolean unlimited =
                    value.equals("0") && (resource.equals("limits.cpu") || resource.equals("limits.memory"));
            lines.field(3, name, (unlimited ? "node allocatable" : value) + " (" + resource + ")");
        } else if (from.getSecretKeyRef() != null) {
            var key = from.getSecretKeyRef();
            reference(lines, name, "'" + key.getKey() + "' in secret '" + key.getName() + "'", key.getOptional());
        } else if (from.getConfigMapKeyRef() != null) {
            var key = from.getConfigMapKeyRef();
            reference(lines, name, "'" + key.getKey() + "' of config map '" + key.getName() + "'", key.getOptional());
        }
    }

    private static void reference(Lines lines, String name, String what, @Nullable Boolean optional) {
        lines.line(3, name + ":", "<set to the key " + what + ">", "Optional: " + Boolean.TRUE.equals(optional));
    }

    /// Only fields of the metadata are looked up; kubectl knows no others (`util/fieldpath ExtractFieldPathAsString`).
    private static String field(ObjectMeta metadata, String path) {
        Matcher key = KEY.matcher(path);
        if (key.matches()) {
            Map<String, String> map = key.group(1).equals("labels") ? metadata.getLabels() : metadata.getAnnotations();
            return Metadata.sorted(map).getOrDefault(key.group(2), "");
        }
        return switch (path) {
            case "metadata.name" -> metadata.getName();
            case "metadata.namespace" -> metadata.getNamespace();
            case "metadata.uid" -> metadata.getUid();
            case "metadata.labels" -> pairs(metadata.getLabels());
            case "metadata.annotations" -> pairs(metadata.getAnnotations());
            default -> "";
        };
    }

    private static String pairs(@Nullable Map<String, String> map) {
        return Metadata.sorted(map).entrySet().stream()
                .map(e -> e.getKey() + "=\"" + e.getValue() + "\"")
                .collect(Collectors.joining("\n"));
    }

    private static String amount(ResourceFieldSelector selector, Container container) {
        int dot = selector.getResource().indexOf('.');
        if (dot < 0 || container.getResources() == null) {
            return "0";
        }
        Map<String, Quantity> amounts = selector.getResource().startsWith("limits.")
                ? container.getResources().getLimits()
                : container.getResources().getRequests();
        BigDecimal amount = Quantities.exact(
                amounts == null ? null : amounts.get(selector.getResource().substring(dot + 1)));
        BigDecimal divisor = Quantities.exact(selector.getDivisor());
        return amount.divide(divisor.signum() == 0 ? BigDecimal.ONE : divisor, 0, RoundingMode.CEILING)
                .toPlainString();
    }
}
