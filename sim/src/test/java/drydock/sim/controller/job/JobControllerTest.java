package drydock.sim.controller.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Bench;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobControllerTest {

    private static final ResourceId WORK = ResourceId.of(Kinds.JOB, "default", "work");

    private final Bench bench = Bench.start();

    @AfterEach
    void close() {
        bench.close();
    }

    private static String job(String more, String restart, String command) {
        return """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: work}
            spec:
            %s
              template:
                spec:
                  terminationGracePeriodSeconds: 1
                  restartPolicy: %s
                  containers:
                  - {name: main, image: busybox, command: [sh, -c, '%s']}
            """.formatted(more, restart, command);
    }

    private Job work() {
        return bench.get(Kinds.JOB, "work", Job.class);
    }

    private List<String> conditions() {
        return work().getStatus().getConditions().stream()
                .filter(c -> c.getStatus().equals("True"))
                .map(c -> c.getType() + ":" + c.getReason())
                .toList();
    }

    private String message() {
        return work().getStatus().getConditions().stream()
                .map(JobCondition::getMessage)
                .reduce((_, last) -> last)
                .orElse("");
    }

    /// Rule 29.
    /// Rule 113: whoever says nothing of it leaves a Job's Pods behind.
    @Test
    void aJobDeletedWithoutAWordLeavesItsPods() {
        bench.apply(job("", "Never", "sleep 1000")).pass(5);
        assertThat(bench.pods()).hasSize(1);

        bench.simulation().cluster().delete(WORK, new Deletion(OptionalLong.empty(), Deletion.Propagation.UNSAID));
        bench.pass(60);

        assertThat(bench.simulation().cluster().get(WORK)).isEmpty();
        assertThat(bench.pods())
                .hasSize(1)
                .allMatch(pod -> pod.getMetadata().getOwnerReferences().isEmpty());
    }

    @Test
    void aJobRunsOnceAndMayFailSixTimesUnlessItSaysOtherwise() {
        bench.apply(job("", "Never", "true"));

        assertThat(work().getSpec().getCompletions()).isEqualTo(1);
        assertThat(work().getSpec().getParallelism()).isEqualTo(1);
        assertThat(work().getSpec().getBackoffLimit()).isEqualTo(6);
        assertThat(work().getSpec().getPodReplacementPolicy()).isEqualTo("TerminatingOrFailed");
        assertThat(work().getSpec().getSelector().getMatchLabels())
                .containsEntry(
                        "batch.kubernetes.io/controller-uid",
                        work().getMetadata().getUid());
    }

    /// Rule 97.
    @Test
    void aJobHasFailedWhenMorePodsFailedThanItAllows() {
        bench.apply(job("  backoffLimit: 1", "Never", "exit 1"));

        bench.pass(60);

        assertThat(work().getStatus().getFailed()).isEqualTo(2);
        assertThat(conditions()).containsExactly("FailureTarget:BackoffLimitExceeded", "Failed:BackoffLimitExceeded");
        assertThat(message()).isEqualTo("Job has reached the specified backoff limit");
        assertThat(bench.events("work")).contains("BackoffLimitExceeded: Job has reached the specified backoff limit");
    }

    /// Rule 97: with OnFailure the restarts count.
    @Test
    void withOnFailureTheRestartsOfTheContainersCount() {
        bench.apply(job("  backoffLimit: 2", "OnFailure", "exit 1"));

        bench.pass(6);
        assertThat(conditions()).isEmpty();
        bench.pass(60);

        assertThat(conditions()).contains("Failed:BackoffLimitExceeded");
        assertThat(bench.pods()).isEmpty();
    }

    /// Rule 98.
    @Test
    void eachReplacementWaitsTwiceAsLong() {
        Instant last = Instant.EPOCH;

        assertThat(FailureBackOff.remaining(1, last, last)).isEqualTo(Duration.ofSeconds(10));
        assertThat(FailureBackOff.remaining(3, last, last.plusSeconds(15))).isEqualTo(Duration.ofSeconds(25));
        assertThat(FailureBackOff.remaining(20, last, last)).isEqualTo(Duration.ofMinutes(10));
        assertThat(FailureBackOff.remaining(0, last, last)).isZero();
    }

    /// Rule 98.
    @Test
    void aPodThatFailedIsReplacedAfterTenSeconds() {
        bench.apply(job("", "Never", "exit 1"));

        bench.pass(8);
        assertThat(bench.pods()).hasSize(1);
        bench.pass(8);
        assertThat(bench.pods()).hasSize(2);
    }

    /// Rule 99.
    @Test
    void aJobIsCompleteAfterItsCriteriaAreMet() {
        bench.apply(job("  completions: 2", "Never", "true"));

        bench.pass(20);

        assertThat(conditions())
                .containsExactly("SuccessCriteriaMet:CompletionsReached", "Complete:CompletionsReached");
        assertThat(work().getStatus().getSucceeded()).isEqualTo(2);
        assertThat(work().getStatus().getCompletionTime()).isNotNull();
        assertThat(bench.kubectl("get job").stdout()).contains("work   Complete   2/2");
    }

    /// Rule 99: the finalizer keeps a Pod until it is counted.
    @Test
    void aPodIsHeldUntilItIsCounted() {
        bench.apply(job("", "Never", "sleep 100")).pass(5);
        Pod pod = bench.pods().getFirst();
        assertThat(pod.getMetadata().getFinalizers()).containsExactly("batch.kubernetes.io/job-tracking");

        bench.simulation().cluster().delete(ResourceId.of(pod), Deletion.DEFAULT.withGraceSeconds(0));
        assertThat(bench.has(Kinds.POD, pod.getMetadata().getName())).isTrue();
        bench.pass(5);

        assertThat(bench.has(Kinds.POD, pod.getMetadata().getName())).isFalse();
        assertThat(work().getStatus().getFailed()).isEqualTo(1);
    }

    @Test
    void podsOfADeletedJobGo() {
        bench.apply(job("", "Never", "sleep 100")).pass(5);

        bench.kubectl("delete job work");
        bench.pass(10);

        assertThat(bench.pods()).isEmpty();
    }

    @Test
    void anIndexedJobWorksOnEachIndexOnce() {
        bench.apply(job(
                "  completions: 3\n  parallelism: 3\n  completionMode: Indexed",
                "Never",
                "echo at $JOB_COMPLETION_INDEX"));

        bench.pass(20);

        assertThat(work().getStatus().getCompletedIndexes()).isEqualTo("0-2");
        assertThat(conditions()).contains("Complete:CompletionsReached");
        assertThat(bench.pods())
                .allMatch(pod -> bench.simulation()
                        .log(pod, "main", false)
                        .orElse("")
                        .equals("at " + JobPods.index(pod) + "\n"));
        assertThat(bench.pods()).extracting(pod -> pod.getSpec().getHostname()).contains("work-0", "work-2");
    }

    @Test
    void anIndexThatFailsTooOftenFailsAloneAndTheOthersGoOn() {
        bench.apply(job(
                "  completions: 3\n  parallelism: 3\n  completionMode: Indexed\n  backoffLimitPerIndex: 0",
                "Never",
                "test $JOB_COMPLETION_INDEX != 1"));

        bench.pass(30);

        assertThat(work().getStatus().getCompletedIndexes()).isEqualTo("0,2");
        assertThat(work().getStatus().getFailedIndexes()).isEqualTo("1");
        assertThat(conditions()).contains("Failed:FailedIndexes");
    }

    @Test
    void aSuccessPolicyEndsTheJobEarly() {
        bench.apply(job(
                "  completions: 3\n  parallelism: 3\n  completionMode: Indexed\n"
                        + "  successPolicy: {rules: [{succeededIndexes: \"0\"}]}",
                "Never",
                "test $JOB_COMPLETION_INDEX == 0 || sleep 1000"));

        bench.pass(30);

        assertThat(conditions()).containsExactly("SuccessCriteriaMet:SuccessPolicy", "Complete:SuccessPolicy");
        assertThat(message()).isEqualTo("Matched rules at index 0");
    }

    @Test
    void aFailurePolicyCanFailTheJobAtOnceOrLetItPass() {
        bench.apply(job(
                "  podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: [42]}}]}",
                "Never",
                "exit 42"));
        bench.pass(20);

        assertThat(conditions()).contains("Failed:PodFailurePolicy");
        assertThat(message())
                .matches("Container main for pod default/work-\\w{5} failed with exit code 42 "
                        + "matching FailJob rule at index 0");
    }

    @Test
    void whatAFailurePolicyIgnoresDoesNotCount() {
        bench.apply(job(
                "  backoffLimit: 0\n"
                        + "  podFailurePolicy: {rules: [{action: Ignore, onExitCodes: {operator: In, values: [42]}}]}",
                "Never",
                "exit 42"));
        bench.pass(20);

        assertThat(conditions()).isEmpty();
        assertThat(work().getStatus().getFailed()).isNull();
        assertThat(bench.pods()).hasSizeGreaterThan(1);
    }

    @Test
    void aJobThatTakesTooLongFails() {
        bench.apply(job("  activeDeadlineSeconds: 10", "Never", "sleep 100"));

        bench.pass(20);

        assertThat(conditions()).contains("Failed:DeadlineExceeded");
        assertThat(bench.pods()).isEmpty();
    }

    @Test
    void aSuspendedJobHasNoPodsUntilItIsResumed() {
        bench.apply(job("  suspend: true", "Never", "true")).pass(10);
        assertThat(bench.pods()).isEmpty();
        assertThat(conditions()).containsExactly("Suspended:JobSuspended");
        assertThat(work().getStatus().getStartTime()).isNull();

        bench.apply(job("  suspend: false", "Never", "true")).pass(20);

        assertThat(conditions()).contains("Complete:CompletionsReached");
        assertThat(bench.events("work")).contains("Suspended: Job suspended", "Resumed: Job resumed");
    }

    @Test
    void aFinishedJobIsDeletedAfterItsTime() {
        bench.apply(job("  ttlSecondsAfterFinished: 30", "Never", "true")).pass(20);
        assertThat(conditions()).contains("Complete:CompletionsReached");

        bench.pass(30);

        assertThat(bench.simulation().cluster().get(WORK)).isEmpty();
        assertThat(bench.pods()).isEmpty();
    }

    /// Rule 96.
    @Test
    void aJobThatNeverEndsIsRefused() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> bench.apply(job("", "Always", "true")))
                .withMessageContaining("spec.template.spec.restartPolicy");
    }
}
