package drydock.sim.kubectl;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `describe service NAME` (`kubectl/pkg/describe/describe.go`).
final class DescribeVerb implements Verb {

    private static final int VALUE_COLUMN = 26;

    @Override
    public Set<String> flags() {
        return Set.of();
    }

    @Override
    public void run(Invocation command) {
        for (ResourceId id : ObjectNames.of(command)) {
            HasMetadata object = command.cluster().get(id).orElseThrow(() -> GetVerb.notFound(id));
            if (!(object instanceof Service service)) {
                throw new CommandFailure("error: of the kinds, describe knows services; get -o yaml shows the others");
            }
            describe(command, service);
        }
        command.done().accept(0);
    }

    private static void describe(Invocation command, Service service) {
        var spec = service.getSpec();
        line(command, "Name", service.getMetadata().getName());
        line(command, "Namespace", service.getMetadata().getNamespace());
        lines(command, "Labels", service.getMetadata().getLabels());
        Map<String, String> annotations =
                new TreeMap<>(Objects.requireNonNullElse(service.getMetadata().getAnnotations(), Map.of()));
        annotations.remove("kubectl.kubernetes.io/last-applied-configuration");
        lines(command, "Annotations", annotations);
        line(command, "Selector", LabelSelector.ofLabels(spec.getSelector()).toString());
        line(command, "Type", spec.getType());
        line(command, "IP Family Policy", spec.getIpFamilyPolicy());
        line(command, "IP Families", String.join(",", spec.getIpFamilies()));
        line(command, "IP", spec.getClusterIP());
        line(command, "IPs", String.join(",", spec.getClusterIPs()));
        for (ServicePort port : spec.getPorts()) {
            String name = port.getName() == null ? "<unset>" : port.getName();
            line(command, "Port", name + "  " + port.getPort() + "/" + port.getProtocol());
            line(
                    command,
                    "TargetPort",
                    (port.getTargetPort().getStrVal() == null
                                    ? port.getTargetPort().getIntVal()
                                    : port.getTargetPort().getStrVal())
                            + "/" + port.getProtocol());
            if (port.getNodePort() != null && port.getNodePort() != 0) {
                line(command, "NodePort", name + "  " + port.getNodePort() + "/" + port.getProtocol());
            }
            line(command, "Endpoints", endpoints(command, service, port));
        }
        line(command, "Session Affinity", spec.getSessionAffinity());
        if (spec.getExternalTrafficPolicy() != null) {
            line(command, "External Traffic Policy", spec.getExternalTrafficPolicy());
        }
        line(command, "Internal Traffic Policy", spec.getInternalTrafficPolicy());
        events(command, service);
    }

    /// Ready addresses of one port, from the EndpointSlices where the cluster has them.
    private static String endpoints(Invocation command, Service service, ServicePort port) {
        List<String> all = new ArrayList<>();
        if (command.cluster().kinds().contains(Kinds.ENDPOINT_SLICE)) {
            Query slices = Query.in(Kinds.ENDPOINT_SLICE, service.getMetadata().getNamespace())
                    .withLabels("kubernetes.io/service-name="
                            + service.getMetadata().getName());
            for (HasMetadata object : command.cluster().list(slices)) {
                EndpointSlice slice = (EndpointSlice) object;
                slice.getPorts().stream()
                        .filter(p -> Objects.equals(text(p.getName()), text(port.getName())))
                        .forEach(p -> slice.getEndpoints().stream()
                                .filter(e ->
                                        !Boolean.FALSE.equals(e.getConditions().getReady()))
                                .forEach(e -> all.add(e.getAddresses().getFirst() + ":" + p.getPort())));
            }
        } else if (command.cluster()
                        .get(ResourceId.of(
                                Kinds.ENDPOINTS,
                                service.getMetadata().getNamespace(),
                                service.getMetadata().getName()))
                        .orElse(null)
                instanceof Endpoints endpoints) {
            endpoints
                    .getSubsets()
                    .forEach(subset -> subset.getPorts().stream()
                            .filter(p -> Objects.equals(text(p.getName()), text(port.getName())))
                            .forEach(p -> subset.getAddresses()
                                    .forEach(address -> all.add(address.getIp() + ":" + p.getPort()))));
        }
        String first = all.stream().limit(3).collect(Collectors.joining(","));
        return all.size() > 3 ? first + " + " + (all.size() - 3) + " more..." : first;
    }

    private static void events(Invocation command, HasMetadata about) {
        List<Event> events = command
                .cluster()
                .list(Query.in(Kinds.EVENT, about.getMetadata().getNamespace())
                        .withFields("involvedObject.uid=" + about.getMetadata().getUid()))
                .stream()
                .map(Event.class::cast)
                .toList();
        if (events.isEmpty()) {
            line(command, "Events", "<none>");
            return;
        }
        command.print("Events:");
        List<List<String>> rows = new ArrayList<>(List.of(
                List.of("Type", "Reason", "Age", "From", "Message"),
                List.of("----", "------", "----", "----", "-------")));
        events.forEach(event -> rows.add(List.of(
                text(event.getType()),
                text(event.getReason()),
                Ages.since(event.getLastTimestamp(), command.cluster().now()),
                text(event.getSource().getComponent()),
                text(event.getMessage()))));
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int width = widest(rows, column);
                line.append("  ").append(row.get(column));
                line.append(
                        column == row.size() - 1
                                ? ""
                                : " ".repeat(width - row.get(column).length()));
            }
            command.print(line.toString());
        }
    }

    private static int widest(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static void lines(Invocation command, String name, @Nullable Map<String, String> pairs) {
        if (pairs == null || pairs.isEmpty()) {
            line(command, name, "<none>");
            return;
        }
        String label = name;
        for (Map.Entry<String, String> pair : new TreeMap<>(pairs).entrySet()) {
            String separator = name.equals("Labels") ? "=" : ": ";
            line(command, label, pair.getKey() + separator + pair.getValue());
            label = "";
        }
    }

    private static void line(Invocation command, String name, @Nullable String value) {
        String label = name.isEmpty() ? "" : name + ":";
        command.print(label + " ".repeat(Math.max(1, VALUE_COLUMN - label.length())) + text(value));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
