package drydock.app.testing;

import drydock.app.testing.MeasuredWindow.Taken;
import java.util.List;
import java.util.Locale;

/// Prints what was measured, a line for each.
public final class Figures {

    private Figures() {}

    /// Prints the times by the clock, the JavaFX thread's and the process'.
    public static void tell(String what, List<Taken> taken) {
        print(what, taken.stream().map(Taken::wall).toList());
        print(
                "  processor time of the JavaFX thread",
                taken.stream().map(Taken::screen).toList());
        print(
                "  processor time of the process",
                taken.stream().map(Taken::process).toList());
    }

    /// Prints times in nanoseconds.
    public static void print(String what, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f, 95th percentile %.1f, 99th %.1f, worst %.1f ms%n",
                what,
                millis(sorted, 50),
                millis(sorted, 95),
                millis(sorted, 99),
                millis(sorted, 100));
    }

    private static double millis(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }
}
