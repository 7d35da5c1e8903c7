package drydock.app.live;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/// What [LiveBenchmark] watches, and the process that changes it: `BenchmarkObjects KUBECONFIG SECONDS PER_SECOND`.
public final class BenchmarkObjects {

    /// Where there is what is changed.
    static final String CHANGING = "drydock-changing";

    private static final String PODS = "drydock-pods";
    private static final int EACH = 500;
    private static final int WRITERS = 16;

    private BenchmarkObjects() {}

    public static void main(String[] arguments) throws Exception {
        try (LiveCluster writer = connect(Path.of(arguments[0]))) {
            change(writer, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        }
        System.exit(0);
    }

    static LiveCluster connect(Path file) throws IOException {
        Kubeconfig kubeconfig = Kubeconfig.read(file);
        return LiveCluster.connect(kubeconfig, kubeconfig.currentContext(), Optional.empty());
    }

    /// Sees to it that there are so many Pods that no scheduler takes.
    static void pods(LiveCluster writer, int number) throws InterruptedException {
        namespace(writer, PODS);
        if (writer.list(Query.in(Kinds.POD, PODS)).size() < number) {
            inParallel(number, i -> ifAbsent(() -> writer.create(pod(PODS, i))));
        }
    }

    /// Sees to it that there is what is changed: 500 ConfigMaps and 500 Pods.
    static void changing(LiveCluster writer) throws InterruptedException {
        namespace(writer, CHANGING);
        inParallel(EACH, i -> {
            ifAbsent(() -> writer.create(configMap(i)));
            ifAbsent(() -> writer.create(pod(CHANGING, i)));
        });
    }

    static Process changeInAnotherProcess(Path kubeconfig, String seconds, String perSecond) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchmarkObjects.class.getName(),
                        kubeconfig.toString(),
                        seconds,
                        perSecond)
                .inheritIO()
                .start();
    }

    @SuppressWarnings("SystemOut") // what a person reads who asked for it
    private static void change(LiveCluster writer, int seconds, int perSecond) throws InterruptedException {
        long begun = System.nanoTime();
        inParallel(seconds * perSecond, i -> {
            LockSupport.parkNanos(begun + 1_000_000_000L * i / perSecond - System.nanoTime());
            int n = i / 2 % EACH;
            if (i % 2 == 0) {
                patch(
                        writer,
                        ResourceId.of(Kinds.CONFIG_MAP, CHANGING, "map-" + n),
                        "{\"data\":{\"n\":\"" + i + "\"}}");
            } else {
                patch(
                        writer,
                        ResourceId.of(Kinds.POD, CHANGING, "pod-" + n),
                        "{\"metadata\":{\"labels\":{\"n\":\"" + i + "\"}}}");
            }
        });
        double took = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d changes in %.1f s, %.0f a second%n",
                seconds * perSecond,
                took,
                seconds * perSecond / took);
    }

    private static void patch(LiveCluster writer, ResourceId id, String merge) {
        writer.patch(id, new Patch(Patch.Type.MERGE, merge));
    }

    private static void namespace(LiveCluster writer, String name) {
        ifAbsent(() -> writer.create(new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build()));
        ifAbsent(() -> writer.create(new io.fabric8.kubernetes.api.model.ServiceAccountBuilder()
                .withNewMetadata()
                .withName("default")
                .withNamespace(name)
                .endMetadata()
                .build()));
    }

    static void inParallel(int number, IntConsumer action) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                threads.execute(() -> {
                    for (int i = next.getAndIncrement(); i < number; i = next.getAndIncrement()) {
                        action.accept(i);
                    }
                });
            }
        }
    }

    private static void ifAbsent(Runnable creation) {
        try {
            creation.run();
        } catch (ClusterException there) {
            if (there.code() != 409) {
                throw there;
            }
        }
    }

    private static HasMetadata configMap(int i) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("map-" + i)
                .withNamespace(CHANGING)
                .endMetadata()
                .addToData("n", "0")
                .build();
    }

    private static HasMetadata pod(String namespace, int i) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("pod-" + i)
                .withNamespace(namespace)
                .addToLabels("app", "app-" + i % 100)
                .endMetadata()
                .withNewSpec()
                .withSchedulerName("nobody")
                .withAutomountServiceAccountToken(false)
                .addNewContainer()
                .withName("web")
                .withImage("nginx")
                .endContainer()
                .endSpec()
                .build();
    }
}
