package drydock.sim.kubelet;

import drydock.sim.container.Container;
import drydock.sim.kubelet.ContainerView.Exit;
import drydock.sim.kubelet.ContainerView.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One run of a container as the runtime holds it; it changes once, when the run ends.
final class ContainerRun {

    private final String id;
    private final String image;
    private final String imageId;
    private final int restarts;
    private final Instant startedAt;
    private final Container container;
    private @Nullable Exit exit;
    private boolean outOfMemory;
    private long leakBytesASecond;
    private Instant leaksSince = Instant.MAX;
    private boolean found;

    ContainerRun(String id, String image, String imageId, int restarts, Instant startedAt, Container container) {
        this.id = id;
        this.image = image;
        this.imageId = imageId;
        this.restarts = restarts;
        this.startedAt = startedAt;
        this.container = container;
    }

    /// It ran before the simulation began.
    ContainerRun wasFound() {
        found = true;
        return this;
    }

    /// Whether it ran before the simulation began: what its real program answers, the simulated one may not know.
    boolean isFound() {
        return found;
    }

    void ended(int code, String reason, String message, Instant at) {
        exit = new Exit(code, reason, message, at);
    }

    /// It holds more memory from `now` on, so much each second.
    void leak(long bytesASecond, Instant now) {
        leakBytesASecond = bytesASecond;
        leaksSince = now;
    }

    /// Whether it needs more and more memory.
    boolean grows() {
        return leakBytesASecond > 0 || container.load().grows();
    }

    /// How much memory it holds now.
    long memoryBytes() {
        Instant now = container.engine().now();
        long leaked = now.isAfter(leaksSince)
                ? leakBytesASecond * Duration.between(leaksSince, now).toMillis() / 1000
                : 0;
        return container.load().memoryBytes() + leaked;
    }

    /// The kernel kills it, since it uses more memory than it may.
    void killForMemory() {
        if (running()) {
            outOfMemory = true;
            container.kill();
        }
    }

    boolean outOfMemory() {
        return outOfMemory;
    }

    /// How it ended; empty while it runs.
    Optional<Exit> exit() {
        return Optional.ofNullable(exit);
    }

    boolean running() {
        return exit == null;
    }

    /// The image it was made of, as the Pod named it.
    String image() {
        return image;
    }

    int restarts() {
        return restarts;
    }

    Instant startedAt() {
        return startedAt;
    }

    Container container() {
        return container;
    }

    Run view() {
        return new Run(id, imageId, restarts, startedAt, exit());
    }
}
