package drydock.sim.kubectl;

import drydock.sim.expect.Evidence;
import drydock.sim.kubectl.template.BadTemplateException;
import drydock.sim.kubectl.template.PathTemplate;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Map;

/// Objects as kubectl shows them, for who looks at single cells.
public final class Printed implements Evidence.Printer {

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
