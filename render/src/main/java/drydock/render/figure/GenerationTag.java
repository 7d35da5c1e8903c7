package drydock.render.figure;

import drydock.render.geometry.Rect;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import java.util.ArrayList;
import java.util.List;

/// The sign of a generation: a plate with the revision, full for the new one and an outline for the old, and on Pods
/// a band at their left side, which is seen from afar, too.
final class GenerationTag {

    static final double HEIGHT = 16;

    private GenerationTag() {}

    /// The plate in `rect`.
    static void draw(MarkList marks, Rect rect, Generation generation, Words words) {
        boolean isNew = generation.isNew();
        marks.box(rect, 4, isNew ? Ink.ACCENT : Ink.NONE, isNew ? Ink.ACCENT : Ink.TEXT_MUTED, Stroke.THIN);
        marks.textAround(
                generation.text(words),
                rect.center().x(),
                rect.center().y() + 3.5,
                rect.width() - 4,
                TextStyle.TINY,
                isNew ? Ink.TEXT_ON_STRONG : Ink.TEXT_MUTED);
    }

    /// The figure of a Pod with the sign of its generation.
    static Figure on(Figure pod, Generation generation, Words words) {
        double width = pod.bounds().width();
        double height = pod.bounds().height();
        double plate = generation.number() > 0 && generation.number() < 100 ? 20 : 34;
        MarkList tag = new MarkList();
        tag.area(
                generation.isNew() ? new Rect(3, 6, 4, height - 12) : new Rect(3, height / 2, 4, height / 2 - 6),
                2,
                generation.ink());
        draw(tag, new Rect(width - PodShape.PADDING - plate, 26, plate, HEIGHT - 2), generation, words);
        List<Mark> marks = new ArrayList<>(pod.marks());
        marks.addAll(tag.marks());
        return new Figure(
                pod.id(),
                pod.bounds(),
                pod.layer(),
                marks,
                pod.description() + ". " + generation.description(words),
                pod.parent(),
                pod.cell().map(cell -> cell.sided(generation.isNew() ? Cell.Side.NEW : Cell.Side.OLD)),
                pod.regions(),
                pod.opacity());
    }
}
