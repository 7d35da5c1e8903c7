package drydock.sim.traffic;

import java.util.Locale;
import java.util.Optional;

/// How many requests there are in a while, as it is typed: `20/s`, or `30/m`.
final class Rate {

    private static final double MOST = 1_000;

    private Rate() {}

    /// The requests a second; empty if `text` says none, or more than a thousand.
    static Optional<Double> parse(String text) {
        if (!text.matches("\\d{1,5}(\\.\\d{1,3})?(/[sm])?")) {
            return Optional.empty();
        }
        double number = Double.parseDouble(text.replaceFirst("/.*", ""));
        double rate = text.endsWith("m") ? number / 60 : number;
        return rate > 0 && rate <= MOST ? Optional.of(rate) : Optional.empty();
    }

    static String text(double requestsASecond) {
        String number = String.format(Locale.ROOT, "%.3f", requestsASecond).replaceFirst("\\.?0+$", "");
        return number + "/s";
    }
}
