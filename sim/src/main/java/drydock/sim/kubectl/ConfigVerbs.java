package drydock.sim.kubectl;

import drydock.sim.kubectl.text.JsonText;
import drydock.sim.kubectl.text.YamlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// `config current-context|get-contexts|view`: by what the commands reach their cluster (`kubectl/pkg/cmd/config`).
/// A simulation has one context, called as it is; its user is an administrator.
final class ConfigVerbs {

    private static final String USER = "kubernetes-admin";

    private ConfigVerbs() {}

    static VerbGroup group() {
        Map<String, Verb> verbs = new LinkedHashMap<>();
        verbs.put("current-context", new Simple("current-context", List.of(), ConfigVerbs::current));
        verbs.put(
                "get-contexts",
                new Simple("get-contexts", List.of(Flag.OUTPUT, Flag.NO_HEADERS), ConfigVerbs::contexts));
        verbs.put("view", new Simple("view", List.of(Flag.OUTPUT), ConfigVerbs::view));
        return new VerbGroup("config", verbs);
    }

    private record Simple(String name, List<Flag> flags, Consumer<Invocation> action) implements Verb {

        @Override
        public List<String> usage() {
            return List.of("config " + name);
        }

        @Override
        public void run(Invocation command) {
            action.accept(command);
            command.done().accept(0);
        }
    }

    private static void current(Invocation command) {
        refuseWords(command, "current-context");
        command.print(command.cluster().info().name());
    }

    private static void contexts(Invocation command) {
        String name = simulation(command);
        List<String> words = command.arguments().words();
        words.stream().filter(word -> !word.equals(name)).findFirst().ifPresent(word -> {
            throw new CommandFailure("error: context " + word + " not found");
        });
        String output = command.arguments().flag("--output").orElse("");
        switch (output) {
            case "name" -> command.print(name);
            case "" ->
                new Table(
                                List.of("CURRENT", "NAME", "CLUSTER", "AUTHINFO", "NAMESPACE"),
                                List.of(List.of("*", name, name, USER, command.namespace())),
                                List.of(""))
                        .lines(false, !command.arguments().isOn("--no-headers"))
                        .forEach(command::print);
            default -> throw new CommandFailure("error: output must be one of '' or 'name': " + output);
        }
    }

    private static void view(Invocation command) {
        refuseWords(command, "view");
        Map<String, Object> config = config(command, simulation(command));
        switch (command.arguments().flag("--output").orElse("yaml")) {
            case "yaml" -> command.out().accept(YamlText.of(config));
            case "json" -> command.print(JsonText.indented(config));
            default -> throw new CommandFailure("error: --output must be 'yaml' or 'json'");
        }
    }

    private static Map<String, Object> config(Invocation command, String name) {
        Map<String, Object> config = new TreeMap<>();
        config.put("apiVersion", "v1");
        config.put("kind", "Config");
        config.put("current-context", name);
        String server = command.cluster().info().server();
        config.put("clusters", List.of(new TreeMap<>(Map.of("name", name, "cluster", Map.of("server", server)))));
        Map<String, String> context =
                new TreeMap<>(Map.of("cluster", name, "namespace", command.namespace(), "user", USER));
        config.put("contexts", List.of(new TreeMap<>(Map.of("name", name, "context", context))));
        config.put("users", List.of(new TreeMap<>(Map.of("name", USER, "user", Map.of()))));
        return config;
    }

    /// The name of the simulation. Of a live cluster only the context is known, not the file that has it.
    private static String simulation(Invocation command) {
        if (!command.cluster().info().simulated()) {
            throw new CommandFailure("error: this part of config is available for simulated clusters only");
        }
        return command.cluster().info().name();
    }

    private static void refuseWords(Invocation command, String name) {
        List<String> words = command.arguments().words();
        if (!words.isEmpty()) {
            throw new CommandFailure("error: unexpected arguments: [" + String.join(" ", words)
                    + "]\nSee 'kubectl config " + name + " -h' for help and examples");
        }
    }
}
