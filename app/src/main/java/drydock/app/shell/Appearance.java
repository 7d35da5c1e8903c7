package drydock.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import drydock.app.settings.Colours;
import drydock.app.settings.Motion;
import drydock.app.settings.Preferences;
import drydock.render.theme.StyleSheet;
import drydock.render.theme.Theme;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// What a window looks like: its colours, the size of its texts, and whether things move in it; as the user wants it,
/// else as the system has it at the moment.
final class Appearance {

    private static final String OWN =
            Objects.requireNonNull(Appearance.class.getResource("window.css")).toExternalForm();

    private final Scene scene;
    private final ObjectProperty<Theme> theme;
    private final ReadOnlyObjectProperty<Preferences> preferences;

    private Appearance(Scene scene, ObjectProperty<Theme> theme, ReadOnlyObjectProperty<Preferences> preferences) {
        this.scene = scene;
        this.theme = theme;
        this.preferences = preferences;
    }

    /// Sees to it that `scene` looks as is wanted, from now on.
    ///
    /// @param theme is set to the colours that the window has
    static void dress(Scene scene, ObjectProperty<Theme> theme, ReadOnlyObjectProperty<Preferences> preferences) {
        Appearance appearance = new Appearance(scene, theme, preferences);
        preferences.subscribe(appearance::wish);
        scene.getPreferences().colorSchemeProperty().subscribe(appearance::wear);
    }

    private void wish(Preferences wanted) {
        scene.getPreferences().setReducedMotion(isReduced(wanted.motion()));
        scene.getPreferences().setColorScheme(scheme(wanted.colours()));
        wear(scene.getPreferences().getColorScheme());
    }

    private static @Nullable Boolean isReduced(Motion motion) {
        return switch (motion) {
            case SYSTEM -> null;
            case ALWAYS -> false;
            case NEVER -> true;
        };
    }

    private static @Nullable ColorScheme scheme(Colours colours) {
        return switch (colours) {
            case SYSTEM -> null;
            case LIGHT -> ColorScheme.LIGHT;
            case DARK -> ColorScheme.DARK;
        };
    }

    private void wear(ColorScheme scheme) {
        boolean dark = scheme == ColorScheme.DARK;
        String base = dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!base.equals(Application.getUserAgentStylesheet())) {
            // the application's and not the scene's: dialogs are scenes of their own
            Application.setUserAgentStylesheet(base);
        }
        Theme worn = dark ? Theme.DARK : Theme.LIGHT;
        theme.set(worn);
        List<String> sheets = List.of(StyleSheet.address(worn), OWN, TextSizes.address(preferences.get()));
        if (!scene.getStylesheets().equals(sheets)) {
            scene.getStylesheets().setAll(sheets);
        }
    }
}
