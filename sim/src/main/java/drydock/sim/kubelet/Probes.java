package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The probing of a Pod's containers (`pkg/kubelet/prober/prober_manager.go`): who is probed, by which ticks.
final class Probes {

    private static final int PERIOD_SECONDS = 10;

    private final Kubelet kubelet;
    private final PodWorker worker;
    private final Map<String, ProbeTicker> tickers = new TreeMap<>();
    private final Map<String, Prober> probers = new TreeMap<>();
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
        probers.clear();
        tickers.clear();
        sinceNanos = Long.MIN_VALUE;
    }

    /// Probes `run` from now on, and no longer the run before it.
    void probe(Container container, ContainerRun run, String path) {
        Prober prober = new Prober(kubelet, worker, container, run, path);
        Prober before = probers.put(container.getName(), prober);
        if (before != null) {
            before.stop();
        }
        prober.begin();
    }

    /// The Pod's status was made: who runs and is not ready is asked at once (`UpdatePodStatus`).
    void statusMade() {
        probers.values().forEach(Prober::askIfReady);
    }

    ProbeTicker ticker(Container container, String kind, Probe probe) {
        return tickers.computeIfAbsent(container.getName() + "/" + kind, _ -> {
            Duration period = Duration.ofSeconds(Objects.requireNonNullElse(probe.getPeriodSeconds(), PERIOD_SECONDS));
            return new ProbeTicker(
                    period,
                    sinceNanos == Long.MIN_VALUE
                            ? kubelet.engine().nowNanos()
                                    + kubelet.timing().within(period).toNanos()
                            : sinceNanos);
        });
    }
}
