package drydock.app.live.watch;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Subscription;
import drydock.model.resource.ResourceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One watch that outlives its connections, shared by all who want the same of one kind.
///
/// It lists in pages, follows from there, and lists anew whenever the stream did not end in good order: so nothing is
/// missed, not even where the server was set back to an older state. What differs from what was told is told as
/// changes.
///
/// **Threads.** It runs on a thread of its own, which [#run] is called on; all else may be called on any thread.
/// Listeners are called one after the other, under the watch's lock.
public final class KindWatch implements Runnable {

    /// A stream that ends sooner than this is not followed on at once.
    private static final Duration SHORT = Duration.ofSeconds(1);

    /// What a watch shares with the others of its cluster.
    ///
    /// @param listing who may list at a time, so that a server that comes back is not run over
    public record Surroundings(InstantSource clock, Pauses pauses, RandomGenerator random, Semaphore listing) {}

    private final ResourceKind kind;
    private final Wire wire;
    private final Surroundings around;
    private final BackOff backOff;
    private final List<Consumer<ClusterEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Known known = new Known();
    private Standing standing = new Standing.Loading();
    private boolean synced;
    private Instant lastKnown;
    private volatile boolean closed;
    private boolean wantsList = true;
    private @Nullable Thread thread;

    public KindWatch(ResourceKind kind, Wire wire, Surroundings around) {
        this.kind = kind;
        this.wire = wire;
        this.around = around;
        this.backOff = new BackOff(around.random());
        this.lastKnown = around.clock().instant();
    }

    /// Tells `listener` what is known already, and then all that becomes known.
    public synchronized Subscription listen(Consumer<ClusterEvent> listener) {
        known.objects().forEach(object -> listener.accept(new ClusterEvent.Added(object)));
        if (synced) {
            listener.accept(new ClusterEvent.Synced(kind));
        }
        switch (standing) {
            case Standing.Loading _, Standing.Current _ -> {
                // that is all
            }
            case Standing.Broken(var since, var message) ->
                listener.accept(new ClusterEvent.Interrupted(kind, since, message));
            case Standing.Refused(var code, var message) ->
                listener.accept(new ClusterEvent.Refused(kind, code, message));
        }
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Whether anybody listens.
    public boolean isWanted() {
        return !listeners.isEmpty();
    }

    @Override
    public void run() {
        synchronized (this) {
            thread = Thread.currentThread();
        }
        String version = "";
        while (!closed) {
            try {
                if (takesList()) {
                    version = list();
                }
                version = follow(version);
            } catch (WireException failure) {
                pause(failed(failure));
            }
        }
    }

    /// The server does not answer: nothing has been known since `since`.
    public synchronized void interrupt(Instant since, String message) {
        boolean asked = standing instanceof Standing.Current || standing instanceof Standing.Loading;
        if (!closed && asked) {
            stand(new Standing.Broken(since, message));
        }
    }

    /// The server answers again: what it holds now is listed. What it refused is asked for again before long, since a
    /// server that has just started refuses before it has read who may do what.
    public synchronized void reconnect() {
        backOff.reset();
        if (standing instanceof Standing.Broken || standing instanceof Standing.Refused) {
            wantsList = true;
            interruptThread();
        }
    }

    /// Ends the watch; nothing is told any more.
    public synchronized void close() {
        closed = true;
        listeners.clear();
        interruptThread();
    }

    /// Whether a list is called for; it is not any more then, and neither is the thread.
    private synchronized boolean takesList() {
        Thread.interrupted();
        boolean wanted = wantsList;
        wantsList = false;
        return wanted;
    }

    private void interruptThread() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /// @return the version to follow from
    private String list() throws WireException {
        try {
            around.listing().acquire();
        } catch (InterruptedException another) {
            throw new WireException(0, "interrupted", Optional.empty());
        }
        try {
            return pages();
        } finally {
            around.listing().release();
        }
    }

    private String pages() throws WireException {
        try {
            return pages(false);
        } catch (WireException failure) {
            if (failure.code() != WireException.GONE) {
                throw failure;
            }
            // the pages to come are of a moment that the server has forgotten
            return pages(true);
        }
    }

    private String pages(boolean whole) throws WireException {
        Instant asked = around.clock().instant();
        synchronized (this) {
            known.beginList();
        }
        String next = "";
        String version;
        do {
            Page page = wire.page(next, whole);
            tell(page);
            version = page.version();
            next = page.next();
        } while (!next.isEmpty());
        isWhole(asked);
        return version;
    }

    private synchronized void tell(Page page) {
        page.objects().forEach(object -> known.listed(object).ifPresent(this::tell));
    }

    private synchronized void isWhole(Instant asked) {
        known.endList().forEach(this::tell);
        lastKnown = asked;
        if (!synced) {
            synced = true;
            tell(new ClusterEvent.Synced(kind));
            standing = new Standing.Current();
        } else if (!(standing instanceof Standing.Current)) {
            stand(new Standing.Current());
        }
    }

    /// @return the version to go on from
    private String follow(String from) throws WireException {
        String[] version = {from};
        Instant begun = around.clock().instant();
        try {
            wire.follow(from, change -> version[0] = changed(change, version[0]));
        } finally {
            if (Duration.between(begun, around.clock().instant()).compareTo(SHORT) >= 0) {
                backOff.reset();
            }
        }
        if (!version[0].equals(from)) {
            return version[0];
        }
        pause(backOff.pause());
        return version[0];
    }

    /// @return the version that is known now
    private synchronized String changed(Change change, String before) {
        if (closed) {
            return before;
        }
        lastKnown = around.clock().instant();
        return switch (change) {
            case Change.Put(var object) -> {
                known.put(object).ifPresent(this::tell);
                yield object.getMetadata().getResourceVersion();
            }
            case Change.Gone(var object) -> {
                known.gone(object).ifPresent(this::tell);
                yield object.getMetadata().getResourceVersion();
            }
            case Change.Bookmark(var version) -> version;
        };
    }

    /// @return how long to wait before the next try
    private synchronized Duration failed(WireException failure) {
        boolean called = wantsList;
        wantsList = true;
        if (closed || called) {
            return Duration.ZERO;
        }
        if (failure.isRefusal()) {
            if (!(standing instanceof Standing.Refused)) {
                stand(new Standing.Refused(failure.code(), message(failure)));
            }
        } else if (standing instanceof Standing.Current || standing instanceof Standing.Loading) {
            Instant since = failure.code() == WireException.GONE
                    ? lastKnown
                    : around.clock().instant();
            stand(new Standing.Broken(since, message(failure)));
        } else if (standing instanceof Standing.Broken(var since, var before) && !before.equals(message(failure))) {
            // what began with a broken connection may go on with a token that expired meanwhile
            stand(new Standing.Broken(since, message(failure)));
        }
        return backOff.after(failure);
    }

    private void pause(Duration duration) {
        if (duration.isZero() || closed) {
            return;
        }
        try {
            around.pauses().pause(duration);
        } catch (InterruptedException called) {
            // to list at once, or to end: the loop sees which
        }
    }

    private void stand(Standing now) {
        standing = now;
        switch (now) {
            case Standing.Loading _ -> {
                // never again
            }
            case Standing.Current _ -> tell(new ClusterEvent.Resumed(kind));
            case Standing.Broken(var since, var message) -> tell(new ClusterEvent.Interrupted(kind, since, message));
            case Standing.Refused(var code, var message) -> tell(new ClusterEvent.Refused(kind, code, message));
        }
    }

    private void tell(ClusterEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    private static String message(WireException failure) {
        return String.valueOf(failure.getMessage());
    }
}
