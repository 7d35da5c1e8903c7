package drydock.sim.kubectl;

import drydock.sim.kubectl.text.Ages;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventSource;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSystemInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The columns of nodes and events (`pkg/printers/internalversion/printers.go`).
final class ClusterColumns {

    private static final String ROLE = "node-role.kubernetes.io/";

    static final List<Columns<?>> ALL = List.of(
            Columns.named(Node.class)
                    .and("STATUS", ClusterColumns::status)
                    .and("ROLES", ClusterColumns::roles)
                    .age()
                    .and("VERSION", node -> info(node, NodeSystemInfo::getKubeletVersion))
                    .wide("INTERNAL-IP", node -> address(node, "InternalIP"))
                    .wide("EXTERNAL-IP", node -> address(node, "ExternalIP"))
                    .wide("OS-IMAGE", node -> unknown(info(node, NodeSystemInfo::getOsImage)))
                    .wide("KERNEL-VERSION", node -> unknown(info(node, NodeSystemInfo::getKernelVersion)))
                    .wide("CONTAINER-RUNTIME", node -> unknown(info(node, NodeSystemInfo::getContainerRuntimeVersion))),
            new Columns<>(Event.class, List.of())
                    .and("LAST SEEN", false, (event, row) -> Ages.since(last(event), row.now()))
                    .and("TYPE", Event::getType)
                    .and("REASON", Event::getReason)
                    .and("OBJECT", ClusterColumns::about)
                    .wide("SUBOBJECT", event -> event.getInvolvedObject().getFieldPath())
                    .wide("SOURCE", ClusterColumns::source)
                    .and(
                            "MESSAGE",
                            event -> Objects.requireNonNullElse(event.getMessage(), "")
                                    .strip())
                    .and("FIRST SEEN", true, (event, row) -> Ages.since(first(event), row.now()))
                    .wide("COUNT", ClusterColumns::count)
                    .and("NAME", true, (_, row) -> row.name()));

    private ClusterColumns() {}

    private static String status(Node node) {
        String ready = node.getStatus().getConditions().stream()
                .filter(c -> "Ready".equals(c.getType()))
                .map(c -> "True".equals(c.getStatus()) ? "Ready" : "NotReady")
                .findFirst()
                .orElse("Unknown");
        return Boolean.TRUE.equals(node.getSpec().getUnschedulable()) ? ready + ",SchedulingDisabled" : ready;
    }

    private static String roles(Node node) {
        Map<String, String> labels =
                Objects.requireNonNullElse(node.getMetadata().getLabels(), Map.of());
        return Columns.none(Stream.concat(
                        labels.keySet().stream()
                                .filter(key -> key.startsWith(ROLE))
                                .map(key -> key.substring(ROLE.length())),
                        Stream.ofNullable(labels.get("kubernetes.io/role")))
                .filter(role -> !role.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(",")));
    }

    private static @Nullable String info(Node node, Function<NodeSystemInfo, @Nullable String> part) {
        return node.getStatus().getNodeInfo() == null
                ? null
                : part.apply(node.getStatus().getNodeInfo());
    }

    private static String address(Node node, String type) {
        return node.getStatus().getAddresses().stream()
                .filter(address -> type.equals(address.getType()))
                .findFirst()
                .map(address -> address.getAddress())
                .orElse("<none>");
    }

    private static String unknown(@Nullable String value) {
        return value == null || value.isEmpty() ? "<unknown>" : value;
    }

    private static @Nullable String first(Event event) {
        return event.getFirstTimestamp() == null ? time(event.getEventTime()) : event.getFirstTimestamp();
    }

    private static @Nullable String last(Event event) {
        if (event.getSeries() != null) {
            return time(event.getSeries().getLastObservedTime());
        }
        return event.getLastTimestamp() == null ? first(event) : event.getLastTimestamp();
    }

    private static @Nullable String time(@Nullable MicroTime time) {
        return time == null ? null : time.getTime();
    }

    private static int count(Event event) {
        Integer count =
                event.getSeries() == null ? event.getCount() : event.getSeries().getCount();
        return count == null || count == 0 ? 1 : count;
    }

    private static String about(Event event) {
        String kind = Objects.requireNonNullElse(event.getInvolvedObject().getKind(), "")
                .toLowerCase(Locale.ROOT);
        String name = Objects.requireNonNullElse(event.getInvolvedObject().getName(), "");
        return name.isEmpty() ? kind : kind + "/" + name;
    }

    /// `kubelet, node-1` (`printers.go formatEventSource`).
    private static String source(Event event) {
        EventSource source = Objects.requireNonNullElseGet(event.getSource(), EventSource::new);
        String component =
                source.getComponent() == null || source.getComponent().isEmpty()
                        ? event.getReportingComponent()
                        : source.getComponent();
        String host = source.getHost() == null || source.getHost().isEmpty()
                ? event.getReportingInstance()
                : source.getHost();
        return Stream.of(component, host)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
