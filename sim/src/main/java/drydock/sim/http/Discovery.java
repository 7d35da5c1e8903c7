package drydock.sim.http;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the server serves: groups, versions and kinds with what can be done with each
/// (`apiserver/pkg/endpoints/discovery`).
final class Discovery {

    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private static final Set<String> SCALED =
            Set.of("deployments", "replicasets", "statefulsets", "replicationcontrollers");
    private static final Set<String> OF_ALL = Set.of(
            "pods",
            "services",
            "replicationcontrollers",
            "deployments",
            "replicasets",
            "statefulsets",
            "daemonsets",
            "jobs",
            "cronjobs",
            "horizontalpodautoscalers");

    private final List<ResourceKind> kinds;

    /// @param kinds those that are kept
    Discovery(List<ResourceKind> kinds) {
        List<ResourceKind> all = new ArrayList<>(Reviewed.with(kinds));
        all.add(FirstAutoscalers.KIND);
        all.addAll(Measurements.KINDS);
        this.kinds = List.copyOf(all);
    }

    /// What a path of discovery is answered with; empty for other paths.
    Optional<Map<String, Object>> answer(String path) {
        String[] parts = path.replaceAll("^/+|/+$", "").split("/+", -1);
        return switch (parts[0]) {
            case "api" ->
                parts.length == 1
                        ? Optional.of(versions())
                        : parts.length == 2 ? resources("", parts[1]) : Optional.empty();
            case "apis" ->
                switch (parts.length) {
                    case 1 -> Optional.of(groups());
                    case 2 -> group(parts[1]);
                    case 3 -> resources(parts[1], parts[2]);
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> versions() {
        return Map.of("kind", "APIVersions", "versions", List.of("v1"), "serverAddressByClientCIDRs", List.of());
    }

    private Map<String, Object> groups() {
        Set<String> names = new LinkedHashSet<>();
        kinds.stream()
                .map(ResourceKind::group)
                .filter(group -> !group.isEmpty())
                .forEach(names::add);
        return Map.of(
                "kind",
                "APIGroupList",
                "apiVersion",
                "v1",
                "groups",
                names.stream().flatMap(name -> group(name).stream()).toList());
    }

    private Optional<Map<String, Object>> group(String name) {
        List<Map<String, String>> versions = kinds.stream()
                .filter(kind -> kind.group().equals(name))
                .map(ResourceKind::version)
                .distinct()
                .map(version -> Map.of("groupVersion", name + "/" + version, "version", version))
                .toList();
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(Map.of(
                        "kind",
                        "APIGroup",
                        "apiVersion",
                        "v1",
                        "name",
                        name,
                        "versions",
                        versions,
                        "preferredVersion",
                        versions.getFirst()));
    }

    private Optional<Map<String, Object>> resources(String group, String version) {
        List<Map<String, Object>> resources = new ArrayList<>();
        for (ResourceKind kind : kinds) {
            if (kind.group().equals(group) && kind.version().equals(version)) {
                resources.add(resource(kind));
                subresources(kind).forEach((name, of) -> resources.add(subresource(kind, name, of)));
            }
        }
        return resources.isEmpty()
                ? Optional.empty()
                : Optional.of(Map.of(
                        "kind",
                        "APIResourceList",
                        "apiVersion",
                        "v1",
                        "groupVersion",
                        group.isEmpty() ? version : group + "/" + version,
                        "resources",
                        resources));
    }

    private static Map<String, Object> resource(ResourceKind kind) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", kind.plural());
        resource.put("singularName", kind.singular());
        resource.put("namespaced", kind.namespaced());
        resource.put("kind", kind.kind());
        resource.put("verbs", verbs(kind));
        if (!kind.shortNames().isEmpty()) {
            resource.put("shortNames", kind.shortNames());
        }
        if (OF_ALL.contains(kind.plural()) && !Measurements.is(kind)) {
            resource.put("categories", List.of("all"));
        }
        return resource;
    }

    private static List<String> verbs(ResourceKind kind) {
        if (Reviewed.is(kind)) {
            return List.of("create");
        }
        return Measurements.is(kind) ? List.of("get", "list") : VERBS;
    }

    /// The subresources of a kind, with the kind of what is sent to them.
    private static Map<String, String> subresources(ResourceKind kind) {
        Map<String, String> all = new LinkedHashMap<>();
        if (Reviewed.is(kind) || Measurements.is(kind)) {
            return all;
        }
        all.put("status", kind.kind());
        if (SCALED.contains(kind.plural())) {
            all.put("scale", "Scale");
        }
        if (kind.equals(Kinds.POD)) {
            all.put("binding", "Binding");
            all.put("eviction", "Eviction");
            all.put("log", "Pod");
            all.put("resize", "Pod");
            all.put("ephemeralcontainers", "Pod");
        }
        if (kind.equals(Kinds.SERVICE_ACCOUNT)) {
            all.put("token", "TokenRequest");
        }
        return all;
    }

    private static Map<String, Object> subresource(ResourceKind kind, String name, String of) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", kind.plural() + "/" + name);
        resource.put("singularName", "");
        resource.put("namespaced", kind.namespaced());
        resource.put("kind", of);
        switch (of) {
            case "Scale" -> {
                resource.put("group", "autoscaling");
                resource.put("version", "v1");
            }
            case "Eviction" -> {
                resource.put("group", "policy");
                resource.put("version", "v1");
            }
            case "TokenRequest" -> {
                resource.put("group", "authentication.k8s.io");
                resource.put("version", "v1");
            }
            default -> {
                // of the kind's own group
            }
        }
        resource.put(
                "verbs",
                switch (name) {
                    case "binding", "eviction", "token" -> List.of("create");
                    case "log" -> List.of("get");
                    default -> List.of("get", "patch", "update");
                });
        return resource;
    }
}
