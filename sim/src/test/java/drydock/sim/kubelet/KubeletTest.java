package drydock.sim.kubelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.engine.Engine;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KubeletTest {

    private static final ResourceId WEB = ResourceId.of(Kinds.POD, "default", "web");

    private final Engine engine = new Engine(7, Instant.parse("2026-01-01T00:00:00Z"));
    private final PodsOnly api = new PodsOnly(engine);
    private final Kubelets kubelets = new Kubelets(engine, api, true);

    @Test
    void aPodComesUpInTheStepsOfARealNode() {
        run(pod("Always", "sleep", "1000"), 3);

        assertThat(states())
                .containsExactly("Pending []", "Pending [waiting ContainerCreating 0]", "Running [running ready 0]");
        assertThat(api.reasons()).containsExactly("Pulled", "Created", "Started");
        assertThat(api.last().getStatus().getPodIP()).isEqualTo("10.244.0.2");
    }

    @Test
    @DisplayName("rules 34 and 42: a container that crashes is restarted at once, then backed off")
    void aContainerThatCrashesIsRestartedAtOnceThenBackedOff() {
        run(pod("Always", "sh", "-c", "sleep 1; exit 3"), 30);

        assertThat(states())
                .startsWith(
                        "Pending []",
                        "Pending [waiting ContainerCreating 0]",
                        "Running [running ready 0]",
                        "Running [terminated Error 0]",
                        "Running [running ready 1]",
                        "Running [terminated Error 1]",
                        "Running [waiting CrashLoopBackOff 1]",
                        "Running [running ready 2]",
                        "Running [terminated Error 2]");
        assertThat(api.reasons())
                .startsWith(
                        "Pulled", "Created", "Started", "Pulled", "Created", "Started", "BackOff", "Pulled", "Created",
                        "Started", "BackOff");
    }

    @Test
    @DisplayName("rule 41: a Pod that never restarts ends by its exit code")
    void aPodThatNeverRestartsEndsByItsExitCode() {
        run(pod("Never", "sleep", "2"), 6);

        assertThat(states())
                .containsExactly(
                        "Pending []",
                        "Pending [waiting ContainerCreating 0]",
                        "Running [running ready 0]",
                        "Running [terminated Completed 0]",
                        "Succeeded [terminated Completed 0]");
    }

    @Test
    @DisplayName("rule 44: waiting alternates between ErrImagePull and ImagePullBackOff")
    void anImageThatCannotBePulledIsTriedAgainAndAgain() {
        run(image(pod("Always", "sleep", "9"), "10.0.0.101:5000/absent:9.9"), 40);

        assertThat(states())
                .startsWith(
                        "Pending []",
                        "Pending [waiting ContainerCreating 0]",
                        "Pending [waiting ErrImagePull 0]",
                        "Pending [waiting ImagePullBackOff 0]",
                        "Pending [waiting ErrImagePull 0]");
        assertThat(api.reasons())
                .startsWith("Pulling", "Failed", "Failed", "BackOff", "Failed", "Pulling", "Failed", "Failed");
    }

    @Test
    void aProgramThatIsNotThereCannotBeStarted() {
        run(pod("Always", "nosuchprogram"), 4);

        ContainerStatus status = api.last().getStatus().getContainerStatuses().getFirst();
        assertThat(status.getLastState().getTerminated().getExitCode()).isEqualTo(128);
        assertThat(status.getLastState().getTerminated().getReason()).isEqualTo("StartError");
        assertThat(api.reasons()).contains("Failed");
    }

    @Test
    @DisplayName("rules 58 and 69: a sidecar starts first and is stopped when the Pod is done")
    void aSidecarStartsFirstAndIsStoppedWhenThePodIsDone() {
        Pod pod = pod("Never", "sh", "-c", "sleep 2; echo done >> /tmp/x")
                .edit()
                .editSpec()
                .withTerminationGracePeriodSeconds(1L)
                .addNewInitContainer()
                .withName("side")
                .withImage("busybox:1.36")
                .withRestartPolicy("Always")
                .withCommand("sleep", "1000")
                .endInitContainer()
                .endSpec()
                .build();
        run(pod, 12);

        assertThat(states())
                .containsExactly(
                        "Pending []",
                        "Pending [waiting PodInitializing 0]",
                        "Running [running ready 0]",
                        "Running [terminated Completed 0]",
                        "Succeeded [terminated Completed 0]");
        assertThat(api.reasons())
                .containsExactly("Pulled", "Created", "Started", "Pulled", "Created", "Started", "Killing");
        ContainerStatus side = api.last().getStatus().getInitContainerStatuses().getFirst();
        assertThat(side.getState().getTerminated().getExitCode()).isEqualTo(137);
    }

    @Test
    void anInitContainerPreparesAVolumeForTheNext() {
        Pod pod = pod("Always", "sh", "-c", "cat /www/page; sleep 1000")
                .edit()
                .editSpec()
                .addNewVolume()
                .withName("www")
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .addNewInitContainer()
                .withName("prepare")
                .withImage("busybox:1.36")
                .withCommand("sh", "-c", "sleep 2; echo '<h1>hi</h1>' > /opt/page")
                .addNewVolumeMount()
                .withName("www")
                .withMountPath("/opt")
                .endVolumeMount()
                .endInitContainer()
                .editFirstContainer()
                .addNewVolumeMount()
                .withName("www")
                .withMountPath("/www")
                .endVolumeMount()
                .endContainer()
                .endSpec()
                .build();
        run(pod, 6);

        assertThat(api.last().getStatus().getPhase()).isEqualTo("Running");
        assertThat(kubelets.log(api.last(), "main", false)).contains("<h1>hi</h1>\n");
        assertThat(kubelets.container(api.last(), "prepare")).isEmpty();
    }

    @Test
    void twoServersInOnePodClashAndTheSecondIsRestarted() {
        Pod pod = image(pod("Always"), "nginx:1.20")
                .edit()
                .editSpec()
                .addNewContainer()
                .withName("second")
                .withImage("nginx:1.20")
                .endContainer()
                .endSpec()
                .build();
        run(pod, 4);

        assertThat(api.last().getStatus().getContainerStatuses())
                .extracting(ContainerStatus::getName, ContainerStatus::getRestartCount)
                .containsExactly(tuple("main", 0), tuple("second", 1));
        assertThat(api.reasons()).endsWith("BackOff");
        assertThat(kubelets.log(api.last(), "second", false).orElseThrow()).contains("Address already in use");
    }

    @Test
    @DisplayName("rule 68: a deleted Pod gets its grace, then is killed and removed")
    void aDeletedPodGetsItsGracePeriodThenIsKilledAndRemoved() {
        run(pod("Always", "sleep", "1000"), 3);
        api.delete(WEB, Deletion.DEFAULT);

        engine.runUntil(Duration.ofSeconds(32).toNanos());
        assertThat(api.last().getStatus().getPhase()).isEqualTo("Running");
        engine.runUntil(Duration.ofSeconds(36).toNanos());

        assertThat(states()).endsWith("Running [running ready 0]", "Failed [terminated Error 0]");
        assertThat(api.get(WEB)).isEmpty();
        assertThat(api.reasons()).endsWith("Killing");
    }

    @Test
    void aPodDeletedWhileItStartsGoesToo() {
        run(pod("Always", "sleep", "1000"), 0);
        engine.runUntil(Duration.ofMillis(200).toNanos());
        api.delete(WEB, Deletion.DEFAULT);
        engine.runUntil(Duration.ofSeconds(5).toNanos());

        assertThat(api.get(WEB)).isEmpty();
        assertThat(api.reasons()).doesNotContain("Started");
    }

    @Test
    void aStoppedKubeletWritesNothingMore() {
        run(pod("Never", "sleep", "2"), 2);
        assertThat(kubelets.stop("node-0")).isTrue();
        assertThat(kubelets.stop("absent")).isFalse();
        int before = api.versions.size();

        engine.runUntil(Duration.ofSeconds(60).toNanos());

        assertThat(api.versions).hasSize(before);
    }

    @Test
    @DisplayName("rule 62: readiness starts as failed")
    void aReadinessProbeDecidesWhetherThePodIsReady() {
        Pod pod = pod("Always", "sh", "-c", "sleep 4; touch /tmp/ready; sleep 1000")
                .edit()
                .editSpec()
                .editFirstContainer()
                .withNewReadinessProbe()
                .withNewExec()
                .withCommand("cat", "/tmp/ready")
                .endExec()
                .withPeriodSeconds(1)
                .endReadinessProbe()
                .endContainer()
                .endSpec()
                .build();
        run(pod, 10);

        assertThat(states()).endsWith("Running [running 0]", "Running [running ready 0]");
        assertThat(api.reasons()).contains("Unhealthy");
    }

    @Test
    @DisplayName("rule 66: a failed liveness probe ends the container")
    void aFailedLivenessProbeRestartsTheContainer() {
        Pod pod = pod("Always", "sleep", "1000")
                .edit()
                .editSpec()
                .withTerminationGracePeriodSeconds(2L)
                .editFirstContainer()
                .withNewLivenessProbe()
                .withNewTcpSocket()
                .withNewPort(80)
                .endTcpSocket()
                .withPeriodSeconds(1)
                .withFailureThreshold(2)
                .endLivenessProbe()
                .endContainer()
                .endSpec()
                .build();
        run(pod, 8);

        // the sync that stops the container starts it, too: nobody is told that it had ended
        assertThat(states()).contains("Running [running ready 1]").doesNotContain("Running [terminated Error 0]");
        assertThat(api.reasons()).contains("Unhealthy", "Killing");
    }

    private void run(Pod pod, long seconds) {
        kubelets.start(List.of(PodFixtures.node()));
        api.create(pod);
        engine.runUntil(Duration.ofSeconds(seconds).toNanos());
    }

    private List<String> states() {
        List<String> states = new ArrayList<>();
        for (Pod pod : api.versions) {
            String state = pod.getStatus().getPhase() + " "
                    + pod.getStatus().getContainerStatuses().stream()
                            .map(KubeletTest::state)
                            .toList();
            if (states.isEmpty() || !states.getLast().equals(state)) {
                states.add(state);
            }
        }
        return states;
    }

    private static String state(ContainerStatus status) {
        var state = status.getState();
        String what = state.getRunning() != null
                ? "running" + (status.getReady() ? " ready" : "")
                : state.getWaiting() != null
                        ? "waiting " + state.getWaiting().getReason()
                        : "terminated " + state.getTerminated().getReason();
        return what + " " + status.getRestartCount();
    }

    private static Pod image(Pod pod, String image) {
        return new PodBuilder(pod)
                .editSpec()
                .editFirstContainer()
                .withImage(image)
                .endContainer()
                .endSpec()
                .build();
    }

    private static Pod pod(String restartPolicy, String... command) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("web")
                .withUid("u-1")
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy(restartPolicy)
                .withNodeName("node-0")
                .withContainers(new ContainerBuilder()
                        .withName("main")
                        .withImage("busybox:1.36")
                        .withCommand(command)
                        .build())
                .endSpec()
                .withNewStatus()
                .withPhase("Pending")
                .endStatus()
                .build();
    }
}
