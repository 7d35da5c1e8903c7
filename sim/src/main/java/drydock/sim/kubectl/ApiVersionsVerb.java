package drydock.sim.kubectl;

import drydock.model.resource.ResourceKind;
import java.util.List;

/// `api-versions`: the groups and versions that the cluster serves (`kubectl/pkg/cmd/apiresources/apiversions.go`).
final class ApiVersionsVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of();
    }

    @Override
    public List<String> usage() {
        return List.of("api-versions");
    }

    @Override
    public void run(Invocation command) {
        List<String> words = command.arguments().words();
        if (!words.isEmpty()) {
            throw new CommandFailure("error: unexpected arguments: [" + String.join(" ", words) + "]");
        }
        command.cluster().kinds().stream()
                .map(ResourceKind::apiVersion)
                .distinct()
                .sorted()
                .forEach(command::print);
        command.done().accept(0);
    }
}
