package drydock.sim.kubectl;

import drydock.model.resource.Kinds;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// `set env KIND NAME KEY=VALUE KEY-` (`kubectl/pkg/cmd/set/set_env.go`).
final class SetEnvVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.FILENAME,
                Flag.KUSTOMIZE,
                Flag.SELECTOR,
                Flag.ALL,
                Flag.DRY_RUN,
                Flag.OUTPUT,
                new Flag("--containers", 'c', Flag.Kind.TEXT, null, "'*'"),
                Flag.text("--env", 'e'),
                Flag.text("--from"),
                Flag.onOff("--list"),
                new Flag("--overwrite", '\0', Flag.Kind.SWITCH, "true", "true"),
                Flag.text("--prefix"));
    }

    @Override
    public List<String> usage() {
        return List.of(
                "set env (TYPE NAME | TYPE/NAME) KEY=VALUE ... KEY- ...", "set env TYPE/NAME --from=configmap/NAME");
    }

    @Override
    public void run(Invocation command) {
        List<String> words = new ArrayList<>();
        List<String> changes = new ArrayList<>(command.arguments().values("--env"));
        for (String word : command.arguments().words()) {
            boolean change = word.contains("=") || (word.endsWith("-") && word.length() > 1);
            (change ? changes : words).add(word);
        }
        boolean lists = command.arguments().isOn("--list");
        List<EnvVar> added = new ArrayList<>(from(command));
        Set<String> removed = new TreeSet<>();
        for (String change : changes) {
            int equals = change.indexOf('=');
            if (equals > 0) {
                added.add(new EnvVar(change.substring(0, equals), change.substring(equals + 1), null));
            } else {
                removed.add(change.substring(0, change.length() - 1));
            }
        }
        if (added.isEmpty() && removed.isEmpty() && !lists) {
            throw new CommandFailure("error: at least one environment variable must be provided");
        }
        for (HasMetadata object : Targets.of(command.withWords(words))) {
            if (lists) {
                list(command, object);
            } else {
                set(command, object, added, removed);
            }
        }
        command.done().accept(0);
    }

    private static void set(Invocation command, HasMetadata object, List<EnvVar> added, Set<String> removed) {
        boolean overwrites = command.arguments().isOn("--overwrite", true);
        Map<String, Object> change = PodSpecPatch.containers(PodSpecPatch.spec(object), true, (container, _) -> {
            if (!isMeant(command, container)) {
                return Map.of();
            }
            List<Map<String, Object>> env = new ArrayList<>();
            for (EnvVar variable : added) {
                boolean differs = container.getEnv().stream()
                        .noneMatch(now -> now.getName().equals(variable.getName()) && same(now, variable));
                boolean there = container.getEnv().stream()
                        .anyMatch(now -> now.getName().equals(variable.getName()));
                if (there && differs && !overwrites) {
                    throw new CommandFailure("error: '" + variable.getName() + "' already has a value ("
                            + value(container, variable.getName()) + "), and --overwrite is false");
                }
                if (differs) {
                    env.add(item(variable));
                }
            }
            removed.stream()
                    .filter(name -> container.getEnv().stream()
                            .anyMatch(now -> now.getName().equals(name)))
                    .forEach(name -> env.add(Map.of("$patch", "delete", "name", name)));
            return env.isEmpty() ? Map.of() : Map.of("env", env);
        });
        if (change.isEmpty()) {
            return;
        }
        Creation.print(command, Creation.patch(command, object, PodSpecPatch.of(object, change)), "env updated");
    }

    private static boolean isMeant(Invocation command, Container container) {
        String pattern = command.arguments().flag("--containers").orElse("*");
        return container.getName().matches("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E");
    }

    private static boolean same(EnvVar now, EnvVar wanted) {
        return Objects.equals(
                        Objects.requireNonNullElse(now.getValue(), ""),
                        Objects.requireNonNullElse(wanted.getValue(), ""))
                && Objects.equals(now.getValueFrom(), wanted.getValueFrom());
    }

    private static String value(Container container, String name) {
        return container.getEnv().stream()
                .filter(now -> now.getName().equals(name))
                .map(now -> Objects.requireNonNullElse(now.getValue(), ""))
                .findFirst()
                .orElse("");
    }

    /// A variable that had its value elsewhere loses that, and the other way round.
    private static Map<String, Object> item(EnvVar variable) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", variable.getName());
        item.put("value", variable.getValue());
        EnvVarSource source = variable.getValueFrom();
        if (source == null) {
            item.put("valueFrom", null);
        } else if (source.getConfigMapKeyRef() != null) {
            item.put(
                    "valueFrom",
                    Map.of(
                            "configMapKeyRef",
                            Map.of(
                                    "name",
                                    source.getConfigMapKeyRef().getName(),
                                    "key",
                                    source.getConfigMapKeyRef().getKey())));
        } else {
            item.put(
                    "valueFrom",
                    Map.of(
                            "secretKeyRef",
                            Map.of(
                                    "name",
                                    source.getSecretKeyRef().getName(),
                                    "key",
                                    source.getSecretKeyRef().getKey())));
        }
        return item;
    }

    /// A variable for each key of the ConfigMap or Secret that `--from` names.
    private static List<EnvVar> from(Invocation command) {
        String from = command.arguments().flag("--from").orElse("");
        if (from.isEmpty()) {
            return List.of();
        }
        int slash = from.indexOf('/');
        var kind = command.kind(from.substring(0, Math.max(slash, 0)));
        HasMetadata source = Targets.find(command, command.id(kind, from.substring(slash + 1)));
        String prefix = command.arguments().flag("--prefix").orElse("");
        Set<String> keys = switch (source) {
            case ConfigMap map ->
                new TreeSet<>(Objects.requireNonNullElse(map.getData(), Map.<String, String>of())
                        .keySet());
            case Secret secret ->
                new TreeSet<>(Objects.requireNonNullElse(secret.getData(), Map.<String, String>of())
                        .keySet());
            default -> throw new CommandFailure("error: unsupported resource specified in --from");
        };
        return keys.stream()
                .map(key -> new EnvVar(
                        prefix + key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_"),
                        null,
                        reference(
                                kind.equals(Kinds.SECRET), source.getMetadata().getName(), key)))
                .toList();
    }

    private static EnvVarSource reference(boolean secret, String name, String key) {
        EnvVarSource source = new EnvVarSource();
        if (secret) {
            source.setSecretKeyRef(new io.fabric8.kubernetes.api.model.SecretKeySelector(key, name, null));
        } else {
            source.setConfigMapKeyRef(new io.fabric8.kubernetes.api.model.ConfigMapKeySelector(key, name, null));
        }
        return source;
    }

    private static void list(Invocation command, HasMetadata object) {
        String of = Kinds.of(object).plural() + " " + object.getMetadata().getName();
        for (Container container : PodSpecPatch.spec(object).getContainers()) {
            if (!isMeant(command, container)) {
                continue;
            }
            command.print("# " + of + ", container " + container.getName());
            for (EnvVar variable : container.getEnv()) {
                command.print(listed(variable));
            }
        }
    }

    private static String listed(EnvVar variable) {
        EnvVarSource source = variable.getValueFrom();
        if (source == null) {
            return variable.getName() + "=" + Objects.requireNonNullElse(variable.getValue(), "");
        }
        String from = source.getConfigMapKeyRef() != null
                ? "configmap " + source.getConfigMapKeyRef().getName() + ", key "
                        + source.getConfigMapKeyRef().getKey()
                : source.getSecretKeyRef() != null
                        ? "secret " + source.getSecretKeyRef().getName() + ", key "
                                + source.getSecretKeyRef().getKey()
                        : source.getFieldRef() != null
                                ? "field path " + source.getFieldRef().getFieldPath()
                                : "resource field";
        return "# " + variable.getName() + " from " + from;
    }
}
