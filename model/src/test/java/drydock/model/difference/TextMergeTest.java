package drydock.model.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TextMergeTest {

    private static final String BASE = "a\nb\nc\nd\ne\n";

    @Test
    void changesInDifferentPlacesAreBothThere() {
        TextMerge merge = TextMerge.of(BASE, "a\nB\nc\nd\ne\n", "a\nb\nc\nd\nx\ny\ne\n");

        assertThat(merge).isEqualTo(new TextMerge("a\nB\nc\nd\nx\ny\ne\n", List.of()));
    }

    @Test
    void changesOfNeighbouringLinesAreBothThere() {
        TextMerge merge = TextMerge.of(BASE, "a\nB\nc\nd\ne\n", "a\nb\nC\nd\ne\n");

        assertThat(merge).isEqualTo(new TextMerge("a\nB\nC\nd\ne\n", List.of()));
    }

    @Test
    void ofALineThatBothChangedTheFirstIsKeptAndTheSecondIsTold() {
        TextMerge merge = TextMerge.of(BASE, "a\nb\nmine\nd\ne\n", "a\nb\ntheirs\nd\n");

        assertThat(merge.text()).isEqualTo("a\nb\nmine\nd\n");
        assertThat(merge.clashes()).containsExactly(new TextMerge.Clash(3, List.of("theirs")));
    }

    @Test
    void theSameChangeOnBothSidesIsNoClash() {
        TextMerge merge = TextMerge.of(BASE, "a\nX\nc\nd\ne\n", "a\nX\nc\nd\ne\nf\n");

        assertThat(merge).isEqualTo(new TextMerge("a\nX\nc\nd\ne\nf\n", List.of()));
    }

    @Property(tries = 500)
    void whoChangedNothingGetsWhatTheOtherMade(
            @ForAll @Size(max = 12) List<@CharRange(from = 'a', to = 'd') Character> base,
            @ForAll @Size(max = 12) List<@CharRange(from = 'a', to = 'd') Character> changed) {
        String original = text(base);
        String other = text(changed);

        assertThat(TextMerge.of(original, original, other)).isEqualTo(new TextMerge(other, List.of()));
        assertThat(TextMerge.of(original, other, original)).isEqualTo(new TextMerge(other, List.of()));
        assertThat(TextMerge.of(original, other, other)).isEqualTo(new TextMerge(other, List.of()));
    }

    @Property(tries = 500)
    void noLineOfMineIsLost(
            @ForAll @Size(max = 12) List<@CharRange(from = 'a', to = 'd') Character> base,
            @ForAll @Size(max = 12) List<@CharRange(from = 'A', to = 'D') Character> mine,
            @ForAll @Size(max = 12) List<@CharRange(from = 'a', to = 'd') Character> theirs) {
        TextMerge merge = TextMerge.of(text(base), text(mine), text(theirs));

        assertThat(merge.text().lines().filter(line -> line.matches("[A-D]")))
                .containsExactlyElementsOf(mine.stream().map(String::valueOf).toList());
    }

    private static String text(List<Character> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
