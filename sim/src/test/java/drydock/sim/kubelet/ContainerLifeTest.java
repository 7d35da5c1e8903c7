package drydock.sim.kubelet;

import static drydock.sim.Lab.sleeper;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.sim.Lab;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Why containers do not start, and what starts them all anew.
class ContainerLifeTest {

    @Test
    void whatARuleRestartsAllForStopsTheOthersAndBeginsWithTheInitContainers() {
        try (Lab lab = Lab.of("a")) {
            List<String> told = new ArrayList<>();
            lab.simulation().cluster().watch(Query.all(Kinds.POD), event -> {
                if (event instanceof ClusterEvent.Modified(Pod pod)) {
                    pod.getStatus().getConditions().stream()
                            .filter(c -> c.getType().equals("AllContainersRestarting"))
                            .map(c -> c.getStatus() + " " + c.getReason() + " "
                                    + pod.getStatus().getPhase())
                            .filter(said -> told.isEmpty() || !told.getLast().equals(said))
                            .forEach(told::add);
                }
            });
            lab.apply("""
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  restartPolicy: Never
                  initContainers:
                  - {name: first, image: busybox, command: [sh, -c, sleep 1]}
                  containers:
                  - name: main
                    image: busybox
                    command: [sh, -c, sleep 4; exit 88]
                    restartPolicy: Never
                    restartPolicyRules:
                    - {action: RestartAllContainers, exitCodes: {operator: In, values: [88]}}
                  - name: other
                    image: busybox
                    command: [sleep, '1000']
                    lifecycle: {preStop: {exec: {command: [sleep, '20']}}}
                """).run(20);

            assertThat(told)
                    .startsWith(
                            "False null Pending",
                            "False null Running",
                            "True RestartAllContainersStarted Running",
                            "False null Running");
            assertThat(lab.pod("web")
                            .getStatus()
                            .getInitContainerStatuses()
                            .getFirst()
                            .getRestartCount())
                    .isPositive();
            assertThat(lab.pod("web").getStatus().getContainerStatuses())
                    .extracting(ContainerStatus::getRestartCount)
                    .allMatch(count -> count >= 1);
            // no hook was run, and nothing backs off
            assertThat(lab.events("web")).contains("Killing").doesNotContain("FailedPreStopHook", "BackOff");
        }
    }

    @Test
    void whatMustNotRunAsRootDoesNotStartFromAnImageThatDoes() {
        try (Lab lab = Lab.of("a")) {
            String pod = sleeper("web", "app: web", "  securityContext: {runAsNonRoot: true}");
            lab.apply(pod).run(5);
            assertThat(waiting(lab).getReason()).isEqualTo("CreateContainerConfigError");
            assertThat(waiting(lab).getMessage())
                    .startsWith("container has runAsNonRoot and image will run as root (pod: \"web_default(");

            lab.kubectl("delete pod web --force --grace-period=0");
            lab.apply(pod.replace("runAsNonRoot: true", "runAsNonRoot: true, runAsUser: 1000"))
                    .run(5);
            assertThat(lab.pod("web").getStatus().getPhase()).isEqualTo("Running");

            lab.kubectl("delete pod web --force --grace-period=0");
            lab.apply(pod.replace("runAsNonRoot: true", "runAsNonRoot: true, runAsUser: 0"))
                    .run(5);
            assertThat(waiting(lab).getMessage()).startsWith("container's runAsUser breaks non-root policy");
        }
    }

    @Test
    void aProgramThatIsNamedByItsPathIsLookedForThere() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("web", "app: web", "").replaceAll("command: .*", "command: [/opt/absent]"))
                    .run(3);

            assertThat(waiting(lab).getReason()).isIn("RunContainerError", "CrashLoopBackOff");
            assertThat(lab.pod("web")
                            .getStatus()
                            .getContainerStatuses()
                            .getFirst()
                            .getLastState()
                            .getTerminated()
                            .getMessage())
                    .endsWith("exec: \"/opt/absent\": stat /opt/absent: no such file or directory");
        }
    }

    @Test
    void whatAContainerLeavesBehindInItsFileIsTold() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(ending("file", "echo so long > /dev/termination-log; echo other; exit 3", "File"))
                    .apply(ending("log", "echo first; echo second; exit 3", "FallbackToLogsOnError"))
                    .apply(ending("well", "echo fine", "FallbackToLogsOnError"))
                    .run(6);

            assertThat(said(lab, "file")).isEqualTo("so long\n");
            assertThat(said(lab, "log")).isEqualTo("first\nsecond\n");
            assertThat(said(lab, "well")).isNull();
        }
    }

    @Test
    void aProbeByGrpcSaysThatItsTimeIsUp() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("web", "app: web", "")
                            + "    readinessProbe: {grpc: {port: 5000}, periodSeconds: 2, timeoutSeconds: 1}\n")
                    .run(5);

            assertThat(lab.kubectl("get events"))
                    .contains("Readiness probe failed: timeout: failed to connect service \""
                            + lab.pod("web").getStatus().getPodIP()
                            + ":5000\" within 1s: context deadline exceeded");
        }
    }

    private static String ending(String name, String script, String policy) {
        return sleeper(name, "app: " + name, "  restartPolicy: Never")
                .replaceAll(
                        "command: .*", "command: [sh, -c, '" + script + "']\n    terminationMessagePolicy: " + policy);
    }

    private static String said(Lab lab, String pod) {
        return lab.pod(pod)
                .getStatus()
                .getContainerStatuses()
                .getFirst()
                .getState()
                .getTerminated()
                .getMessage();
    }

    @Test
    void aPodThatIsOverdueIsNotReadyFromTheMomentThatIsDecided() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("web", "app: web", "  activeDeadlineSeconds: 5").replace("Seconds: 1\n", "Seconds: 20\n"))
                    .run(10);
            PodCondition ready = lab.condition("web", "Ready");
            assertThat(ready.getStatus() + " " + ready.getReason()).isEqualTo("False PodFailed");
            assertThat(lab.pod("web").getStatus().getPhase()).isEqualTo("Running");

            lab.run(25);
            assertThat(lab.pod("web").getStatus().getPhase()).isEqualTo("Failed");
            assertThat(lab.pod("web").getStatus().getReason()).isEqualTo("DeadlineExceeded");
        }
    }

    private static io.fabric8.kubernetes.api.model.ContainerStateWaiting waiting(Lab lab) {
        return lab.pod("web")
                .getStatus()
                .getContainerStatuses()
                .getFirst()
                .getState()
                .getWaiting();
    }
}
