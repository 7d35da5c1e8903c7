package drydock.render.paint;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.icons.Icon;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import drydock.render.testing.FxToolkit;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IconShapeTest {

    static List<Icon> icons() {
        return Icon.all();
    }

    @ParameterizedTest
    @MethodSource("icons")
    void isDrawnWithinTheGridAndFillsIt(Icon icon) {
        Bounds bounds = FxToolkit.call(() -> bounds(icon));

        assertThat(bounds.getMinX()).isGreaterThanOrEqualTo(0.4);
        assertThat(bounds.getMinY()).isGreaterThanOrEqualTo(0.4);
        assertThat(bounds.getMaxX()).isLessThanOrEqualTo(Icon.GRID - 0.4);
        assertThat(bounds.getMaxY()).isLessThanOrEqualTo(Icon.GRID - 0.4);
        assertThat(Math.max(bounds.getWidth(), bounds.getHeight())).isGreaterThan(12);
    }

    @Test
    void everyKindHasAnIconOfItsOwn() {
        assertThat(Kinds.all()).extracting(ResourceKind::kind).allMatch(Icon::exists);
    }

    private static Bounds bounds(Icon icon) {
        SVGPath line = new SVGPath();
        line.setContent(icon.line());
        line.setFill(null);
        line.setStroke(Color.BLACK);
        line.setStrokeWidth(Icon.LINE_WIDTH);
        line.setStrokeLineCap(StrokeLineCap.ROUND);
        line.setStrokeLineJoin(StrokeLineJoin.ROUND);
        SVGPath area = new SVGPath();
        area.setContent(icon.area());
        return new javafx.scene.Group(line, area).getBoundsInParent();
    }
}
