package drydock.app.dialog;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// What a dialog says: as high as it is where there is room, else scrolled. It never has to be scrolled sideways.
public final class FittingScroll extends ScrollPane {

    private final Region content;
    private final double most;

    /// @param most how high it is at most, in pixels
    public FittingScroll(Region content, double most) {
        super(content);
        this.content = content;
        this.most = most;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = getWidth() > 0 ? getWidth() : prefWidth(-1);
        return Math.min(Math.ceil(content.prefHeight(inside)) + 2, most);
    }
}
