package drydock.sim.kubelet;

import drydock.sim.container.Call;
import drydock.sim.container.Outcome;
import drydock.sim.container.Streams;
import drydock.sim.engine.Engine;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The probing of one run of a container (`pkg/kubelet/prober/worker.go`).
///
/// Readiness starts as failed, liveness as passed; a startup probe holds both back until it has passed. A result counts
/// after its threshold of equal results in a row; a failed liveness or startup probe ends the container. When a probe
/// is due its [ProbeTicker] says; who is not ready is asked whenever the Pod's status is made, too.
///
/// What a container that ran before the simulation began would answer is not known: as long as it has not passed here,
/// a failure says nothing, and the container is what it was.
final class Prober {

    private enum Kind {
        STARTUP("Startup"),
        READINESS("Readiness"),
        LIVENESS("Liveness");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    private final Kubelet kubelet;
    private final PodWorker worker;
    private final Container container;
    private final ContainerRun run;
    private final String path;
    private final long runningSince;
    private final Map<Kind, Engine.Timer> timers = new EnumMap<>(Kind.class);
    private final Set<Kind> asking = EnumSet.noneOf(Kind.class);
    private boolean askAgain;
    private boolean stopped;

    Prober(Kubelet kubelet, PodWorker worker, Container container, ContainerRun run, String path) {
        this.kubelet = kubelet;
        this.worker = worker;
        this.container = container;
        this.run = run;
        this.path = path;
        this.runningSince = kubelet.engine().nowNanos();
    }

    void begin() {
        if (container.getStartupProbe() == null || (run.isFound() && wasStarted())) {
            startedUp();
        } else {
            next(Kind.STARTUP, container.getStartupProbe());
        }
    }

    /// Nothing is asked any more.
    void stop() {
        stopped = true;
        timers.values().forEach(Engine.Timer::cancel);
    }

    /// A container that has started and is not ready is asked at once, and its ticks begin anew.
    void askIfReady() {
        String name = container.getName();
        Probe probe = container.getReadinessProbe();
        if (probe == null || !goesOn(Kind.READINESS) || !wasStarted()) {
            return;
        }
        if (worker.runtime().view().of(name).ready()) {
            return;
        }
        if (asking.contains(Kind.READINESS)) {
            askAgain = true;
            return;
        }
        Engine.Timer timer = timers.remove(Kind.READINESS);
        if (timer != null) {
            timer.cancel();
        }
        ticker(Kind.READINESS, probe).reset(now());
        if (earliest(probe) <= now()) {
            timers.put(Kind.READINESS, kubelet.after(kubelet.timing().status(), () -> due(Kind.READINESS, probe)));
        } else {
            next(Kind.READINESS, probe);
        }
    }

    private boolean wasStarted() {
        return worker.runtime().started(container.getName());
    }

    private void startedUp() {
        worker.runtime().started(container.getName(), true);
        if (container.getReadinessProbe() == null) {
            worker.runtime().ready(container.getName(), true);
        } else {
            next(Kind.READINESS, container.getReadinessProbe());
        }
        if (container.getLivenessProbe() != null) {
            next(Kind.LIVENESS, container.getLivenessProbe());
        }
    }

    private void next(Kind kind, Probe probe) {
        Duration wait = ticker(kind, probe).untilDue(now(), Math.max(earliest(probe), runningSince + 1));
        timers.put(kind, kubelet.after(wait, () -> due(kind, probe)));
    }

    private void due(Kind kind, Probe probe) {
        if (!goesOn(kind)) {
            return;
        }
        ticker(kind, probe).run(now());
        asking.add(kind);
        ask(probe, failure -> {
            asking.remove(kind);
            answered(kind, probe, failure);
        });
    }

    /// The initial delay is compared in whole seconds with a start that the API tells in whole seconds.
    private long earliest(Probe probe) {
        Duration running = Duration.between(run.startedAt().truncatedTo(ChronoUnit.SECONDS), kubelet.now());
        return now()
                + Duration.ofSeconds(seconds(probe.getInitialDelaySeconds(), 0))
                        .minus(running)
                        .toNanos();
    }

    private long now() {
        return kubelet.engine().nowNanos();
    }

    private ProbeTicker ticker(Kind kind, Probe probe) {
        return worker.probes().ticker(container, kind.text, probe);
    }

    /// While the Pod is being stopped, only readiness still matters (`pkg/kubelet/prober/prober_manager.go`,
    /// StopLivenessAndStartup).
    private boolean goesOn(Kind kind) {
        return !stopped && run.running() && (kind == Kind.READINESS || !worker.stopping());
    }

    private void answered(Kind kind, Probe probe, Optional<String> failure) {
        if (!goesOn(kind)) {
            return;
        }
        ProbeTicker ticker = ticker(kind, probe);
        boolean passed = failure.isEmpty();
        if (!passed && run.isFound() && !ticker.hasPassed()) {
            next(kind, probe);
            return;
        }
        failure.ifPresent(why -> kubelet.warn(worker.pod(), "Unhealthy", kind.text + " probe failed: " + why, path));
        int threshold = passed ? seconds(probe.getSuccessThreshold(), 1) : seconds(probe.getFailureThreshold(), 3);
        if (ticker.add(passed) < threshold || settled(kind, probe, passed)) {
            again(kind, probe, passed);
        }
    }

