package drydock.render.figure;

import drydock.render.geometry.Point;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Dash;
import drydock.render.scene.Mark.Stroke;
import drydock.render.scene.Mark.TextStyle;
import drydock.render.text.TextMeasure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How many endpoints of a Service stand in each way: a number behind a sign for each way, told apart by shape as by
/// colour. Ready is a full disc, serving one of which half is open, not ready a ring, leaving a ring with a bar.
final class EndingCounts {

    private static final double RADIUS = 4;
    private static final double GAP = 7;

    private EndingCounts() {}

    /// Draws the counts so that they end at `right`; returns how wide they are.
    static double draw(
            MarkList marks, Map<Ending, Integer> endpoints, double right, double baseline, TextMeasure measure) {
        double x = right;
        List<Ending> endings = new ArrayList<>(endpoints.keySet());
        Collections.reverse(endings);
        for (Ending ending : endings) {
            String number = String.valueOf(endpoints.get(ending));
            marks.textTo(number, x, baseline, 40, TextStyle.SMALL_STRONG, ending.ink());
            x -= measure.width(number, TextStyle.SMALL_STRONG) + 3 + RADIUS;
            sign(marks, ending, new Point(x, baseline - 3.75));
            x -= RADIUS + GAP;
        }
        return right - x;
    }

    private static void sign(MarkList marks, Ending ending, Point at) {
        Ink ink = ending.ink();
        Stroke line = new Stroke(1.5, Dash.SOLID);
        switch (ending) {
            case READY -> marks.disc(at, RADIUS, ink, Ink.NONE, Stroke.NONE);
            case SERVING -> {
                marks.disc(at, RADIUS - 0.5, Ink.NONE, ink, line);
                marks.arc(at, (RADIUS - 0.5) / 2, 0.5, false, ink, new Stroke(RADIUS - 0.5, line.dash()));
            }
            case NOT_READY -> marks.disc(at, RADIUS - 0.5, Ink.NONE, ink, line);
            case TERMINATING -> {
                marks.disc(at, RADIUS - 0.5, Ink.NONE, ink, line);
                marks.line(ink, line, at.x() - 2, at.y(), at.x() + 2, at.y());
            }
        }
    }

    /// The counts in words; empty where there are none.
    static String said(Map<Ending, Integer> endpoints, Words words) {
        return endpoints.isEmpty()
                ? ""
                : endpoints.entrySet().stream()
                        .map(e -> words.get("endpoints." + e.getKey(), e.getValue()))
                        .collect(Collectors.joining(", ", ". ", ""));
    }
}
