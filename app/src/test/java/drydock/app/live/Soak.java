package drydock.app.live;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Watches the real cluster for a long time while it is never left alone, run on request: `Soak MINUTES PER_SECOND`.
/// Every twelfth of the time it notes heap, threads and native memory; the API server is killed four times and a node
/// lost twice meanwhile. In the end all that the window knows has to be what the server holds, memory within a tenth
/// of the first note, and no thread left over when the window is closed.
///
/// `docs/performance.md` has the command. Events are kept for an hour by a server as it is usually started, and
/// grow in number for as long: start it with `--event-ttl=4m`, so that what grows is the program's.
public final class Soak {

    private static final int NOTES = 12;
    private static final double MAY_GROW = 1.1;
    /// What JavaFX's screen without a display has room for.
    private static final double WIDTH = 1000;

    private final Duration note;
    private final int perSecond;
    private final AtomicLong writes = new AtomicLong();

    private Soak(Duration whole, int perSecond) {
        this.note = whole.dividedBy(NOTES);
        this.perSecond = perSecond;
    }

    public static void main(String[] arguments) throws Exception {
        boolean passed =
                new Soak(Duration.ofMinutes(Long.parseLong(arguments[0])), Integer.parseInt(arguments[1])).run();
        System.exit(passed ? 0 : 1);
    }

    private boolean run() throws Exception {
        try (LiveCluster writer = RealCluster.connect("admin")) {
            Churn churn = new Churn(writer, 1);
            churn.begin();
            Path folder = Files.createTempDirectory("drydock-soak");
            Footprint before = Footprint.now();
            ConnectedWindow window = ConnectedWindow.open(folder, WIDTH, RealCluster.kubeconfigFile());
            AtomicBoolean ended = new AtomicBoolean();
            Thread churning = Thread.ofPlatform().name("churn").start(() -> churn(churn, ended));
            Footprint first = null;
            Footprint last = null;
            for (int n = 1; n <= NOTES; n++) {
                pass(note, n, window);
                last = Footprint.now();
                first = first == null ? last : first;
                tell(n, writer, last, window);
            }
            ended.set(true);
            churning.join();
            boolean same = knowsAll(writer, window);
            window.close();
            TimeUnit.SECONDS.sleep(90);
            // a thread of the HTTP client may end only some seconds after the client was collected
            System.gc();
            TimeUnit.SECONDS.sleep(10);
            Footprint after = Footprint.now();
            say("after the window was closed: %s", after);
            Map<String, Long> left = more(before.threads(), after.threads());
            double grown = (double) last.heapBytes() / first.heapBytes();
            say(
                    "%d writes; heap at the end %.3f of that at the first note; final state %s; threads left over: %s",
                    writes.get(), grown, same ? "the server's" : "NOT the server's", left);
            churn.end();
            return same && grown <= MAY_GROW && left.isEmpty();
        }
    }

    private void churn(Churn churn, AtomicBoolean ended) {
        long next = System.nanoTime();
        while (!ended.get()) {
            churn.step();
            writes.set(churn.writes());
            next = Math.max(next + 1_000_000_000L / perSecond, System.nanoTime() - 1_000_000_000L);
            java.util.concurrent.locks.LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    /// Lets a twelfth of the time pass, with what happens in it, while a user looks at one object after the other.
    private static void pass(Duration note, int n, ConnectedWindow window) throws Exception {
        Instant end = Instant.now().plus(note);
        Instant middle = Instant.now().plus(note.dividedBy(2));
        boolean done = false;
        for (int i = 0; Instant.now().isBefore(end); i++) {
            look(window, i);
            TimeUnit.SECONDS.sleep(2);
            if (!done && Instant.now().isAfter(middle)) {
                happen(n);
                done = true;
            }
        }
    }

    private static void happen(int n) throws Exception {
        switch (n) {
            case 2, 5, 8, 11 -> {
                say("the API server is killed");
                RealCluster.crashApiServer(() -> sleep(Duration.ofSeconds(10)));
            }
            case 3, 7 -> {
                say("a node is lost");
                RealCluster.node("stop", "node-1");
            }
            case 4, 9 -> {
                say("the node comes back");
                RealCluster.node("start", "node-1");
            }
            default -> {
                // an uneventful time
            }
        }
    }

    private static void look(ConnectedWindow window, int i) throws InterruptedException {
        ConnectedWindow.onScreen(() -> {
            List<HasMetadata> objects = List.copyOf(window.session().observed().objects());
            if (!objects.isEmpty()) {
                window.measured()
                        .assembly()
                        .workspace()
                        .selection()
                        .select(List.of(ResourceId.of(objects.get(i * 7 % objects.size()))));
            }
            window.canvas().look(window.canvas().viewport().panned(i % 2 == 0 ? 40 : -40, 0));
        });
    }

    private void tell(int n, LiveCluster writer, Footprint held, ConnectedWindow window) throws InterruptedException {
        ConnectedWindow.onScreen(() -> say(
                "%d: heap %.1f MB, native %d MB, resident %d MB; %d objects, %d events known; %d writes; threads %s",
                n,
                held.heapBytes() / 1e6,
                held.nativeKilobytes() / 1024,
                held.residentKilobytes() / 1024,
                window.session().observed().objects().size(),
                window.session().observed().events().size(),
                writes.get(),
                held.threads()));
        say("   changes of the cluster since it was made: %s", newest(writer));
    }

    /// Versions count the changes of the whole cluster.
    private static String newest(LiveCluster writer) {
        try {
            return String.valueOf(writer.list(Query.in(Kinds.CONFIG_MAP, Churn.NAMESPACE)).stream()
                    .mapToLong(map -> Long.parseLong(map.getMetadata().getResourceVersion()))
                    .max()
                    .orElse(0));
        } catch (ClusterException away) {
            return "?";
        }
    }

    /// Whether, before long, the window knows of all that was churned just what the server holds.
    private static boolean knowsAll(LiveCluster writer, ConnectedWindow window) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(120);
        while (Instant.now().isBefore(end)) {
            Map<ResourceId, String> there = new TreeMap<>();
            for (var kind : List.of(Kinds.POD, Kinds.DEPLOYMENT, Kinds.SERVICE, Kinds.CONFIG_MAP, Kinds.REPLICA_SET)) {
                writer.list(Query.in(kind, Churn.NAMESPACE))
                        .forEach(object -> there.put(
                                ResourceId.of(object), object.getMetadata().getResourceVersion()));
            }
            Map<ResourceId, String> known = new TreeMap<>();
            ConnectedWindow.onScreen(() -> window.session().observed().objects().stream()
                    .filter(object ->
                            Churn.NAMESPACE.equals(object.getMetadata().getNamespace()))
                    .filter(object -> List.of("Pod", "Deployment", "Service", "ConfigMap", "ReplicaSet")
                            .contains(object.getKind()))
                    .forEach(object -> known.put(
                            ResourceId.of(object), object.getMetadata().getResourceVersion())));
            if (there.equals(known)) {
                return true;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return false;
    }

    private static Map<String, Long> more(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> more = new TreeMap<>();
        after.forEach((name, number) -> {
            long left = number - before.getOrDefault(name, 0L);
            if (left > 0) {
                more.put(name, left);
            }
        });
        return more;
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("SystemOut") // what a person reads who asked for it
    private static void say(String format, Object... arguments) {
        System.out.printf(
                Locale.ROOT,
                LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + format + "%n",
                arguments);
    }
}
