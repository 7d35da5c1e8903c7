package drydock.app.shell;

import drydock.app.canvas.CanvasView;
import drydock.app.text.Messages;
import drydock.render.viewport.Viewport;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// How large the canvas is drawn, for the status bar; a click brings it to 100 %, and from there to all that there is.
final class ZoomStatus extends Button {

    private static final double SAME = 0.0005;

    private final Messages messages = Messages.of(ZoomStatus.class);

    ZoomStatus(CanvasView canvas) {
        setId("status-zoom");
        getStyleClass().setAll("status-zoom");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(messages.get("status.zoom.do")));
        canvas.shownViewportProperty().subscribe(this::show);
        setOnAction(_ -> {
            if (Math.abs(canvas.viewport().scale() - 1) < SAME) {
                canvas.fit();
            } else {
                canvas.actualSize();
            }
        });
    }

    private void show(Viewport viewport) {
        double percent = viewport.scale() * 100;
        String text = messages.get("status.zoom", percent < 10 ? Math.round(percent * 10) / 10.0 : Math.round(percent));
        if (!text.equals(getText())) {
            setText(text);
            setAccessibleText(messages.get("status.zoom.spoken", text));
        }
    }
}
