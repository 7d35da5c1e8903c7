package drydock.render.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import drydock.render.scene.Mark.TextStyle;
import drydock.render.testing.FxToolkit;
import drydock.render.theme.TextLook;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FxTextMeasureTest {

    private final TextMeasure measure = FxToolkit.call(FxTextMeasure::new);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "oldboyedu-nginx-svc",
                "AVAVA To. 8888 → 80",
                "Größe Ω Ж",
                "就绪 2/3",
                "é́",
                "עברית ‎ابجد",
                "👩‍👩‍👧"
            })
    void theWidthIsThatOfTheTextAsItIsDrawn(String text) {
        Text drawn = FxToolkit.call(() -> {
            Text node = new Text(text);
            node.setFont(Fonts.font(TextLook.of(TextStyle.BODY), 1));
            return node;
        });

        assertThat(measure.width(text, TextStyle.BODY))
                .isCloseTo(drawn.getLayoutBounds().getWidth(), within(0.1));
    }

    @ParameterizedTest
    @EnumSource(TextStyle.class)
    void everyStyleIsDrawnWithAFontOfOurOwn(TextStyle style) {
        TextLook look = TextLook.of(style);
        Font font = FxToolkit.call(() -> Fonts.font(look, 1.5));

        assertThat(font.getFamily()).startsWith(look.family().familyName());
        assertThat(font.getSize()).isCloseTo(look.size() * 1.5, within(1e-9));
    }

    @Test
    void textThatFitsIsNotTouched() {
        assertThat(measure.fit("nginx", TextStyle.BODY, measure.width("nginx", TextStyle.BODY)))
                .isEqualTo("nginx");
    }

    @Test
    void textThatDoesNotFitIsCutAndFits() {
        String name = "a-very-long-name-of-a-pod-that-nobody-can-read-5d4f8c9b7-x2x4z";
        for (double max : List.of(200.0, 80.0, 13.0)) {
            String cut = measure.fit(name, TextStyle.TITLE, max);

            assertThat(cut).endsWith("…");
            assertThat(measure.width(cut, TextStyle.TITLE)).isLessThanOrEqualTo(max);
        }
        assertThat(measure.fit(name, TextStyle.TITLE, 3)).isEmpty();
    }

    @Test
    void noCharacterIsCutInHalf() {
        String families = "👩‍👩‍👧".repeat(20);
        String cut = measure.fit(families, TextStyle.BODY, 100);

        assertThat(cut.substring(0, cut.length() - 1).length() % "👩‍👩‍👧".length())
                .isZero();
    }

    @Test
    void aMillionCharactersAreCutInGoodTime() {
        assertThat(measure.fit("就".repeat(1_000_000), TextStyle.SMALL, 120)).hasSizeLessThan(20);
    }
}
