package drydock.app.minimap;

import drydock.app.canvas.CanvasView;
import drydock.app.text.Messages;
import drydock.render.geometry.Rect;
import drydock.render.scene.Scene;
import drydock.render.viewport.Viewport;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/// The whole scene, small, with a frame around what is in view. A click or a drag looks at that place.
///
/// It is there while it is switched on, and while there is something outside the view. The picture is made again when
/// the scene changes, ten times a second at most; moving the view only moves the frame.
public final class MinimapView extends Region {

    private static final int WIDTH = 200;
    private static final int HEIGHT = 132;
    private static final double MARGIN = 6;

    /// A canvas that is smaller than this many times the picture has no room for it.
    private static final double ROOM = 2;

    private final CanvasView canvas;
    private final BooleanProperty on = new SimpleBooleanProperty(this, "on", true);
    private final CoarsePicture picture = new CoarsePicture(WIDTH, HEIGHT);
    private final WritableImage image = new WritableImage(WIDTH, HEIGHT);
    private final Rectangle frame = new Rectangle();
    private final PauseTransition pause = new PauseTransition(Duration.millis(100));
    private Mapping map = new Mapping(1, 0, 0);
    private boolean isOld = true;

    public MinimapView(CanvasView canvas) {
        this.canvas = canvas;
        setId("minimap");
        getStyleClass().add("minimap");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Messages.of(MinimapView.class).get("minimap.name"));
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setCursor(Cursor.HAND);
        StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(this, new Insets(12));
        frame.setId("minimap-frame");
        frame.getStyleClass().add("minimap-frame");
        frame.setMouseTransparent(true);
        setClip(new Rectangle(WIDTH, HEIGHT));
        getChildren().setAll(new ImageView(image), frame);
        setVisible(false);
        pause.setOnFinished(_ -> draw());
        canvas.shownSceneProperty().subscribe(_ -> renew());
        canvas.themeProperty().subscribe(_ -> renew());
        canvas.shownViewportProperty().subscribe(_ -> follow());
        canvas.layoutBoundsProperty().subscribe(_ -> follow());
        on.subscribe(this::follow);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::look);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::look);
    }

    /// Whether the user wants it.
    public BooleanProperty onProperty() {
        return on;
    }

    private void renew() {
        isOld = true;
        follow();
    }

    private void draw() {
        if (!isVisible()) {
            return;
        }
        isOld = false;
        Scene scene = canvas.scene();
        map = Mapping.fitting(scene.bounds(), WIDTH, HEIGHT, MARGIN);
        picture.draw(scene, canvas.themeProperty().get(), map);
        image.getPixelWriter()
                .setPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), picture.pixels(), 0, WIDTH);
        follow();
    }

    /// Shows what is in view now.
    private void follow() {
        Rect seen = canvas.viewport().visible(canvas.getWidth(), canvas.getHeight());
        setVisible(on.get()
                && !canvas.scene().figures().isEmpty()
                && canvas.getWidth() > ROOM * WIDTH
                && canvas.getHeight() > ROOM * HEIGHT
                && !seen.contains(canvas.scene().bounds()));
        if (isVisible() && isOld) {
            pause.play();
        }
        Rect rect = map.toPicture(seen);
        double left = Math.clamp(rect.x(), 1, WIDTH - 4);
        double top = Math.clamp(rect.y(), 1, HEIGHT - 4);
        frame.setX(left);
        frame.setY(top);
        frame.setWidth(Math.clamp(rect.right(), left + 3, WIDTH - 1) - left);
        frame.setHeight(Math.clamp(rect.bottom(), top + 3, HEIGHT - 1) - top);
    }

    private void look(MouseEvent event) {
        if (event.isPrimaryButtonDown()) {
            canvas.look(Viewport.centred(
                    map.toScene(event.getX(), event.getY()),
                    canvas.viewport().scale(),
                    canvas.getWidth(),
                    canvas.getHeight()));
        }
        event.consume();
    }
}
