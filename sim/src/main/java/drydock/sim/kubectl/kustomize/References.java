package drydock.sim.kubectl.kustomize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names of objects in other objects, which change when the objects are renamed
/// (`kustomize/api/internal/konfig/builtinpluginconsts/namereference.go`).
final class References {

    /// Where a name stands, by the last keys on the way to it, and of which kind.
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("configMapRef/name", "ConfigMap"),
            Map.entry("configMapKeyRef/name", "ConfigMap"),
            Map.entry("configMap/name", "ConfigMap"),
            Map.entry("secretRef/name", "Secret"),
            Map.entry("secretKeyRef/name", "Secret"),
            Map.entry("secret/name", "Secret"),
            Map.entry("secret/secretName", "Secret"),
            Map.entry("imagePullSecrets/name", "Secret"),
            Map.entry("tls/secretName", "Secret"),
            Map.entry("persistentVolumeClaim/claimName", "PersistentVolumeClaim"),
            Map.entry("spec/serviceAccountName", "ServiceAccount"),
            Map.entry("spec/serviceAccount", "ServiceAccount"),
            Map.entry("spec/serviceName", "Service"),
            Map.entry("service/name", "Service"),
            Map.entry("spec/storageClassName", "StorageClass"),
            Map.entry("spec/priorityClassName", "PriorityClass"),
            Map.entry("spec/ingressClassName", "IngressClass"),
            Map.entry("spec/volumeName", "PersistentVolume"));

    /// Those that say the kind beside the name.
    private static final List<String> TYPED = List.of("scaleTargetRef", "roleRef", "subjects");

    private final Map<String, String> renamed = new HashMap<>();

    void renamed(String kind, String before, String after) {
        renamed.put(kind + "/" + before, after);
    }

    void follow(Map<String, Object> object) {
        follow("", object);
    }

    private void follow(String above, Map<String, Object> map) {
        for (Map.Entry<String, Object> entry : map.entrySet()) {
            String kind = entry.getKey().equals("name") && TYPED.contains(above)
                    ? Trees.text(map, "kind")
                    : PLACES.getOrDefault(above + "/" + entry.getKey(), "");
            switch (entry.getValue()) {
                case String name -> entry.setValue(renamed.getOrDefault(kind + "/" + name, name));
                case Map<?, ?> inner -> Transformation.inPlace(List.of(inner)).forEach(m -> follow(entry.getKey(), m));
                case List<?> list -> Transformation.inPlace(list).forEach(item -> follow(entry.getKey(), item));
                default -> {
                    // no name
                }
            }
        }
    }
}
