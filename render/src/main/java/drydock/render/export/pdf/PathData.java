package drydock.render.export.pdf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// SVG path data as an outline (SVG 1.1, chapter 8.3), without `T` and `t`.
final class PathData {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z]|[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

    private final String data;
    private final Matcher tokens;
    private final Outline to;
    private boolean more;
    private double x;
    private double y;
    private double startX;
    private double startY;
    private double controlX;
    private double controlY;

    private PathData(String data, Outline to) {
        this.data = data;
        this.tokens = TOKEN.matcher(data);
        this.to = to;
        this.more = tokens.find();
    }

    /// Draws `data`.
    ///
    /// @throws IllegalArgumentException if it is no path data
    static void draw(String data, Outline to) {
        new PathData(data, to).draw();
    }

    private void draw() {
        char command = ' ';
        while (more) {
            if (Character.isLetter(data.charAt(tokens.start()))) {
                command = data.charAt(tokens.start());
                more = tokens.find();
            } else if (command == 'M' || command == 'm') {
                command = command == 'M' ? 'L' : 'l';
            }
            draw(command);
        }
    }

    private void draw(char command) {
        double fromX = Character.isLowerCase(command) ? x : 0;
        double fromY = Character.isLowerCase(command) ? y : 0;
        switch (Character.toUpperCase(command)) {
            case 'M' -> move(fromX + number(), fromY + number());
            case 'L' -> line(fromX + number(), fromY + number());
            case 'H' -> line(fromX + number(), y);
            case 'V' -> line(x, fromY + number());
            case 'C' -> cubic(fromX + number(), fromY + number(), fromX, fromY);
            case 'S' -> cubic(2 * x - controlX, 2 * y - controlY, fromX, fromY);
            case 'Q' -> quadratic(fromX + number(), fromY + number(), fromX + number(), fromY + number());
            case 'A' -> arc(fromX, fromY);
            case 'Z' -> {
                to.close();
                at(startX, startY);
            }
            default -> throw new IllegalArgumentException("no path data: " + data);
        }
    }

    private void move(double newX, double newY) {
        to.moveTo(newX, newY);
        startX = newX;
        startY = newY;
        at(newX, newY);
    }

    private void line(double newX, double newY) {
        to.lineTo(newX, newY);
        at(newX, newY);
    }

    private void cubic(double x1, double y1, double fromX, double fromY) {
        double x2 = fromX + number();
        double y2 = fromY + number();
        double endX = fromX + number();
        double endY = fromY + number();
        to.cubicTo(x1, y1, x2, y2, endX, endY);
        at(endX, endY);
        controlX = x2;
        controlY = y2;
    }

    private void quadratic(double cx, double cy, double endX, double endY) {
        to.cubicTo(
                x + (cx - x) * 2 / 3,
                y + (cy - y) * 2 / 3,
                endX + (cx - endX) * 2 / 3,
                endY + (cy - endY) * 2 / 3,
                endX,
                endY);
        at(endX, endY);
    }

    /// From its ends to its centre, as SVG 1.1, F.6.5 and F.6.6, reckon it.
    private void arc(double fromX, double fromY) {
        double rx = Math.abs(number());
        double ry = Math.abs(number());
        double turned = Math.toRadians(number());
        boolean large = flag();
        boolean clockwise = flag();
        double endX = fromX + number();
        double endY = fromY + number();
        if (rx == 0 || ry == 0 || (endX == x && endY == y)) {
            line(endX, endY);
            return;
        }
        double cos = Math.cos(turned);
        double sin = Math.sin(turned);
        double halfX = (cos * (x - endX) + sin * (y - endY)) / 2;
        double halfY = (cos * (y - endY) - sin * (x - endX)) / 2;
        double stretch = Math.max(1, Math.hypot(halfX / rx, halfY / ry));
        double a = rx * stretch;
        double b = ry * stretch;
        double off = square(a * halfY) + square(b * halfX);
        double root = Math.sqrt(Math.max(0, (square(a * b) - off) / off)) * (large == clockwise ? -1 : 1);
        double cx = root * a * halfY / b;
        double cy = -root * b * halfX / a;
        double start = Math.atan2((halfY - cy) / b, (halfX - cx) / a);
        double sweep = Math.atan2((-halfY - cy) / b, (-halfX - cx) / a) - start;
        if (clockwise && sweep < 0) {
            sweep += 2 * Math.PI;
        } else if (!clockwise && sweep > 0) {
            sweep -= 2 * Math.PI;
        }
        double centerX = cos * cx - sin * cy + (x + endX) / 2;
        double centerY = sin * cx + cos * cy + (y + endY) / 2;
        Arcs.draw(to, centerX, centerY, a, b, turned, start, sweep);
        at(endX, endY);
    }

    private void at(double newX, double newY) {
        x = newX;
        y = newY;
        controlX = newX;
        controlY = newY;
    }

    private static double square(double value) {
        return value * value;
    }

    private double number() {
        if (!more || Character.isLetter(data.charAt(tokens.start()))) {
            throw new IllegalArgumentException("no path data: " + data);
        }
        double number = Double.parseDouble(tokens.group());
        more = tokens.find();
        return number;
    }

    /// One digit, which needs nothing between itself and what follows.
    private boolean flag() {
        if (!more) {
            throw new IllegalArgumentException("no path data: " + data);
        }
        boolean set = data.charAt(tokens.start()) == '1';
        more = tokens.find(tokens.start() + 1);
        return set;
    }
}
