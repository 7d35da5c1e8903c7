package drydock.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;

/// What stands before the lines stays readable while the text is scrolled sideways.
class MarginTest extends EditorWindowTest {

    private static final int LINE = 3;

    @Override
    String text() {
        return """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: %s
            data: {}
            """.formatted("long-".repeat(60) + "name");
    }

    @Test
    void textThatIsScrolledSidewaysGoesBehindTheNumbersOfItsLines() {
        awaitOnScreen("no caret on the line", () -> area().getCurrentParagraph() == 0);
        int[] before = margin();

        interact(() -> area().scrollXBy(200));
        awaitOnScreen("scrolled", () -> area().getEstimatedScrollX() > 100);

        assertThat(margin()).isEqualTo(before);
    }

    /// The pixels that are seen where the margin of the line is.
    private int[] margin() {
        return onScreen(() -> {
            Parent root = area().getScene().getRoot();
            root.layout();
            Bounds at = root.sceneToLocal(area().getParagraphGraphic(LINE)
                    .localToScene(area().getParagraphGraphic(LINE).getLayoutBounds()));
            SnapshotParameters part = new SnapshotParameters();
            part.setViewport(new Rectangle2D(
                    Math.ceil(at.getMinX()), Math.ceil(at.getMinY()), Math.floor(at.getWidth()) - 1, 14));
            WritableImage image = root.snapshot(part, null);
            int[] pixels = new int[((int) image.getWidth()) * ((int) image.getHeight())];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = image.getPixelReader().getArgb(i % (int) image.getWidth(), i / (int) image.getWidth());
            }
            return pixels;
        });
    }
}