    private void again(Kind kind, Probe probe, boolean passed) {
        boolean now = kind == Kind.READINESS && askAgain && !passed;
        if (kind == Kind.READINESS) {
            askAgain = false;
        }
        if (now) {
            askIfReady();
        } else {
            next(kind, probe);
        }
    }

    /// Takes a result that counts; returns whether probing goes on.
    private boolean settled(Kind kind, Probe probe, boolean passed) {
        String name = container.getName();
        switch (kind) {
            case STARTUP -> {
                if (passed) {
                    ticker(kind, probe).countAnew();
                    startedUp();
                    worker.probed();
                    return false;
                }
            }
            case READINESS -> {
                boolean before = worker.runtime().view().of(name).ready();
                worker.runtime().ready(name, passed);
                if (before != passed) {
                    worker.probed();
                }
                return true;
            }
            case LIVENESS -> {
                if (passed) {
                    return true;
                }
            }
        }
        ticker(kind, probe).countAnew();
        worker.unhealthy(run, kind.text.toLowerCase(Locale.ROOT), probe);
        return false;
    }

    /// Asks once; `then` gets why it failed, or empty.
    private void ask(Probe probe, Consumer<Optional<String>> then) {
        if (probe.getExec() != null) {
            exec(probe, then);
        } else if (probe.getHttpGet() != null) {
            String asked = Objects.requireNonNullElse(probe.getHttpGet().getPath(), "/");
            http(probe, port(probe.getHttpGet().getPort()), asked.startsWith("/") ? asked : "/" + asked, then);
        } else if (probe.getTcpSocket() != null) {
            int port = port(probe.getTcpSocket().getPort());
            connect(
                    probe,
                    port,
                    connected -> then.accept(
                            connected ? Optional.empty() : Optional.of("dial tcp " + address(port) + refused())));
        } else {
            grpc(probe, probe.getGrpc().getPort(), then);
        }
    }

    private void connect(Probe probe, int port, Consumer<Boolean> then) {
        Call call = Call.connect(worker.runtime().network().address(), port).withTimeout(timeout(probe));
        kubelet.network().probe(worker.runtime().network(), call, outcome -> then.accept(outcome.succeeded()));
    }

    /// Who is refused is asked again until the time is up (`pkg/probe/grpc/grpc.go`).
    private void grpc(Probe probe, int port, Consumer<Optional<String>> then) {
        long until = now() + timeout(probe).toNanos();
        connect(probe, port, connected -> {
            if (connected) {
                then.accept(Optional.empty());
                return;
            }
            String why = "timeout: failed to connect service \"" + address(port) + "\" within "
                    + timeout(probe).toSeconds() + "s: context deadline exceeded";
            kubelet.after(Duration.ofNanos(Math.max(0, until - now())), () -> then.accept(Optional.of(why)));
        });
    }

    private void exec(Probe probe, Consumer<Optional<String>> then) {
        StringBuilder said = new StringBuilder();
        List<String> program = probe.getExec().getCommand();
        boolean[] answered = {false};
        int timeout = seconds(probe.getTimeoutSeconds(), 1);
        var process = run.container().exec(program, new Streams("", said::append, said::append), code -> {
            if (!answered[0]) {
                answered[0] = true;
                then.accept(
                        code == 0
                                ? Optional.empty()
                                : Optional.of(said.toString().strip()));
            }
        });
        kubelet.after(Duration.ofSeconds(timeout), () -> {
            if (!answered[0]) {
                answered[0] = true;
                process.kill();
                then.accept(Optional.of(
                        "command timed out: \"" + String.join(" ", program) + "\" timed out after " + timeout + "s"));
            }
        });
    }

    private void http(Probe probe, int port, String asked, Consumer<Optional<String>> then) {
        Call call = Call.get(worker.runtime().network().address(), port, asked).withTimeout(timeout(probe));
        String url = "Get \"http://" + address(port) + asked + "\": ";
        kubelet.network()
                .probe(
                        worker.runtime().network(),
                        call,
                        outcome -> then.accept(
                                switch (outcome) {
                                    case Outcome.Answered(var reply, var _) ->
                                        outcome.succeeded()
                                                ? Optional.empty()
                                                : Optional.of("HTTP probe failed with statuscode: " + reply.status());
                                    case Outcome.TimedOut _ ->
                                        Optional.of(url
                                                + "context deadline exceeded (Client.Timeout exceeded while"
                                                + " awaiting headers)");
                                    case Outcome.Refused _,
                                            Outcome.Unreachable _,
                                            Outcome.NoSuchHost _,
                                            Outcome.NoNameServer _ ->
                                        Optional.of(url + "dial tcp " + address(port) + refused());
                                }));
    }

    private static Duration timeout(Probe probe) {
        return Duration.ofSeconds(seconds(probe.getTimeoutSeconds(), 1));
    }

    private String address(int port) {
        return worker.runtime().network().address() + ":" + port;
    }

    private static String refused() {
        return ": connect: connection refused";
    }

    private int port(IntOrString port) {
        return Hooks.port(container, port);
    }

    private static int seconds(@Nullable Integer value, int otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}
