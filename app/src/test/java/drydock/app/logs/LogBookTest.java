package drydock.app.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogBookTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final LogBook book = new LogBook(1000, 1_000_000);

    @Test
    void linesOfSeveralLogsStandInTheOrderOfTheirTimes() {
        book.add(List.of(line("a", 1, "one"), line("a", 4, "four")));
        book.add(List.of(line("b", 3, "three"), line("b", 2, "two"), line("b", 5, "five")));

        assertThat(book.lines()).extracting(LogLine::text).containsExactly("one", "two", "three", "four", "five");
    }

    @Test
    void linesOfOneTimeStayInTheOrderInWhichTheyCame() {
        book.add(List.of(line("a", 1, "first"), line("a", 1, "second")));
        book.add(List.of(line("a", 1, "third")));

        assertThat(book.lines()).extracting(LogLine::text).containsExactly("first", "second", "third");
    }

    @Test
    void theOldestGoAndAreCountedWhenThereAreTooMany() {
        LogBook small = new LogBook(3, 1_000_000);

        small.add(IntStream.range(0, 10)
                .mapToObj(i -> line("a", i, String.valueOf(i)))
                .toList());

        assertThat(small.lines()).extracting(LogLine::text).containsExactly("7", "8", "9");
        assertThat(small.droppedProperty().get()).isEqualTo(7);
    }

    @Test
    void longLinesGoEarlierForTheyTakeMoreMemory() {
        LogBook small = new LogBook(1000, 10_000);

        for (int i = 0; i < 50; i++) {
            small.add(List.of(line("a", i, "x".repeat(1000))));
        }

        assertThat(small.lines()).hasSize(4);
        assertThat(small.lines().getLast().at()).isEqualTo(START.plusSeconds(49));
    }

    @Test
    void aTimeIsReadFromTheLineAndControlSequencesAreLeftOut() {
        LogLine line = LogLine.read(
                "2026-03-01T12:00:00.123456789Z \u001b[31mred\u001b[0m\ttext\r\n", "web", "nginx", 2, START);

        assertThat(line.at()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123456789Z"));
        assertThat(line.text()).isEqualTo("red\ttext");
    }

    @Test
    void aTimeWithAnOffsetIsReadAndALineWithoutOneHasTheTimeItCame() {
        assertThat(LogLine.read("2026-03-01T20:00:00.5+08:00 x\n", "p", "c", 0, Instant.MIN)
                        .at())
                .isEqualTo(Instant.parse("2026-03-01T12:00:00.500Z"));
        assertThat(LogLine.read("2026 was a good year for wine\n", "p", "c", 0, START))
                .isEqualTo(new LogLine(START, "p", "c", 0, "2026 was a good year for wine", false));
    }

    @Test
    void wordsAreFoundAsTheyStandAndExpressionsBetweenSlashes() {
        LogFilter words = LogFilter.read("a.b").orElseThrow();
        LogFilter expression = LogFilter.read("/err(or)?/").orElseThrow();

        assertThat(words.matches("xA.By")).isTrue();
        assertThat(words.matches("axb")).isFalse();
        assertThat(expression.spans("Error and err"))
                .containsExactly(new LogFilter.Span(0, 5), new LogFilter.Span(10, 13));
        assertThat(LogFilter.read("/(/")).isEmpty();
        assertThat(LogFilter.read(" ")).contains(LogFilter.NONE);
    }

    private static LogLine line(String pod, int second, String text) {
        return new LogLine(START.plusSeconds(second), pod, "main", 0, text, false);
    }
}
