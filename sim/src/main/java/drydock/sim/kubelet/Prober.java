package drydock.sim.kubelet;

import drydock.sim.container.Call;
import drydock.sim.container.Outcome;
import drydock.sim.container.Streams;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The probing of one run of a container (`pkg/kubelet/prober/worker.go`).
///
/// Readiness starts as failed, liveness as passed; a startup probe holds both back until it has passed. A result counts
/// after its threshold of equal results in a row; a failed liveness or startup probe ends the container.
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

    Prober(Kubelet kubelet, PodWorker worker, Container container, ContainerRun run, String path) {
        this.kubelet = kubelet;
        this.worker = worker;
        this.container = container;
        this.run = run;
        this.path = path;
    }

    void begin() {
        if (container.getStartupProbe() == null || (run.isFound() && wasStarted())) {
            startedUp();
        } else {
            probe(Kind.STARTUP, container.getStartupProbe(), new Streak());
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
            probe(Kind.READINESS, container.getReadinessProbe(), new Streak());
        }
        if (container.getLivenessProbe() != null) {
            probe(Kind.LIVENESS, container.getLivenessProbe(), new Streak());
        }
    }

    private void probe(Kind kind, Probe probe, Streak streak) {
        Duration running = Duration.between(run.startedAt(), kubelet.now());
        Duration initial =
                Duration.ofSeconds(seconds(probe.getInitialDelaySeconds(), 0)).minus(running);
        next(kind, probe, streak, initial.isNegative() ? Duration.ZERO : initial);
    }

    private void next(Kind kind, Probe probe, Streak streak, Duration delay) {
        kubelet.after(delay.plus(kubelet.timing().status()), () -> {
            if (goesOn(kind)) {
                ask(probe, failure -> answered(kind, probe, streak, failure));
            }
        });
    }

    /// While the Pod is being stopped, only readiness still matters (`pkg/kubelet/prober/prober_manager.go`,
    /// StopLivenessAndStartup).
    private boolean goesOn(Kind kind) {
        return run.running() && (kind == Kind.READINESS || !worker.stopping());
    }

    private void answered(Kind kind, Probe probe, Streak streak, Optional<String> failure) {
        if (!goesOn(kind)) {
            return;
        }
        boolean passed = failure.isEmpty();
        if (!passed && run.isFound() && !streak.hasPassed) {
            next(kind, probe, streak, Duration.ofSeconds(seconds(probe.getPeriodSeconds(), 10)));
            return;
        }
        failure.ifPresent(why -> kubelet.warn(worker.pod(), "Unhealthy", kind.text + " probe failed: " + why, path));
        streak.add(passed);
        int threshold = passed ? seconds(probe.getSuccessThreshold(), 1) : seconds(probe.getFailureThreshold(), 3);
        boolean again = streak.length < threshold || settled(kind, probe, passed);
        if (again) {
            next(kind, probe, streak, Duration.ofSeconds(seconds(probe.getPeriodSeconds(), 10)));
        }
    }

    /// Takes a result that counts; returns whether probing goes on.
    private boolean settled(Kind kind, Probe probe, boolean passed) {
        String name = container.getName();
        switch (kind) {
            case STARTUP -> {
                if (passed) {
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
        new ContainerStop(kubelet, worker, container, run).failed(kind.text.toLowerCase(Locale.ROOT), probe);
        return false;
    }

    /// Asks once; `then` gets why it failed, or empty.
    private void ask(Probe probe, Consumer<Optional<String>> then) {
        if (probe.getExec() != null) {
            exec(probe, then);
        } else if (probe.getHttpGet() != null) {
            String asked = Objects.requireNonNullElse(probe.getHttpGet().getPath(), "/");
            http(probe, port(probe.getHttpGet().getPort()), asked.startsWith("/") ? asked : "/" + asked, then);
        } else {
            IntOrString port = probe.getTcpSocket() == null
                    ? new IntOrString(probe.getGrpc().getPort())
                    : probe.getTcpSocket().getPort();
            Call call = Call.connect(worker.runtime().network().address(), port(port))
                    .withTimeout(timeout(probe));
            kubelet.network()
                    .probe(
                            worker.runtime().network(),
                            call,
                            outcome -> then.accept(
                                    outcome.succeeded()
                                            ? Optional.empty()
                                            : Optional.of("dial tcp " + address(port(port)) + refused())));
        }
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
        if (port.getIntVal() != null) {
            return port.getIntVal();
        }
        return container.getPorts().stream()
                .filter(p -> Objects.equals(port.getStrVal(), p.getName()))
                .map(ContainerPort::getContainerPort)
                .findFirst()
                .orElse(0);
    }

    private static int seconds(@Nullable Integer value, int otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }

    /// Equal results in a row.
    private static final class Streak {

        private boolean passed;
        private int length;
        private boolean hasPassed;

        void add(boolean result) {
            length = result == passed ? length + 1 : 1;
            passed = result;
            hasPassed |= result;
        }
    }
}
