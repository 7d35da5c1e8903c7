package drydock.sim.container;

import drydock.sim.engine.Engine;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// What a run of a container bears: how its behaviour shapes the answers of its servers, and what CPU and memory that
/// costs.
public final class Load {

    private static final int WINDOW_SECONDS = 15;
    private static final long SECOND = 1_000_000_000L;

    private final Engine engine;
    private final Behaviour behaviour;
    private final Network network;
    private final Runnable changed;
    private final long startNanos;

    /// How many requests came in each of the last seconds, and which these were; empty until the first comes.
    private long[] served = {};

    private long[] second = {};
    private long programMilliCpu;
    private long programMilliCpuPer100;
    private long programBytes;

    /// @param changed is run when another amount of CPU may be used from now on, for as long as requests count
    Load(Engine engine, Behaviour behaviour, Network network, Runnable changed) {
        this.engine = engine;
        this.behaviour = behaviour;
        this.network = network;
        this.changed = changed;
        this.startNanos = engine.nowNanos();
    }

    Duration startsAfter() {
        return behaviour.startsAfter();
    }

    /// Thousandths of a CPU that are used, by the requests of the last quarter of a minute.
    public long milliCpu() {
        return Math.max(programMilliCpu, behaviour.milliCpu()) + Math.round(milliCpuPer100() * requestsASecond() / 100);
    }

    private long milliCpuPer100() {
        return Math.max(programMilliCpuPer100, behaviour.milliCpuPer100());
    }

    /// Bytes that are held.
    public long memoryBytes() {
        long minuteNanos = 60 * SECOND;
        double minutes = (engine.nowNanos() - startNanos) / (double) minuteNanos;
        return Math.max(programBytes, behaviour.memoryBytes()) + Math.round(behaviour.leakBytesAMinute() * minutes);
    }

    /// The program uses at least so much for each 100 requests a second.
    void costs(long milliCpuPer100) {
        programMilliCpuPer100 = milliCpuPer100;
        changed.run();
    }

    /// The program uses at least so much whatever is asked of it.
    void holds(long bytes, long milliCpu) {
        programBytes = bytes;
        programMilliCpu = milliCpu;
        changed.run();
    }

    private double requestsASecond() {
        long now = engine.nowNanos() / SECOND;
        long sum = 0;
        for (int i = 0; i < second.length; i++) {
            if (second[i] > now - WINDOW_SECONDS) {
                sum += served[i];
            }
        }
        double age = (engine.nowNanos() - startNanos) / (double) SECOND;
        return sum / Math.clamp(age, 1, WINDOW_SECONDS);
    }

    private void count() {
        if (second.length == 0) {
            served = new long[WINDOW_SECONDS];
            second = new long[WINDOW_SECONDS];
        }
        long now = engine.nowNanos() / SECOND;
        int at = (int) (now % WINDOW_SECONDS);
        if (second[at] != now) {
            second[at] = now;
            served[at] = 0;
        }
        served[at]++;
        if (milliCpuPer100() > 0) {
            changed.run();
        }
    }

    /// `listener`, answering as the behaviour says.
    Listener around(Listener listener) {
        return (message, then) -> {
            count();
            Duration age = Duration.ofNanos(engine.nowNanos() - startNanos);
            if (behaviour
                    .answersFor()
                    .filter(until -> age.compareTo(until) >= 0)
                    .isPresent()) {
                return;
            }
            boolean fails = behaviour.failurePercent() > 0
                    && engine.random("load/" + network.address()).nextInt(100) < behaviour.failurePercent();
            Runnable answer = () -> ask(behaviour.calls(), failed -> {
                if (!failed.isEmpty()) {
                    then.accept(new Reply(502, "502 Bad Gateway: " + failed + "\n"));
                } else if (fails) {
                    then.accept(new Reply(500, "500 Internal Server Error\n"));
                } else {
                    listener.serve(message, then);
                }
            });
            if (behaviour.latency().isZero()) {
                answer.run();
            } else {
                engine.schedule(behaviour.latency(), answer);
            }
        };
    }

    /// Asks others one after another; `then` gets the first that failed, or an empty text.
    private void ask(List<String> urls, Consumer<String> then) {
        if (urls.isEmpty()) {
            then.accept("");
            return;
        }
        String url = urls.getFirst();
        Call call = Call.url(url).withTimeout(Duration.ofSeconds(5));
        network.send(url.startsWith("tcp://") ? Call.connect(call.host(), call.port()) : call, outcome -> {
            if (outcome.succeeded()) {
                ask(urls.subList(1, urls.size()), then);
            } else {
                then.accept(url);
            }
        });
    }

    /// Whether its program has taken memory by itself.
    public boolean isHeld() {
        return programBytes > 0;
    }

    /// Whether it holds more and more memory.
    public boolean grows() {
        return behaviour.leakBytesAMinute() > 0;
    }
}
