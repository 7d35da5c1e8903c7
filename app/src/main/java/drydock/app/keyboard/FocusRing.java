package drydock.app.keyboard;

import drydock.app.canvas.CanvasView;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// Shows that the canvas has the focus, while its user works with the keyboard.
public final class FocusRing extends Region {

    private final BooleanProperty byKeys = new SimpleBooleanProperty(this, "byKeys");

    public FocusRing(CanvasView canvas) {
        setId("canvas-focus");
        getStyleClass().add("canvas-focus");
        setMouseTransparent(true);
        visibleProperty().bind(canvas.focusedProperty().and(byKeys));
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> byKeys.set(true));
                scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> byKeys.set(false));
            }
        });
    }
}
