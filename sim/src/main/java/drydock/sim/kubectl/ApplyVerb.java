package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Patch;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaObject;
import drydock.sim.kubectl.text.JsonText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `apply -f`: creates what is not there, and changes what is by a three-way merge of the manifest applied last, the
/// manifest now, and the object as it is (`kubectl/pkg/cmd/apply/apply.go`).
final class ApplyVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(Flag.FILENAME);
    }

    @Override
    public List<String> usage() {
        return List.of("apply -f FILENAME");
    }

    @Override
    public void run(Invocation command) {
        List<String> refusals = new ArrayList<>();
        for (Manifest manifest : Manifests.inNamespace(command)) {
            ResourceId id = ResourceId.of(manifest.object());
            try {
                command.print(Invocation.shortName(id) + " " + apply(command, id, manifest.object()));
            } catch (ClusterException refused) {
                refusals.add(Refused.words(refused, manifest.creating()));
            }
        }
        if (!refusals.isEmpty()) {
            throw new CommandFailure(String.join("\n", refusals));
        }
        command.done().accept(0);
    }

    /// What was done: `created`, `configured` or `unchanged`.
    private static String apply(Invocation command, ResourceId id, HasMetadata object) {
        LastApplied.write(object);
        Optional<HasMetadata> there = command.cluster().get(id);
        if (there.isEmpty()) {
            command.cluster().create(object);
            return "created";
        }
        HasMetadata current = there.get();
        Optional<SchemaObject> type = Schema.kubernetes().kind(object.getApiVersion(), object.getKind());
        LastApplied.warnIfMissing(command, current);
        Map<String, @Nullable Object> patch = LastApplied.patch(object, current, type);
        if (patch.isEmpty()) {
            return "unchanged";
        }
        if (current.getMetadata().getDeletionTimestamp() != null) {
            command.printError(
                    "Warning: Detected changes to resource " + id.name() + " which is currently being" + " deleted.");
        }
        Patch.Type kind = type.isPresent() ? Patch.Type.STRATEGIC : Patch.Type.MERGE;
        command.cluster().patch(id, new Patch(kind, JsonText.compact(patch)));
        return "configured";
    }
}
