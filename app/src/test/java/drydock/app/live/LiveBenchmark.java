package drydock.app.live;

import drydock.app.observe.Observed;
import drydock.app.task.Tasks;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Patch;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import javafx.application.Platform;

/// What a live cluster costs, measured on request: `LiveBenchmark KUBECONFIG changes SECONDS PER_SECOND`, or
/// `LiveBenchmark KUBECONFIG pods NUMBER`. It makes what it needs in a namespace of its own and leaves that.
public final class LiveBenchmark {

    private static final String NAMESPACE = "drydock-benchmark";
    private static final int OBJECTS = 500;
    private static final int WRITERS = 16;

    private LiveBenchmark() {}

    @SuppressWarnings("SystemOut") // what a person reads who asked for it
    private static void say(String format, Object... arguments) {
        System.out.printf(format + "%n", arguments);
    }

    public static void main(String[] arguments) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Kubeconfig kubeconfig = Kubeconfig.read(Path.of(arguments[0]));
        try (LiveCluster writer = LiveCluster.connect(kubeconfig, kubeconfig.currentContext(), Optional.empty())) {
            ifAbsent(() -> writer.create(new NamespaceBuilder()
                    .withNewMetadata()
                    .withName(NAMESPACE)
                    .endMetadata()
                    .build()));
            switch (arguments[1]) {
                case "changes" ->
                    changes(kubeconfig, writer, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
                case "pods" -> pods(kubeconfig, writer, Integer.parseInt(arguments[2]));
                default -> say("changes or pods, not %s", arguments[1]);
            }
        }
        Platform.exit();
    }

    /// Changes ConfigMaps as fast as wanted while they are watched, and looks whether their last states have arrived
    /// and how long the JavaFX thread was away.
    private static void changes(Kubeconfig kubeconfig, LiveCluster writer, int seconds, int perSecond)
            throws Exception {
        inParallel(OBJECTS, i -> ifAbsent(() -> writer.create(configMap(i, "0"))));
        Watched watched = Watched.of(kubeconfig);
        watched.await(Kinds.CONFIG_MAP.kind(), OBJECTS);
        Pulse pulse = Pulse.start();
        AtomicInteger done = new AtomicInteger();
        int[] last = new int[OBJECTS];
        Instant begun = Instant.now();
        int all = seconds * perSecond;
        inParallel(all, i -> {
            long due = 1_000_000_000L * i / perSecond;
            long early = due - Duration.between(begun, Instant.now()).toNanos();
            if (early > 0) {
                java.util.concurrent.locks.LockSupport.parkNanos(early);
            }
            writer.patch(
                    ResourceId.of(Kinds.CONFIG_MAP, NAMESPACE, "map-" + i % OBJECTS),
                    new Patch(Patch.Type.MERGE, "{\"data\":{\"n\":\"" + i + "\"}}"));
            synchronized (last) {
                last[i % OBJECTS] = Math.max(last[i % OBJECTS], i);
            }
            done.incrementAndGet();
        });
        Duration took = Duration.between(begun, Instant.now());
        Instant written = Instant.now();
        int missed = OBJECTS;
        while (missed > 0 && Duration.between(written, Instant.now()).toSeconds() < 30) {
            TimeUnit.MILLISECONDS.sleep(20);
            missed = missed(writer, watched.observed());
        }
        say(
                "%d changes in %.1f s (%.0f a second); last states missed: %d; all known %d ms after the last was"
                        + " written; longest pause of the JavaFX thread %d ms",
                done.get(),
                took.toMillis() / 1_000.0,
                1_000.0 * done.get() / took.toMillis(),
                missed,
                Duration.between(written, Instant.now()).toMillis(),
                pulse.longestMillis());
        watched.cluster().close();
    }

    private static int missed(LiveCluster writer, Observed observed) throws InterruptedException {
        var there = writer.list(drydock.model.cluster.Query.in(Kinds.CONFIG_MAP, NAMESPACE));
        AtomicInteger missed = new AtomicInteger();
        onScreen(() -> there.stream()
                .filter(object -> observed.find(ResourceId.of(object))
                        .filter(known -> known.getMetadata()
                                .getResourceVersion()
                                .equals(object.getMetadata().getResourceVersion()))
                        .isEmpty())
                .forEach(_ -> missed.incrementAndGet()));
        return missed.get();
    }

    /// Makes Pods that no scheduler takes, and watches them.
    private static void pods(Kubeconfig kubeconfig, LiveCluster writer, int number) throws Exception {
        Instant begun = Instant.now();
        inParallel(number, i -> ifAbsent(() -> writer.create(pod(i))));
        say(
                "%d Pods made in %d s",
                number, Duration.between(begun, Instant.now()).toSeconds());
        long before = heapMegabytes();
        Instant connecting = Instant.now();
        Watched watched = Watched.of(kubeconfig);
        watched.await(Kinds.POD.kind(), 1);
        Duration first = Duration.between(connecting, Instant.now());
        Pulse pulse = Pulse.start();
        watched.await(Kinds.POD.kind(), number);
        Duration whole = Duration.between(connecting, Instant.now());
        say(
                "first known after %d ms, all after %d ms; heap %d MB more; longest pause of the JavaFX thread %d ms",
                first.toMillis(), whole.toMillis(), heapMegabytes() - before, pulse.longestMillis());
        watched.cluster().close();
        Instant listing = Instant.now();
        int listed = writer.list(drydock.model.cluster.Query.all(Kinds.POD)).size();
        say(
                "one list of all %d, as kubectl get pods -A asks: %d ms",
                listed, Duration.between(listing, Instant.now()).toMillis());
    }

    /// A cluster as the window watches it.
    private record Watched(LiveCluster cluster, Observed observed) {

        static Watched of(Kubeconfig kubeconfig) {
            LiveCluster cluster = LiveCluster.connect(kubeconfig, kubeconfig.currentContext(), Optional.empty());
            Observed observed = new Observed(Tasks.onVirtualThreads());
            LiveScope.of(cluster, "", "default").watch(cluster, observed);
            return new Watched(cluster, observed);
        }

        void await(String kind, int number) throws InterruptedException {
            AtomicInteger there = new AtomicInteger();
            while (there.get() < number) {
                TimeUnit.MILLISECONDS.sleep(5);
                onScreen(() -> there.set(observed.count(kind)));
            }
        }
    }

    /// Asks the JavaFX thread every five milliseconds, and remembers how long it was away.
    private record Pulse(AtomicLong longestNanos) {

        static Pulse start() {
            Pulse pulse = new Pulse(new AtomicLong());
            Thread.ofPlatform().daemon().start(() -> {
                while (true) {
                    long asked = System.nanoTime();
                    try {
                        onScreen(() -> {});
                        pulse.longestNanos.accumulateAndGet(System.nanoTime() - asked, Math::max);
                        TimeUnit.MILLISECONDS.sleep(5);
                    } catch (InterruptedException end) {
                        return;
                    }
                }
            });
            return pulse;
        }

        long longestMillis() {
            return longestNanos.get() / 1_000_000;
        }
    }

    private static void onScreen(Runnable action) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            action.run();
            done.countDown();
        });
        done.await();
    }

    private static void inParallel(int number, IntConsumer action) throws InterruptedException {
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

    private static ConfigMap configMap(int i, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("map-" + i)
                .withNamespace(NAMESPACE)
                .endMetadata()
                .addToData("n", value)
                .build();
    }

    private static Pod pod(int i) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("pod-" + i)
                .withNamespace(NAMESPACE)
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

    private static long heapMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
