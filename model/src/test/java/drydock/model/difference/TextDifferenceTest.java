package drydock.model.difference;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.difference.TextDifference.Change;
import drydock.model.difference.TextDifference.Line;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {

    private static String numbered(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }

    private static String shown(TextDifference difference) {
        return difference.lines().stream()
                .map(line -> switch (line.change()) {
                    case SAME -> "  " + line.first() + " " + line.second() + " " + line.text();
                    case REMOVED -> "- " + line.first() + " " + line.text();
                    case ADDED -> "+ " + line.second() + " " + line.text();
                    case GAP -> "…";
                })
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aChangedLineIsShownWithThreeLinesAroundIt() {
        String first = numbered(1, 20);
        assertThat(shown(TextDifference.of("a", first, first.replace("line 10\n", "ten\n"))))
                .isEqualTo("""
                    …
                      7 7 line 7
                      8 8 line 8
                      9 9 line 9
                    - 10 line 10
                    + 10 ten
                      11 11 line 11
                      12 12 line 12
                      13 13 line 13
                    …\
                    """);
    }

    @Test
    void linesBehindAnInsertionHaveTwoNumbers() {
        assertThat(shown(TextDifference.of("a", "a\nb\n", "a\nnew\nb\n"))).isEqualTo("  1 1 a\n+ 2 new\n  2 3 b");
    }

    @Test
    void equalTextsHaveNoDifferenceHoweverTheirLinesEnd() {
        assertThat(TextDifference.of("a", "a\r\nb\r\n", "a\nb").lines()).isEmpty();
        assertThat(TextDifference.of("a", "", "").lines()).isEmpty();
    }

    @Test
    void anEmptyVersionIsAllAddedOrAllRemoved() {
        assertThat(TextDifference.of("a", "", "x\ny").lines())
                .extracting(Line::change)
                .containsOnly(Change.ADDED);
        assertThat(TextDifference.of("a", "x\ny", "").lines())
                .extracting(Line::change)
                .containsOnly(Change.REMOVED);
    }

    @Test
    void theLinesShownAreThoseOfTheVersionsByTheirNumbers() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String first = text(random);
            String second = text(random);
            List<String> before = first.lines().toList();
            List<String> after = second.lines().toList();
            TextDifference difference = TextDifference.of("a", first, second);
            for (Line line : difference.lines()) {
                if (line.first() > 0) {
                    assertThat(before.get(line.first() - 1)).isEqualTo(line.text());
                }
                if (line.second() > 0) {
                    assertThat(after.get(line.second() - 1)).isEqualTo(line.text());
                }
            }
            assertThat(without(before, numbers(difference, Change.REMOVED, true)))
                    .isEqualTo(without(after, numbers(difference, Change.ADDED, false)));
        }
    }

    private static List<Integer> numbers(TextDifference difference, Change change, boolean first) {
        return difference.lines().stream()
                .filter(line -> line.change() == change)
                .map(line -> first ? line.first() : line.second())
                .toList();
    }

    private static List<String> without(List<String> lines, List<Integer> numbers) {
        return IntStream.range(0, lines.size())
                .filter(i -> !numbers.contains(i + 1))
                .mapToObj(lines::get)
                .toList();
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(_ -> "abcd".charAt(random.nextInt(4)) + "\n")
                .collect(Collectors.joining());
    }
}
