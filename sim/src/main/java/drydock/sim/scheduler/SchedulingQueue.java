package drydock.sim.scheduler;

import drydock.model.resource.ResourceId;
import drydock.sim.engine.Engine;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The Pods that wait for a node (`pkg/scheduler/backend/queue`).
///
/// **Active.** Those to be tried next, by priority, then by when they came.
///
/// **Backing off.** Those that were tried in vain and may be tried again: 1 s after the last try, then 2 s, and so on,
/// at most 10 s. One that no node could take goes sooner if nothing else is to be done; one that met with an error does
/// not.
///
/// **Unschedulable.** Those for which nothing has changed yet that the filters which left them without a node would
/// heed;
/// after 5 min they are tried in any case, which is looked after every 30 s.
final class SchedulingQueue {

    private static final long FIRST_BACK_OFF_SECONDS = 1;
    private static final long LONGEST_BACK_OFF_SECONDS = 10;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration FLUSH_EVERY = Duration.ofSeconds(30);

    /// A Pod that is to be tried.
    ///
    /// @param order when it came, among all
    /// @param cause the version of the change by which it came
    record Entry(ResourceId id, int priority, long order, long cause) {

        private static final Comparator<Entry> FIRST =
                Comparator.comparingInt(Entry::priority).reversed().thenComparingLong(Entry::order);
    }

    private record Failed(Entry entry, Predicate<ClusterChange> mayHelp, long sinceNanos) {}

    private record BackingOff(Entry entry, long dueNanos) {

        private static final Comparator<BackingOff> FIRST =
                Comparator.comparingLong(BackingOff::dueNanos).thenComparing(BackingOff::entry, Entry.FIRST);
    }

    private final Engine engine;
    private final Runnable wake;
    private final TreeSet<Entry> active = new TreeSet<>(Entry.FIRST);
    private final TreeSet<BackingOff> backingOff = new TreeSet<>(BackingOff.FIRST);
    private final TreeSet<BackingOff> afterError = new TreeSet<>(BackingOff.FIRST);
    private final TreeMap<ResourceId, Failed> unschedulable = new TreeMap<>();
    private final Map<ResourceId, Entry> waiting = new HashMap<>();
    private final Map<ResourceId, Integer> attempts = new HashMap<>();
    private long order;
    private boolean flushing;

    /// @param wake is run when there is something to be tried
    SchedulingQueue(Engine engine, Runnable wake) {
        this.engine = engine;
        this.wake = wake;
    }

    void add(Pod pod, long cause) {
        ResourceId id = ResourceId.of(pod);
        if (!waiting.containsKey(id)) {
            Entry entry = new Entry(id, Objects.requireNonNullElse(pod.getSpec().getPriority(), 0), order++, cause);
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
            backingOff.removeIf(b -> b.entry().equals(entry));
            afterError.removeIf(b -> b.entry().equals(entry));
        }
        attempts.remove(id);
    }

    /// How often the Pod has been tried.
    int attempts(ResourceId id) {
        return attempts.getOrDefault(id, 0);
    }

    /// The Pod to be tried next; empty if none is.
    Optional<Entry> poll() {
        Entry first = active.pollFirst();
        if (first == null) {
            BackingOff early = backingOff.pollFirst();
            first = early == null ? null : early.entry();
        }
        if (first != null) {
            attempts.merge(first.id(), 1, Integer::sum);
        }
        return Optional.ofNullable(first);
    }

    /// No node can take the Pod until something happens that `mayHelp`.
    void failed(Entry entry, Predicate<ClusterChange> mayHelp) {
        if (entry.equals(waiting.get(entry.id()))) {
            unschedulable.put(entry.id(), new Failed(entry, mayHelp, engine.nowNanos()));
            flushLater();
        }
    }

    /// Something went wrong that has nothing to do with nodes.
    void erred(Entry entry) {
        if (entry.equals(waiting.get(entry.id()))) {
            BackingOff late =
                    new BackingOff(entry, engine.nowNanos() + backOff(entry).toNanos());
            afterError.add(late);
            engine.schedule(backOff(entry), () -> due(afterError, late));
        }
    }

    /// Something has happened: those that it may help are tried again.
    void changed(ClusterChange change) {
        for (Failed failed : unschedulable.isEmpty() ? List.<Failed>of() : List.copyOf(unschedulable.values())) {
            if (failed.mayHelp().test(change)) {
                retry(failed);
            }
        }
    }

    /// Whether a Pod waits for something to happen.
    boolean anyWaits() {
        return !unschedulable.isEmpty();
    }

    /// A Pod that waits has changed itself.
    void changed(ResourceId id, ClusterChange.OfItself change) {
        Failed failed = unschedulable.get(id);
        if (failed != null && failed.mayHelp().test(change)) {
            retry(failed);
        }
    }

    /// A Pod that waits is tried again whatever left it without a node.
    void activate(ResourceId id) {
        Failed failed = unschedulable.get(id);
        if (failed != null) {
            retry(failed);
        }
    }

    /// How long the Pod backs off after its last try.
    Duration backOff(Entry entry) {
        int tried = attempts.getOrDefault(entry.id(), 1);
        return Duration.ofSeconds(
                Math.min(LONGEST_BACK_OFF_SECONDS, FIRST_BACK_OFF_SECONDS << Math.clamp(tried - 1L, 0, 10)));
    }

    private void retry(Failed failed) {
        Entry entry = failed.entry();
        if (!unschedulable.remove(entry.id(), failed)) {
            return;
        }
        long due = failed.sinceNanos() + backOff(entry).toNanos();
        if (due <= engine.nowNanos()) {
            activate(entry);
            return;
        }
        BackingOff later = new BackingOff(entry, due);
        backingOff.add(later);
        engine.schedule(Duration.ofNanos(due - engine.nowNanos()), () -> due(backingOff, later));
        wake.run();
    }

    private void due(Set<BackingOff> queue, BackingOff entry) {
        if (queue.remove(entry)) {
            activate(entry.entry());
        }
    }

    private void activate(Entry entry) {
        if (entry.equals(waiting.get(entry.id())) && active.add(entry)) {
            wake.run();
        }
    }

    private void flushLater() {
        if (!flushing) {
            flushing = true;
            engine.schedule(FLUSH_EVERY, this::flush);
        }
    }

    private void flush() {
        flushing = false;
        long before = engine.nowNanos() - LONGEST_WAIT.toNanos();
        List.copyOf(unschedulable.values()).stream()
                .filter(f -> f.sinceNanos() < before)
                .forEach(this::retry);
        if (!unschedulable.isEmpty()) {
            flushLater();
        }
    }
}
