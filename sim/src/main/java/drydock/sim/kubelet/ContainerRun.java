package drydock.sim.kubelet;

import drydock.sim.container.Container;
import drydock.sim.kubelet.ContainerView.Exit;
import drydock.sim.kubelet.ContainerView.Run;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One run of a container as the runtime holds it; it changes once, when the run ends.
final class ContainerRun {

    private final String id;
    private final String imageId;
    private final int restarts;
    private final Instant startedAt;
    private final Container container;
    private @Nullable Exit exit;

    ContainerRun(String id, String imageId, int restarts, Instant startedAt, Container container) {
        this.id = id;
        this.imageId = imageId;
        this.restarts = restarts;
        this.startedAt = startedAt;
        this.container = container;
    }

    void ended(int code, String reason, String message, Instant at) {
        exit = new Exit(code, reason, message, at);
    }

    boolean running() {
        return exit == null;
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
        return new Run(id, imageId, restarts, startedAt, Optional.ofNullable(exit));
    }
}
