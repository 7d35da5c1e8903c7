package drydock.sim.kubectl;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.kubectl.text.JsonText;
import drydock.sim.kubectl.text.YamlText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/// `get -w`: what there is, then each change as a row of its own, without end.
final class Watching {

    private final Invocation command;
    private final String output;
    private final List<List<String>> printed = new ArrayList<>();
    private List<Integer> widths = List.of();

    Watching(Invocation command, String output) {
        this.command = command;
        this.output = output;
    }

    /// @param names the objects that are meant, none for all of the kind
    void begin(List<String> kinds, List<ResourceId> names) {
        if (kinds.size() > 1 || names.size() > 1) {
            throw new CommandFailure("error: you may only specify a single resource type");
        }
        ResourceKind kind = names.isEmpty()
                ? command.kind(kinds.getFirst())
                : command.kindOf(names.getFirst()).orElseThrow();
        CommandArguments arguments = command.arguments();
        Query query = arguments.isOn("--all-namespaces") ? Query.all(kind) : Query.in(kind, command.namespace());
        query = query.withLabels(arguments.flag("--selector").orElse(""))
                .withFields(
                        names.isEmpty()
                                ? arguments.flag("--field-selector").orElse("")
                                : "metadata.name=" + names.getFirst().name());
        boolean[] live = {!arguments.isOn("--watch-only")};
        var _ = command.held(command.cluster().watch(query, event -> {
            switch (event) {
                case ClusterEvent.Added(var object) -> show(object, live[0]);
                case ClusterEvent.Modified(var object) -> show(object, true);
                case ClusterEvent.Deleted(var object) -> show(object, true);
                case ClusterEvent.Synced _ -> live[0] = true;
                case ClusterEvent.Interrupted _, ClusterEvent.Resumed _, ClusterEvent.Refused _ -> {
                    // a watch that is cut is mended by the cluster
                }
            }
        }));
    }

    private void show(HasMetadata object, boolean wanted) {
        if (!wanted) {
            return;
        }
        switch (output) {
            case "", "wide" -> row(object);
            case "name" -> command.print(Invocation.shortName(ResourceId.of(object)));
            case "json" -> command.print(JsonText.indented(Output.tree(object)));
            case "yaml" -> command.out().accept("---\n" + YamlText.of(Output.tree(object)));
            default -> command.out().accept(Printing.of(command, output, List.of(object), true) + "\n");
        }
    }

    /// The columns are as wide as the first rows need; later rows that need more stand out.
    private void row(HasMetadata object) {
        CommandArguments arguments = command.arguments();
        Table table = Tables.of(
                List.of(object),
                command.definition(object),
                command.cluster().now(),
                output.equals("wide"),
                GetVerb.labels(arguments),
                false);
        boolean first = printed.isEmpty();
        List<String> lines = table.lines(arguments.isOn("--all-namespaces"), first && !arguments.isOn("--no-headers"));
        List<String> row = table.rows().getFirst();
        printed.add(row);
        if (first) {
            widths = widths(table);
            lines.forEach(command::print);
        } else {
            command.print(padded(arguments.isOn("--all-namespaces") ? lines.getLast() : "", row));
        }
    }

    private static List<Integer> widths(Table table) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < table.headings().size(); i++) {
            widths.add(Math.max(
                            table.headings().get(i).length(),
                            table.rows().getFirst().get(i).length())
                    + 3);
        }
        return widths;
    }

    private String padded(String whole, List<String> row) {
        if (!whole.isEmpty()) {
            return whole;
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i));
            if (i < row.size() - 1) {
                line.repeat(' ', Math.max(1, widths.get(i) - row.get(i).length()));
            }
        }
        return line.toString();
    }
}
