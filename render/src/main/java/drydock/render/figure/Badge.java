package drydock.render.figure;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.scene.Cell;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Dash;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;

/// The sign of a state: each has its own colour and its own shape, so that neither is needed to tell them
/// apart.
enum Badge {
    WAITING(Ink.PENDING),
    WORKING(Ink.PENDING),
    READY(Ink.READY),
    NOT_READY(Ink.READY),
    SUCCEEDED(Ink.SUCCEEDED),
    FAILED(Ink.FAILED),
    BACK_OFF(Ink.FAILED),
    WARNING(Ink.PENDING),
    PAUSED(Ink.PENDING),
    UNKNOWN(Ink.UNKNOWN),
    LEAVING(Ink.LEAVING);

    /// How far a badge reaches from its centre, in scene units.
    static final double RADIUS = 9;

    private static final Stroke SIGN = new Stroke(1.75, Dash.SOLID);
    private static final Stroke RING = new Stroke(2, Dash.SOLID);

    private final Ink ink;

    Badge(Ink ink) {
        this.ink = ink;
    }

    Ink ink() {
        return ink;
    }

    /// The same seen from afar.
    Cell.Sign sign() {
        return switch (this) {
            case WAITING -> Cell.Sign.CLOCK;
            case WORKING, PAUSED -> Cell.Sign.DOTS;
            case READY, NOT_READY -> Cell.Sign.NONE;
            case SUCCEEDED -> Cell.Sign.TICK;
            case FAILED, WARNING -> Cell.Sign.CROSS;
            case BACK_OFF -> Cell.Sign.AGAIN;
            case UNKNOWN -> Cell.Sign.QUESTION;
            case LEAVING -> Cell.Sign.DASH;
        };
    }

    /// Draws it around `c`.
    ///
    /// @param share how much of a countdown is left, 0 to 1; only [#BACK_OFF] shows it
    void draw(MarkList marks, Point c, double share) {
        switch (this) {
            case WAITING -> {
                marks.disc(c, RADIUS - 1, Ink.NONE, ink, RING);
                marks.line(ink, SIGN, c.x(), c.y() - 4.5, c.x(), c.y() + 0.5, c.x() + 3.5, c.y() + 2.5);
            }
            case WORKING -> {
                marks.disc(c, RADIUS - 1, Ink.NONE, Ink.PENDING_SOFT, RING);
                marks.arc(c, RADIUS - 1, 0.3, true, ink, RING);
                marks.disc(c, 2.5, ink, Ink.NONE, Stroke.NONE);
            }
            case READY -> {
                marks.disc(c, RADIUS, ink, Ink.NONE, Stroke.NONE);
                tick(marks, c);
            }
            case NOT_READY -> {
                marks.disc(c, RADIUS - 1, Ink.NONE, ink, RING);
                marks.disc(c, 2.5, ink, Ink.NONE, Stroke.NONE);
            }
            case SUCCEEDED -> {
                marks.area(new Rect(c.x() - 8.5, c.y() - 8.5, 17, 17), 4, ink);
                tick(marks, c);
            }
            case FAILED -> {
                marks.disc(c, RADIUS, ink, Ink.NONE, Stroke.NONE);
                cross(marks, c, 3.5, Ink.TEXT_ON_STRONG);
            }
            case BACK_OFF -> {
                marks.disc(c, RADIUS - 1, Ink.NONE, Ink.FAILED_SOFT, RING);
                marks.arc(c, RADIUS - 1, share, false, ink, RING);
                cross(marks, c, 3, ink);
            }
            case WARNING -> {
                marks.polygon(ink, c.x(), c.y() - 9, c.x() + 10, c.y() + 8, c.x() - 10, c.y() + 8);
                marks.line(Ink.TEXT_ON_STRONG, SIGN, c.x(), c.y() - 3.5, c.x(), c.y() + 2);
                marks.disc(new Point(c.x(), c.y() + 5), 1.1, Ink.TEXT_ON_STRONG, Ink.NONE, Stroke.NONE);
            }
            case PAUSED -> {
                marks.disc(c, RADIUS - 1, Ink.NONE, ink, RING);
                marks.line(ink, RING, c.x() - 2.25, c.y() - 3.5, c.x() - 2.25, c.y() + 3.5);
                marks.line(ink, RING, c.x() + 2.25, c.y() - 3.5, c.x() + 2.25, c.y() + 3.5);
            }
            case UNKNOWN -> {
                marks.disc(c, RADIUS, ink, Ink.NONE, Stroke.NONE);
                marks.textAround("?", c.x(), c.y() + 4.5, 16, TextStyle.BODY_STRONG, Ink.TEXT_ON_STRONG);
            }
            case LEAVING -> {
                marks.disc(c, RADIUS - 1, Ink.NONE, ink, new Stroke(1.5, Dash.SOLID));
                marks.line(ink, SIGN, c.x() - 4, c.y(), c.x() + 4, c.y());
            }
        }
    }

    private static void tick(MarkList marks, Point c) {
        marks.line(Ink.TEXT_ON_STRONG, SIGN, c.x() - 4, c.y() + 0.5, c.x() - 1, c.y() + 3.5, c.x() + 4.5, c.y() - 3);
    }

    private static void cross(MarkList marks, Point c, double reach, Ink ink) {
        marks.line(ink, SIGN, c.x() - reach, c.y() - reach, c.x() + reach, c.y() + reach);
        marks.line(ink, SIGN, c.x() - reach, c.y() + reach, c.x() + reach, c.y() - reach);
    }
}
