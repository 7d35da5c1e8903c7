package drydock.sim.kubectl;

import drydock.sim.access.Caller;
import drydock.sim.access.Reviews;
import drydock.sim.kubectl.text.JsonText;
import drydock.sim.kubectl.text.YamlText;
import java.util.List;
import java.util.Map;

/// `auth whoami`: as whom the commands are known to the cluster (`kubectl/pkg/cmd/auth/whoami.go`). In a simulation
/// that is the administrator whom kubeadm makes.
final class WhoAmIVerb implements Verb {

    static final Flag AS = Flag.text("--as");
    static final Flag AS_GROUP = Flag.text("--as-group");

    /// In whose name a command asks.
    static Caller caller(CommandArguments arguments) {
        return arguments
                .flag(AS.name())
                .map(name -> Caller.impersonated(name, arguments.values(AS_GROUP.name())))
                .orElse(Caller.ADMINISTRATOR);
    }

    @Override
    public List<Flag> flags() {
        return List.of(Flag.OUTPUT, AS, AS_GROUP);
    }

    @Override
    public List<String> usage() {
        return List.of("auth whoami");
    }

    @Override
    public void run(Invocation command) {
        List<String> words = command.arguments().words();
        if (!words.isEmpty()) {
            throw new CommandFailure("error: unexpected arguments: [" + String.join(" ", words) + "]");
        }
        if (!command.cluster().info().simulated()) {
            throw new CommandFailure("error: auth whoami is available for simulated clusters only");
        }
        Caller caller = caller(command.arguments());
        Map<String, Object> review = new Reviews(command.cluster()).answer("SelfSubjectReview", "", Map.of(), caller);
        String output = command.arguments().flag("--output").orElse("");
        switch (output) {
            case "json" -> command.print(JsonText.indented(review));
            case "yaml" -> command.out().accept(YamlText.of(review));
            case "" ->
                new Table(
                                List.of("ATTRIBUTE", "VALUE"),
                                List.of(
                                        List.of("Username", caller.name()),
                                        List.of("Groups", "[" + String.join(" ", caller.groups()) + "]")),
                                List.of("", ""))
                        .lines(false, true)
                        .forEach(command::print);
            default ->
                throw new CommandFailure("error: unable to match a printer suitable for the output format \"" + output
                        + "\", allowed formats are: json,yaml");
        }
        command.done().accept(0);
    }
}
