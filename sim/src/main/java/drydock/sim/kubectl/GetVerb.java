package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// `get`: objects as tables, or their names.
final class GetVerb implements Verb {

    private static final List<String> ALL = List.of("pods", "rc", "svc", "ds", "deploy", "rs", "sts", "jobs", "cj");

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.OUTPUT,
                Flag.SELECTOR,
                Flag.text("--field-selector"),
                Flag.ALL_NAMESPACES,
                Flag.FILENAME,
                Flag.KUSTOMIZE,
                Flag.text("--sort-by"),
                new Flag("--watch", 'w', Flag.Kind.SWITCH, "true", "false"),
                Flag.onOff("--watch-only"),
                Flag.onOff("--ignore-not-found"),
                Flag.onOff("--show-labels"),
                Flag.text("--label-columns", 'L'),
                Flag.NO_HEADERS);
    }

    @Override
    public List<String> usage() {
        return List.of("get TYPE[,TYPE] [NAME ... | -l label]", "get TYPE/NAME ...");
    }

    @Override
    public void run(Invocation command) {
        List<String> words = command.arguments().words();
        CommandArguments given = command.arguments();
        boolean fromFiles = Manifests.areGiven(given);
        if (words.isEmpty() && !fromFiles) {
            throw new CommandFailure("You must specify the type of resource to get. Use \"kubectl api-resources\""
                    + " for a complete list of supported resources.\n\nerror: Required resource not specified.\n"
                    + "Use \"kubectl explain <resource>\" for a detailed description of that resource"
                    + " (e.g. kubectl explain pods).\nSee 'kubectl get -h' for help and examples");
        }
        String output = command.arguments().flag("--output").orElse("");
        boolean byName = fromFiles || words.size() > 1 || words.getFirst().contains("/");
        List<String> kinds = fromFiles
                ? List.of()
                : Stream.of(words.getFirst().split(",", -1))
                        .flatMap(kind -> kind.equals("all") ? ALL.stream() : Stream.of(kind))
                        .distinct()
                        .toList();
        if (given.isOn("--watch") || given.isOn("--watch-only")) {
            new Watching(command, output).begin(kinds, byName ? ObjectNames.of(command) : List.of());
            return;
        }
        List<List<HasMetadata>> found = new ArrayList<>();
        List<ClusterException> refusals = new ArrayList<>();
        boolean several = kinds.size() > 1;
        if (byName) {
            List<ResourceId> ids = fromFiles
                    ? Manifests.inNamespace(command).stream()
                            .map(manifest -> ResourceId.of(manifest.object()))
                            .toList()
                    : ObjectNames.of(command);
            command.warnOfAll(ids);
            several = ids.stream().map(ResourceId::kind).distinct().count() > 1;
            for (ResourceId id : ids) {
                Optional<HasMetadata> object = object(command, id, refusals);
                object.ifPresent(there -> add(found, there));
            }
        } else {
            for (String name : kinds) {
                ResourceKind kind = command.kind(name);
                command.warnOf(kind);
                found.add(list(command, kind));
            }
        }
        found.removeIf(List::isEmpty);
        if (found.isEmpty() && !refusals.isEmpty()) {
            throw CommandFailure.of(refusals);
        }
        if (!Set.of("", "wide", "name").contains(output)) {
            List<HasMetadata> all = found.stream().flatMap(List::stream).toList();
            command.out().accept(Printing.of(command, output, all, byName));
        } else {
            print(command, found, output, several);
        }
        if (!refusals.isEmpty()) {
            throw CommandFailure.of(refusals);
        }
        command.done().accept(0);
    }

    /// The object, or a word about why there is none.
    private static Optional<HasMetadata> object(Invocation command, ResourceId id, List<ClusterException> refusals) {
        Optional<HasMetadata> object = command.cluster().get(id);
        if (object.isEmpty() && !command.arguments().isOn("--ignore-not-found")) {
            refusals.add(notFound(id));
        }
        return object;
    }

    /// Objects of one kind that follow each other stand in one table.
    private static void add(List<List<HasMetadata>> found, HasMetadata object) {
        boolean same = !found.isEmpty()
                && ResourceId.of(found.getLast().getFirst())
                        .kind()
                        .equals(ResourceId.of(object).kind());
        if (!same) {
            found.add(new ArrayList<>());
        }
        found.getLast().add(object);
    }

    static ClusterException notFound(ResourceId id) {
        String plural = Kinds.find(id.group(), id.kind())
                .map(ResourceKind::plural)
                .orElseGet(() -> Kinds.of(id.group() + "/v1", id.kind()).plural());
        String resource = id.group().isEmpty() ? plural : plural + "." + id.group();
        return new ClusterException(404, "NotFound", resource + " \"" + id.name() + "\" not found");
    }

    private static List<HasMetadata> list(Invocation command, ResourceKind kind) {
        CommandArguments arguments = command.arguments();
        Query query = arguments.isOn("--all-namespaces") ? Query.all(kind) : Query.in(kind, command.namespace());
        List<HasMetadata> objects = command.cluster()
                .list(query.withLabels(arguments.flag("--selector").orElse(""))
                        .withFields(arguments.flag("--field-selector").orElse("")));
        return arguments
                .flag("--sort-by")
                .filter(path -> !path.isEmpty())
                .map(path -> Sorting.sorted(objects, path))
                .orElse(objects);
    }

    /// Which labels have columns, and whether there is one of all.
    static Tables.Labels labels(CommandArguments arguments) {
        return new Tables.Labels(
                arguments.values("--label-columns").stream()
                        .flatMap(given -> Stream.of(given.split(",", -1)))
                        .toList(),
                arguments.isOn("--show-labels"));
    }

    private static void print(Invocation command, List<List<HasMetadata>> found, String output, boolean several) {
        CommandArguments arguments = command.arguments();
        if (found.isEmpty() && arguments.isOn("--ignore-not-found")) {
            return;
        }
        if (found.isEmpty()) {
            command.printError(
                    arguments.isOn("--all-namespaces")
                            ? "No resources found"
                            : "No resources found in " + command.namespace() + " namespace.");
            return;
        }
        Optional<Table> before = Optional.empty();
        for (List<HasMetadata> objects : found) {
            if (output.equals("name")) {
                objects.forEach(object -> command.print(Invocation.shortName(ResourceId.of(object))));
                continue;
            }
            if (before.isPresent()) {
                command.print("");
            }
            Table table = Tables.of(
                    objects,
                    command.definition(objects.getFirst()),
                    command.cluster().now(),
                    output.equals("wide"),
                    labels(arguments),
                    several);
            table.lines(arguments.isOn("--all-namespaces"), !arguments.isOn("--no-headers"))
                    .forEach(command::print);
            before = Optional.of(table);
        }
    }
}
