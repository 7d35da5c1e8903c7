package drydock.render.testing;

import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Clusters of any size as somebody could have them: services in a few namespaces, with what belongs to them,
/// and objects that stand alone.
public final class Shop {

    private static final String[] NAMES = {"cart", "user", "order", "a-very-long-service-name-of-somebody", "mail"};
    private static final String[] NAMESPACES = {"shop", "data", "ops", "web", "billing", "search"};

    private final StringBuilder text = new StringBuilder();
    private final Random random;
    private final int namespaces;
    private int objects;

    private Shop(int size, long seed) {
        random = new Random(seed);
        namespaces = size < 60 ? 1 : size < 500 ? 3 : NAMESPACES.length;
    }

    /// So many objects, the same ones for the same seed.
    public static List<HasMetadata> objects(int size, long seed) {
        Shop shop = new Shop(size, seed);
        for (int i = 0; i < shop.namespaces && shop.objects < size; i++) {
            shop.add("v1 Namespace", NAMESPACES[i], "", "");
        }
        for (int i = 0; i < shop.namespaces && shop.objects < size; i++) {
            shop.add("v1 Secret", "common", NAMESPACES[i], "");
        }
        for (int number = 0; shop.objects < size; number++) {
            shop.more(number);
        }
        List<HasMetadata> all = new ArrayList<>();
        ManifestFile.parse("shop.yaml", shop.text.toString()).documents().stream()
                .map(ManifestDocument::object)
                .forEach(object -> object.ifPresent(all::add));
        return all.subList(0, Math.min(size, all.size()));
    }

    private void more(int number) {
        String name = NAMES[random.nextInt(NAMES.length)] + "-" + number;
        String namespace = NAMESPACES[random.nextInt(namespaces)];
        switch (random.nextInt(9)) {
            case 0 -> add("v1 ConfigMap", name, namespace, "data: {a: b}");
            case 1 -> add("v1 ServiceAccount", name, namespace, "");
            case 2 ->
                add(
                        "batch/v1 CronJob",
                        name,
                        namespace,
                        "spec: {schedule: '0 3 * * *', jobTemplate: {spec: {template: {spec: {containers:"
                                + " [{name: c, image: busybox}]}}}}}");
            case 3 -> service("apps/v1 StatefulSet", name, namespace);
            default -> service("apps/v1 Deployment", name, namespace);
        }
    }

    private void service(String kind, String name, String namespace) {
        add(
                kind,
                name,
                namespace,
                "spec: {replicas: 2, selector: {matchLabels: {app: %s}}, template: {metadata: {labels: {app: %s}}, spec:"
                                .formatted(name, name)
                        + " {containers: [{name: c, image: nginx, envFrom: [{configMapRef: {name: %s}}, {secretRef:"
                                .formatted(name)
                        + " {name: common}}]}]}}}");
        add("v1 Service", name, namespace, "spec: {selector: {app: %s}, ports: [{port: 80}]}".formatted(name));
        add("v1 ConfigMap", name, namespace, "data: {a: b, c: d}");
        if (random.nextInt(3) == 0) {
            add(
                    "networking.k8s.io/v1 Ingress",
                    name,
                    namespace,
                    ("spec: {rules: [{host: %s.example.com, http: {paths: [{path: /, pathType: Prefix, backend:"
                                    + " {service: {name: %s, port: {number: 80}}}}]}}]}")
                            .formatted(name, name));
        }
        if (random.nextInt(3) == 0) {
            add(
                    "autoscaling/v2 HorizontalPodAutoscaler",
                    name,
                    namespace,
                    "spec: {maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: %s, name: %s}}"
                            .formatted(kind.substring(kind.indexOf(' ') + 1), name));
        }
    }

    private void add(String kind, String name, String namespace, String rest) {
        String[] parts = kind.split(" ", -1);
        text.append("---\napiVersion: %s\nkind: %s\nmetadata: {name: %s%s}\n%s\n"
                .formatted(parts[0], parts[1], name, namespace.isEmpty() ? "" : ", namespace: " + namespace, rest));
        objects++;
    }
}
