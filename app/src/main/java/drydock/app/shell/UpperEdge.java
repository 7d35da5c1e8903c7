package drydock.app.shell;

import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What is told at the upper edge of the canvas, one below the other: how old it is, and what its marks mean.
final class UpperEdge extends GridPane {

    private static final Insets LEGEND = new Insets(12);

    /// @param band at the very edge, in the middle
    /// @param legend below it, on the left
    UpperEdge(Node band, Node legend) {
        addColumn(0, band, legend);
        setHalignment(band, HPos.CENTER);
        setHalignment(legend, HPos.LEFT);
        setMargin(legend, LEGEND);
        ColumnConstraints whole = new ColumnConstraints();
        whole.setPercentWidth(100);
        getColumnConstraints().setAll(whole);
        setMinWidth(0);
        setMaxHeight(Region.USE_PREF_SIZE);
        setPickOnBounds(false);
        StackPane.setAlignment(this, Pos.TOP_LEFT);
    }
}
