package drydock.app.icon;

import drydock.icons.Icon;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// One icon, as large as it is asked for, and in keeping with the text beside it.
public final class KindIcon extends StackPane {

    private static final double USUAL_TEXT = 13;

    /// @param name as [Icon] knows it
    /// @param size the side of its square, in pixels beside text of the usual size; beside larger text it is larger
    public KindIcon(String name, double size) {
        getStyleClass().add("kind-icon");
        Icon icon = Icon.of(name);
        Rectangle grid = new Rectangle(Icon.GRID, Icon.GRID);
        grid.setOpacity(0);
        SVGPath area = new SVGPath();
        area.setContent(icon.area());
        area.setFillRule(FillRule.EVEN_ODD);
        area.getStyleClass().add("area");
        SVGPath line = new SVGPath();
        line.setContent(icon.line());
        line.setStrokeWidth(Icon.LINE_WIDTH);
        line.setStrokeLineCap(StrokeLineCap.ROUND);
        line.setStrokeLineJoin(StrokeLineJoin.ROUND);
        line.setFill(null);
        line.getStyleClass().add("line");
        Group drawing = new Group(grid, area, line);
        double side = size / USUAL_TEXT;
        setStyle("-fx-min-width: %1$sem; -fx-max-width: %1$sem; -fx-min-height: %1$sem; -fx-max-height: %1$sem;"
                .formatted(side));
        drawing.scaleXProperty().bind(widthProperty().divide(Icon.GRID));
        drawing.scaleYProperty().bind(heightProperty().divide(Icon.GRID));
        getChildren().setAll(new Group(drawing));
        setMouseTransparent(true);
    }
}
