package drydock.sim.kubectl;

import drydock.sim.kubectl.text.JsonText;
import drydock.sim.kubectl.text.YamlText;
import drydock.sim.store.Administrator;
import java.util.List;
import java.util.Map;

/// `auth whoami`: as whom the commands are known to the cluster (`kubectl/pkg/cmd/auth/whoami.go`). In a simulation
/// that is the administrator whom kubeadm makes.
final class WhoAmIVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(Flag.OUTPUT);
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
        Map<String, Object> review = Map.of(
                "apiVersion",
                "authentication.k8s.io/v1",
                "kind",
                "SelfSubjectReview",
                "metadata",
                Map.of(),
                "status",
                Map.of("userInfo", Map.of("username", Administrator.NAME, "groups", Administrator.GROUPS)));
        String output = command.arguments().flag("--output").orElse("");
        switch (output) {
            case "json" -> command.print(JsonText.indented(review));
            case "yaml" -> command.out().accept(YamlText.of(review));
            case "" ->
                new Table(
                                List.of("ATTRIBUTE", "VALUE"),
                                List.of(
                                        List.of("Username", Administrator.NAME),
                                        List.of("Groups", "[" + String.join(" ", Administrator.GROUPS) + "]")),
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
