package drydock.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        for (long millis : new long[] {0, 100, 59_900, 61_000, 3_600_000, 90_061_500}) {
            Duration moment = Duration.ofMillis(millis);
            assertThat(Clock.read(Clock.text(moment))).contains(moment);
        }
    }

    @Test
    void secondsAloneAreAMomentToo() {
        assertThat(Clock.read("90")).contains(Duration.ofSeconds(90));
        assertThat(Clock.read(" 1.5s ")).contains(Duration.ofMillis(1500));
    }

    @Test
    void whatIsNoMomentIsNone() {
        for (String text : new String[] {"", "soon", "-3", "1:2:3:4", "99999999999"}) {
            assertThat(Clock.read(text)).isEmpty();
        }
    }
}
