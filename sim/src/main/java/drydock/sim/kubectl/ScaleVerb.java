package drydock.sim.kubectl;

import drydock.model.resource.ResourceId;
import java.util.List;

/// `scale KIND NAME --replicas=N`.
final class ScaleVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(Flag.whole("--replicas", 0));
    }

    @Override
    public List<String> usage() {
        return List.of("scale --replicas=COUNT TYPE NAME ...", "scale --replicas=COUNT TYPE/NAME ...");
    }

    @Override
    public void run(Invocation command) {
        String replicas = command.arguments()
                .flag("--replicas")
                .orElseThrow(() -> new CommandFailure("error: required flag(s) \"replicas\" not set"));
        if (!replicas.matches("\\d{1,9}")) {
            throw new CommandFailure(
                    "error: The --replicas=COUNT flag is required, and COUNT must be greater than or" + " equal to 0");
        }
        List<ResourceId> objects = ObjectNames.of(command);
        if (objects.isEmpty()) {
            throw new CommandFailure("error: resource(s) were provided, but no name was specified");
        }
        for (ResourceId id : objects) {
            command.cluster().scale(id, Integer.parseInt(replicas));
            command.print(Invocation.shortName(id) + " scaled");
        }
        command.done().accept(0);
    }
}
