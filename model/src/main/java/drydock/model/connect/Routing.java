package drydock.model.connect;

import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An Ingress leads to Services.
final class Routing implements Rule {

    private static final FieldPath RULES = FieldPath.of("spec", "rules");

    @Override
    public boolean fits(ResourceId from, ResourceId to) {
        return from.kind().equals("Ingress") && to.kind().equals("Service");
    }

    @Override
    public List<Connection> between(Project project, End from, End to) {
        Written ingress = Written.of(project, from.object()).orElseThrow();
        Written service = Written.of(project, to.object()).orElseThrow();
        Map<String, Object> backend = backend(service);
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < ingress.list(RULES).size(); i++) {
            FieldPath paths = RULES.index(i).key("http").key("paths");
            List<?> written = ingress.list(paths);
            List<Object> taken = written.stream()
                    .filter(Map.class::isInstance)
                    .<Object>map(path -> ((Map<?, ?>) path).get("path"))
                    .toList();
            boolean there = written.stream()
                    .anyMatch(path -> path instanceof Map<?, ?> map && backend.equals(map.get("backend")));
            if (!there) {
                String path = taken.contains("/") ? "/" + to.object().name() : "/";
                connections.add(Connection.of(
                        Meaning.ROUTE,
                        "",
                        ingress.text(RULES.index(i).key("host")) + path,
                        ingress.append(paths, path(path, backend))));
            }
        }
        if (ingress.list(RULES).isEmpty()) {
            Map<String, Object> rule = Map.of("http", Map.of("paths", List.of(path("/", backend))));
            connections.add(Connection.of(Meaning.ROUTE, "", "/", ingress.append(RULES, rule)));
        }
        return connections;
    }

    private static Map<String, Object> path(String path, Map<String, Object> backend) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("path", path);
        written.put("pathType", "Prefix");
        written.put("backend", backend);
        return written;
    }

    private static Map<String, Object> backend(Written service) {
        Object port = service.value(FieldPath.of("spec", "ports", 0, "port")).orElse(80);
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("name", service.id().name());
        written.put("port", Map.of("number", port));
        return Map.of("service", written);
    }
}
