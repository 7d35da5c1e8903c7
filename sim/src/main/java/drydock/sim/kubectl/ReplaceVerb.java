package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// `replace -f`: objects in place of those that are there; with `--force` these are deleted first
/// (`kubectl/pkg/cmd/replace/replace.go`).
final class ReplaceVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(Flag.FILENAME, Flag.KUSTOMIZE, Flag.onOff("--force"), Flag.whole("--grace-period", -1));
    }

    @Override
    public List<String> usage() {
        return List.of("replace (-f FILENAME | -k DIRECTORY) [--force]");
    }

    @Override
    public void run(Invocation command) {
        List<Manifest> manifests = Manifests.inNamespace(command);
        command.warnOfAll(Manifests.ids(manifests));
        if (command.arguments().isOn("--force")) {
            List<ResourceId> there = manifests.stream()
                    .map(manifest -> ResourceId.of(manifest.object()))
                    .filter(id -> command.cluster().get(id).isPresent())
                    .toList();
            there.forEach(id -> {
                command.cluster().delete(id, new Deletion(OptionalLong.of(0), Deletion.Propagation.BACKGROUND));
                command.print(Invocation.shortName(id).replaceFirst("/.*", "") + " \"" + id.name() + "\" deleted"
                        + (id.namespace().isEmpty() ? "" : " from " + id.namespace() + " namespace"));
            });
            Gone.await(command, there, () -> {
                manifests.forEach(manifest -> {
                    HasMetadata object = command.cluster().create(manifest.object());
                    command.print(Invocation.shortName(ResourceId.of(object)) + " replaced");
                });
                command.done().accept(0);
            });
            return;
        }
        List<String> refusals = new ArrayList<>();
        for (Manifest manifest : manifests) {
            try {
                HasMetadata object = command.cluster().replace(manifest.object());
                command.print(Invocation.shortName(ResourceId.of(object)) + " replaced");
            } catch (ClusterException refused) {
                refusals.add(Refused.words(refused, "error when replacing \"" + manifest.file() + "\": "));
            }
        }
        if (!refusals.isEmpty()) {
            throw new CommandFailure(String.join("\n", refusals));
        }
        command.done().accept(0);
    }
}
