package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/// `set serviceaccount KIND NAME ACCOUNT` (`kubectl/pkg/cmd/set/set_serviceaccount.go`).
final class SetServiceAccountVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(Flag.FILENAME, Flag.KUSTOMIZE, Flag.ALL, Flag.DRY_RUN, Flag.OUTPUT);
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
            Map<String, String> change = Map.of("serviceAccountName", account, "serviceAccount", account);
            HasMetadata after = Creation.patch(command, object, PodSpecPatch.of(object, change));
            Creation.print(command, after, "serviceaccount updated");
        }
        command.done().accept(0);
    }
}
