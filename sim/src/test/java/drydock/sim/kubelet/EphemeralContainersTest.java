package drydock.sim.kubelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.sim.Lab;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Ephemeral containers: how they are added, what of them may change, and what a kubelet does with them.
class EphemeralContainersTest {

    private static final String POD = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web}}
        spec:
          terminationGracePeriodSeconds: 1
          containers:
          - name: main
            image: nginx:1.27
        """;

    private static final String DEBUG = "debug web --image=busybox:1.36 -c debug -q ";

    @Test
    void oneRunsBesideTheOthersAndIsNotCounted() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(POD).run(10);
            debug(lab, "echo hello; sleep 1000");
            lab.run(10);

            ContainerStatus status = status(lab);
            assertThat(status.getState().getRunning()).isNotNull();
            assertThat(status.getReady()).isFalse();
            assertThat(status.getStarted()).isNull();
            assertThat(lab.pod("web").getMetadata().getGeneration()).isEqualTo(2);
            assertThat(lab.kubectl("get pod web")).containsPattern("web +1/1 +Running +0");
            assertThat(lab.kubectl("logs web -c debug")).isEqualTo("hello\n");
            assertThat(lab.kubectl("exec web -c debug -- hostname")).isEqualTo("web\n");
            assertThat(lab.kubectl("exec web -c debug -- wget -qO- localhost")).contains("nginx");
            assertThat(
                            lab.kubectl(
                                    "get events -o"
                                        + " jsonpath={.items[?(@.involvedObject.fieldPath==\"spec.ephemeralContainers{debug}\")].reason}"))
                    .isEqualTo("Pulling Pulled Created Started");
        }
    }

    @Test
    void oneThatHasEndedIsNeverStartedAgain() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(POD).run(10);
            debug(lab, "echo once; exit 3");
            lab.run(120);

            ContainerStatus status = status(lab);
            assertThat(status.getState().getTerminated().getExitCode()).isEqualTo(3);
            assertThat(status.getRestartCount()).isZero();
            assertThat(lab.kubectl("logs web -c debug")).isEqualTo("once\n");
            assertThat(lab.pod("web").getStatus().getPhase()).isEqualTo("Running");
            assertThat(lab.kubectl("get pod web")).containsPattern("web +1/1 +Running +0");
        }
    }

    @Test
    void oneSeesTheProcessesOfItsTargetAndEndsWithThem() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(POD.replace("image: nginx:1.27", "image: busybox:1.36\n    command: [sh, -c, sleep 60]"))
                    .run(10);
            lab.kubectl(DEBUG + "--target=main -- sleep 1000");
            lab.kubectl("debug web --image=busybox:1.36 -c alone -q -- sleep 1000");
            lab.run(10);

            assertThat(lab.kubectl("exec web -c debug -- ps"))
                    .contains("1 root      0:00 sh -c sleep 60", "sleep 1000");
            assertThat(lab.kubectl("exec web -c alone -- ps")).contains("1 root      0:00 sleep 1000");
            lab.run(60);

            assertThat(status(lab).getState().getTerminated().getExitCode()).isEqualTo(137);
            assertThat(lab.kubectl("exec web -c alone -- ps")).contains("sleep 1000");
        }
    }

    @Test
    void inAPodWhoseContainersShareTheirProcessesThePauseContainerIsTheFirst() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(POD.replace("spec:", "spec:\n  shareProcessNamespace: true"))
                    .run(10);
            lab.kubectl(DEBUG + "-- sleep 1000");
            lab.run(10);

            assertThat(lab.kubectl("exec web -c debug -- ps"))
                    .contains("1 root      0:00 /pause", "nginx", "sleep 1000");
        }
    }

    @Test
    void oneWhoseImageIsNotThereWaitsAndIsTriedAgain() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(POD).run(10);
            lab.kubectl("debug web --image=nobody/nothing:9.9.9-absent --image-pull-policy=Never -c debug -q");
            lab.run(20);

            assertThat(status(lab).getState().getWaiting().getReason()).isEqualTo("ErrImageNeverPull");
            assertThat(lab.kubectl("get pod web")).containsPattern("web +1/1 +Running +0");
        }
    }

    @Test
    void aPodThatIsOverStopsThoseThatStillRun() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(POD.replace(
                            "image: nginx:1.27",
                            "image: busybox:1.36\n    command: [sh, -c, sleep 30]\n  restartPolicy: Never"))
                    .run(5);
            lab.kubectl(DEBUG + "-- sleep 1000");
            lab.run(60);

            assertThat(lab.pod("web").getStatus().getPhase()).isEqualTo("Succeeded");
            assertThat(status(lab).getState().getTerminated().getExitCode()).isEqualTo(137);
        }
    }

    @Test
    void theyAreAddedByTheirSubresourceOnlyAndStayAsTheyAre() {
        try (Lab lab = Lab.of("a cpu=2")) {
            assertThatThrownBy(() -> lab.apply(POD + "  ephemeralContainers: [{name: debug, image: busybox}]\n"))
                    .hasMessageContaining("spec.ephemeralContainers: Forbidden: cannot be set on create");
            lab.apply(POD).run(10);
            assertThatThrownBy(
                            () -> patch(lab, "{\"spec\":{\"ephemeralContainers\":[{\"name\":\"a\",\"image\":\"b\"}]}}"))
                    .hasMessageContaining("spec: Forbidden: pod updates may not change fields other than");
            lab.kubectl(DEBUG);

            assertThat(patch(lab, "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}")).isEqualTo("pod/web patched\n");
            assertThatThrownBy(() -> lab.kubectl("debug web --image=busybox:1.37 -c debug -q"))
                    .hasMessageContaining("existing ephemeral containers \"debug\" may not be changed");
            assertThatThrownBy(() -> lab.kubectl("debug web --image=busybox:1.36 -c main -q"))
                    .hasMessageContaining("spec.ephemeralContainers[1].name: Duplicate value: \"main\"");
            assertThatThrownBy(() -> lab.kubectl("debug web --image=busybox:1.36 -c other --target=none -q"))
                    .hasMessageContaining("spec.ephemeralContainers[1].targetContainerName: Not found: \"none\"");
        }
    }

    @Test
    void aPodOfAFileOnItsNodeGetsNone() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(POD.replace("labels: {app: web}", "annotations: {kubernetes.io/config.mirror: abc}")
                            .replace("spec:", "spec:\n  nodeName: a"))
                    .run(10);

            assertThatThrownBy(() -> lab.kubectl(DEBUG))
                    .hasMessageContaining("Forbidden: static pods do not support ephemeral containers");
        }
    }

    @Test
    void theSecurityStandardOfTheNamespaceHoldsThemToo() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(POD).run(10);
            lab.kubectl("label ns default pod-security.kubernetes.io/enforce=baseline");

            assertThatThrownBy(() -> lab.kubectl(DEBUG + "--profile=sysadmin"))
                    .hasMessageContaining("violates PodSecurity \"baseline:latest\": privileged (container \"debug\"");
        }
    }

    private static void debug(Lab lab, String script) {
        List<String> words = new ArrayList<>(List.of(DEBUG.strip().split(" ", -1)));
        words.addAll(List.of("--", "sh", "-c", script));
        lab.kubectl(words);
    }

    private static String patch(Lab lab, String body) {
        return lab.kubectl("patch pod web -p " + body);
    }

    private static ContainerStatus status(Lab lab) {
        return lab.pod("web").getStatus().getEphemeralContainerStatuses().stream()
                .filter(status -> status.getName().equals("debug"))
                .findFirst()
                .orElseThrow();
    }
}
