package drydock.render.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronWordsTest {

    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final Words CHINESE = new Words(Locale.SIMPLIFIED_CHINESE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        * * * * *      | every minute              | 每 1 分钟
        */5 * * * *    | every 5 minutes           | 每 5 分钟
        0 */6 * * *    | every 6 hours             | 每 6 小时
        5 * * * *      | hourly at :05             | 每小时第 05 分
        @daily         | daily at 00:00            | 每天 00:00
        30 3 * * *     | daily at 03:30            | 每天 03:30
        0 9 * * 1      | Mondays at 09:00          | 每周一 09:00
        0 9 * * 7      | Sundays at 09:00          | 每周日 09:00
        0 9 * * mon-fri| Monday to Friday at 09:00 | 周一至周五 09:00
        15 4 1 * *     | monthly, day 1, at 04:15  | 每月 1 日 04:15
        """)
    void commonSchedulesAreSaidInWords(String schedule, String english, String chinese) {
        assertThat(CronWords.of(schedule, ENGLISH)).isEqualTo(english);
        assertThat(CronWords.of(schedule, CHINESE)).isEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 0 1 1 *", "1-5 * * * *", "0 0 1 * 1", "0 0 * * 1,2", "* * *", "''", "何时", "0 0 * * 8"})
    void anyOtherScheduleStandsAsItIsWritten(String schedule) {
        assertThat(CronWords.of(schedule, ENGLISH)).isEqualTo(schedule);
    }
}
