package drydock.render.figure;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A probe of a container, and how it came off.
record Probing(Kind kind, Result result) {

    enum Kind {
        STARTUP("S"),
        READINESS("R"),
        LIVENESS("L");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }

        String letter() {
            return letter;
        }

        /// The probe that an event's message is about, as `Readiness probe failed: …`.
        static Optional<Kind> of(String message) {
            for (Kind kind : values()) {
                if (message.toUpperCase(Locale.ROOT).startsWith(kind + " PROBE ")) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    enum Result {
        /// It has not been tried, or not often enough to count.
        WAITING,
        PASSING,
        FAILING
    }

    /// The probes that `container` has, in the order in which they count. A probe is not tried before the container
    /// runs, and the two others not before the startup probe has passed (pkg/kubelet/prober/worker.go doProbe).
    static List<Probing> of(Container container, Optional<ContainerStatus> status, PodNews news) {
        List<Probing> probes = new ArrayList<>(3);
        boolean runs = status.filter(s -> s.getState() != null && s.getState().getRunning() != null)
                .isPresent();
        boolean started =
                runs && status.filter(s -> Boolean.TRUE.equals(s.getStarted())).isPresent();
        boolean ready =
                runs && status.filter(s -> Boolean.TRUE.equals(s.getReady())).isPresent();
        if (container.getStartupProbe() != null) {
            probes.add(of(container, Kind.STARTUP, runs, started, news));
        }
        if (container.getReadinessProbe() != null) {
            probes.add(of(container, Kind.READINESS, started, ready, news));
        }
        if (container.getLivenessProbe() != null) {
            boolean failed = news.failing().contains(new PodNews.Failing(container.getName(), Kind.LIVENESS));
            probes.add(of(container, Kind.LIVENESS, started, !failed, news));
        }
        return probes;
    }

    private static Probing of(Container container, Kind kind, boolean tried, boolean passes, PodNews news) {
        boolean failed = news.failing().contains(new PodNews.Failing(container.getName(), kind));
        return new Probing(
                kind, !tried ? Result.WAITING : passes ? Result.PASSING : failed ? Result.FAILING : Result.WAITING);
    }
}
