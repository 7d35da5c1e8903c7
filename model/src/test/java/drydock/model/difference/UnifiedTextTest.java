package drydock.model.difference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnifiedTextTest {

    @Test
    void whatChangesIsShownAmongThreeLinesOfWhatStays() {
        assertThat(UnifiedText.of("first", "a\nb\nc\nd\ne\nf\n", "second", "a\nb\nc\nd\nE\nf\n"))
                .isEqualTo("--- first\n+++ second\n@@ -2,5 +2,5 @@\n b\n c\n d\n-e\n+E\n f\n");
    }

    @Test
    void anEmptyTextHasNoPlace() {
        assertThat(UnifiedText.of("first", "", "second", "a\nb\n"))
                .isEqualTo("--- first\n+++ second\n@@ -0,0 +1,2 @@\n+a\n+b\n");
    }

    @Test
    void whatIsTheSameHasNoDifference() {
        assertThat(UnifiedText.of("first", "a\n", "second", "a\n")).isEmpty();
    }
}
