package drydock.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandHistoryTest {

    private final CommandHistory history = new CommandHistory();

    @Test
    void upGoesBackToTheOldestAndDownToAnEmptyLine() {
        history.add("one");
        history.add("two");

        assertThat(history.earlier()).isEqualTo("two");
        assertThat(history.earlier()).isEqualTo("one");
        assertThat(history.earlier()).isEqualTo("one");
        assertThat(history.later()).isEqualTo("two");
        assertThat(history.later()).isEmpty();
        assertThat(history.later()).isEmpty();
    }

    @Test
    void aLineThatIsRepeatedIsKeptOnce() {
        history.add("one");
        history.add("two");
        history.add("two");

        assertThat(history.earlier()).isEqualTo("two");
        assertThat(history.earlier()).isEqualTo("one");
    }

    @Test
    void anEmptyHistoryGivesEmptyLines() {
        assertThat(history.earlier()).isEmpty();
        assertThat(history.later()).isEmpty();
    }

    @Test
    void onlyTheLatestLinesAreKept() {
        for (int i = 0; i < 600; i++) {
            history.add("line " + i);
        }

        String oldest = "";
        for (int i = 0; i < 600; i++) {
            oldest = history.earlier();
        }
        assertThat(oldest).isEqualTo("line 100");
    }
}
