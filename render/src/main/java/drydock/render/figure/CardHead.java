package drydock.render.figure;

import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import java.util.Optional;

/// The upper part of every card but a Pod's: the kind's icon on a tile, its name in words, the object's
/// name.
final class CardHead {

    static final double WIDTH = 208;

    private CardHead() {}

    /// Draws the card, `height` high, and its head.
    static void draw(MarkList marks, ResourceId id, double height, boolean hasBadge, Optional<Concern> concern) {
        marks.box(new Rect(0, 0, WIDTH, height), 8, Ink.SURFACE, Ink.BORDER, Stroke.THIN);
        marks.area(new Rect(12, 12, 32, 32), 6, Ink.ACCENT_SOFT);
        marks.glyph(id.kind(), new Rect(18, 18, 20, 20), Ink.ACCENT);
        double corner = concern.isPresent() || hasBadge ? 30 : 12;
        marks.text(id.kind(), 54, 22, WIDTH - 54 - corner, TextStyle.SMALL, Ink.TEXT_MUTED);
        marks.text(id.name(), 54, 39, WIDTH - 54 - (corner == 12 ? 12 : 16), TextStyle.BODY_STRONG, Ink.TEXT);
        ConcernMark.draw(marks, concern, new Point(WIDTH - 16, 16));
    }
}
