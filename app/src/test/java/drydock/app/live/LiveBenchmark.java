package drydock.app.live;

import drydock.app.canvas.CanvasView;
import drydock.app.testing.MeasuredWindow;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.render.scene.FigureId;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;

/// What a live cluster costs in the whole window, measured on request: `LiveBenchmark KUBECONFIG pods NUMBER` watches
/// so many Pods, `LiveBenchmark KUBECONFIG changes SECONDS PER_SECOND` watches 1,000 objects while another process
/// changes them, through the server, or, as `changes SECONDS PER_SECOND ETCD`, in the server's etcd, which costs a
/// fourth of the processors. What is missing of these objects is made first, and left there.
///
/// `docs/performance.md` has the command.
public final class LiveBenchmark {

    private static final List<ResourceKind> CHANGED = List.of(Kinds.CONFIG_MAP, Kinds.POD);
    private static final double WIDTH = 1000;
    private static final int FRAMES = 300;
    private static final int PLAIN_LIMIT = 500;

    private final Path kubeconfig;
    private final LiveCluster writer;

    private LiveBenchmark(Path kubeconfig, LiveCluster writer) {
        this.kubeconfig = kubeconfig;
        this.writer = writer;
    }

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        try (LiveCluster writer = BenchmarkObjects.connect(file)) {
            LiveBenchmark benchmark = new LiveBenchmark(file, writer);
            switch (arguments[1]) {
                case "pods" -> benchmark.pods(Integer.parseInt(arguments[2]));
                case "changes" -> benchmark.changes(List.of(arguments).subList(2, arguments.length));
                default -> say("pods or changes, not %s", arguments[1]);
            }
        }
        System.exit(0);
    }

    private void pods(int number) throws Exception {
        BenchmarkObjects.pods(writer, number);
        plainly("before");
        Path folder = Files.createTempDirectory("drydock-benchmark");
        long heap = Footprint.now().heapBytes();
        MeasuredWindow window = MeasuredWindow.open(folder, WIDTH);
        ConnectedWindow connected = ConnectedWindow.in(window);
        Pulses pulses = start(new Pulses());
        Watch watch = new Watch(connected, number);
        long process = MeasuredWindow.processNanos();
        watch.begin();
        connected.connect(kubeconfig);
        watch.whole().join();
        say(
                "%d Pods: first seen %d ms after it was connected to, all known %d ms, all drawn %d ms, all laid out"
                        + " %d ms; %.1f s of processor time",
                number,
                watch.first,
                watch.known,
                watch.drawn,
                watch.laidOut,
                (MeasuredWindow.processNanos() - process) / 1e9);
        say("meanwhile %s", told(pulses));
        Footprint held = Footprint.now();
        say(
                "heap %d MB more than before, %d MB resident",
                (held.heapBytes() - heap) >> 20, held.residentKilobytes() >> 10);
        pan(connected, "all of it in view", connected.canvas()::fit);
        pan(connected, "at 100 %", connected.canvas()::actualSize);
        plainly("after");
    }

    /// What `kubectl get pods -A` asks for: tables in pages of 500.
    private void plainly(String when) throws Exception {
        long begun = System.nanoTime();
        long bytes = 0;
        String next = "";
        int pages = 0;
        do {
            String path = "/api/v1/pods?limit=" + PLAIN_LIMIT + (next.isEmpty() ? "" : "&continue=" + next);
            byte[] page = read(path);
            bytes += page.length;
            pages++;
            next = writer.server()
                    .json()
                    .unmarshal(new String(page, java.nio.charset.StandardCharsets.UTF_8), Table.class)
                    .next();
        } while (!next.isEmpty());
        say(
                "%s: as kubectl get pods -A reads it: %d pages, %.1f MB, %d ms",
                when, pages, bytes / 1e6, millisSince(begun));
    }

    private byte[] read(String path) throws Exception {
        try (InputStream body = writer.server().stream(path, "application/json;as=Table;v=v1;g=meta.k8s.io", false)) {
            return body.readAllBytes();
        }
    }

    private static void pan(ConnectedWindow window, String how, Runnable look) throws InterruptedException {
        ConnectedWindow.onScreen(look);
        TimeUnit.SECONDS.sleep(2);
        Pulses pulses = new Pulses();
        CompletableFuture<Void> over = new CompletableFuture<>();
        CanvasView canvas = window.canvas();
        long process = MeasuredWindow.processNanos();
        AnimationTimer panning = new AnimationTimer() {
            @Override
            public void handle(long now) {
                canvas.look(canvas.viewport().panned(pulses.number() / 50 % 2 == 0 ? 7 : -7, 3));
                if (pulses.number() >= FRAMES) {
                    over.complete(null);
                    stop();
                }
            }
        };
        ConnectedWindow.onScreen(() -> {
            pulses.start();
            panning.start();
        });
        over.join();
        say(
                "panned with %s: %s; %.1f ms of processor time a frame",
                how, told(pulses), (MeasuredWindow.processNanos() - process) / 1e6 / FRAMES);
    }

    private void changes(List<String> how) throws Exception {
        BenchmarkObjects.changing(writer);
        MeasuredWindow window = MeasuredWindow.open(Files.createTempDirectory("drydock-benchmark"), WIDTH);
        ConnectedWindow connected = ConnectedWindow.in(window);
        connected.connect(kubeconfig);
        ConnectedWindow.awaitOnScreen(() -> missed(connected, there()) == 0);
        TimeUnit.SECONDS.sleep(3);
        Pulses pulses = start(new Pulses());
        long process = MeasuredWindow.processNanos();
        List<String> arguments = new ArrayList<>(how);
        arguments.addFirst(kubeconfig.toString());
        int code = BenchmarkObjects.changeInAnotherProcess(arguments).waitFor();
        long written = System.nanoTime();
        Map<ResourceId, String> last = there();
        AtomicInteger missed = new AtomicInteger(last.size());
        while (missed.get() > 0 && millisSince(written) < 60_000) {
            TimeUnit.MILLISECONDS.sleep(20);
            ConnectedWindow.onScreen(() -> missed.set(missed(connected, last)));
        }
        say(
                "the changes ended with %d; last states missed: %d of %d, all known %d ms after the last was written;"
                        + " %.1f s of processor time",
                code, missed.get(), last.size(), millisSince(written), (MeasuredWindow.processNanos() - process) / 1e9);
        say("meanwhile %s", told(pulses));
    }

    /// The versions that the server has.
    private Map<ResourceId, String> there() {
        Map<ResourceId, String> versions = new HashMap<>();
        CHANGED.forEach(kind -> writer.list(Query.in(kind, BenchmarkObjects.CHANGING))
                .forEach(object ->
                        versions.put(ResourceId.of(object), object.getMetadata().getResourceVersion())));
        return versions;
    }

    private static int missed(ConnectedWindow window, Map<ResourceId, String> there) {
        return (int) there.entrySet().stream()
                .filter(each -> window.session()
                        .observed()
                        .find(each.getKey())
                        .filter(known ->
                                known.getMetadata().getResourceVersion().equals(each.getValue()))
                        .isEmpty())
                .count();
    }

    private static Pulses start(Pulses pulses) throws InterruptedException {
        ConnectedWindow.onScreen(pulses::start);
        return pulses;
    }

    private static String told(Pulses pulses) throws InterruptedException {
        CompletableFuture<String> told = new CompletableFuture<>();
        ConnectedWindow.onScreen(() -> {
            pulses.stop();
            told.complete(pulses.told());
        });
        return told.join();
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    @SuppressWarnings("SystemOut") // what a person reads who asked for it
    private static void say(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }

    /// A page of rows, of which only the way to the next is looked at.
    @com.fasterxml.jackson.annotation.JsonIgnoreProperties(ignoreUnknown = true)
    record Table(io.fabric8.kubernetes.api.model.ListMeta metadata) {
        String next() {
            return metadata.getContinue() == null ? "" : metadata.getContinue();
        }
    }

    /// When how much of the Pods was there, in milliseconds since it was connected to.
    private static final class Watch extends AnimationTimer {

        private final ConnectedWindow window;
        private final int number;
        private final CompletableFuture<Void> whole = new CompletableFuture<>();
        private final CanvasView canvas;
        private boolean isOtherwise = true;
        private long podsInIt;
        private long begun;
        private long first;
        private long known;
        private long drawn;
        private long laidOut;

        Watch(ConnectedWindow window, int number) {
            this.window = window;
            this.number = number;
            this.canvas = window.canvas();
            canvas.shownSceneProperty().subscribe(() -> isOtherwise = true);
        }

        void begin() throws InterruptedException {
            begun = System.nanoTime();
            ConnectedWindow.onScreen(this::start);
        }

        CompletableFuture<Void> whole() {
            return whole;
        }

        @Override
        public void handle(long now) {
            if (!window.isConnected()) {
                return;
            }
            long seen = drawn == 0 ? podsSeen() : number;
            first = first == 0 && seen > 0 ? millisSince(begun) : first;
            known = known == 0 && window.session().observed().count("Pod") >= number ? millisSince(begun) : known;
            drawn = drawn == 0 && seen >= number ? millisSince(begun) : drawn;
            if (drawn > 0 && canvas.layouts().runningProperty().get().isEmpty()) {
                laidOut = millisSince(begun);
                stop();
                whole.complete(null);
            }
        }

        /// Counted once a scene, so that what is measured is not the counting.
        private long podsSeen() {
            if (isOtherwise) {
                isOtherwise = false;
                podsInIt = canvas.scene().figures().stream()
                        .filter(figure -> figure.id() instanceof FigureId.Of(var object)
                                && object.kind().equals("Pod"))
                        .count();
            }
            return podsInIt;
        }
    }
}
