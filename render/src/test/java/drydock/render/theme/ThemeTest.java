package drydock.render.theme;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.render.scene.Ink;
import drydock.render.scene.Mark.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ThemeTest {

    private static final Set<Ink> SURFACES =
            EnumSet.of(Ink.CANVAS, Ink.SURFACE, Ink.SURFACE_RAISED, Ink.SURFACE_SUNKEN);
    private static final List<Ink> STATES =
            List.of(Ink.PENDING, Ink.READY, Ink.SUCCEEDED, Ink.FAILED, Ink.UNKNOWN, Ink.LEAVING);

    static List<Theme> themes() {
        return List.of(Theme.LIGHT, Theme.DARK);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyTextIsReadOnEverySurface(Theme theme) {
        List<String> tooFaint = new ArrayList<>();
        Set<Ink> texts = EnumSet.range(Ink.SERVICE_1, Ink.SERVICE_6);
        texts.addAll(STATES);
        texts.addAll(List.of(Ink.TEXT, Ink.TEXT_MUTED, Ink.ACCENT));
        for (Ink text : texts) {
            SURFACES.forEach(surface -> check(theme, text, surface, tooFaint));
        }
        for (Ink strong : STATES) {
            check(theme, Ink.TEXT_ON_STRONG, strong, tooFaint);
            Ink soft = Ink.valueOf(strong.name() + "_SOFT");
            check(theme, strong, soft, tooFaint);
            check(theme, Ink.TEXT, soft, tooFaint);
        }
        check(theme, Ink.ACCENT, Ink.ACCENT_SOFT, tooFaint);
        check(theme, Ink.TEXT, Ink.ACCENT_SOFT, tooFaint);
        check(theme, Ink.TEXT_ON_STRONG, Ink.ACCENT, tooFaint);
        EnumSet.range(Ink.SERVICE_1, Ink.SERVICE_6).forEach(s -> check(theme, Ink.TEXT_ON_STRONG, s, tooFaint));

        assertThat(tooFaint).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void statesThatMeanDifferentThingsKeepApartForEveryKindOfSight(Theme theme) {
        List<Ink> told = List.of(Ink.PENDING, Ink.READY, Ink.SUCCEEDED, Ink.FAILED, Ink.UNKNOWN);
        List<String> tooClose = new ArrayList<>();
        for (Sight sight : Sight.values()) {
            for (Ink a : told) {
                for (Ink b : told) {
                    double distance = sight.distance(theme.colour(a), theme.colour(b));
                    if (a.compareTo(b) < 0 && distance < 14) {
                        tooClose.add("%s: %s and %s, %.1f".formatted(sight, a, b, distance));
                    }
                }
            }
        }

        assertThat(tooClose).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void theStyleSheetNamesEveryInk(Theme theme) {
        String css = StyleSheet.text(theme);

        assertThat(css)
                .contains("-drydock-text-muted: " + theme.colour(Ink.TEXT_MUTED).hex() + ";");
        assertThat(css.lines().filter(l -> l.strip().startsWith("-drydock-"))).hasSize(Ink.values().length - 1);
        assertThat(StyleSheet.address(theme)).startsWith("data:text/css;base64,");
    }

    @ParameterizedTest
    @EnumSource(TextStyle.class)
    void everyStyleOfTextHasALook(TextStyle style) {
        assertThat(TextLook.of(style).size()).isBetween(8.0, 20.0);
    }

    private static void check(Theme theme, Ink text, Ink surface, List<String> tooFaint) {
        double contrast = theme.colour(text).contrast(theme.colour(surface));
        if (contrast < 4.5) {
            tooFaint.add(String.format(Locale.ROOT, "%s on %s: %.2f", text, surface, contrast));
        }
    }
}
