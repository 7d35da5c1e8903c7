package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Node;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a node lets a container wait for its restart at most (KubeletConfiguration's
/// `crashLoopBackOff.maxContainerRestartPeriod`, 1 s to 300 s).
///
/// A kubelet's configuration is no part of the API, so a node says it by an annotation.
final class RestartLimit {

    static final String ANNOTATION = "drydock.io/max-container-restart-period";

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,6})s|(\\d{1,4})m");

    private RestartLimit() {}

    /// What `node` says; 300 s where it says nothing, or nothing that a kubelet would take.
    static Duration of(Node node) {
        Map<String, String> annotations =
                Objects.requireNonNullElse(node.getMetadata().getAnnotations(), Map.of());
        Matcher said = SECONDS.matcher(annotations.getOrDefault(ANNOTATION, ""));
        if (!said.matches()) {
            return LONGEST;
        }
        Duration limit = said.group(1) != null
                ? Duration.ofSeconds(Long.parseLong(said.group(1)))
                : Duration.ofMinutes(Long.parseLong(said.group(2)));
        return limit.compareTo(Duration.ofSeconds(1)) < 0 || limit.compareTo(LONGEST) > 0 ? LONGEST : limit;
    }
}
