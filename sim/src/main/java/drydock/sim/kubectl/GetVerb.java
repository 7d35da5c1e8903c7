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
                Flag.onOff("--show-labels"),
                Flag.NO_HEADERS);
    }

    @Override
    public List<String> usage() {
        return List.of("get TYPE[,TYPE] [NAME ... | -l label]", "get TYPE/NAME ...");
    }

    @Override
    public void run(Invocation command) {
        List<String> words = command.arguments().words();
        if (words.isEmpty()) {
            throw new CommandFailure("You must specify the type of resource to get. Use \"kubectl api-resources\""
                    + " for a complete list of supported resources.\n\nerror: Required resource not specified.\n"
                    + "Use \"kubectl explain <resource>\" for a detailed description of that resource"
                    + " (e.g. kubectl explain pods).\nSee 'kubectl get -h' for help and examples");
        }
        String output = command.arguments().flag("--output").orElse("");
        boolean byName = words.size() > 1 || words.getFirst().contains("/");
        List<String> kinds =
                words.getFirst().equals("all") ? ALL : List.of(words.getFirst().split(",", -1));
        List<List<HasMetadata>> found = new ArrayList<>();
        if (byName) {
            List<ResourceId> ids = ObjectNames.of(command);
            ids.stream()
                    .flatMap(id -> Kinds.find(id.group(), id.kind()).stream())
                    .distinct()
                    .forEach(command::warnOf);
            ids.forEach(id -> found.add(List.of(command.cluster().get(id).orElseThrow(() -> notFound(id)))));
        } else {
            for (String name : kinds) {
                ResourceKind kind = Invocation.kind(name);
                command.warnOf(kind);
                found.add(list(command, kind));
            }
        }
        found.removeIf(List::isEmpty);
        if (!Set.of("", "wide", "name").contains(output)) {
            List<HasMetadata> all = found.stream().flatMap(List::stream).toList();
            command.out().accept(Output.print(output, all, byName));
            command.done().accept(0);
            return;
        }
        print(command, found, output, kinds.size() > 1);
        command.done().accept(0);
    }

    static ClusterException notFound(ResourceId id) {
        String plural =
                Kinds.find(id.group(), id.kind()).map(ResourceKind::plural).orElse(id.kind());
        String resource = id.group().isEmpty() ? plural : plural + "." + id.group();
        return new ClusterException(404, "NotFound", resource + " \"" + id.name() + "\" not found");
    }

    private static List<HasMetadata> list(Invocation command, ResourceKind kind) {
        CommandArguments arguments = command.arguments();
        Query query = arguments.isOn("--all-namespaces") ? Query.all(kind) : Query.in(kind, command.namespace());
        return command.cluster()
                .list(query.withLabels(arguments.flag("--selector").orElse(""))
                        .withFields(arguments.flag("--field-selector").orElse("")));
    }

    private static void print(Invocation command, List<List<HasMetadata>> found, String output, boolean several) {
        CommandArguments arguments = command.arguments();
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
                    objects, command.cluster().now(), output.equals("wide"), arguments.isOn("--show-labels"), several);
            table.lines(arguments.isOn("--all-namespaces"), !arguments.isOn("--no-headers"))
                    .forEach(command::print);
            before = Optional.of(table);
        }
    }
}
