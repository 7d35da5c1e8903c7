package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Query;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.kubectl.describe.Descriptions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/// `describe`: objects by name, by the beginning of their names, by labels, by file, or all of a kind
/// (`kubectl/pkg/cmd/describe/describe.go`).
final class DescribeVerb implements Verb {

    private static final int NOT_FOUND = 404;

    @Override
    public List<Flag> flags() {
        return List.of(Flag.SELECTOR, Flag.ALL_NAMESPACES, Flag.FILENAME, Flag.KUSTOMIZE);
    }

    @Override
    public List<String> usage() {
        return List.of(
                "describe TYPE [NAME | NAME_PREFIX | -l label]",
                "describe TYPE/NAME ...",
                "describe (-f FILENAME | -k DIRECTORY)");
    }

    @Override
    public void run(Invocation command) {
        List<String> words = command.arguments().words();
        boolean fromFiles = Manifests.areGiven(command.arguments());
        if (words.isEmpty() && !fromFiles) {
            throw new CommandFailure("error: You must specify the type of resource to describe. Use \"kubectl"
                    + " api-resources\" for a complete list of supported resources.");
        }
        if (!fromFiles && words.size() == 1 && !words.getFirst().contains("/")) {
            describeAll(command, words.getFirst());
        } else {
            describeNamed(command, words);
        }
        command.done().accept(0);
    }

    private static void describeAll(Invocation command, String kinds) {
        List<HasMetadata> objects = new ArrayList<>();
        for (String kind : kinds.split(",", -1)) {
            objects.addAll(list(command, command.kind(kind)));
        }
        if (objects.isEmpty()) {
            command.printError(
                    command.arguments().isOn("--all-namespaces")
                            ? "No resources found"
                            : "No resources found in " + command.namespace() + " namespace.");
        }
        describe(command, objects);
    }

    private static List<HasMetadata> list(Invocation command, ResourceKind kind) {
        command.warnOf(kind);
        CommandArguments arguments = command.arguments();
        Query query = arguments.isOn("--all-namespaces") ? Query.all(kind) : Query.in(kind, command.namespace());
        return command.cluster()
                .list(query.withLabels(arguments.flag("--selector").orElse("")));
    }

    /// Describes those that there are, then fails with what was said of the others.
    private static void describeNamed(Invocation command, List<String> words) {
        List<HasMetadata> objects = new ArrayList<>();
        List<ClusterException> refusals = new ArrayList<>();
        List<ResourceId> ids = ids(command);
        command.warnOfAll(ids);
        for (ResourceId id : ids) {
            try {
                objects.add(command.cluster().get(id).orElseThrow(() -> GetVerb.notFound(id)));
            } catch (ClusterException refused) {
                refusals.add(refused);
            }
        }
        describe(command, objects);
        if (refusals.isEmpty()) {
            return;
        }
        boolean byBeginning = words.size() == 2
                && !words.getFirst().contains("/")
                && refusals.getFirst().code() == NOT_FOUND;
        if (!byBeginning || !describeMatching(command, words.getFirst(), words.getLast())) {
            throw CommandFailure.of(refusals);
        }
    }

    private static List<ResourceId> ids(Invocation command) {
        if (!Manifests.areGiven(command.arguments())) {
            return ObjectNames.of(command);
        }
        return Manifests.of(command).stream()
                .map(object -> object.getMetadata().getNamespace() == null
                        ? command.id(ResourceId.of(object))
                        : ResourceId.of(object))
                .toList();
    }

    private static void describe(Invocation command, List<HasMetadata> objects) {
        String between = "";
        for (HasMetadata object : objects) {
            command.out().accept(between + Descriptions.of(command.cluster(), object));
            between = "\n\n";
        }
    }

    /// Whether there was any whose name begins with `prefix`; each is followed by an empty line.
    private static boolean describeMatching(Invocation command, String kind, String prefix) {
        boolean found = false;
        for (HasMetadata object : list(command, command.kind(kind))) {
            if (object.getMetadata().getName().startsWith(prefix)) {
                command.out().accept(Descriptions.of(command.cluster(), object) + "\n");
                found = true;
            }
        }
        return found;
    }
}
