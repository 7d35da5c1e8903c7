package drydock.app.problems;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.problems.ProblemRow.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowChangesTest {

    private static List<ProblemRow> rows(String names) {
        return names.chars()
                .<ProblemRow>mapToObj(c -> new Head(Character.toString(c), 1))
                .toList();
    }

    private static List<ProblemRow> many(int count) {
        return IntStream.range(0, count)
                .<ProblemRow>mapToObj(i -> new Head("f" + i, 1))
                .toList();
    }

    @Test
    void rowsThatStayAreNotTouched() {
        assertThat(RowChanges.between(rows("abcdef"), rows("xabcef")))
                .hasValueSatisfying(changes -> assertThat(changes.runs())
                        .containsExactly(new RowChanges.Run(0, 0, rows("x")), new RowChanges.Run(3, 1, List.of())));
    }

    @Test
    void theSameRowsAreNoChange() {
        assertThat(RowChanges.between(rows("abc"), rows("abc")))
                .hasValueSatisfying(changes -> assertThat(changes.runs()).isEmpty());
    }

    @Test
    void listsWithLittleInCommonAreNotChangedRowByRow() {
        assertThat(RowChanges.between(many(100), List.of())).isEmpty();
        assertThat(RowChanges.between(many(100), many(100).reversed())).isEmpty();
    }

    @Test
    void whateverComesAndGoesTheChangesLeadThere() {
        Random random = new Random(4);
        int told = 0;
        for (int run = 0; run < 500; run++) {
            List<ProblemRow> before = many(random.nextInt(60));
            List<ProblemRow> after = new ArrayList<>(before);
            for (int i = random.nextInt(6); i > 0; i--) {
                if (random.nextBoolean() && !after.isEmpty()) {
                    after.remove(random.nextInt(after.size()));
                } else {
                    after.add(random.nextInt(after.size() + 1), new Head("new" + i, 1));
                }
            }

            List<ProblemRow> rows = new ArrayList<>(before);
            var changes = RowChanges.between(before, List.copyOf(after));
            changes.ifPresent(c -> c.make(rows));

            if (changes.isPresent()) {
                told++;
                assertThat(rows).isEqualTo(after);
            }
        }
        assertThat(told).isGreaterThan(450);
    }
}
