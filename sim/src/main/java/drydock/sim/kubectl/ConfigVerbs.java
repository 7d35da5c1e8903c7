package drydock.sim.kubectl;

import drydock.sim.container.Container;
import drydock.sim.kubectl.text.JsonText;
import drydock.sim.kubectl.text.YamlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// `config current-context|get-contexts|set-context|use-context|view`: by what the commands reach their cluster
/// (`kubectl/pkg/cmd/config`). A simulation begins with one context, called as it is; its user is an administrator.
final class ConfigVerbs {

    private ConfigVerbs() {}

    static VerbGroup group() {
        Map<String, Verb> verbs = new LinkedHashMap<>();
        verbs.put("current-context", new Simple("current-context", List.of(), ConfigVerbs::current));
        verbs.put(
                "get-contexts",
                new Simple("get-contexts", List.of(Flag.OUTPUT, Flag.NO_HEADERS), ConfigVerbs::contexts));
        verbs.put(
                "set-context",
                new Simple(
                        "set-context",
                        "set-context [NAME | --current] [--cluster=NAME] [--user=NAME] [--namespace=NAME]",
                        List.of(Flag.onOff("--current"), Flag.text("--cluster"), Flag.text("--user")),
                        ConfigVerbs::set));
        verbs.put("use-context", new Simple("use-context", "use-context CONTEXT_NAME", List.of(), ConfigVerbs::use));
        verbs.put("view", new Simple("view", List.of(Flag.OUTPUT), ConfigVerbs::view));
        return new VerbGroup("config", verbs, Map.of("use", "use-context"));
    }

    private record Simple(String name, String use, List<Flag> flags, Consumer<Invocation> action) implements Verb {

        Simple(String name, List<Flag> flags, Consumer<Invocation> action) {
            this(name, name, flags, action);
        }

        @Override
        public List<String> usage() {
            return List.of("config " + use);
        }

        @Override
        public void run(Invocation command) {
            action.accept(command);
            command.done().accept(0);
        }
    }

    private static void current(Invocation command) {
        refuseWords(command, "current-context");
        command.print(all(command).current());
    }

    private static Contexts all(Invocation command) {
        return Contexts.of(command.editing().machine(), command.cluster().info().name(), command.namespace());
    }

    private static void use(Invocation command) {
        simulation(command);
        List<String> words = command.arguments().words();
        if (words.size() != 1) {
            throw new CommandFailure("error: Unexpected args: [" + String.join(" ", words)
                    + "]\nSee 'kubectl config use-context -h' for help and examples");
        }
        String name = words.getFirst();
        if (all(command).named(name).isEmpty()) {
            throw new CommandFailure("error: no context exists with the name: \"" + name + "\"");
        }
        write(command, all(command).using(name));
        command.print("Switched to context \"" + name + "\".");
    }

    private static void set(Invocation command) {
        simulation(command);
        CommandArguments arguments = command.arguments();
        List<String> words = arguments.words();
        if (words.size() > 1) {
            throw new CommandFailure("error: Unexpected args: [" + String.join(" ", words)
                    + "]\nSee 'kubectl config set-context -h' for help and examples");
        }
        if (words.isEmpty() != arguments.isOn("--current")) {
            throw new CommandFailure(
                    words.isEmpty()
                            ? "error: you must specify a non-empty context name or --current"
                            : "error: you cannot specify both a context name and --current");
        }
        Contexts contexts = all(command);
        String name = words.isEmpty() ? contexts.current() : words.getFirst();
        Optional<Contexts.Context> there = contexts.named(name);
        Contexts.Context before = there.orElseGet(() -> new Contexts.Context(name, "", "", ""));
        Contexts.Context after = new Contexts.Context(
                name,
                arguments.flag("--cluster").orElse(before.cluster()),
                arguments.flag("--user").orElse(before.user()),
                arguments.flag("--namespace").orElse(before.namespace()));
        write(command, contexts.with(after));
        command.print("Context \"" + name + "\" " + (there.isPresent() ? "modified." : "created."));
    }

    private static void write(Invocation command, Contexts contexts) {
        Container machine = command.editing()
                .machine()
                .orElseThrow(() -> new CommandFailure("error: there is no machine here to keep a configuration on"));
        contexts.write(
                machine,
                command.cluster().info().name(),
                command.cluster().info().server());
    }

    private static void contexts(Invocation command) {
        simulation(command);
        Contexts contexts = all(command);
        List<String> words = command.arguments().words();
        words.stream()
                .filter(word -> contexts.named(word).isEmpty())
                .findFirst()
                .ifPresent(word -> {
                    throw new CommandFailure("error: context " + word + " not found");
                });
        List<Contexts.Context> chosen = contexts.all().stream()
                .filter(context -> words.isEmpty() || words.contains(context.name()))
                .toList();
        String output = command.arguments().flag("--output").orElse("");
        switch (output) {
            case "name" -> chosen.forEach(context -> command.print(context.name()));
            case "" ->
                new Table(
                                List.of("CURRENT", "NAME", "CLUSTER", "AUTHINFO", "NAMESPACE"),
                                chosen.stream()
                                        .map(context -> List.of(
                                                context.name().equals(contexts.current()) ? "*" : "",
                                                context.name(),
                                                context.cluster(),
                                                context.user(),
                                                context.namespace()))
                                        .toList(),
                                chosen.stream().map(_ -> "").toList())
                        .lines(false, !command.arguments().isOn("--no-headers"))
                        .forEach(command::print);
            default -> throw new CommandFailure("error: output must be one of '' or 'name': " + output);
        }
    }

    private static void view(Invocation command) {
        refuseWords(command, "view");
        Map<String, Object> config =
                all(command).tree(simulation(command), command.cluster().info().server());
        switch (command.arguments().flag("--output").orElse("yaml")) {
            case "yaml" -> command.out().accept(YamlText.of(config));
            case "json" -> command.print(JsonText.indented(config));
            default -> throw new CommandFailure("error: --output must be 'yaml' or 'json'");
        }
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
