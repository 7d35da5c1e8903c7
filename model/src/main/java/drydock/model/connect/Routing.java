package drydock.model.connect;

import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            rule(project, ingress, RULES.index(i), backend, to.object()).ifPresent(connections::add);
        }
        if (ingress.list(RULES).isEmpty()) {
            Map<String, Object> rule = Map.of("http", Map.of("paths", List.of(path("/", backend))));
            connections.add(Connection.of(Meaning.ROUTE, "", "/", ingress.append(RULES, rule)));
        }
        return connections;
    }

    /// What a line means for one rule: a path that leads nowhere, as that of a new Ingress, leads to the Service from
    /// then on; else the rule gets one more; nothing if a path leads there already.
    private static Optional<Connection> rule(
            Project project, Written ingress, FieldPath rule, Map<String, Object> backend, ResourceId service) {
        FieldPath paths = rule.key("http").key("paths");
        List<Object> taken = new ArrayList<>();
        Optional<FieldPath> deadEnd = Optional.empty();
        for (int i = 0; i < ingress.list(paths).size(); i++) {
            FieldPath path = paths.index(i);
            if (backend.equals(ingress.value(path.key("backend")).orElse(null))) {
                return Optional.empty();
            }
            taken.add(ingress.text(path.key("path")));
            deadEnd = deadEnd.isEmpty() && leadsNowhere(project, ingress, path) ? Optional.of(path) : deadEnd;
        }
        String free = taken.contains("/") ? "/" + service.name() : "/";
        return Optional.of(Connection.of(
                Meaning.ROUTE,
                "",
                ingress.text(rule.key("host"))
                        + deadEnd.map(path -> ingress.text(path.key("path"))).orElse(free),
                deadEnd.map(path -> ingress.set(path.key("backend"), backend))
                        .orElseGet(() -> ingress.append(paths, path(free, backend)))));
    }

    private static boolean leadsNowhere(Project project, Written ingress, FieldPath path) {
        String name = ingress.text(path.key("backend").key("service").key("name"));
        return !name.isEmpty()
                && project.declarations(
                                ResourceId.of(Kinds.SERVICE, ingress.id().namespace(), name))
                        .isEmpty();
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
