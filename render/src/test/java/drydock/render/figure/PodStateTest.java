package drydock.render.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PodStateTest {

    private static PodState of(Pod pod) {
        return PodState.of(pod, Samples.NOW, false);
    }

    @Test
    void aPodThatSaysNothingWaitsForTheScheduler() {
        Pod pod =
                new PodBuilder().withNewMetadata().withName("new").endMetadata().build();

        assertThat(of(pod)).isEqualTo(new PodState.Unscheduled(""));
    }

    @Test
    void aPodWithoutANodeSaysWhyEachNodeWasPassedOver() {
        assertThat(of(Samples.unschedulable("greedy", "0/3 nodes are available: 3 Insufficient cpu.")))
                .isEqualTo(new PodState.Unscheduled("0/3 nodes are available: 3 Insufficient cpu."));
    }

    @Test
    void initContainersAreCounted() {
        Pod pod = Samples.initializing("init-demo", "n1", Samples.running("fetch", false));

        assertThat(of(pod)).isEqualTo(new PodState.Initializing(0, 1, "Init:0/1"));
    }

    @Test
    void aFailedInitContainerIsNamedAsKubectlNamesIt() {
        Pod failed = Samples.initializing("init-demo", "n1", Samples.ended("fetch", 1, "Error"));
        Pod wordless = Samples.initializing("init-demo", "n1", Samples.ended("fetch", 3, ""));
        Pod crashing = Samples.initializing("init-demo", "n1", Samples.crashed("fetch", 1, "10s"));

        assertThat(of(failed)).isEqualTo(new PodState.Initializing(0, 1, "Init:Error"));
        assertThat(of(wordless)).isEqualTo(new PodState.Initializing(0, 1, "Init:ExitCode:3"));
        assertThat(of(crashing)).isEqualTo(new PodState.Initializing(0, 1, "Init:CrashLoopBackOff"));
    }

    @Test
    void afterItsInitContainersAPodIsCreated() {
        Pod pod = Samples.initializing("init-demo", "n1", Samples.ended("fetch", 0, "Completed"));

        assertThat(of(pod)).isEqualTo(new PodState.Creating("PodInitializing"));
    }

    @Test
    void aPodThatRunsIsReadyOrNot() {
        Pod ready = Samples.pod("web", "n1", "Running", Samples.running("web", true));
        Pod half = Samples.pod("web", "n1", "Running", Samples.running("a", true), Samples.running("b", false));

        assertThat(of(ready)).isEqualTo(new PodState.Running(1, 1, true));
        assertThat(of(half)).isEqualTo(new PodState.Running(1, 2, false));
    }

    @Test
    void aCompletedContainerBesideARunningOneLeavesThePodRunning() {
        Pod pod = Samples.pod(
                "web", "n1", "Running", Samples.ended("once", 0, "Completed"), Samples.running("web", true));

        assertThat(of(pod)).isEqualTo(new PodState.Running(1, 2, false));
    }

    @Test
    void terminalPhasesAreFinal() {
        Pod done = Samples.pod("job", "n1", "Succeeded", Samples.ended("job", 0, "Completed"));
        Pod killed = Samples.pod("job", "n1", "Failed", Samples.ended("job", 137, "OOMKilled"));
        Pod evicted = new PodBuilder(Samples.pod("job", "n1", "Failed"))
                .editStatus()
                .withReason("Evicted")
                .endStatus()
                .build();

        assertThat(of(done)).isEqualTo(new PodState.Succeeded());
        assertThat(of(Samples.leaving(done, 10))).isEqualTo(new PodState.Succeeded());
        assertThat(of(killed)).isEqualTo(new PodState.Failed("OOMKilled"));
        assertThat(of(evicted)).isEqualTo(new PodState.Failed("Evicted"));
        assertThat(PodState.of(done, Samples.NOW, true)).isEqualTo(new PodState.Succeeded());
    }

    @Test
    void theNextTryAfterACrashCountsFromTheEndOfTheLastRun() {
        Pod pod = Samples.pod("web", "n1", "Running", Samples.crashed("web", 6, "1m20s"));

        assertThat(of(pod))
                .isEqualTo(new PodState.CrashLoopBackOff(
                        Optional.of(new BackOff(Duration.ofSeconds(74), Duration.ofSeconds(80)))));
    }

    @Test
    void aBackOffThatIsOverHasNothingLeft() {
        Pod pod = Samples.pod("web", "n1", "Running", Samples.crashed("web", 60, "10s"));

        assertThat(of(pod))
                .isEqualTo(
                        new PodState.CrashLoopBackOff(Optional.of(new BackOff(Duration.ZERO, Duration.ofSeconds(10)))));
    }

    @Test
    void aBackOffWithoutAMessageCountsNothingDown() {
        Pod pod = Samples.pod("web", "n1", "Running", Samples.waiting("web", "CrashLoopBackOff"));

        assertThat(of(pod)).isEqualTo(new PodState.CrashLoopBackOff(Optional.empty()));
        assertThat(of(pod).countsDown()).isFalse();
    }

    @Test
    void imagesThatCannotBeHadAndOtherTroubleKeepTheKubeletsWord() {
        Pod pulling = Samples.pod("web", "n1", "Pending", Samples.waiting("web", "ErrImagePull"));
        Pod broken = Samples.pod("web", "n1", "Pending", Samples.waiting("web", "CreateContainerConfigError"));

        assertThat(of(pulling)).isEqualTo(new PodState.ImagePullBackOff("ErrImagePull", Optional.empty()));
        assertThat(of(broken)).isEqualTo(new PodState.Blocked("CreateContainerConfigError"));
    }

    @Test
    void theLastContainersTroubleIsOverruledByTheFirsts() {
        Pod pod = Samples.pod(
                "web", "n1", "Pending", Samples.waiting("a", "ErrImagePull"), Samples.waiting("b", "InvalidImageName"));

        assertThat(of(pod)).isEqualTo(new PodState.ImagePullBackOff("ErrImagePull", Optional.empty()));
    }

    @Test
    void aPodOnALostNodeIsUnknown() {
        Pod pod = Samples.pod("web", "n1", "Running", Samples.running("web", true));
        Pod evicted = new PodBuilder(Samples.leaving(pod, 10))
                .editStatus()
                .withReason("NodeLost")
                .endStatus()
                .build();

        assertThat(PodState.of(pod, Samples.NOW, true)).isEqualTo(new PodState.Unknown());
        assertThat(of(evicted)).isEqualTo(new PodState.Unknown());
    }

    @Test
    void aPodThatLeavesHasSomeOfItsGraceLeft() {
        Pod pod = Samples.pod("web", "n1", "Running", Samples.running("web", true));

        assertThat(of(Samples.leaving(pod, 21)))
                .isEqualTo(new PodState.Terminating(Duration.ofSeconds(21), Duration.ofSeconds(30)));
        assertThat(of(Samples.leaving(pod, -5)))
                .isEqualTo(new PodState.Terminating(Duration.ZERO, Duration.ofSeconds(30)));
        assertThat(of(Samples.leaving(pod, -5)).countsDown()).isFalse();
    }
}
