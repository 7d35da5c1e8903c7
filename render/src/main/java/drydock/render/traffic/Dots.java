package drydock.render.traffic;

import drydock.render.geometry.Point;
import drydock.render.scene.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where dots are at a moment. A request takes some milliseconds, too short to be seen: its dot takes about a second
/// of real time there, and as long back, whatever the speed. What gets no answer stays where it ended for a while.
public final class Dots {

    /// Real seconds.
    private static final double THERE = 1.1;

    private static final double BACK = 0.9;
    private static final double LINGERS = 2.6;
    private static final double FADES = 0.5;

    /// For so many real seconds after its beginning or its end a request may be seen.
    public static final double SEEN_SECONDS = THERE + Math.max(BACK, LINGERS);

    private final Traffic traffic;
    private final Lanes lanes;
    private final boolean still;
    private final List<Dot> dots = new ArrayList<>();

    private Dots(Traffic traffic, Lanes lanes, boolean still) {
        this.traffic = traffic;
        this.lanes = lanes;
        this.still = still;
    }

    /// The dots of `traffic`.
    ///
    /// @param still whether motion is unwanted: then only what waits and what was lost is shown
    public static List<Dot> of(Traffic traffic, Lanes lanes, boolean still) {
        Dots dots = new Dots(traffic, lanes, still);
        if (Double.isFinite(traffic.speed())) {
            traffic.requests().forEach(dots::add);
        }
        return dots.dots;
    }

    private void add(Request request) {
        Optional<Lane> lane = lanes.of(request.way());
        double age = real(traffic.now() - request.began());
        if (lane.isEmpty() || age < 0) {
            return;
        }
        double ended = Math.max(THERE, real(request.took()));
        if (age < THERE) {
            moving(request, Dot.Shape.GOING, lane.get().at(age / THERE), Ink.ACCENT);
        } else if (age < ended) {
            put(request, Dot.Shape.WAITING, lane.get().end(), Ink.ACCENT, 1);
        } else if (request.outcome().isAnswer()) {
            back(request, lane.get(), (age - ended) / BACK);
        } else if (age - ended < LINGERS) {
            double opacity = Math.min(1, (LINGERS - (age - ended)) / FADES);
            put(request, Dot.Shape.LOST, lane.get().end(), request.outcome().ink(), opacity);
        }
    }

    private void back(Request request, Lane lane, double share) {
        if (share < 1) {
            moving(
                    request,
                    shape(request.outcome()),
                    lane.at(1 - share),
                    request.outcome().ink());
        }
    }

    private static Dot.Shape shape(Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> Dot.Shape.ANSWERED;
            case CLIENT_ERROR -> Dot.Shape.FAULTED;
            case SERVER_ERROR, REFUSED, TIMED_OUT, DROPPED, UNREACHABLE, UNKNOWN_NAME -> Dot.Shape.FAILED;
        };
    }

    private void moving(Request request, Dot.Shape shape, Point at, Ink ink) {
        if (!still) {
            put(request, shape, at, ink, 1);
        }
    }

    private void put(Request request, Dot.Shape shape, Point at, Ink ink, double opacity) {
        dots.add(new Dot(request, shape, at, ink, opacity));
    }

    private double real(double seconds) {
        return seconds / traffic.speed();
    }
}
