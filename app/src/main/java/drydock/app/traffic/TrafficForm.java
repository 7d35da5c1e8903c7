package drydock.app.traffic;

import drydock.model.resource.ResourceId;
import drydock.render.traffic.Sender;
import java.util.Locale;
import java.util.Optional;

/// What requests are to be sent, as it is filled in.
///
/// @param name of the client that is changed; empty for a new one
/// @param from the Pod that sends; empty for a client outside of the cluster
/// @param to `service/NAMESPACE/NAME` or an address, without a path
/// @param path with a slash at its beginning
/// @param perSecond 0 for a single request
record TrafficForm(String name, Optional<ResourceId> from, String to, String path, double perSecond) {

    static final TrafficForm EMPTY = new TrafficForm("", Optional.empty(), "", "/", 5);
    private static final String SERVICE = "service://";

    TrafficForm from(ResourceId pod) {
        return new TrafficForm(name, Optional.of(pod), to, path, perSecond);
    }

    /// @param target with or without a path
    TrafficForm to(String target) {
        int start = target.contains("://") ? target.indexOf("://") + 3 : target.indexOf('/', "service/".length()) + 1;
        int slash = target.indexOf('/', start);
        return slash < 0
                ? new TrafficForm(name, from, target, path, perSecond)
                : new TrafficForm(name, from, target.substring(0, slash), target.substring(slash), perSecond);
    }

    /// What a client does that is running.
    static TrafficForm of(Sender sender) {
        return new TrafficForm(sender.name(), sender.pod(), "", "/", sender.perSecond()).to(typed(sender.target()));
    }

    /// `service/NAMESPACE/NAME…` for `service://NAME.NAMESPACE…`.
    private static String typed(String url) {
        return url.startsWith(SERVICE)
                ? url.substring(SERVICE.length()).replaceFirst("^([^:/]+)[.]([^.:/]+)", "service/$2/$1")
                : url;
    }

    /// The line that lets it be sent.
    ///
    /// @param freeName what a new client is called
    String command(String freeName) {
        String source =
                from.map(pod -> " --from=" + pod.namespace() + "/" + pod.name()).orElse("");
        String target = to.startsWith("tcp://") ? to : to + path;
        return perSecond == 0
                ? "traffic send " + target + source
                : "traffic start " + (name.isEmpty() ? freeName : name) + " " + target + " --rate=" + rate(perSecond)
                        + "/s" + source;
    }

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%.3f", perSecond).replaceFirst("\\.?0+$", "");
    }
}
