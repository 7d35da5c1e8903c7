package drydock.model.pattern;

import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One or several objects that are drawn together.
///
/// @param name what it is called: a kind, `Service`; a kind in a certain form, `Service-headless`; in small letters a
/// pattern of several objects, `web-service`
public record Pattern(String name) {

    private static final String PLACE_OF_NAME = "NAME";

    /// The kinds of the patterns that were asked for, which are in their manifests.
    private static final Map<String, String> KINDS = new ConcurrentHashMap<>();

    /// The kinds, each in the forms that are often needed, in the order in which they are offered.
    public static final List<Pattern> OBJECTS = Stream.of(
                    "Pod",
                    "Deployment",
                    "StatefulSet",
                    "DaemonSet",
                    "Job",
                    "CronJob",
                    "ReplicaSet",
                    "ReplicationController",
                    "Service",
                    "Service-NodePort",
                    "Service-LoadBalancer",
                    "Service-headless",
                    "Service-ExternalName",
                    "Endpoints",
                    "Ingress",
                    "NetworkPolicy",
                    "ConfigMap",
                    "Secret",
                    "PersistentVolumeClaim",
                    "PersistentVolume",
                    "StorageClass",
                    "HorizontalPodAutoscaler",
                    "PodDisruptionBudget",
                    "PriorityClass",
                    "ResourceQuota",
                    "LimitRange",
                    "Namespace",
                    "Node",
                    "ServiceAccount",
                    "Role",
                    "RoleBinding",
                    "ClusterRole",
                    "ClusterRoleBinding")
            .map(Pattern::new)
            .toList();

    /// Whole patterns.
    public static final List<Pattern> COMPOSED = Stream.of(
                    "web-service", "ingress-front", "autoscaled-web", "database", "sidecar-logging", "batch-job")
            .map(Pattern::new)
            .toList();

    /// The kind of the first object, by which it is shown.
    public String kind() {
        return KINDS.computeIfAbsent(name, _ -> objects("x").getFirst().kind());
    }

    /// The names of the objects when they are made under `base`.
    public List<ResourceId> objects(String base) {
        return ManifestFile.parse(name + ".yaml", manifest(base)).documents().stream()
                .flatMap(document -> document.id().stream())
                .toList();
    }

    /// The manifests under the name `base`, one an object, in the order of [#objects].
    public List<String> manifests(String base) {
        return List.of(manifest(base).split("(?m)^---\n"));
    }

    /// A name under which nothing is there yet: `deployment`, `deployment-2` and so on.
    ///
    /// @param taken whether an object is there already
    public String freeName(Predicate<ResourceId> taken) {
        String base = name.toLowerCase(Locale.ROOT);
        String free = base;
        for (int number = 2; objects(free).stream().anyMatch(taken); number++) {
            free = base + "-" + number;
        }
        return free;
    }

    private String manifest(String base) {
        String file = name + ".yaml";
        try (InputStream in = Objects.requireNonNull(Pattern.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(PLACE_OF_NAME, base);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
