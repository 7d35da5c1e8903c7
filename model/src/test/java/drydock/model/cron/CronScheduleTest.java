package drydock.model.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronScheduleTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T10:30:15Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        */5 * * * *        | 2026-06-01T10:35:00Z
        0 5 * * *          | 2026-06-02T05:00:00Z
        30 10 * * *        | 2026-06-02T10:30:00Z
        0 0 1 1 *          | 2027-01-01T00:00:00Z
        15,45 9-17 * * mon | 2026-06-01T10:45:00Z
        0 12 13 * fri      | 2026-06-05T12:00:00Z
        0 12 13 * *        | 2026-06-13T12:00:00Z
        0 0 29 2 *         | 2028-02-29T00:00:00Z
        5/20 * * * *       | 2026-06-01T10:45:00Z
        @hourly            | 2026-06-01T11:00:00Z
        @weekly            | 2026-06-07T00:00:00Z
        @every 1m30s       | 2026-06-01T10:31:45Z
        """)
    void theNextTimeIsTheFirstThatFits(String schedule, String next) {
        assertThat(CronSchedule.parse(schedule, ZoneOffset.UTC).next(MONDAY)).contains(Instant.parse(next));
    }

    @Test
    void aDayThatNeverComesIsNotWaitedFor() {
        assertThat(CronSchedule.parse("0 0 31 2 *", ZoneOffset.UTC).next(MONDAY))
                .isEmpty();
    }

    @Test
    void theClockIsThatOfTheZone() {
        CronSchedule schedule = CronSchedule.parse("0 5 * * *", ZoneId.of("Asia/Shanghai"));

        assertThat(schedule.next(MONDAY)).contains(Instant.parse("2026-06-01T21:00:00Z"));
    }

    @Test
    void anHourThatTheClockSkipsIsSkipped() {
        CronSchedule schedule = CronSchedule.parse("30 2 * * *", ZoneId.of("Europe/Berlin"));

        assertThat(schedule.next(Instant.parse("2026-03-28T12:00:00Z")))
                .contains(Instant.parse("2026-03-30T00:30:00Z"));
    }

    @Test
    void whatCannotBeReadIsToldInTheParsersWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronSchedule.parse("* * *", ZoneOffset.UTC))
                .withMessage("expected exactly 5 fields, found 3: [* * *]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronSchedule.parse("61 * * * *", ZoneOffset.UTC))
                .withMessage("end of range (61) above maximum (59): 61");
    }
}
