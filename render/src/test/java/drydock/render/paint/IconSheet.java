package drydock.render.paint;

import drydock.icons.Icon;
import drydock.render.export.PngWriter;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Mark.Align;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.scene.Scene;
import drydock.render.testing.FxToolkit;
import drydock.render.text.FxTextMeasure;
import drydock.render.theme.Theme;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws every icon at 16, 24 and 64 pixels in both themes, for people to look at: `main` takes the folder to write to.
public final class IconSheet {

    private static final int COLUMNS = 8;
    private static final double WIDTH = 150;
    private static final double HEIGHT = 112;

    private IconSheet() {}

    public static void main(String[] args) throws Exception {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            Path file = Path.of(args[0], "icons-" + theme.name() + ".png");
            FxToolkit.call(() -> {
                try (OutputStream out = Files.newOutputStream(file)) {
                    new PngWriter(theme, new FxTextMeasure()).write(sheet(), 1, out);
                }
                return file;
            });
        }
        System.exit(0);
    }

    static Scene sheet() {
        List<Figure> figures = new ArrayList<>();
        Rect all = new Rect(0, 0, 0, 0);
        for (Icon icon : Icon.all()) {
            int i = figures.size();
            int row = i / COLUMNS;
            Rect bounds = new Rect(i % COLUMNS * WIDTH, row * HEIGHT, WIDTH - 8, HEIGHT - 8);
            all = all.union(bounds);
            figures.add(new Figure(
                    new FigureId.Named(icon.name()),
                    bounds,
                    Figure.Layer.CARD,
                    List.of(
                            new Mark.Box(
                                    new Rect(0, 0, WIDTH - 8, HEIGHT - 8), 8, Ink.SURFACE, Ink.BORDER, Stroke.THIN),
                            new Mark.Glyph(icon.name(), new Rect(8, 10, 64, 64), Ink.ACCENT),
                            new Mark.Glyph(icon.name(), new Rect(82, 10, 24, 24), Ink.TEXT),
                            new Mark.Glyph(icon.name(), new Rect(82, 50, 16, 16), Ink.TEXT_MUTED),
                            new Mark.Glyph(icon.name(), new Rect(112, 50, 20, 20), Ink.READY),
                            new Mark.Label(
                                    icon.name(),
                                    new Point((WIDTH - 8) / 2, HEIGHT - 16),
                                    WIDTH - 16,
                                    TextStyle.SMALL,
                                    Align.CENTER,
                                    Ink.TEXT_MUTED,
                                    false)),
                    icon.name(),
                    Optional.empty()));
        }
        return new Scene(figures, all);
    }
}
