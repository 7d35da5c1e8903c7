package drydock.app.icon;

import drydock.icons.Icon;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// One icon, as large as it is asked for.
public final class KindIcon extends StackPane {

    /// @param name as [Icon] knows it
    /// @param size the side of its square, in pixels
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
        drawing.setScaleX(size / Icon.GRID);
        drawing.setScaleY(size / Icon.GRID);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        getChildren().setAll(new Group(drawing));
        setMouseTransparent(true);
    }
}
