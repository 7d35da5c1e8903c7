package drydock.render.figure;

import drydock.model.resource.ResourceId;
import drydock.render.scene.Figure;

/// How a figure looks of which only the past is known.
final class Past {

    private static final double OPACITY = 0.5;

    private Past() {}

    /// The figure as it is where `object` is known as it is now, else as one of the past.
    static Figure known(Figure figure, Picture picture, ResourceId object, Words words) {
        return picture.outdated().contains(object) ? of(figure, words) : figure;
    }

    /// The same figure, faint; its description says why.
    static Figure of(Figure figure, Words words) {
        return new Figure(
                figure.id(),
                figure.bounds(),
                figure.layer(),
                figure.marks(),
                figure.description() + ". " + words.get("object.outdated"),
                figure.parent(),
                figure.cell(),
                figure.regions(),
                figure.opacity() * OPACITY);
    }
}
