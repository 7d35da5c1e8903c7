package drydock.sim.kubectl;

import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;

/// The objects that the words of a command name: `rc web`, `rc/web svc/web`, `pod a b`, `rc,svc web`.
final class ObjectNames {

    private ObjectNames() {}

    static List<ResourceId> of(Invocation command) {
        List<String> words = command.arguments().words();
        List<ResourceId> ids = new ArrayList<>();
        if (words.stream().anyMatch(word -> word.contains("/"))) {
            for (String word : words) {
                String[] parts = word.split("/", 2);
                if (parts.length != 2) {
                    throw new CommandFailure("error: there is no need to specify a resource type as a separate argument"
                            + " when passing arguments in resource/name form");
                }
                ids.add(command.id(command.kind(parts[0]), parts[1]));
            }
            return ids;
        }
        if (words.isEmpty()) {
            throw new CommandFailure("error: You must provide one or more resources by argument or filename.\n"
                    + "Example resource specifications include:\n"
                    + "   '-f rsrc.yaml'\n"
                    + "   '--filename=rsrc.json'\n"
                    + "   '<resource> <name>'\n"
                    + "   '<resource>'");
        }
        for (String name : words.getFirst().split(",", -1)) {
            ResourceKind kind = command.kind(name);
            words.subList(1, words.size()).forEach(object -> ids.add(command.id(kind, object)));
        }
        return ids;
    }
}
