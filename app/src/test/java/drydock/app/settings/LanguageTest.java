package drydock.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-CN", "zh-Hans", "zh-SG", "zh-TW", "zh-Hant-HK"})
    void everyChineseIsSpokenAsSimplifiedChinese(String system) {
        assertThat(Language.spoken(Locale.forLanguageTag(system))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de-DE", "ja", ""})
    void everyOtherLanguageStaysAsItIs(String system) {
        assertThat(Language.spoken(Locale.forLanguageTag(system))).isEqualTo(Locale.forLanguageTag(system));
    }
}
