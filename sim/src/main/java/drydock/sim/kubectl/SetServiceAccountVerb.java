package drydock.sim.kubectl;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/// `set serviceaccount KIND NAME ACCOUNT` (`kubectl/pkg/cmd/set/set_serviceaccount.go`).
final class SetServiceAccountVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(Flag.FILENAME, Flag.KUSTOMIZE, Flag.ALL);
    }

    @Override
    public List<String> usage() {
        return List.of("set serviceaccount (TYPE NAME | TYPE/NAME) ACCOUNT");
    }

    @Override
    public void run(Invocation command) {
        List<String> words = command.arguments().words();
        if (words.isEmpty()) {
            throw new CommandFailure("error: serviceaccount is required");
        }
        String account = words.getLast();
        for (HasMetadata object : Targets.of(command.withWords(words.subList(0, words.size() - 1)))) {
            PodSpecPatch.spec(object);
            ResourceId id = ResourceId.of(object);
            Map<String, String> change = Map.of("serviceAccountName", account, "serviceAccount", account);
            command.cluster().patch(id, PodSpecPatch.of(object, change));
            command.print(Invocation.shortName(id) + " serviceaccount updated");
        }
        command.done().accept(0);
    }
}
