package drydock.sim.kubelet;

import drydock.sim.container.Few;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/// The probing of a Pod's containers (`pkg/kubelet/prober/prober_manager.go`): who is probed, by which ticks.
final class Probes {

    private static final int PERIOD_SECONDS = 10;

    private final Kubelet kubelet;
    private final PodWorker worker;
    private Map<String, ProbeTicker> tickers = Map.of();
    private Map<String, Prober> probers = Map.of();
    private long sinceNanos = Long.MIN_VALUE;

    Probes(Kubelet kubelet, PodWorker worker) {
        this.kubelet = kubelet;
        this.worker = worker;
    }

    /// The Pod's containers are about to be started for the first time: ticks begin.
    void begin() {
        if (sinceNanos == Long.MIN_VALUE) {
            sinceNanos = kubelet.engine().nowNanos();
        }
    }

    /// The kubelet was started while containers ran: it does not begin with all probes at once.
    void restart() {
        probers.values().forEach(Prober::stop);
        probers = Map.of();
        tickers = Map.of();
        sinceNanos = Long.MIN_VALUE;
    }

    /// Probes `run` from now on, and no longer the run before it.
    void probe(Container container, ContainerRun run, String path) {
        Prober before = probers.get(container.getName());
        if (before != null) {
            before.stop();
        }
        if (!isProbed(container)) {
            probers = Few.without(probers, container.getName());
            worker.runtime().started(container.getName(), true);
            worker.runtime().ready(container.getName(), true);
            return;
        }
        Prober prober = new Prober(kubelet, worker, container, run, path);
        probers = Few.with(probers, container.getName(), prober);
        prober.begin();
    }

    private static boolean isProbed(Container container) {
        return container.getStartupProbe() != null
                || container.getReadinessProbe() != null
                || container.getLivenessProbe() != null;
    }

    /// The Pod's status was made: who runs and is not ready is asked at once (`UpdatePodStatus`).
    void statusMade() {
        probers.values().forEach(Prober::askIfReady);
    }

    ProbeTicker ticker(Container container, String kind, Probe probe) {
        String key = container.getName() + "/" + kind;
        ProbeTicker known = tickers.get(key);
        if (known != null) {
            return known;
        }
        Duration period = Duration.ofSeconds(Objects.requireNonNullElse(probe.getPeriodSeconds(), PERIOD_SECONDS));
        ProbeTicker made = new ProbeTicker(
                period,
                sinceNanos == Long.MIN_VALUE
                        ? kubelet.engine().nowNanos()
                                + kubelet.timing().within(period).toNanos()
                        : sinceNanos);
        tickers = Few.with(tickers, key, made);
        return made;
    }
}
