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
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/// What [LiveBenchmark] watches, and the process that changes it: `BenchmarkObjects KUBECONFIG SECONDS PER_SECOND
/// [ETCD]`, through the API server, or beneath it where its etcd is named ([ObjectsInEtcd]).
public final class BenchmarkObjects {

    /// Where there is what is changed.
    static final String CHANGING = "drydock-changing";

    private static final String PODS = "drydock-pods";
    private static final int EACH = 500;
    private static final int WRITERS = 16;
    /// So many changes are one transaction of etcd's.
    private static final int AT_ONCE = 10;

    private BenchmarkObjects() {}

    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[1]);
        int perSecond = Integer.parseInt(arguments[2]);
        if (arguments.length > 3) {
            changeBeneath(URI.create(arguments[3]), seconds, perSecond);
        } else {
            try (LiveCluster writer = connect(Path.of(arguments[0]))) {
                change(writer, seconds, perSecond);
            }
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
            change(writer, 2 * i);
            change(writer, 2 * i + 1);
        });
    }

    /// @param arguments what [#main] takes
    static Process changeInAnotherProcess(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BenchmarkObjects.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start();
    }

    private static void changeBeneath(URI etcd, int seconds, int perSecond) throws Exception {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            keys.add("/registry/configmaps/" + CHANGING + "/map-" + i);
            keys.add("/registry/pods/" + CHANGING + "/pod-" + i);
        }
        try (ObjectsInEtcd objects = ObjectsInEtcd.read(etcd, keys)) {
            long begun = System.nanoTime();
            int number = seconds * perSecond;
            inParallel(number / AT_ONCE, i -> {
                LockSupport.parkNanos(begun + 1_000_000_000L * AT_ONCE * i / perSecond - System.nanoTime());
                objects.change(i * AT_ONCE, AT_ONCE);
            });
            told(number, begun);
        }
    }

    private static void change(LiveCluster writer, int seconds, int perSecond) throws InterruptedException {
        long begun = System.nanoTime();
        inParallel(seconds * perSecond, i -> {
            LockSupport.parkNanos(begun + 1_000_000_000L * i / perSecond - System.nanoTime());
            change(writer, i);
        });
        told(seconds * perSecond, begun);
    }

    private static void change(LiveCluster writer, int i) {
        int n = i / 2 % EACH;
        String value = ObjectsInEtcd.value(i);
        if (i % 2 == 0) {
            patch(
                    writer,
                    ResourceId.of(Kinds.CONFIG_MAP, CHANGING, "map-" + n),
                    "{\"data\":{\"n\":\"" + value + "\"}}");
        } else {
            patch(
                    writer,
                    ResourceId.of(Kinds.POD, CHANGING, "pod-" + n),
                    "{\"metadata\":{\"labels\":{\"n\":\"" + value + "\"}}}");
        }
    }

    @SuppressWarnings("SystemOut") // what a person reads who asked for it
    private static void told(int number, long begun) {
        double took = (System.nanoTime() - begun) / 1e9;
        System.out.printf(Locale.ROOT, "%d changes in %.1f s, %.0f a second%n", number, took, number / took);
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
