package drydock.model.validation.project.missing;

import drydock.model.resource.ResourceId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Manifests of objects that are missing, with values still to be filled in.
final class NewObjects {

    private NewObjects() {}

    /// @param keys the keys that a ConfigMap or Secret is to have
    static Optional<String> yaml(ResourceId id, Set<String> keys) {
        String head = """
            apiVersion: v1
            kind: %s
            metadata:
              name: %s
            """.formatted(id.kind(), id.name())
                + (id.namespace().isEmpty() ? "" : "  namespace: " + id.namespace() + "\n");
        return switch (id.kind()) {
            case "ConfigMap" -> Optional.of(head + values("data", keys));
            case "Secret" -> Optional.of(head + values("stringData", keys));
            case "ServiceAccount", "Namespace" -> Optional.of(head);
            case "PersistentVolumeClaim" -> Optional.of(head + """
                spec:
                  accessModes:
                  - ReadWriteOnce
                  resources:
                    requests:
                      storage: 1Gi
                """);
            default -> Optional.empty();
        };
    }

    private static String values(String field, Set<String> keys) {
        return keys.isEmpty()
                ? field + ": {}\n"
                : field + ":\n"
                        + keys.stream().map(k -> "  \"" + k + "\": \"\"\n").collect(Collectors.joining());
    }
}
