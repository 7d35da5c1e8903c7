package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import java.util.ArrayList;
import java.util.List;

/// `create -f`: the objects that files describe; each is an error if it is there already. `create deployment`
/// and the like make one of a few words.
final class CreateVerb implements Verb {

    @Override
    public List<Flag> flags() {
        List<Flag> flags = new ArrayList<>(Creation.FLAGS);
        flags.add(Flag.FILENAME);
        flags.add(Flag.KUSTOMIZE);
        flags.add(Strictness.FLAG);
        flags.addAll(CreateJob.FLAGS);
        flags.addAll(CreateNamed.FLAGS);
        flags.addAll(CreateToken.FLAGS);
        return flags;
    }

    @Override
    public List<String> usage() {
        List<String> usage = new ArrayList<>(List.of("create (-f FILENAME | -k DIRECTORY)", CreateJob.USAGE));
        usage.addAll(CreateNamed.USAGE);
        usage.add(CreateToken.USAGE);
        return usage;
    }

    @Override
    public void run(Invocation command) {
        if (CreateJob.isMeant(command)) {
            CreateJob.run(command);
            return;
        }
        if (CreateToken.isMeant(command)) {
            CreateToken.run(command);
            return;
        }
        if (CreateNamed.isMeant(command)) {
            CreateNamed.run(command);
            return;
        }
        List<String> words = command.arguments().words();
        if (!words.isEmpty()) {
            throw new CommandFailure("error: Unexpected args: [" + String.join(" ", words)
                    + "]\nSee 'kubectl create -h' for help and examples");
        }
        List<String> refusals = new ArrayList<>();
        Strictness strictness = Strictness.of(command);
        List<Manifest> manifests = Manifests.inNamespace(command);
        if (Creation.extent(command) != Creation.Extent.CLIENT) {
            command.warnOfAll(Manifests.ids(manifests));
        }
        for (Manifest manifest : manifests) {
            try {
                strictness.check(command, manifest.object());
                Creation.create(command, manifest.object(), "created");
            } catch (ClusterException refused) {
                refusals.add(Refused.words(refused, manifest.creating()));
            }
        }
        if (!refusals.isEmpty()) {
            throw new CommandFailure(String.join("\n", refusals));
        }
        command.done().accept(0);
    }
}
