package drydock.sim.kubectl;

import drydock.model.resource.Schema;
import drydock.sim.kubectl.text.JsonText;
import drydock.sim.kubectl.text.YamlText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `version`: whose rules these commands follow, and what the cluster runs (`kubectl/pkg/cmd/version/version.go`).
final class VersionVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(Flag.OUTPUT, Flag.onOff("--client"));
    }

    @Override
    public List<String> usage() {
        return List.of("version");
    }

    @Override
    public void run(Invocation command) {
        CommandArguments arguments = command.arguments();
        if (!arguments.words().isEmpty()) {
            throw new CommandFailure("error: extra arguments: [" + String.join(" ", arguments.words()) + "]");
        }
        Map<String, Object> versions = new TreeMap<>();
        String client = Schema.kubernetes().version();
        versions.put("clientVersion", parts(client));
        String server = command.cluster().info().version();
        boolean both = !arguments.isOn("--client");
        if (both) {
            versions.put("serverVersion", parts(server));
        }
        switch (arguments.flag("--output").orElse("")) {
            case "json" -> command.print(JsonText.indented(versions).replace("    ", "  "));
            case "yaml" -> command.out().accept(YamlText.of(versions));
            case "" -> {
                command.print("Client Version: " + client);
                if (both) {
                    command.print("Server Version: " + server);
                }
            }
            default -> throw new CommandFailure("error: --output must be 'yaml' or 'json'");
        }
        command.done().accept(0);
    }

    private static Map<String, Object> parts(String version) {
        String[] numbers = version.replaceFirst("^v", "").split("\\.", -1);
        return Map.of("gitVersion", version, "major", numbers[0], "minor", numbers.length > 1 ? numbers[1] : "");
    }
}
