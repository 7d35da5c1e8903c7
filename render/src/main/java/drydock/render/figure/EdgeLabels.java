package drydock.render.figure;

import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.routing.Obstacles;
import drydock.render.routing.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds a place beside its line for each label, one after the other: never on a card or on another label, and on no
/// other line where that can be had. A label without a place is left out; a narrow one is cut.
final class EdgeLabels {

    private static final double HEIGHT = 20;

    /// What stays to be seen of a line on both sides of a label that lies on it.
    private static final double SEEN_OF_LINE = 20;

    /// From a level piece to the middle of a label above or below it.
    private static final double BESIDE = HEIGHT / 2 + 3;

    /// From a label that fills its piece to what stands at the ends.
    private static final double GAP = 4;

    private static final double LEAST_WIDTH = 56;
    private static final double[] SHARES = {0.5, 0.25, 0.75};

    private final Obstacles standing;
    private final Obstacles lines;
    private final Obstacles labels = new Obstacles();

    private record Piece(Point a, Point b) {
        boolean level() {
            return a.y() == b.y();
        }

        double length() {
            return a.distance(b);
        }

        Rect rect() {
            return new Rect(
                    Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
        }
    }

    /// @param standing what no label may lie on
    EdgeLabels(Stream<Rect> standing, Stream<Route> routes) {
        this(new Obstacles(), new Obstacles());
        standing.forEach(this.standing::add);
        routes.forEach(route -> pieces(route).forEach(piece -> lines.add(piece.rect())));
    }

    /// @param standing what no label may lie on
    /// @param lines the straight pieces of all lines
    EdgeLabels(Obstacles standing, Obstacles lines) {
        this.standing = standing;
        this.lines = lines;
    }

    /// The straight pieces of a line.
    static List<Rect> rects(Route route) {
        return pieces(route).stream().map(Piece::rect).toList();
    }

    /// What has no part in where a label of `route` comes to lie does not touch this.
    static Rect reach(Route route, double width) {
        return route.bounds().grown(Math.max(width / 2, BESIDE + HEIGHT / 2) + 1);
    }

    /// Leaves a label where it is.
    void keep(Rect label) {
        labels.add(label);
    }

    /// The place of a label on `route`; at most `width` wide.
    Optional<Rect> place(Route route, double width) {
        List<Piece> pieces = pieces(route);
        List<Rect> own = pieces.stream().map(Piece::rect).toList();
        List<Rect> candidates = candidates(pieces, width);
        Optional<Rect> place = candidates.stream()
                .filter(this::isFree)
                .filter(area -> lines.touching(area).allMatch(own::contains))
                .findFirst()
                .or(() -> candidates.stream().filter(this::isFree).findFirst());
        place.ifPresent(labels::add);
        return place;
    }

    private boolean isFree(Rect area) {
        return !standing.touches(area) && !labels.touches(area);
    }

    /// From the best to the worst.
    private static List<Rect> candidates(List<Piece> pieces, double width) {
        List<Piece> byLength = pieces.stream()
                .sorted(Comparator.comparingDouble(Piece::length).reversed())
                .toList();
        List<Piece> level = byLength.stream().filter(Piece::level).toList();
        List<Rect> candidates = new ArrayList<>();
        for (Piece piece : level) {
            along(piece, width, width + 2 * SEEN_OF_LINE, 0, candidates);
        }
        for (double side : new double[] {-BESIDE, BESIDE}) {
            for (Piece piece : level) {
                along(piece, width, width, side, candidates);
            }
        }
        for (Piece piece : byLength) {
            if (!piece.level() && piece.length() >= HEIGHT + 2 * SEEN_OF_LINE) {
                for (double share : SHARES) {
                    candidates.add(around(piece.a().towards(piece.b(), share), width, 0));
                }
            }
        }
        for (Piece piece : level) {
            double room = Math.min(width, piece.length() - 2 * GAP);
            if (room >= LEAST_WIDTH) {
                along(piece, room, room, -BESIDE, candidates);
                along(piece, room, room, BESIDE, candidates);
            }
        }
        return candidates;
    }

    /// On a level piece that is at least `needed` long: in its middle, or towards its ends.
    private static void along(Piece piece, double width, double needed, double side, List<Rect> candidates) {
        if (piece.length() < needed) {
            return;
        }
        double half = needed / 2 / Math.max(1, piece.length());
        for (double share : SHARES) {
            candidates.add(around(piece.a().towards(piece.b(), Math.clamp(share, half, 1 - half)), width, side));
        }
    }

    private static Rect around(Point middle, double width, double side) {
        return new Rect(middle.x() - width / 2, middle.y() + side - HEIGHT / 2, width, HEIGHT);
    }

    private static List<Piece> pieces(Route route) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 1; i < route.points().size(); i++) {
            pieces.add(new Piece(route.points().get(i - 1), route.points().get(i)));
        }
        return pieces;
    }
}
