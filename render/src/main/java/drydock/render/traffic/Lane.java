package drydock.render.traffic;

import drydock.render.geometry.Point;
import java.util.List;

/// The line that a dot travels along, from its beginning to its end.
public final class Lane {

    private final List<Point> points;
    private final double[] reached;

    Lane(List<Point> points) {
        this.points = List.copyOf(points);
        this.reached = new double[points.size()];
        for (int i = 1; i < reached.length; i++) {
            reached[i] = reached[i - 1] + points.get(i - 1).distance(points.get(i));
        }
    }

    public Point end() {
        return points.getLast();
    }

    /// Where a share of the way is done, 0 to 1.
    public Point at(double share) {
        double wanted = Math.clamp(share, 0, 1) * reached[reached.length - 1];
        int next = 1;
        while (next < reached.length - 1 && reached[next] < wanted) {
            next++;
        }
        if (reached.length == 1) {
            return points.getFirst();
        }
        double piece = reached[next] - reached[next - 1];
        double along = piece == 0 ? 1 : (wanted - reached[next - 1]) / piece;
        return points.get(next - 1).towards(points.get(next), Math.clamp(along, 0, 1));
    }
}
