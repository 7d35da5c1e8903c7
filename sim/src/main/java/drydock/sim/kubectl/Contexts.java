package drydock.sim.kubectl;

import drydock.sim.container.Container;
import drydock.sim.container.Files;
import drydock.sim.kubectl.text.YamlText;
import drydock.sim.store.Administrator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// The contexts of the commands: which of them is in use, and the namespace of each. They are kept on the user's
/// machine in a file as kubectl's own, so that a later command knows what an earlier one has set.
///
/// @param current the name of the one in use
record Contexts(String current, List<Context> all) {

    private static final String FOLDER = Container.HOME + "/.kube";
    private static final String FILE = FOLDER + "/config";

    /// One context.
    ///
    /// @param cluster the cluster's name; empty if none was said
    record Context(String name, String cluster, String user, String namespace) {}

    Contexts {
        all = List.copyOf(all);
    }

    /// The contexts in the machine's file, or the one there is from the beginning.
    ///
    /// @param name the cluster's name
    /// @param namespace the namespace of contexts that name none
    static Contexts of(Optional<Container> machine, String name, String namespace) {
        return machine.flatMap(of -> of.files().read(FILE))
                .map(text -> read(text, namespace))
                .orElseGet(() -> new Contexts(name, List.of(new Context(name, name, Administrator.NAME, namespace))));
    }

    private static Contexts read(String text, String namespace) {
        Map<?, ?> config = (Map<?, ?>) PatchVerb.tree(text);
        List<Context> all = new ArrayList<>();
        if (config.get("contexts") instanceof List<?> contexts) {
            contexts.forEach(entry -> all.add(context((Map<?, ?>) entry, namespace)));
        }
        return new Contexts(text(config, "current-context"), all);
    }

    private static Context context(Map<?, ?> entry, String namespace) {
        Map<?, ?> of = entry.get("context") instanceof Map<?, ?> map ? map : Map.of();
        String own = text(of, "namespace");
        return new Context(text(entry, "name"), text(of, "cluster"), text(of, "user"), own.isEmpty() ? namespace : own);
    }

    private static String text(Map<?, ?> map, String key) {
        return Objects.toString(map.get(key), "");
    }

    Optional<Context> named(String name) {
        return all.stream().filter(context -> context.name().equals(name)).findFirst();
    }

    Optional<Context> inUse() {
        return named(current);
    }

    /// With a context in place of the one that is called so, or beside the others.
    Contexts with(Context changed) {
        List<Context> others = new ArrayList<>(all);
        others.removeIf(context -> context.name().equals(changed.name()));
        others.add(changed);
        others.sort((a, b) -> a.name().compareTo(b.name()));
        return new Contexts(current, others);
    }

    Contexts using(String name) {
        return new Contexts(name, all);
    }

    /// As a kubeconfig has them, with the one cluster and the one user that there are.
    Map<String, Object> tree(String cluster, String server) {
        Map<String, Object> config = new TreeMap<>();
        config.put("apiVersion", "v1");
        config.put("kind", "Config");
        config.put("current-context", current);
        config.put("clusters", List.of(new TreeMap<>(Map.of("name", cluster, "cluster", Map.of("server", server)))));
        config.put(
                "contexts",
                all.stream()
                        .map(context -> new TreeMap<>(Map.of(
                                "name",
                                context.name(),
                                "context",
                                new TreeMap<>(Map.of(
                                        "cluster",
                                        context.cluster(),
                                        "namespace",
                                        context.namespace(),
                                        "user",
                                        context.user())))))
                        .toList());
        config.put("users", List.of(new TreeMap<>(Map.of("name", Administrator.NAME, "user", Map.of()))));
        return config;
    }

    void write(Container machine, String cluster, String server) {
        Files files = machine.files();
        files.makeDirectories(FOLDER);
        files.write(FILE, YamlText.of(tree(cluster, server)));
    }
}
