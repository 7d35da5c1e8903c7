package drydock.app.problems;

import drydock.model.validation.Severity;
import java.util.Locale;
import javafx.scene.layout.Region;

/// How grave a problem is, by shape and colour: a disc with a cross, a triangle, or a ring.
final class SeveritySign extends Region {

    SeveritySign() {
        getStyleClass().setAll("severity-sign");
    }

    SeveritySign(Severity severity) {
        this();
        show(severity);
    }

    void show(Severity severity) {
        String style = severity.name().toLowerCase(Locale.ROOT);
        if (!getStyleClass().contains(style)) {
            getStyleClass().setAll("severity-sign", style);
        }
    }
}
