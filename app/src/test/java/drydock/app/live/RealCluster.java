package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The real control plane that `.ci/run` starts; without it the tests that need one are skipped.
///
/// `DRYDOCK_LIVE_KUBECONFIG` names its kubeconfig, `DRYDOCK_LIVE_CLUSTER` the folder with the scripts that start and
/// stop its parts.
public final class RealCluster {

    /// The group of the tests that need it. They run by themselves: some stop nodes or crash the API server.
    public static final String TAG = "real-cluster";

    private static final String KUBECONFIG = System.getenv("DRYDOCK_LIVE_KUBECONFIG");
    private static final String SCRIPTS = System.getenv("DRYDOCK_LIVE_CLUSTER");

    private RealCluster() {}

    /// Connects with one of its contexts, `admin` or `viewer`.
    static LiveCluster connect(String context) throws IOException {
        return LiveCluster.connect(kubeconfig(), context, Optional.empty());
    }

    public static Kubeconfig kubeconfig() throws IOException {
        return Kubeconfig.read(kubeconfigFile());
    }

    /// Starts or stops a hollow node.
    static void node(String verb, String name) throws IOException, InterruptedException {
        run(Path.of(SCRIPTS, "node").toString(), verb, name);
    }

    /// Sends a signal to the API server's process: `STOP` makes it silent, `CONT` lets it go on.
    static void signalApiServer(String signal) throws IOException, InterruptedException {
        Path pid = Path.of(KUBECONFIG).resolveSibling("apiserver.pid");
        run("kill", "-" + signal, Files.readString(pid).strip());
    }

    /// Ends the API server's process as a crash does, and runs `meanwhile` before it is started anew.
    static void crashApiServer(Runnable meanwhile) throws IOException, InterruptedException {
        Path run = Path.of(KUBECONFIG).getParent();
        Path pidFile = run.resolve("apiserver.pid");
        ProcessHandle before = ProcessHandle.of(
                        Long.parseLong(Files.readString(pidFile).strip()))
                .orElseThrow();
        String[] command = Files.readString(Path.of("/proc", String.valueOf(before.pid()), "cmdline"))
                .split("\0");
        run("kill", "-KILL", String.valueOf(before.pid()));
        before.onExit().join();
        try {
            meanwhile.run();
        } finally {
            Process anew = new ProcessBuilder(command)
                    .directory(run.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(run.resolve("logs/apiserver.log").toFile())
                    .start();
            Files.writeString(pidFile, String.valueOf(anew.pid()));
        }
    }

    static boolean isThere() {
        return KUBECONFIG != null && SCRIPTS != null;
    }

    /// Where its kubeconfig is.
    public static Path kubeconfigFile() {
        assumeTrue(isThere(), "no real cluster: set DRYDOCK_LIVE_KUBECONFIG and DRYDOCK_LIVE_CLUSTER");
        return Path.of(KUBECONFIG);
    }

    /// Waits until `condition` holds, and fails with `what` if it does not within `limit`.
    public static void await(String what, Duration limit, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    }
}
