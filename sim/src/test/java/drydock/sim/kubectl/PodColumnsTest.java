package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.ManifestFile;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PodColumnsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");
    private static final String TWO = "containers: [{name: a}, {name: b}]";

    /// What the columns READY, STATUS and RESTARTS show of a Pod.
    private static String columns(String metadata, String spec, String status) {
        String text = "{apiVersion: v1, kind: Pod, metadata: {name: web, %s}, spec: {%s}, status: {%s}}"
                .formatted(metadata, spec, status);
        Pod pod = (Pod) ManifestFile.parse("pod.yaml", text)
                .documents()
                .getFirst()
                .object()
                .orElseThrow();
        return String.join(" ", PodColumns.of(pod, NOW));
    }

    private static String container(String name, String state, String more) {
        return "{name: %s, restartCount: 0, ready: %s, state: {%s}%s}"
                .formatted(name, state.startsWith("running"), state, more.isEmpty() ? "" : ", " + more);
    }

    private static String app(String... containers) {
        return "containerStatuses: [" + String.join(", ", containers) + "]";
    }

    private static String init(String... containers) {
        return "initContainerStatuses: [" + String.join(", ", containers) + "]";
    }

    @Test
    @DisplayName("rule 14: the phase, then the Pod's reason, then that its scheduling is gated")
    void thePhaseTheReasonAndTheGate() {
        assertThat(columns("", TWO, "phase: Pending")).isEqualTo("0/2 Pending 0");
        assertThat(columns("", TWO, "phase: Failed, reason: Evicted")).isEqualTo("0/2 Evicted 0");
        assertThat(columns(
                        "",
                        TWO,
                        "phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: SchedulingGated}]"))
                .isEqualTo("0/2 SchedulingGated 0");
    }

    @Test
    @DisplayName("rule 15: the first unfinished init container says how far it is")
    void theFirstUnfinishedInitContainerSaysHowFarItIs() {
        String spec = "initContainers: [{name: x}, {name: y}], containers: [{name: a}]";
        String done = container("x", "terminated: {exitCode: 0, reason: Completed}", "");

        assertThat(columns("", spec, "phase: Pending, " + init(done, container("y", "running: {}", ""))))
                .isEqualTo("0/1 Init:1/2 0");
        assertThat(columns(
                        "",
                        spec,
                        "phase: Pending, " + init(done, container("y", "waiting: {reason: ErrImagePull}", ""))))
                .isEqualTo("0/1 Init:ErrImagePull 0");
        assertThat(columns(
                        "", spec, "phase: Pending, " + init(container("x", "waiting: {reason: PodInitializing}", ""))))
                .isEqualTo("0/1 Init:0/2 0");
        assertThat(columns("", spec, "phase: Pending, " + init(container("x", "terminated: {exitCode: 3}", ""))))
                .isEqualTo("0/1 Init:ExitCode:3 0");
        assertThat(columns(
                        "",
                        spec,
                        "phase: Pending, " + init(container("x", "terminated: {exitCode: 137, signal: 9}", ""))))
                .isEqualTo("0/1 Init:Signal:9 0");
        assertThat(columns(
                        "",
                        spec,
                        "phase: Pending, " + init(container("x", "terminated: {exitCode: 1, reason: Error}", ""))))
                .isEqualTo("0/1 Init:Error 0");
    }

    @Test
    @DisplayName("rule 16: the first container with a reason wins; what is completed beside one that runs is not")
    void theFirstContainersReasonWins() {
        String crashing = container("a", "waiting: {reason: CrashLoopBackOff}", "");
        String ended = container("b", "terminated: {exitCode: 1, reason: Error}", "");
        assertThat(columns("", TWO, "phase: Running, " + app(crashing, ended))).isEqualTo("0/2 CrashLoopBackOff 0");

        String done = container("a", "terminated: {exitCode: 0, reason: Completed}", "");
        String runs = container("b", "running: {}", "");
        assertThat(columns("", TWO, "phase: Running, " + app(done, runs))).isEqualTo("1/2 NotReady 0");
        assertThat(columns("", TWO, "phase: Running, conditions: [{type: Ready, status: 'True'}], " + app(done, runs)))
                .isEqualTo("1/2 Running 0");
    }

    @Test
    @DisplayName("rule 17: a Pod that is being deleted is Terminating unless it is over, and Unknown on a lost node")
    void aPodThatIsBeingDeletedIsTerminating() {
        String deleted = "deletionTimestamp: '2026-01-01T00:09:00Z'";

        assertThat(columns(deleted, TWO, "phase: Running")).isEqualTo("0/2 Terminating 0");
        assertThat(columns(deleted, TWO, "phase: Succeeded")).isEqualTo("0/2 Succeeded 0");
        assertThat(columns(deleted, TWO, "phase: Running, reason: NodeLost")).isEqualTo("0/2 Unknown 0");
    }

    @Test
    @DisplayName("rule 18: sidecars count among the ready ones, and the last restart's age is told")
    void sidecarsCountAndTheLastRestartsAgeIsTold() {
        String spec = "initContainers: [{name: s, restartPolicy: Always}], containers: [{name: a}]";
        String sidecar = container("s", "running: {}", "started: true");
        String again = container(
                        "a",
                        "running: {}",
                        "lastState: {terminated: {exitCode: 1, finishedAt: '2026-01-01T00:08:00Z'}}")
                .replace("restartCount: 0", "restartCount: 2");

        assertThat(columns("", spec, "phase: Running, " + init(sidecar) + ", " + app(again)))
                .isEqualTo("2/2 Running 2 (2m ago)");
    }
}
