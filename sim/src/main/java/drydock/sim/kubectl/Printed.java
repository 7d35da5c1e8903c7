package drydock.sim.kubectl;

import drydock.model.cluster.Cluster;
import drydock.sim.expect.Evidence;
import drydock.sim.kubectl.template.BadTemplateException;
import drydock.sim.kubectl.template.PathTemplate;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Objects as kubectl shows them, for who looks at single cells.
public final class Printed implements Evidence.Printer {

    /// A table as the API server makes it.
    ///
    /// @param headings its columns
    /// @param rows the cells of each object
    public record Columns(List<Heading> headings, List<List<String>> rows) {

        /// What stands above a column.
        ///
        /// @param wide whether only `-o wide` shows it
        public record Heading(String name, boolean wide) {}

        public Columns {
            headings = List.copyOf(headings);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// The table of objects of one kind; none of none.
    public static Columns columns(List<HasMetadata> objects, Cluster cluster) {
        if (objects.isEmpty()) {
            return new Columns(List.of(), List.of());
        }
        Optional<CustomResourceDefinition> definition = Invocation.definition(cluster, objects.getFirst());
        Table usual = Tables.of(objects, definition, cluster.now(), false, Tables.Labels.NONE, false);
        Table whole = Tables.of(objects, definition, cluster.now(), true, Tables.Labels.NONE, false);
        return new Columns(
                whole.headings().stream()
                        .map(name -> new Columns.Heading(name, !usual.headings().contains(name)))
                        .toList(),
                whole.rows());
    }

    @Override
    public Map<String, String> row(HasMetadata object, Instant now) {
        Table table = Tables.of(List.of(object), Optional.empty(), now, true, Tables.Labels.NONE, false);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < table.headings().size(); i++) {
            row.put(table.headings().get(i), table.rows().getFirst().get(i));
        }
        return row;
    }

    @Override
    public String field(HasMetadata object, String path) {
        try {
            return PathTemplate.parse(path).print(Output.tree(object));
        } catch (BadTemplateException wrong) {
            return String.valueOf(wrong.getMessage());
        }
    }
}
