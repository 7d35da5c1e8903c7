package drydock.render.load;

import java.util.List;
import java.util.OptionalDouble;

/// How busy something has been: points at equal distances in time, the last the newest.
///
/// @param targetShare the share of what was asked for that an autoscaler wants to be used
public record LoadSeries(List<LoadPoint> points, OptionalDouble targetShare) {

    public LoadSeries {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a series without points");
        }
    }

    public LoadPoint last() {
        return points.getLast();
    }

    /// Whether there is more to see than that nothing happens: requests came, it is scaled by its use, or its Pods
    /// became more or fewer.
    public boolean tells() {
        return targetShare.isPresent()
                || points.stream().anyMatch(point -> point.requests() > 0)
                || points.stream().mapToInt(LoadPoint::pods).distinct().count() > 1;
    }
}
