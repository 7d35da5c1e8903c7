package drydock.sim.kubectl.describe;

import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A probe on one line (`describe.go DescribeProbe`).
final class ProbeText {

    private ProbeText() {}

    /// The line, empty for no probe.
    static String of(@Nullable Probe probe) {
        return probe == null ? "" : action(probe) + " " + times(probe);
    }

    private static String action(Probe probe) {
        if (probe.getExec() != null) {
            return "exec [" + String.join(" ", probe.getExec().getCommand()) + "]";
        }
        if (probe.getHttpGet() != null) {
            return "http-get " + url(probe.getHttpGet());
        }
        if (probe.getTcpSocket() != null) {
            return "tcp-socket " + text(probe.getTcpSocket().getHost()) + ":"
                    + port(probe.getTcpSocket().getPort());
        }
        if (probe.getGrpc() != null) {
            return "grpc <pod>:" + probe.getGrpc().getPort() + " "
                    + text(probe.getGrpc().getService());
        }
        return "unknown";
    }

    private static String url(HTTPGetAction get) {
        String host = text(get.getHost());
        String path = text(get.getPath())
                .replace("%", "%25")
                .replace(" ", "%20")
                .replace("?", "%3F")
                .replace("#", "%23");
        return text(get.getScheme()).toLowerCase(Locale.ROOT) + "://"
                + (host.contains(":") ? "[" + host + "]" : host)
                + ":" + port(get.getPort())
                + (path.isEmpty() || path.startsWith("/") ? path : "/" + path);
    }

    static String port(@Nullable IntOrString port) {
        return port == null ? "" : String.valueOf(port.getValue());
    }

    private static String times(Probe probe) {
        return "delay=" + number(probe.getInitialDelaySeconds()) + "s timeout=" + number(probe.getTimeoutSeconds())
                + "s period=" + number(probe.getPeriodSeconds()) + "s #success=" + number(probe.getSuccessThreshold())
                + " #failure=" + number(probe.getFailureThreshold());
    }

    private static int number(@Nullable Integer value) {
        return Objects.requireNonNullElse(value, 0);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
