package drydock.render.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.hit.SceneIndex;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark;
import drydock.render.scene.Scene;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DotsTest {

    private static final ResourceId CLIENT = Outside.client("me");
    private static final ResourceId WEB = ResourceId.of(Kinds.SERVICE, "default", "web");
    private static final ResourceId DOOR = Outside.door(WEB, ":30000", "node-1");

    /// The client at the left, a door below the Service at the right, and a square line from the client to the Service.
    private static final Lanes LANES = new Lanes(SceneIndex.of(new Scene(
            List.of(
                    figure(new FigureId.Edge("requests", CLIENT, WEB), new Rect(20, 0, 80, 50), line()),
                    figure(new FigureId.Of(CLIENT), new Rect(0, 0, 20, 20)),
                    figure(new FigureId.Of(WEB), new Rect(100, 40, 20, 20)),
                    figure(new FigureId.Part(WEB, "nodePort:30000@node-1"), new Rect(100, 100, 20, 20))),
            new Rect(0, 0, 120, 120))));

    private static Mark line() {
        List<Point> points = List.of(new Point(0, 10), new Point(40, 10), new Point(40, 50), new Point(80, 50));
        return new Mark.Line(points, true, true, Ink.ACCENT, Mark.Stroke.THIN);
    }

    private static Figure figure(FigureId id, Rect bounds, Mark... marks) {
        return new Figure(id, bounds, Figure.Layer.CARD, List.of(marks), "", Optional.empty());
    }

    private static Request request(double took, Outcome outcome, ResourceId... way) {
        return new Request(1, "me", "http://web/", new Way(List.of(way), List.of()), 0, took, outcome, "");
    }

    private static List<Dot> dots(Request request, double now, double speed, boolean still) {
        return Dots.of(new Traffic(now, speed, List.of(request), 1, Flows.NONE, List.of()), LANES, still);
    }

    private static Dot dot(Request request, double now) {
        return dots(request, now, 1, false).getFirst();
    }

    @Test
    void aRequestGoesAlongTheLineAndItsAnswerComesBack() {
        Request request = request(0.01, Outcome.ANSWERED, CLIENT, WEB);

        assertThat(dot(request, 0).at()).isEqualTo(new Point(20, 10));
        assertThat(dot(request, 0.55)).satisfies(dot -> {
            assertThat(dot.shape()).isEqualTo(Dot.Shape.GOING);
            assertThat(dot.at().x()).isEqualTo(60);
            assertThat(dot.at().y()).isBetween(10.0, 50.0);
        });
        assertThat(dot(request, 1.2).shape()).isEqualTo(Dot.Shape.ANSWERED);
        assertThat(dot(request, 1.9).at().x()).isLessThan(40);
        assertThat(dots(request, 2.5, 1, false)).isEmpty();
    }

    @Test
    void whatIsLostStaysAWhileWhereItEnded() {
        Request request = request(0.01, Outcome.REFUSED, CLIENT, WEB);

        assertThat(dot(request, 1.2)).satisfies(dot -> {
            assertThat(dot.shape()).isEqualTo(Dot.Shape.LOST);
            assertThat(dot.at()).isEqualTo(new Point(100, 50));
        });
        assertThat(dots(request, 10, 1, false)).isEmpty();
    }

    @Test
    void whoeverGetsNoAnswerWaitsAndIsThenLost() {
        Request request = request(5, Outcome.TIMED_OUT, CLIENT, WEB);

        assertThat(dot(request, 3).shape()).isEqualTo(Dot.Shape.WAITING);
        assertThat(dot(request, 5.1).shape()).isEqualTo(Dot.Shape.LOST);
    }

    @Test
    void whatCameOfItIsToldByTheShapeToo() {
        assertThat(dot(request(0.01, Outcome.CLIENT_ERROR, CLIENT, WEB), 1.3).shape())
                .isEqualTo(Dot.Shape.FAULTED);
        assertThat(dot(request(0.01, Outcome.SERVER_ERROR, CLIENT, WEB), 1.3).shape())
                .isEqualTo(Dot.Shape.FAILED);
    }

    @Test
    void aDotTakesTheSameRealTimeAtEverySpeed() {
        Request request = request(0.01, Outcome.ANSWERED, CLIENT, WEB);

        assertThat(dots(request, 5.5, 10, false).getFirst().at())
                .isEqualTo(dot(request, 0.55).at());
    }

    @Test
    void withoutMotionOnlyWhatWaitsOrIsLostIsSeen() {
        assertThat(dots(request(0.01, Outcome.ANSWERED, CLIENT, WEB), 0.5, 1, true))
                .isEmpty();
        assertThat(dots(request(0.01, Outcome.REFUSED, CLIENT, WEB), 1.2, 1, true))
                .hasSize(1);
    }

    @Test
    void asFastAsItGoesThereAreNoDots() {
        assertThat(dots(request(0.01, Outcome.ANSWERED, CLIENT, WEB), 0.5, Double.POSITIVE_INFINITY, false))
                .isEmpty();
    }

    @Test
    void whereThereIsNoLineItGoesStraightAndByDoors() {
        Request request = request(0.01, Outcome.REFUSED, CLIENT, DOOR);

        assertThat(dot(request, 1.2).at()).isEqualTo(new Point(110, 110));
    }

    @Test
    void whatComesNowhereEndsBesideItsSender() {
        Request request = request(0.01, Outcome.UNKNOWN_NAME, CLIENT);

        assertThat(dot(request, 1.2).at().x()).isGreaterThan(20);
        assertThat(dot(request, 1.2).at().y()).isEqualTo(10);
    }

    @Test
    void whoseSenderIsNotDrawnIsNotSeen() {
        assertThat(dots(request(0.01, Outcome.ANSWERED, Outside.client("other"), WEB), 0.5, 1, false))
                .isEmpty();
    }
}
