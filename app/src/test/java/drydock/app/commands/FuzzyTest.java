package drydock.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FuzzyTest {

    @Test
    void lettersInOrderFitAndOthersDoNot() {
        assertThat(Fuzzy.score("ztf", "Zoom to fit")).isPositive();
        assertThat(Fuzzy.score("zoom fit", "Zoom to fit")).isPositive();
        assertThat(Fuzzy.score("ftz", "Zoom to fit")).isZero();
        assertThat(Fuzzy.score("zoom too", "Zoom to")).isZero();
        assertThat(Fuzzy.score("", "anything")).isPositive();
        assertThat(Fuzzy.score("  ", "")).isPositive();
        assertThat(Fuzzy.score("a", "")).isZero();
    }

    @Test
    void beginningsOfWordsAndLettersTogetherCountMore() {
        assertThat(Fuzzy.score("sa", "Save as…")).isGreaterThan(Fuzzy.score("sa", "Also anyhow"));
        assertThat(Fuzzy.score("dist", "Distribute across")).isGreaterThan(Fuzzy.score("dist", "Delete in some text"));
        assertThat(Fuzzy.score("undo", "Undo")).isGreaterThan(Fuzzy.score("undo", "Undo Move figures"));
    }

    @Test
    void chineseAndOtherLettersFit() {
        assertThat(Fuzzy.score("缩见", "缩放至全部可见")).isPositive();
        assertThat(Fuzzy.score("ß", "Straße")).isPositive();
        assertThat(Fuzzy.score("İ", "İstanbul")).isNotNegative();
    }
}
