package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/// `create -f`: the objects that files describe; each is an error if it is there already.
final class CreateVerb implements Verb {

    @Override
    public List<Flag> flags() {
        List<Flag> flags = new ArrayList<>(Creation.FLAGS);
        flags.add(Flag.FILENAME);
        return flags;
    }

    @Override
    public List<String> usage() {
        return List.of("create -f FILENAME");
    }

    @Override
    public void run(Invocation command) {
        List<ClusterException> refusals = new ArrayList<>();
        for (HasMetadata object : Manifests.inNamespace(command)) {
            try {
                Creation.create(command, object, "created");
            } catch (ClusterException refused) {
                refusals.add(refused);
            }
        }
        if (!refusals.isEmpty()) {
            throw CommandFailure.of(refusals);
        }
        command.done().accept(0);
    }
}
