package drydock.sim.traffic;

import drydock.model.resource.ResourceId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What requests are sent to, as it is typed.
final class Target {

    private static final Pattern ADDRESS = Pattern.compile("(http|tcp)://[A-Za-z0-9._*-]+(:\\d{1,5})?(/\\S*)?");
    private static final Pattern SERVICE =
            Pattern.compile("(?:service|svc)/(?:([a-z0-9.-]+)/)?([a-z0-9.-]+)(?::(\\d{1,5}))?(/\\S*)?");

    private Target() {}

    /// The address of a target; a Service's begins with `service://`. Empty if `text` is none.
    static Optional<String> url(String text) {
        if (ADDRESS.matcher(text).matches()) {
            return Optional.of(text);
        }
        Matcher service = SERVICE.matcher(text);
        if (!service.matches()) {
            return Optional.empty();
        }
        String namespace = service.group(1) == null ? ResourceId.DEFAULT_NAMESPACE : service.group(1);
        String port = service.group(3) == null ? "" : ":" + service.group(3);
        String path = service.group(4) == null ? "/" : service.group(4);
        return Optional.of("service://" + service.group(2) + "." + namespace + port + path);
    }
}
