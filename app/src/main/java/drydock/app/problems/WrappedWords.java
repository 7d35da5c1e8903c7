package drydock.app.problems;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// Text that wraps, as high as it needs to be at its width, and to be scrolled where there is less room.
final class WrappedWords extends ScrollPane {

    private final Region words;

    WrappedWords(Region words) {
        super(words);
        this.words = words;
        setFitToWidth(true);
        setFocusTraversable(false);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return words.prefHeight(width < 0 ? width : width - snappedLeftInset() - snappedRightInset())
                + snappedTopInset()
                + snappedBottomInset();
    }
}
