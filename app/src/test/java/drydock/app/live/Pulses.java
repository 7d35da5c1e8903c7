package drydock.app.live;

import drydock.app.testing.MeasuredWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;

/// How long the JavaFX thread takes from one pulse to the next, while pulses are asked for without a break.
///
/// What the clock says holds on a machine that does nothing else; the processor time of the thread says how much of it
/// was work of the window's. Belongs to the JavaFX thread.
final class Pulses extends AnimationTimer {

    /// What a user may feel.
    private static final double PAUSE_MILLIS = 100;

    private final List<Double> gaps = new ArrayList<>();
    private final List<Double> work = new ArrayList<>();
    private long last;
    private long lastWork;

    @Override
    public void handle(long now) {
        long here = System.nanoTime();
        long worked = MeasuredWindow.cpuNanos();
        if (last != 0) {
            gaps.add((here - last) / 1e6);
            work.add((worked - lastWork) / 1e6);
        }
        last = here;
        lastWork = worked;
    }

    /// How many pulses there were after the first.
    int number() {
        return gaps.size();
    }

    /// What was measured, in one line.
    String told() {
        return "%.0f pulses a second; from pulse to pulse %s; of it work of the JavaFX thread %s"
                .formatted(1000 * gaps.size() / Math.max(1, sum(gaps)), of(gaps), of(work));
    }

    private static double sum(List<Double> millis) {
        return millis.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static String of(List<Double> millis) {
        if (millis.isEmpty()) {
            return "(nothing)";
        }
        List<Double> sorted = millis.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "median %.1f, 95th percentile %.1f, longest %.0f ms, above %.0f ms: %d of %d",
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                sorted.getLast(),
                PAUSE_MILLIS,
                millis.stream().filter(each -> each > PAUSE_MILLIS).count(),
                millis.size());
    }
}
