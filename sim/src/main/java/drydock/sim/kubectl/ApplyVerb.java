package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Patch;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaObject;
import drydock.sim.kubectl.text.JsonText;
import drydock.sim.store.WriteOptions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `apply -f`: creates what is not there, and changes what is by a three-way merge of the manifest applied last, the
/// manifest now, and the object as it is (`kubectl/pkg/cmd/apply/apply.go`).
final class ApplyVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.FILENAME,
                Flag.KUSTOMIZE,
                Flag.DRY_RUN,
                Strictness.FLAG,
                Flag.onOff("--server-side"),
                Flag.onOff("--force-conflicts"),
                new Flag("--field-manager", '\0', Flag.Kind.TEXT, null, "'kubectl-client-side-apply'"));
    }

    @Override
    public List<String> usage() {
        return List.of(
                "apply (-f FILENAME | -k DIRECTORY)",
                "apply -f FILENAME --server-side [--force-conflicts] [--field-manager=NAME]");
    }

    @Override
    public void run(Invocation command) {
        List<String> refusals = new ArrayList<>();
        Function<HasMetadata, String> way = way(command);
        Strictness strictness = Strictness.of(command);
        List<Manifest> manifests = Manifests.inNamespace(command);
        command.warnOfAll(Manifests.ids(manifests));
        for (Manifest manifest : manifests) {
            ResourceId id = ResourceId.of(manifest.object());
            try {
                strictness.check(command, manifest.object());
                command.print(Invocation.shortName(id) + " " + way.apply(manifest.object()));
            } catch (CommandFailure conflict) {
                refusals.add(String.valueOf(conflict.getMessage()));
            } catch (ClusterException refused) {
                refusals.add(Refused.words(refused, manifest.creating()));
            }
        }
        if (!refusals.isEmpty()) {
            throw new CommandFailure(String.join("\n", refusals));
        }
        command.done().accept(0);
    }

    /// How an object is applied; what is returned says what was done.
    private static Function<HasMetadata, String> way(Invocation command) {
        CommandArguments arguments = command.arguments();
        boolean onServer = arguments.isOn("--server-side");
        String dryRun = arguments.flag("--dry-run").orElse("none");
        if (!List.of("none", "client", "server").contains(dryRun)) {
            throw new CommandFailure(
                    "error: Invalid dry-run value (" + dryRun + "). Must be \"none\", \"server\", or \"client\".");
        }
        if (arguments.isOn("--force-conflicts") && !onServer) {
            throw new CommandFailure("error: --force-conflicts only works with --server-side");
        }
        if (onServer && dryRun.equals("client")) {
            throw new CommandFailure("error: --dry-run=client doesn't work with --server-side (did you mean"
                    + " --dry-run=server instead?)");
        }
        if (onServer) {
            return new ServerSideApply(command, dryRun.equals("server"))::apply;
        }
        return object -> apply(command, ResourceId.of(object), object, dryRun);
    }

    /// What was done: `created`, `configured` or `unchanged`.
    private static String apply(Invocation command, ResourceId id, HasMetadata object, String dryRun) {
        String dry = dryRun.equals("none") ? "" : dryRun.equals("client") ? " (dry run)" : " (server dry run)";
        LastApplied.write(object);
        Optional<HasMetadata> there = command.cluster().get(id);
        if (there.isEmpty()) {
            if (dryRun.equals("none")) {
                command.cluster().create(object);
            } else if (dryRun.equals("server")) {
                ServerSideApply.server(command).requests().create(object, WriteOptions.DRY_RUN);
            }
            return "created" + dry;
        }
        HasMetadata current = there.get();
        Optional<SchemaObject> type = Schema.kubernetes().kind(object.getApiVersion(), object.getKind());
        LastApplied.warnIfMissing(command, current);
        Map<String, @Nullable Object> patch = LastApplied.patch(object, current, type);
        if (patch.isEmpty()) {
            return "unchanged" + dry;
        }
        if (current.getMetadata().getDeletionTimestamp() != null) {
            command.printError(
                    "Warning: Detected changes to resource " + id.name() + " which is currently being" + " deleted.");
        }
        Patch.Type kind = type.isPresent() ? Patch.Type.STRATEGIC : Patch.Type.MERGE;
        Patch change = new Patch(kind, JsonText.compact(patch));
        if (dryRun.equals("none")) {
            command.cluster().patch(id, change);
        } else if (dryRun.equals("server")) {
            ServerSideApply.server(command).requests().patch(id, change, WriteOptions.DRY_RUN);
        }
        return "configured" + dry;
    }
}
