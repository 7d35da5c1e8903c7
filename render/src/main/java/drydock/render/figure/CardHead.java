package drydock.render.figure;

import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.layout.Grid;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.text.TextMeasure;
import java.util.Optional;

/// The upper part of every card but a Pod's: the kind's icon on a tile, its name in words, the object's
/// name.
final class CardHead {

    private static final double MIN_WIDTH = 208;
    static final double MAX_WIDTH = 320;

    private CardHead() {}

    /// How wide the card of `id` is: its name decides.
    static double width(ResourceId id, TextMeasure measure) {
        double name = 54 + measure.width(id.name(), TextStyle.BODY_STRONG) + 16;
        double kind = 54 + measure.width(id.kind(), TextStyle.SMALL) + 32;
        return Grid.up(Math.clamp(Math.max(name, kind), MIN_WIDTH, MAX_WIDTH));
    }

    /// Draws the card, `width` wide and `height` high, and its head.
    static void draw(
            MarkList marks, ResourceId id, double width, double height, boolean hasBadge, Optional<Concern> concern) {
        marks.box(new Rect(0, 0, width, height), 8, Ink.SURFACE, Ink.BORDER, Stroke.THIN);
        marks.area(new Rect(12, 12, 32, 32), 6, Ink.ACCENT_SOFT);
        marks.glyph(id.kind(), new Rect(18, 18, 20, 20), Ink.ACCENT);
        double corner = concern.isPresent() || hasBadge ? 30 : 12;
        marks.text(id.kind(), 54, 22, width - 54 - corner, TextStyle.SMALL, Ink.TEXT_MUTED);
        marks.text(id.name(), 54, 39, width - 54 - 12, TextStyle.BODY_STRONG, Ink.TEXT);
        ConcernMark.draw(marks, concern, new Point(width - 16, 16));
    }
}
