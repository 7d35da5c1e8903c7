package drydock.render.paint;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Mark.Dash;
import drydock.render.scene.Scene;
import drydock.render.theme.Colour;
import drydock.render.theme.Theme;
import java.nio.IntBuffer;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// Many figures at once, as pixels: each its cell, or its boxes and lines where it has none.
///
/// JavaFX reads a buffer while the next frame is painted, so two take turns.
final class SceneRaster {

    /// Boxes and lines smaller than this many pixels are not seen beside their figure's first box.
    private static final double SEEN_PIXELS = 1.5;

    /// How wide the sign at a cell's corner is at most.
    private static final int FLAG_PIXELS = 8;

    private @Nullable Sheet front;
    private @Nullable Sheet back;

    /// One buffer and the image that shows it.
    private record Sheet(Raster raster, PixelBuffer<IntBuffer> buffer, WritableImage image) {

        static Sheet of(int width, int height) {
            int[] pixels = new int[width * height];
            PixelBuffer<IntBuffer> buffer =
                    new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            return new Sheet(new Raster(width, height, pixels), buffer, new WritableImage(buffer));
        }

        boolean measures(int width, int height) {
            return buffer.getWidth() == width && buffer.getHeight() == height;
        }
    }

    /// Paints the figures of `scene` with the numbers `visible`, over all of the canvas.
    void paint(GraphicsContext g, Scene scene, int[] visible, Frame frame) {
        int width = (int) Math.ceil(frame.width() * frame.outputScale());
        int height = (int) Math.ceil(frame.height() * frame.outputScale());
        if (width == 0 || height == 0) {
            return;
        }
        Sheet sheet = back != null && back.measures(width, height) ? back : Sheet.of(width, height);
        back = front;
        front = sheet;
        sheet.raster.clear();
        new Writer(sheet.raster, frame).write(scene.figures(), visible);
        sheet.buffer.updateBuffer(b -> null);
        g.setGlobalAlpha(1);
        g.drawImage(sheet.image, 0, 0, width / frame.outputScale(), height / frame.outputScale());
    }

    /// Writes the figures of one frame.
    private static final class Writer {

        private final Raster raster;
        private final Theme theme;
        private final boolean far;
        private final double scale;
        private final double offsetX;
        private final double offsetY;
        private final int pixel;

        Writer(Raster raster, Frame frame) {
            this.raster = raster;
            theme = frame.theme();
            far = frame.viewport().scale() < ScenePainter.CARD_SCALE;
            scale = frame.viewport().scale() * frame.outputScale();
            offsetX = frame.viewport().offsetX() * frame.outputScale();
            offsetY = frame.viewport().offsetY() * frame.outputScale();
            pixel = Math.max(1, (int) Math.floor(frame.outputScale()));
        }

        void write(List<Figure> figures, int[] visible) {
            for (int number : visible) {
                Figure figure = figures.get(number);
                if (far && figure.cell().isPresent()) {
                    write(figure, figure.cell().get());
                } else {
                    figure.marks().forEach(mark -> write(figure, mark));
                }
            }
        }

        private void write(Figure figure, Cell cell) {
            Rect bounds = figure.bounds();
            int left = x(bounds.x());
            int top = y(bounds.y());
            int right = x(bounds.right());
            int bottom = y(bounds.bottom());
            boolean hollow = cell.fill() == Ink.NONE || cell.fill() == Ink.SURFACE;
            if (right - left < 4 * pixel || bottom - top < 4 * pixel) {
                raster.fill(left, top, right, bottom, faded(hollow ? cell.stroke() : cell.fill(), figure.opacity()));
                flag(cell, left, top, right, bottom);
                return;
            }
            if (cell.fill() != Ink.NONE) {
                raster.fill(left, top, right, bottom, faded(cell.fill(), figure.opacity()));
            }
            if (cell.stroke() != Ink.NONE && cell.stroke() != cell.fill()) {
                int colour = faded(cell.stroke(), figure.opacity());
                boolean solid = cell.dash() == Dash.SOLID;
                raster.frame(left, top, right, bottom, pixel, colour, 3 * pixel, solid ? 0 : 2 * pixel);
            }
            flag(cell, left, top, right, bottom);
        }

        /// The corner that tells that something is wrong: a square, and of an error twice as high.
        private void flag(Cell cell, int left, int top, int right, int bottom) {
            if (cell.flag() != Cell.Flag.NONE) {
                int width = Math.clamp((right - left + 1) / 2, pixel, FLAG_PIXELS * pixel);
                int height = cell.flag() == Cell.Flag.ERROR
                        ? Math.min(bottom - top, 2 * width)
                        : Math.clamp((bottom - top) / 2, pixel, width);
                raster.fill(
                        right - width,
                        top,
                        right,
                        top + height,
                        theme.colour(cell.flag().ink()).argb());
            }
        }

        private void write(Figure figure, Mark mark) {
            switch (mark) {
                case Mark.Box box -> write(figure, box);
                case Mark.Line line -> write(figure, line);
                case Mark.Disc disc -> {
                    double size = 2 * disc.radius();
                    Rect square = new Rect(
                            disc.center().x() - disc.radius(), disc.center().y() - disc.radius(), size, size);
                    write(figure, new Mark.Box(square, disc.radius(), disc.fill(), disc.stroke(), disc.line()));
                }
                case Mark.Backing _, Mark.Label _, Mark.Glyph _, Mark.Polygon _, Mark.Arc _ -> {}
            }
        }

        private void write(Figure figure, Mark.Box box) {
            if (box.rect().width() * scale < SEEN_PIXELS || box.rect().height() * scale < SEEN_PIXELS) {
                return;
            }
            Rect rect = box.rect().moved(figure.bounds().x(), figure.bounds().y());
            int left = x(rect.x());
            int top = y(rect.y());
            int right = x(rect.right());
            int bottom = y(rect.bottom());
            if (box.fill() != Ink.NONE) {
                raster.fill(left, top, right, bottom, faded(box.fill(), figure.opacity()));
            }
            if (box.stroke() != Ink.NONE && box.line().width() > 0 && right - left > 2) {
                boolean solid = box.line().dash() == Dash.SOLID;
                int colour = faded(box.stroke(), figure.opacity());
                raster.frame(left, top, right, bottom, pixel, colour, 4 * pixel, solid ? 0 : 3 * pixel);
            }
        }

        private void write(Figure figure, Mark.Line line) {
            if (line.ink() == Ink.NONE) {
                return;
            }
            int colour = faded(line.ink(), figure.opacity());
            for (int i = 1; i < line.points().size(); i++) {
                Point from = line.points().get(i - 1);
                Point to = line.points().get(i);
                if (from.distance(to) * scale >= SEEN_PIXELS) {
                    raster.line(
                            exactX(figure, from), exactY(figure, from), exactX(figure, to), exactY(figure, to), colour);
                }
            }
        }

        /// What is half faded is half way to what lies under it: the canvas, at a distance.
        private int faded(Ink ink, double opacity) {
            Colour colour = theme.colour(ink);
            return opacity >= 1
                    ? colour.argb()
                    : theme.colour(Ink.CANVAS).towards(colour, opacity).argb();
        }

        private int x(double scene) {
            return (int) Math.round(scene * scale + offsetX);
        }

        private int y(double scene) {
            return (int) Math.round(scene * scale + offsetY);
        }

        private double exactX(Figure figure, Point inside) {
            return (figure.bounds().x() + inside.x()) * scale + offsetX;
        }

        private double exactY(Figure figure, Point inside) {
            return (figure.bounds().y() + inside.y()) * scale + offsetY;
        }
    }
}
