package drydock.app.minimap;

import drydock.render.geometry.Rect;
import drydock.render.scene.Cell;
import drydock.render.scene.Figure;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Scene;
import drydock.render.theme.Theme;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// A scene as few pixels: each figure one plain cell, at least one pixel large, so that nothing is left out.
final class CoarsePicture {

    private final int width;
    private final int height;
    private final int[] pixels;
    private final Map<Ink, Integer> colours = new EnumMap<>(Ink.class);

    CoarsePicture(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
    }

    /// The pixels of the last picture, row by row, as ARGB; transparent where nothing stands.
    int[] pixels() {
        return pixels;
    }

    /// Draws a scene.
    ///
    /// @param map where a scene's rectangle is in the picture
    void draw(Scene scene, Theme theme, Mapping map) {
        Arrays.fill(pixels, 0);
        for (Ink ink : Ink.values()) {
            colours.put(ink, theme.colour(ink).argb());
        }
        for (Figure figure : scene.figures()) {
            Rect rect = map.toPicture(figure.bounds());
            switch (figure.layer()) {
                case FRAME -> {
                    fill(rect, Ink.BORDER);
                    fill(rect.grown(-1), Ink.SURFACE);
                }
                case CARD, PART -> fill(rect, ink(figure));
                case EDGE, BADGE -> {
                    // too fine to be seen from so far
                }
            }
        }
    }

    private static Ink ink(Figure figure) {
        Ink ink = figure.cell()
                .map(CoarsePicture::ink)
                .orElseGet(() -> figure.marks().stream()
                        .filter(Mark.Box.class::isInstance)
                        .map(mark -> ((Mark.Box) mark).stroke())
                        .findFirst()
                        .orElse(Ink.TEXT_MUTED));
        return isSeen(ink) ? ink : Ink.TEXT_MUTED;
    }

    private static Ink ink(Cell cell) {
        return isSeen(cell.stroke()) ? cell.stroke() : cell.fill();
    }

    /// Whether a small cell of the colour stands out from its background.
    private static boolean isSeen(Ink ink) {
        return switch (ink) {
            case NONE, CANVAS, GRID, SURFACE, SURFACE_RAISED, SURFACE_SUNKEN, BORDER -> false;
            default -> true;
        };
    }

    private void fill(Rect rect, Ink ink) {
        int left = Math.clamp((long) Math.floor(rect.x()), 0, width - 1);
        int top = Math.clamp((long) Math.floor(rect.y()), 0, height - 1);
        int right = Math.clamp(Math.round(rect.right()), left + 1, width);
        int bottom = Math.clamp(Math.round(rect.bottom()), top + 1, height);
        int colour = colours.get(ink);
        for (int y = top; y < bottom; y++) {
            Arrays.fill(pixels, y * width + left, y * width + right, colour);
        }
    }
}
