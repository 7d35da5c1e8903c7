package drydock.render.figure;

import drydock.model.diagram.Note;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.text.TextMeasure;
import java.util.List;
import java.util.Optional;

/// A note: a sheet with what the user wrote on it, broken into lines.
final class NoteFigure {

    private static final double PADDING = 12;
    private static final double LINE = 18;

    private NoteFigure() {}

    static Figure of(Note note, TextMeasure measure) {
        MarkList marks = new MarkList();
        marks.box(new Rect(0, 0, note.width(), note.height()), 4, Ink.PENDING_SOFT, Ink.PENDING, Stroke.THIN);
        double inner = note.width() - 2 * PADDING;
        int room = (int) Math.max(1, Math.floor((note.height() - 2 * PADDING + 4) / LINE));
        List<String> lines = Wrapping.lines(note.text(), inner, room, TextStyle.BODY, measure);
        for (int i = 0; i < lines.size(); i++) {
            marks.text(lines.get(i), PADDING, PADDING + 13 + i * LINE, inner, TextStyle.BODY, Ink.TEXT);
        }
        return new Figure(
                new FigureId.Note(note.id()),
                new Rect(note.position().x(), note.position().y(), note.width(), note.height()),
                Figure.Layer.CARD,
                marks.marks(),
                note.text(),
                Optional.empty());
    }
}
