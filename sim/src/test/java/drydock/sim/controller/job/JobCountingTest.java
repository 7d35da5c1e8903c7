package drydock.sim.controller.job;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.sim.controller.Bench;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What counts as a failure and when it is counted, and what a Job's status says meanwhile.
class JobCountingTest {

    private final Bench bench = Bench.start();

    @AfterEach
    void close() {
        bench.close();
    }

    private static String job(String more, String command) {
        return """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: work}
            spec:
            %s
              template:
                spec:
                  terminationGracePeriodSeconds: 5
                  restartPolicy: Never
                  containers:
                  - {name: main, image: busybox, command: [sh, -c, '%s']}
            """.formatted(more, command);
    }

    private JobStatus work() {
        return bench.get(Kinds.JOB, "work", Job.class).getStatus();
    }

    private List<String> conditions() {
        return work().getConditions().stream()
                .filter(c -> c.getStatus().equals("True"))
                .map(c -> c.getType())
                .toList();
    }

    @Test
    void podsThatALowerParallelismSendsAwayAreNoFailures() {
        bench.apply(job("  parallelism: 3\n  completions: 3", "sleep 100")).pass(10);

        bench.kubectl("patch job work -p {\"spec\":{\"parallelism\":1}}");
        bench.passMillis(100);

        assertThat(work().getActive()).isEqualTo(1);
        assertThat(work().getReady()).isEqualTo(1);
        assertThat(work().getTerminating()).isEqualTo(2);
        bench.pass(20);
        assertThat(work().getFailed()).isNull();
        assertThat(work().getTerminating()).isZero();
        assertThat(bench.pods()).hasSize(1);
    }

    @Test
    void podsThatASuspensionSendsAwayAreNoFailuresAndAreReplacedAtOnceWhenItEnds() {
        bench.apply(job("  parallelism: 2\n  completions: 2", "sleep 100")).pass(10);

        bench.kubectl("patch job work -p {\"spec\":{\"suspend\":true}}");
        bench.pass(20);
        assertThat(bench.pods()).isEmpty();
        assertThat(work().getFailed()).isNull();
        assertThat(work().getActive()).isNull();

        bench.kubectl("patch job work -p {\"spec\":{\"suspend\":false}}");
        bench.pass(3);

        assertThat(bench.pods()).hasSize(2);
        assertThat(work().getActive()).isEqualTo(2);
    }

    /// Its Pods are stopped and counted as failures first; only when they are gone is it over.
    @Test
    void aJobThatFailsWaitsForItsPodsToEnd() {
        bench.apply(job("  activeDeadlineSeconds: 10\n  parallelism: 2\n  completions: 2", "trap : TERM; sleep 100"))
                .pass(11);

        assertThat(conditions()).containsExactly("FailureTarget");
        assertThat(work().getFailed()).isEqualTo(2);
        assertThat(work().getTerminating()).isEqualTo(2);
        assertThat(work().getActive()).isNull();
        bench.pass(20);

        assertThat(conditions()).containsExactly("FailureTarget", "Failed");
        assertThat(work().getTerminating()).isZero();
        assertThat(work().getFailed()).isEqualTo(2);
    }

    /// The server refuses what the controller of v1.36.2 says while it waits: no Pod active, though one is
    /// ready.
    @Test
    void whileOthersRunAFailureIsCountedWhenItsSuccessorComes() {
        bench.apply(job(
                        "  parallelism: 2\n  completions: 2\n  completionMode: Indexed",
                        "test $JOB_COMPLETION_INDEX != 1 || exit 3; sleep 100"))
                .pass(9);
        assertThat(bench.pods()).hasSize(2);
        assertThat(work().getFailed()).isNull();
        assertThat(work().getActive()).isEqualTo(2);

        bench.pass(8);

        assertThat(bench.pods()).hasSize(3);
        assertThat(work().getFailed()).isEqualTo(1);
        assertThat(work().getActive()).isEqualTo(2);
    }

    /// So that the next one learns how often the index has failed.
    @Test
    void aPodThatFailedAtAnIndexIsHeldUntilItsSuccessorComes() {
        bench.apply(job("  completions: 1\n  completionMode: Indexed\n  backoffLimitPerIndex: 2", "exit 3"))
                .pass(9);
        assertThat(bench.pods()).hasSize(1);
        assertThat(bench.pods().getFirst().getMetadata().getFinalizers()).hasSize(1);
        assertThat(work().getFailed()).isNull();

        bench.pass(10);

        assertThat(bench.pods())
                .extracting(
                        pod -> pod.getMetadata().getAnnotations().get("batch.kubernetes.io/job-index-failure-count"))
                .containsExactlyInAnyOrder("0", "1");
        assertThat(bench.pods())
                .filteredOn(pod -> JobPods.failures(pod) == 0)
                .allMatch(pod -> pod.getMetadata().getFinalizers().isEmpty());
        assertThat(work().getFailed()).isEqualTo(1);
    }

    @Test
    void anIndexThatWaitsKeepsItsPlaceBeforeLaterOnes() {
        bench.apply(job(
                        "  completions: 3\n  parallelism: 1\n  completionMode: Indexed\n  backoffLimitPerIndex: 5",
                        "exit 3"))
                .pass(9);

        assertThat(bench.pods()).extracting(JobPods::index).containsExactly(0);
        bench.pass(8);

        assertThat(bench.pods()).extracting(JobPods::index).containsExactly(0, 0);
    }

    @Test
    void failuresThatDoNotCountAreCountedApartAtTheIndex() {
        bench.apply(job(
                        "  completions: 1\n  completionMode: Indexed\n  backoffLimitPerIndex: 1\n"
                                + "  podFailurePolicy: {rules: [{action: Ignore,"
                                + " onExitCodes: {operator: In, values: [42]}}]}",
                        "exit 42"))
                .pass(20);

        Pod second = bench.pods().stream()
                .filter(pod -> JobPods.allFailures(pod) == 1)
                .findFirst()
                .orElseThrow();
        assertThat(second.getMetadata().getAnnotations())
                .containsEntry("batch.kubernetes.io/job-index-failure-count", "0")
                .containsEntry("batch.kubernetes.io/job-index-ignored-failure-count", "1");
    }

    @Test
    void ofARefusedPodAJobTellsAndTriesAgainAfterASecond() {
        bench.apply("""
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: few}
            spec: {hard: {pods: "1"}}
            """).pass(2);
        bench.apply(job("  parallelism: 3\n  completions: 3", "sleep 100")).pass(1);

        assertThat(bench.pods()).hasSize(1);
        assertThat(work().getActive()).isEqualTo(1);
        assertThat(bench.events("work"))
                .filteredOn(e -> e.startsWith("FailedCreate: Error creating: pods"))
                .hasSize(2);
        bench.kubectl("patch quota few -p {\"spec\":{\"hard\":{\"pods\":\"3\"}}}");
        bench.pass(4);

        assertThat(bench.pods()).hasSize(3);
    }
}
