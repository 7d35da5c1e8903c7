package drydock.app.canvas;

import drydock.app.session.ClusterSession;
import drydock.app.session.Trafficked;
import drydock.app.workspace.Workspace;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.hit.SceneIndex;
import drydock.render.paint.Frame;
import drydock.render.paint.TrafficPainter;
import drydock.render.scene.Scene;
import drydock.render.text.TextMeasure;
import drydock.render.traffic.Dot;
import drydock.render.traffic.Dots;
import drydock.render.traffic.Flows;
import drydock.render.traffic.Lanes;
import drydock.render.traffic.Request;
import drydock.render.traffic.Traffic;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.util.Subscription;

/// The dots of the requests that a cluster shows, over the scene: while they move, nothing else is painted.
final class TrafficLayer {

    private final TrafficPainter painter;
    private final Runnable flowsChanged;
    private final Runnable moved;
    private Subscription following = Subscription.EMPTY;
    private Traffic traffic = Traffic.NONE;
    private Lanes lanes = new Lanes(SceneIndex.of(new Scene(List.of(), new Rect(0, 0, 0, 0))));
    private List<Dot> dots = List.of();

    /// @param flowsChanged called when lines are to be drawn that requests go along, or not any more
    /// @param moved called when there are dots to be painted elsewhere
    TrafficLayer(Workspace workspace, TextMeasure measure, Runnable flowsChanged, Runnable moved) {
        this.painter = new TrafficPainter(measure);
        this.flowsChanged = flowsChanged;
        this.moved = moved;
        workspace.sessionProperty().subscribe(this::follow);
    }

    private void follow(Optional<ClusterSession> session) {
        following.unsubscribe();
        following = Trafficked.follow(session, this::show);
    }

    private void show(Traffic next) {
        boolean other = !next.flows().equals(traffic.flows());
        boolean moves = !next.requests().isEmpty() || !dots.isEmpty();
        traffic = next;
        if (other) {
            flowsChanged.run();
        }
        if (moves) {
            moved.run();
        }
    }

    /// Who sends, and what flows where.
    Flows flows() {
        return traffic.flows();
    }

    int each() {
        return traffic.each();
    }

    /// Paints the dots at their places in a scene.
    ///
    /// @param still whether motion is unwanted
    void paint(GraphicsContext g, SceneIndex index, Frame frame, boolean still) {
        if (lanes.index() != index) {
            lanes = new Lanes(index);
        }
        dots = Dots.of(traffic, lanes, still);
        painter.paint(g, dots, traffic.each(), frame);
    }

    /// The request whose dot is nearest to a place of the scene, at most `tolerance` away; what was lost before what is
    /// on its way.
    Optional<Request> at(Point place, double tolerance) {
        return dots.stream()
                .filter(dot -> dot.at().distance(place) <= tolerance)
                .min(Comparator.comparing((Dot dot) -> dot.shape() != Dot.Shape.LOST)
                        .thenComparingDouble(dot -> dot.at().distance(place)))
                .map(Dot::request);
    }
}
