package drydock.app.minimap;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;

/// Where things of the scene are in the small picture: all of the scene fits into it, in its middle.
///
/// @param scale pixels for each scene unit
record Mapping(double scale, double offsetX, double offsetY) {

    /// @param scene what is to be seen; may be empty
    /// @param margin pixels that stay free at each edge
    static Mapping fitting(Rect scene, double width, double height, double margin) {
        double scale = Math.min(
                (width - 2 * margin) / Math.max(1, scene.width()), (height - 2 * margin) / Math.max(1, scene.height()));
        return new Mapping(
                scale,
                width / 2 - scale * scene.center().x(),
                height / 2 - scale * scene.center().y());
    }

    Rect toPicture(Rect scene) {
        return new Rect(
                scene.x() * scale + offsetX,
                scene.y() * scale + offsetY,
                scene.width() * scale,
                scene.height() * scale);
    }

    Point toScene(double x, double y) {
        return new Point((x - offsetX) / scale, (y - offsetY) / scale);
    }
}
