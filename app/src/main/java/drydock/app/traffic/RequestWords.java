package drydock.app.traffic;

import drydock.app.text.Messages;
import drydock.app.timeline.Clock;
import drydock.render.traffic.Request;
import java.time.Duration;
import java.util.Locale;

/// A request in words.
public final class RequestWords {

    private final Messages messages = Messages.of(RequestWords.class);

    /// What is told of a request whose dot is pointed at.
    ///
    /// @param each for how many requests the dot stands
    public String of(Request request, int each) {
        String said = request.client() + " → " + request.target() + "\n" + way(request) + "\n" + result(request);
        return each > 1 ? said + "\n" + messages.get("request.each", each) : said;
    }

    /// The places it came by, one after the other.
    static String way(Request request) {
        return String.join(" → ", request.way().names());
    }

    /// What came of it and how long that took.
    private String result(Request request) {
        return sign(request) + " " + request.said() + (Double.isInfinite(request.took()) ? "" : " · " + took(request));
    }

    /// The shape that its dot has, as a letter.
    static String sign(Request request) {
        if (Double.isInfinite(request.took())) {
            return "○";
        }
        return switch (request.outcome()) {
            case ANSWERED -> "✓";
            case CLIENT_ERROR -> "▲";
            case SERVER_ERROR -> "◆";
            case REFUSED, TIMED_OUT, DROPPED, UNREACHABLE, UNKNOWN_NAME -> "✕";
        };
    }

    static String took(Request request) {
        double millis = request.took() * 1_000;
        return Double.isInfinite(millis)
                ? "…"
                : millis < 10
                        ? String.format(Locale.ROOT, "%.1f ms", millis)
                        : millis < 1_000
                                ? String.format(Locale.ROOT, "%.0f ms", millis)
                                : String.format(Locale.ROOT, "%.1f s", request.took());
    }

    static String began(Request request) {
        return Clock.text(Duration.ofNanos(Math.round(request.began() * 1e9)));
    }
}
