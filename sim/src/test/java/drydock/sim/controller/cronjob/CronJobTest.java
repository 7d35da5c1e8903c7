package drydock.sim.controller.cronjob;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cron.CronSchedule;
import drydock.model.resource.Kinds;
import drydock.sim.controller.Bench;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CronJobTest {

    private final Bench bench = Bench.startAt("2026-06-01T10:59:30Z");

    @AfterEach
    void close() {
        bench.close();
    }

    private static String job(String more, String command) {
        return """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: tick}
            spec:
              schedule: "* * * * *"
            %s
              jobTemplate:
                spec:
                  template:
                    spec:
                      terminationGracePeriodSeconds: 1
                      restartPolicy: Never
                      containers:
                      - {name: main, image: busybox, command: [sh, -c, '%s']}
            """.formatted(more, command);
    }

    private CronJob tick() {
        return bench.get(Kinds.CRON_JOB, "tick", CronJob.class);
    }

    private static String name(String instant) {
        return "tick-" + Instant.parse(instant).getEpochSecond() / 60;
    }

    /// Rule 29.
    @Test
    void aCronJobAllowsSeveralAndKeepsThreeAndOneUnlessItSaysOtherwise() {
        bench.apply(job("", "true"));

        assertThat(tick().getSpec().getConcurrencyPolicy()).isEqualTo("Allow");
        assertThat(tick().getSpec().getSuccessfulJobsHistoryLimit()).isEqualTo(3);
        assertThat(tick().getSpec().getFailedJobsHistoryLimit()).isEqualTo(1);
    }

    /// Rule 101: the name is that of the minute.
    @Test
    void theJobIsNamedAfterItsMinuteAndFollowed() {
        bench.apply(job("", "true")).pass(45);

        assertThat(bench.names(Kinds.JOB)).containsExactly(name("2026-06-01T11:00:00Z"));
        assertThat(tick().getStatus().getLastScheduleTime()).isEqualTo("2026-06-01T11:00:00Z");
        assertThat(bench.events("tick"))
                .contains(
                        "SuccessfulCreate: Created job " + name("2026-06-01T11:00:00Z"),
                        "SawCompletedJob: Saw completed job: " + name("2026-06-01T11:00:00Z")
                                + ", condition: Complete");
        assertThat(tick().getStatus().getActive()).isEmpty();
        assertThat(tick().getStatus().getLastSuccessfulTime()).isNotNull();
    }

    @Test
    void onlySoManyFinishedJobsAreKept() {
        bench.apply(job("", "true")).pass(6 * 60);

        assertThat(bench.names(Kinds.JOB)).hasSize(3).contains(name("2026-06-01T11:05:00Z"));
    }

    /// Rule 101: Forbid skips.
    @Test
    void forbidSkipsWhileOneRuns() {
        bench.apply(job("  concurrencyPolicy: Forbid", "sleep 90")).pass(110);

        assertThat(bench.names(Kinds.JOB)).containsExactly(name("2026-06-01T11:00:00Z"));
        assertThat(bench.events("tick"))
                .contains("JobAlreadyActive: Not starting job because prior execution is running and concurrency "
                        + "policy is Forbid");
    }

    /// Rule 101: Replace deletes first.
    @Test
    void replaceDeletesTheOneThatRuns() {
        bench.apply(job("  concurrencyPolicy: Replace", "sleep 90")).pass(100);

        assertThat(bench.names(Kinds.JOB)).containsExactly(name("2026-06-01T11:01:00Z"));
        assertThat(bench.events("tick")).contains("SuccessfulDelete: Deleted job " + name("2026-06-01T11:00:00Z"));
    }

    @Test
    void allowLetsSeveralRun() {
        bench.apply(job("", "sleep 600")).pass(160);

        assertThat(bench.names(Kinds.JOB)).hasSize(3);
        assertThat(tick().getStatus().getActive()).hasSize(3);
        assertThat(bench.kubectl("get cronjob").stdout())
                .contains("NAME   SCHEDULE    TIMEZONE   SUSPEND   ACTIVE   LAST SCHEDULE   AGE")
                .contains("tick   * * * * *   <none>     False     3 ");
    }

    /// Rule 100: of all that was missed while suspended, only the latest is made up for.
    @Test
    void afterAPauseOnlyTheLatestMissedTimeRuns() {
        bench.apply(job("  suspend: true", "true")).pass(5 * 60 + 30);
        assertThat(bench.names(Kinds.JOB)).isEmpty();

        bench.apply(job("  suspend: false", "true")).pass(5);

        assertThat(bench.names(Kinds.JOB)).containsExactly(name("2026-06-01T11:05:00Z"));
    }

    /// Rule 100.
    @Test
    void overAHundredMissedTimesAreTooMany() {
        CronSchedule minutely = CronSchedule.parse("* * * * *", ZoneOffset.UTC);
        Instant since = Instant.parse("2026-06-01T11:00:00Z");

        MissedTimes few = MissedTimes.between(minutely, since, since.plusSeconds(100 * 60));
        MissedTimes many = MissedTimes.between(minutely, since, since.plusSeconds(101 * 60 + 30));

        assertThat(few.tooMany()).isFalse();
        assertThat(many.tooMany()).isTrue();
        assertThat(many.latest()).contains(since.plusSeconds(101 * 60));
    }

    /// Rule 101: what is older than the deadline does not run any more.
    @Test
    void aTimeThatIsOlderThanTheDeadlineIsMissed() {
        bench.apply(job("  suspend: true\n  startingDeadlineSeconds: 20", "true"))
                .pass(75);

        bench.apply(job("  suspend: false\n  startingDeadlineSeconds: 20", "true"))
                .pass(1);

        assertThat(bench.names(Kinds.JOB)).isEmpty();
    }

    @Test
    void anotherScheduleBeginsWithItsNextTime() {
        bench.apply(job("", "true").replace("* * * * *", "0 0 1 1 *")).pass(5 * 60);

        bench.apply(job("", "true")).pass(5);
        assertThat(bench.names(Kinds.JOB)).isEmpty();

        bench.pass(50);
        assertThat(bench.names(Kinds.JOB)).containsExactly(name("2026-06-01T11:05:00Z"));
    }

    /// Whose Job is there already, though it forgot, takes it up again instead of making it twice.
    @Test
    void aJobThatWasForgottenIsTakenUpAgain() {
        bench.apply(job("", "sleep 600")).pass(45);
        String forgotten = bench.names(Kinds.JOB).getFirst();
        bench.kubectl("patch cronjob tick --subresource=status --type=merge -p "
                + "{\"status\":{\"active\":null,\"lastScheduleTime\":null}}");

        bench.pass(10);

        assertThat(bench.names(Kinds.JOB)).containsExactly(forgotten);
        assertThat(tick().getStatus().getActive()).extracting(r -> r.getName()).containsExactly(forgotten);
        assertThat(tick().getStatus().getLastScheduleTime()).isEqualTo("2026-06-01T11:00:00Z");
    }
}
