package drydock.render.export;

import drydock.render.geometry.Rect;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;

/// The outline of a box in a file. Its border lies within the box, as on the canvas.
///
/// @param rect what is filled, and along which the border is drawn
/// @param radius of its corners, at most half of its shorter side
public record BoxShape(Rect rect, double radius) {

    public static BoxShape of(Mark.Box box) {
        double inset = box.stroke() == Ink.NONE ? 0 : box.line().width() / 2;
        double shorter = Math.min(box.rect().width(), box.rect().height());
        double radius = Math.max(0, Math.min(box.radius(), shorter / 2) - inset);
        return new BoxShape(box.rect().grown(-inset), radius);
    }
}
