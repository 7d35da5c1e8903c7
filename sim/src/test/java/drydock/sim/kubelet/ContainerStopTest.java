package drydock.sim.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.engine.Engine;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How containers are stopped: hooks, grace periods, turns, probes that failed.
class ContainerStopTest {

    private static final ResourceId WEB = ResourceId.of(Kinds.POD, "default", "web");
    private static final String HEEDS_TERM = "trap 'exit 0' TERM; while true; do sleep 1; done";

    private final Engine engine = new Engine(7, Instant.parse("2026-01-01T00:00:00Z"));
    private final PodsOnly api = new PodsOnly(engine);
    private final Kubelets kubelets = new Kubelets(engine, api, true);

    @Test
    @DisplayName("rule 68: a hook that takes longer than the grace period leaves 2 s for SIGTERM")
    void aHookThatTakesLongerThanTheGracePeriodLeavesTimeForTerm() {
        run(
                pod(main(HEEDS_TERM)
                        .editLifecycle()
                        .withNewPreStop()
                        .withNewExec()
                        .withCommand("sleep", "60")
                        .endExec()
                        .endPreStop()
                        .endLifecycle()),
                3);
        api.delete(WEB, Deletion.DEFAULT.withGraceSeconds(4));
        engine.runUntil(Duration.ofSeconds(6).toNanos());
        assertThat(kubelets.container(api.last(), "main")).isPresent();

        engine.runUntil(Duration.ofSeconds(11).toNanos());

        assertThat(ended("main")).isEqualTo("Completed 0");
        assertThat(api.get(WEB)).isEmpty();
        // the hook was killed with its container
        assertThat(api.reasons()).endsWith("Killing", "FailedPreStopHook");
    }

    @Test
    void aHookThatSleepsPutsOffTermAndUsesUpTheGracePeriod() {
        run(
                pod(main("sleep 1000")
                        .editLifecycle()
                        .withNewPreStop()
                        .withNewSleep()
                        .withSeconds(3L)
                        .endSleep()
                        .endPreStop()
                        .endLifecycle()),
                3);
        api.delete(WEB, Deletion.DEFAULT.withGraceSeconds(10));

        engine.runUntil(Duration.ofMillis(12_900).toNanos());
        assertThat(kubelets.container(api.last(), "main")).isPresent();
        engine.runUntil(Duration.ofMillis(13_100).toNanos());

        // the program ignores SIGTERM: it is killed 7 s after the hook's 3 s
        assertThat(kubelets.container(api.last(), "main")).isEmpty();
        assertThat(api.reasons()).endsWith("Killing");
    }

    @Test
    void aHookThatNobodyAnswersHasFailed() {
        run(
                pod(main(HEEDS_TERM)
                        .editLifecycle()
                        .withNewPreStop()
                        .withNewHttpGet()
                        .withPath("/bye")
                        .withPort(new IntOrString(81))
                        .endHttpGet()
                        .endPreStop()
                        .endLifecycle()),
                3);
        api.delete(WEB, Deletion.DEFAULT);
        engine.runUntil(Duration.ofSeconds(8).toNanos());

        assertThat(api.reasons()).endsWith("Killing", "FailedPreStopHook");
        assertThat(api.get(WEB)).isEmpty();
    }

    @Test
    void aShorterGracePeriodIsCountedFromWhenItIsGiven() {
        run(pod(main("sleep 1000")), 3);
        api.delete(WEB, Deletion.DEFAULT.withGraceSeconds(60));
        engine.runUntil(Duration.ofSeconds(10).toNanos());
        api.delete(WEB, Deletion.DEFAULT.withGraceSeconds(3));
        engine.runUntil(Duration.ofMillis(15_500).toNanos());

        assertThat(api.get(WEB)).isEmpty();
        assertThat(api.reasons()).endsWith("Killing", "Killing");
    }

    @Test
    @DisplayName("rule 69: sidecars are told with all others, and stop after them, the last one first")
    void sidecarsAreToldWithAllOthersAndStopAfterThem() {
        Pod pod = pod(main("trap 'sleep 2; exit 0' TERM; while true; do sleep 1; done"))
                .edit()
                .editSpec()
                .addToInitContainers(sidecar("first"), sidecar("second"))
                .endSpec()
                .build();
        run(pod, 4);
        api.delete(WEB, Deletion.DEFAULT);
        engine.runUntil(Duration.ofMillis(4_200).toNanos());
        assertThat(api.reasons()).endsWith("Killing", "Killing", "Killing");

        engine.runUntil(Duration.ofSeconds(20).toNanos());

        assertThat(ended("main")).isEqualTo("Completed 0");
        assertThat(finished("second")).isAfter(finished("main"));
        assertThat(finished("first")).isAfterOrEqualTo(finished("second"));
        assertThat(api.get(WEB)).isEmpty();
    }

