package drydock.sim.scheduler;

import drydock.model.resource.ResourceId;
import drydock.sim.engine.Engine;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The Pods that wait for a node: those to be tried next by priority, then by when they came, and those that found
/// none, which are tried again when something has changed, not before a back-off of 1 s that doubles up to 10 s, and
/// after 5 min in any case (`pkg/scheduler/backend/queue`).
final class SchedulingQueue {

    private static final long FIRST_BACK_OFF_SECONDS = 1;
    private static final long LONGEST_BACK_OFF_SECONDS = 10;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /// A Pod that is to be tried.
    ///
    /// @param order when it came, among all
    /// @param cause the version of the change by which it came
    record Entry(ResourceId id, int priority, long order, long cause) implements Comparable<Entry> {

        private static final Comparator<Entry> FIRST =
                Comparator.comparingInt(Entry::priority).reversed().thenComparingLong(Entry::order);

        @Override
        public int compareTo(Entry other) {
            return FIRST.compare(this, other);
        }
    }

    private final Engine engine;
    private final Runnable wake;
    private final TreeSet<Entry> active = new TreeSet<>();
    private final Map<ResourceId, Entry> waiting = new HashMap<>();
    private final TreeMap<ResourceId, Entry> unschedulable = new TreeMap<>();
    private final Map<ResourceId, Integer> attempts = new HashMap<>();
    private final Map<ResourceId, Long> lastTriedNanos = new HashMap<>();
    private long order;

    /// @param wake is run when there is something to be tried
    SchedulingQueue(Engine engine, Runnable wake) {
        this.engine = engine;
        this.wake = wake;
    }

    void add(Pod pod, long cause) {
        ResourceId id = ResourceId.of(pod);
        if (!waiting.containsKey(id)) {
            Integer priority = pod.getSpec().getPriority();
            Entry entry = new Entry(id, priority == null ? 0 : priority, order++, cause);
            waiting.put(id, entry);
            activate(entry);
        }
    }

    /// The Pod needs no node any more.
    void remove(ResourceId id) {
        Entry entry = waiting.remove(id);
        if (entry != null) {
            active.remove(entry);
            unschedulable.remove(id);
        }
        attempts.remove(id);
        lastTriedNanos.remove(id);
    }

    /// The Pod to be tried next; empty if none is.
    Optional<Entry> poll() {
        Optional<Entry> first = Optional.ofNullable(active.pollFirst());
        first.ifPresent(entry -> {
            attempts.merge(entry.id(), 1, Integer::sum);
            lastTriedNanos.put(entry.id(), engine.nowNanos());
        });
        return first;
    }

    /// No node can take the Pod now.
    void failed(Entry entry) {
        if (entry.equals(waiting.get(entry.id()))) {
            unschedulable.put(entry.id(), entry);
            engine.schedule(LONGEST_WAIT, () -> retry(entry));
        }
    }

    /// Something has changed that may help.
    void retryAll() {
        List.copyOf(unschedulable.values()).forEach(this::retry);
    }

    private void retry(Entry entry) {
        if (unschedulable.remove(entry.id(), entry)) {
            int tried = attempts.getOrDefault(entry.id(), 1);
            long seconds = Math.min(LONGEST_BACK_OFF_SECONDS, FIRST_BACK_OFF_SECONDS << Math.min(tried - 1, 10));
            long dueNanos = lastTriedNanos.getOrDefault(entry.id(), 0L)
                    + Duration.ofSeconds(seconds).toNanos();
            long left = dueNanos - engine.nowNanos();
            if (left <= 0) {
                activate(entry);
            } else {
                engine.schedule(Duration.ofNanos(left), () -> activate(entry));
            }
        }
    }

    private void activate(Entry entry) {
        if (entry.equals(waiting.get(entry.id())) && active.add(entry)) {
            wake.run();
        }
    }
}
