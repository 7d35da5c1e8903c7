package drydock.icons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IconTest {

    @Test
    void noIconIsDrawnLikeAnother() {
        assertThat(Icon.all())
                .extracting(i -> i.line() + "/" + i.area())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(45);
    }

    @Test
    void everyPathHoldsOnlyWhatSvgKnows() {
        assertThat(Icon.all()).allSatisfy(icon -> {
            assertThat(icon.line()).matches("(M[MmLlHhVvCcSsAaZz0-9 .-]*)?");
            assertThat(icon.area()).matches("(M[MmLlHhVvCcSsAaZz0-9 .-]*Z)?");
        });
    }

    @Test
    void aKindThatIsNotKnownHasTheIconForUnknownKinds() {
        assertThat(Icon.of("Gateway")).isEqualTo(Icon.of("unknown"));
        assertThat(Icon.exists("Gateway")).isFalse();
        assertThat(Icon.of("Pod").name()).isEqualTo("Pod");
    }

    @Test
    void anIconThatDrawsNothingIsRefused() {
        assertThatThrownBy(() -> new Icon("Nothing", "", "")).hasMessageContaining("Nothing");
    }
}