    @Test
    void aContainerWhoseStartHookFailsWasNeverRunning() {
        run(
                pod(main(HEEDS_TERM)
                        .editLifecycle()
                        .withNewPostStart()
                        .withNewExec()
                        .withCommand("false")
                        .endExec()
                        .endPostStart()
                        .endLifecycle()),
                9);

        ContainerState state =
                api.last().getStatus().getContainerStatuses().getFirst().getState();
        assertThat(state.getWaiting().getReason()).isEqualTo("PostStartHookError");
        assertThat(state.getWaiting().getMessage())
                .isEqualTo("Exec lifecycle hook ([false]) for Container \"main\" in Pod \"web_default(u-1)\" failed - "
                        + "error: command 'false' exited with 1: , message: \"\"");
        assertThat(api.versions)
                .noneMatch(p -> p.getStatus().getContainerStatuses().stream()
                        .anyMatch(s -> s.getState().getRunning() != null));
        assertThat(api.reasons())
                .startsWith("Pulled", "Created", "Started", "FailedPostStartHook", "Killing", "Pulled", "Created");
    }

    @Test
    void nothingElseStartsUntilAStartHookIsDone() {
        Pod pod = pod(main("sleep 1000")
                        .editLifecycle()
                        .withNewPostStart()
                        .withNewSleep()
                        .withSeconds(5L)
                        .endSleep()
                        .endPostStart()
                        .endLifecycle())
                .edit()
                .editSpec()
                .addToContainers(shell("late", "sleep 1000").build())
                .endSpec()
                .build();
        run(pod, 4);
        assertThat(api.last().getStatus().getPhase()).isEqualTo("Pending");

        engine.runUntil(Duration.ofSeconds(8).toNanos());

        assertThat(api.last().getStatus().getPhase()).isEqualTo("Running");
        assertThat(api.reasons()).containsExactly("Pulled", "Created", "Started", "Pulled", "Created", "Started");
    }

    @Test
    void aContainerThatFailsItsLivenessProbeIsBackedOffByTheRunBefore() {
        ContainerBuilder main = main("sleep 1000")
                .withNewLivenessProbe()
                .withNewExec()
                .withCommand("false")
                .endExec()
                .withPeriodSeconds(2)
                .withFailureThreshold(1)
                .endLivenessProbe();
        run(
                pod(main)
                        .edit()
                        .editSpec()
                        .withTerminationGracePeriodSeconds(2L)
                        .endSpec()
                        .build(),
                40);

        // the first restart finds no run that ended, the second one of some seconds ago, whose back-off begins
        assertThat(api.reasons().subList(0, 12))
                .containsExactly(
                        "Pulled",
                        "Created",
                        "Started",
                        "Unhealthy",
                        "Killing",
                        "Pulled",
                        "Created",
                        "Started",
                        "Unhealthy",
                        "Killing",
                        "Pulled",
                        "Created");
        assertThat(api.reasons()).contains("BackOff");
        assertThat(api.last().getStatus().getContainerStatuses().getFirst().getRestartCount())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void aPodThatNeverRestartsFailsByItsStartupProbe() {
        ContainerBuilder main = main("sleep 1000")
                .withNewStartupProbe()
                .withNewExec()
                .withCommand("false")
                .endExec()
                .withPeriodSeconds(1)
                .withFailureThreshold(2)
                .endStartupProbe();
        run(
                pod(main)
                        .edit()
                        .editSpec()
                        .withRestartPolicy("Never")
                        .withTerminationGracePeriodSeconds(2L)
                        .endSpec()
                        .build(),
                12);

        assertThat(api.last().getStatus().getPhase()).isEqualTo("Failed");
        assertThat(api.reasons()).containsOnlyOnce("Started").containsOnlyOnce("Killing");
    }

    private static ContainerBuilder main(String script) {
        return shell("main", script);
    }

    private static ContainerBuilder shell(String name, String script) {
        return new ContainerBuilder()
                .withName(name)
                .withImage("busybox:1.36")
                .withCommand("sh", "-c", script)
                .withNewLifecycle()
                .endLifecycle();
    }

    private static io.fabric8.kubernetes.api.model.Container sidecar(String name) {
        return shell(name, HEEDS_TERM).withRestartPolicy("Always").build();
    }

    private static Pod pod(ContainerBuilder main) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("web")
                .withUid("u-1")
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy("Always")
                .withNodeName("node-0")
                .withContainers(main.build())
                .endSpec()
                .withNewStatus()
                .withPhase("Pending")
                .endStatus()
                .build();
    }

    private void run(Pod pod, long seconds) {
        kubelets.start(List.of(PodFixtures.node()));
        api.create(pod);
        engine.runUntil(Duration.ofSeconds(seconds).toNanos());
    }

    private ContainerStatus status(String name) {
        return java.util.stream.Stream.concat(
                        api.last().getStatus().getContainerStatuses().stream(),
                        api.last().getStatus().getInitContainerStatuses().stream())
                .filter(s -> s.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String ended(String name) {
        var end = status(name).getState().getTerminated();
        return end.getReason() + " " + end.getExitCode();
    }

    private Instant finished(String name) {
        return Instant.parse(status(name).getState().getTerminated().getFinishedAt());
    }
}
