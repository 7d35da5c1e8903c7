package drydock.render.export.pdf;

/// What takes down an outline of straight and of cubic pieces.
interface Outline {

    void moveTo(double x, double y);

    void lineTo(double x, double y);

    void cubicTo(double x1, double y1, double x2, double y2, double x, double y);

    /// Back to where the outline, or this part of it, began.
    void close();
}
