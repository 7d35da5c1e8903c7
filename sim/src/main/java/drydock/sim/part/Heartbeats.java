package drydock.sim.part;

import drydock.sim.engine.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// When the kubelet of each node last renewed its lease, which it does every 10 s as long as it runs and reaches the
/// server.
///
/// Renewals follow from the time and are not written one by one: in a quiet cluster they would be all that ever
/// happens.
/// The Lease objects say when a kubelet began, and began again, to renew.
public final class Heartbeats {

    /// How often a lease is renewed (rule 107).
    public static final Duration PERIOD = Duration.ofSeconds(10);

    private record Beat(boolean beating, long sinceNanos) {}

    private final Engine engine;
    private final Map<String, Beat> byNode = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    Heartbeats(Engine engine) {
        this.engine = engine;
    }

    /// The node's kubelet renews its lease from now on, or does not any more.
    public void set(String node, boolean beating) {
        Beat before = byNode.get(node);
        if (before != null && before.beating() == beating) {
            return;
        }
        byNode.put(node, new Beat(beating, before == null || beating ? engine.nowNanos() : lastNanos(node)));
        List.copyOf(listeners).forEach(Runnable::run);
    }

    public boolean beating(String node) {
        Beat beat = byNode.get(node);
        return beat != null && beat.beating();
    }

    /// When the node's lease was last renewed, in virtual nanoseconds since the start; 0 if it never was.
    public long lastNanos(String node) {
        Beat beat = byNode.get(node);
        if (beat == null) {
            return 0;
        }
        long period = PERIOD.toNanos();
        return beat.beating()
                ? beat.sinceNanos() + (engine.nowNanos() - beat.sinceNanos()) / period * period
                : beat.sinceNanos();
    }

    /// Has `listener` run whenever a node begins or ceases to give signs of life.
    public void on(Runnable listener) {
        listeners.add(listener);
    }
}
