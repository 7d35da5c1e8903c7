package drydock.sim.http;

import drydock.sim.kubectl.Printed;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Objects as a table, which is what `kubectl get` asks for (`apimachinery/pkg/apis/meta/v1/types.go Table`).
final class Tabled {

    private final ApiServer api;

    Tabled(ApiServer api) {
        this.api = api;
    }

    Map<String, Object> of(List<HasMetadata> objects, Map<String, Object> metadata) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("kind", "Table");
        table.put("apiVersion", "meta.k8s.io/v1");
        table.put("metadata", metadata);
        Printed.Columns columns = Printed.columns(objects, api);
        List<Map<String, Object>> definitions = new ArrayList<>();
        for (Printed.Columns.Heading heading : columns.headings()) {
            definitions.add(Map.of(
                    "name",
                    heading.name(),
                    "type",
                    "string",
                    "format",
                    heading.name().equals("NAME") ? "name" : "",
                    "description",
                    "",
                    "priority",
                    heading.wide() ? 1 : 0));
        }
        table.put("columnDefinitions", definitions);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            Map<String, Object> partial = new LinkedHashMap<>();
            partial.put("kind", "PartialObjectMetadata");
            partial.put("apiVersion", "meta.k8s.io/v1");
            partial.put("metadata", Bodies.tree(objects.get(i)).get("metadata"));
            rows.add(Map.of("cells", columns.rows().get(i), "object", partial));
        }
        table.put("rows", rows);
        return table;
    }
}
