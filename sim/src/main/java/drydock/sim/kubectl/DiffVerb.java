package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Patch;
import drydock.model.difference.UnifiedText;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaObject;
import drydock.sim.kubectl.text.JsonText;
import drydock.sim.kubectl.text.YamlText;
import drydock.sim.store.ApiRequests;
import drydock.sim.store.ApiServer;
import drydock.sim.store.WriteOptions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `diff -f`: what `apply -f` would change, found out by a dry run (`kubectl/pkg/cmd/diff/diff.go`). Ends with 1 where
/// something would change, and with more where it cannot be told.
final class DiffVerb implements Verb {

    private static final int DIFFERENT = 1;
    private static final int FAILED = 2;

    @Override
    public List<Flag> flags() {
        return List.of(Flag.FILENAME, Flag.KUSTOMIZE);
    }

    @Override
    public List<String> usage() {
        return List.of("diff (-f FILENAME | -k DIRECTORY)");
    }

    @Override
    public void run(Invocation command) {
        try {
            String text = differences(command);
            command.out().accept(text);
            command.done().accept(text.isEmpty() ? 0 : DIFFERENT);
        } catch (CommandFailure failure) {
            command.printError(String.valueOf(failure.getMessage()));
            command.done().accept(FAILED);
        } catch (ClusterException refused) {
            command.printError(Refused.words(refused));
            command.done().accept(FAILED);
        }
    }

    private static String differences(Invocation command) {
        if (!(command.cluster() instanceof ApiServer server)) {
            throw new CommandFailure("error: diff is available for simulated clusters only");
        }
        Map<String, String> byName = new TreeMap<>();
        for (Manifest manifest : Manifests.inNamespace(command)) {
            HasMetadata object = manifest.object();
            byName.put(fileName(object), difference(command, server.requests(), object));
        }
        return String.join("", byName.values());
    }

    private static String difference(Invocation command, ApiRequests server, HasMetadata manifest) {
        Optional<HasMetadata> live = command.cluster().get(ResourceId.of(manifest));
        HasMetadata merged = live.map(current -> merged(server, manifest, current))
                .orElseGet(() -> server.create(manifest, WriteOptions.DRY_RUN));
        String name = fileName(manifest);
        Optional<MaskedData> masks =
                merged instanceof Secret after ? Optional.of(MaskedData.of(live, after)) : Optional.empty();
        String before = live.map(Output::tree)
                .map(tree -> masks.map(mask -> mask.before(tree)).orElse(tree))
                .map(YamlText::of)
                .orElse("");
        Object tree = Output.tree(merged);
        String after = YamlText.of(masks.map(mask -> mask.after(tree)).orElse(tree));
        String files = "LIVE/" + name + " MERGED/" + name;
        String lines = UnifiedText.of("LIVE/" + name, before, "MERGED/" + name, after);
        return lines.isEmpty() ? "" : "diff -u -N " + files + "\n" + lines;
    }

    private static HasMetadata merged(ApiRequests server, HasMetadata manifest, HasMetadata current) {
        Optional<SchemaObject> type = Schema.kubernetes().kind(manifest.getApiVersion(), manifest.getKind());
        Map<String, @Nullable Object> patch = LastApplied.patch(manifest, current, type);
        if (patch.isEmpty()) {
            return current;
        }
        Patch.Type kind = type.isPresent() ? Patch.Type.STRATEGIC : Patch.Type.MERGE;
        return server.patch(ResourceId.of(manifest), new Patch(kind, JsonText.compact(patch)), WriteOptions.DRY_RUN);
    }

    /// `apps.v1.Deployment.default.web`
    private static String fileName(HasMetadata object) {
        String namespace =
                Optional.ofNullable(object.getMetadata().getNamespace()).orElse("");
        return object.getApiVersion().replace('/', '.') + "." + object.getKind() + "." + namespace + "."
                + object.getMetadata().getName();
    }
}
