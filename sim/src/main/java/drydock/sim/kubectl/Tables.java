package drydock.sim.kubectl;

import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.sim.kubectl.text.Ages;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tables of `kubectl get`, by kind (`pkg/printers/internalversion/printers.go`).
final class Tables {

    private static final int MOST_ENDPOINTS = 3;

    private Tables() {}

    /// The table of objects of one kind.
    ///
    /// @param wide as `-o wide`
    /// @param several whether other kinds are printed, too, so that names carry their kind
    static Table of(List<HasMetadata> objects, Instant now, boolean wide, boolean labels, boolean several) {
        List<String> headings = new ArrayList<>(headings(objects.getFirst(), wide));
        List<List<String>> rows = new ArrayList<>();
        for (HasMetadata object : objects) {
            String name = several
                    ? Invocation.shortName(ResourceId.of(object))
                    : object.getMetadata().getName();
            List<String> row = new ArrayList<>(List.of(StorageTables.name(object, name)));
            row.addAll(cells(object, now, wide));
            if (labels) {
                row.add(pairs(object.getMetadata().getLabels()));
            }
            rows.add(row);
        }
        if (labels) {
            headings.add("LABELS");
        }
        return new Table(
                headings,
                rows,
                objects.stream().map(o -> text(o.getMetadata().getNamespace())).toList());
    }

    private static List<String> headings(HasMetadata object, boolean wide) {
        return switch (object) {
            case Pod _ -> columns(wide, "NAME READY STATUS RESTARTS AGE", "IP NODE NOMINATED_NODE READINESS_GATES");
            case ReplicationController _ ->
                columns(wide, "NAME DESIRED CURRENT READY AGE", "CONTAINERS IMAGES SELECTOR");
            case ReplicaSet _ -> columns(wide, "NAME DESIRED CURRENT READY AGE", "CONTAINERS IMAGES SELECTOR");
            case Deployment _ -> columns(wide, "NAME READY UP-TO-DATE AVAILABLE AGE", "CONTAINERS IMAGES SELECTOR");
            case Service _ -> columns(wide, "NAME TYPE CLUSTER-IP EXTERNAL-IP PORT(S) AGE", "SELECTOR");
            case Endpoints _ -> columns(false, "NAME ENDPOINTS AGE", "");
            case Node _ -> columns(false, "NAME STATUS ROLES AGE VERSION", "");
            case Namespace _ -> columns(false, "NAME STATUS AGE", "");
            case HorizontalPodAutoscaler _ -> columns(false, "NAME REFERENCE TARGETS MINPODS MAXPODS REPLICAS AGE", "");
            default ->
                WorkloadTables.headings(object)
                        .or(() -> StorageTables.headings(object))
                        .map(all -> all.split("\\|", -1))
                        .map(parts -> columns(wide && !parts[1].isEmpty(), parts[0], parts[1]))
                        .orElseGet(() -> columns(false, "NAME AGE", ""));
        };
    }

    private static List<String> columns(boolean wide, String usual, String more) {
        String all = wide ? usual + " " + more : usual;
        return List.of(all.split(" ", -1)).stream()
                .map(heading -> heading.replace('_', ' '))
                .toList();
    }

    private static List<String> cells(HasMetadata object, Instant now, boolean wide) {
        String age = Ages.since(object.getMetadata().getCreationTimestamp(), now);
        return switch (object) {
            case Pod pod -> joined(PodColumns.of(pod, now), List.of(age), wide ? podPlace(pod) : List.of());
            case ReplicationController rc ->
                joined(
                        numbers(
                                rc.getSpec().getReplicas(),
                                rc.getStatus().getReplicas(),
                                rc.getStatus().getReadyReplicas()),
                        List.of(age),
                        wide
                                ? template(
                                        rc.getSpec().getTemplate().getSpec().getContainers(),
                                        rc.getSpec().getSelector())
                                : List.of());
            case ReplicaSet set ->
                joined(
                        numbers(
                                set.getSpec().getReplicas(),
                                set.getStatus().getReplicas(),
                                set.getStatus().getReadyReplicas()),
                        List.of(age),
                        wide
                                ? template(
                                        set.getSpec().getTemplate().getSpec().getContainers(),
                                        set.getSpec().getSelector().getMatchLabels())
                                : List.of());
            case Deployment deployment ->
                joined(
                        List.of(
                                number(deployment.getStatus().getReadyReplicas()) + "/"
                                        + number(deployment.getSpec().getReplicas()),
                                number(deployment.getStatus().getUpdatedReplicas()),
                                number(deployment.getStatus().getAvailableReplicas())),
                        List.of(age),
                        wide
                                ? template(
                                        deployment
                                                .getSpec()
                                                .getTemplate()
                                                .getSpec()
                                                .getContainers(),
                                        deployment.getSpec().getSelector().getMatchLabels())
                                : List.of());
            case Service service ->
                joined(
                        service(service),
                        List.of(age),
                        wide ? List.of(pairs(service.getSpec().getSelector())) : List.of());
            case Endpoints endpoints -> List.of(endpoints(endpoints), age);
            case Node node -> List.of(ready(node), roles(node), age, text(version(node)));
            case Namespace namespace -> List.of(text(namespace.getStatus().getPhase()), age);
            case HorizontalPodAutoscaler autoscaler ->
                joined(AutoscalerColumns.of(autoscaler), List.of(age), List.of());
            default ->
                WorkloadTables.headings(object).isPresent()
                        ? WorkloadTables.cells(object, now, wide)
                        : StorageTables.headings(object).isPresent()
                                ? StorageTables.cells(object, now, wide)
                                : List.of(age);
        };
    }

    private static List<String> joined(List<String> first, List<String> second, List<String> third) {
        return Stream.of(first, second, third).flatMap(List::stream).toList();
    }

    private static List<String> podPlace(Pod pod) {
        return List.of(none(pod.getStatus().getPodIP()), none(pod.getSpec().getNodeName()), "<none>", "<none>");
    }

    private static List<String> template(List<Container> containers, @Nullable Map<String, String> selector) {
        return List.of(list(containers, Container::getName), list(containers, Container::getImage), pairs(selector));
    }

    private static String list(List<Container> containers, Function<Container, String> part) {
        return containers.stream().map(part).collect(Collectors.joining(","));
    }

    private static List<String> service(Service service) {
        String ports = service.getSpec().getPorts().stream()
                .map(p -> p.getPort() + (p.getNodePort() == null ? "" : ":" + p.getNodePort()) + "/" + p.getProtocol())
                .collect(Collectors.joining(","));
        String type = text(service.getSpec().getType());
        String external = switch (type) {
            case "LoadBalancer" -> balancers(service);
            case "ExternalName" -> text(service.getSpec().getExternalName());
            default -> "<none>";
        };
        return List.of(type, none(service.getSpec().getClusterIP()), external, ports.isEmpty() ? "<none>" : ports);
    }

    /// What the balancer is reached at, `<pending>` until there is one.
    private static String balancers(Service service) {
        String all = service.getStatus() == null || service.getStatus().getLoadBalancer() == null
                ? ""
                : service.getStatus().getLoadBalancer().getIngress().stream()
                        .map(ingress -> text(ingress.getIp() == null ? ingress.getHostname() : ingress.getIp()))
                        .collect(Collectors.joining(","));
        return all.isEmpty() ? "<pending>" : all;
    }

    /// At most three addresses, then how many more (`printers.go formatEndpoints`).
    private static String endpoints(Endpoints endpoints) {
        List<String> all = endpoints.getSubsets().stream()
                .flatMap(subset -> subset.getPorts().stream()
                        .flatMap(port -> subset.getAddresses().stream()
                                .map(EndpointAddress::getIp)
                                .map(ip -> ip + ":" + port.getPort())))
                .toList();
        if (all.isEmpty()) {
            return "<none>";
        }
        String first = all.stream().limit(MOST_ENDPOINTS).collect(Collectors.joining(","));
        return all.size() > MOST_ENDPOINTS ? first + " + " + (all.size() - MOST_ENDPOINTS) + " more..." : first;
    }

    private static String ready(Node node) {
        String ready = node.getStatus().getConditions().stream()
                .filter(c -> "Ready".equals(c.getType()))
                .map(c -> "True".equals(c.getStatus()) ? "Ready" : "NotReady")
                .findFirst()
                .orElse("Unknown");
        return Boolean.TRUE.equals(node.getSpec().getUnschedulable()) ? ready + ",SchedulingDisabled" : ready;
    }

    private static String roles(Node node) {
        String prefix = "node-role.kubernetes.io/";
        String roles = Optional.ofNullable(node.getMetadata().getLabels()).orElse(Map.of()).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .sorted()
                .collect(Collectors.joining(","));
        return none(roles);
    }

    private static @Nullable String version(Node node) {
        return node.getStatus().getNodeInfo() == null
                ? null
                : node.getStatus().getNodeInfo().getKubeletVersion();
    }

    /// A selector as `kubectl` writes it, `<none>` if it chooses by nothing.
    static String selector(io.fabric8.kubernetes.api.model.@Nullable LabelSelector selector) {
        return selector == null ? "<none>" : none(LabelSelector.of(selector).toString());
    }

    static String pairs(@Nullable Map<String, String> labels) {
        return labels == null || labels.isEmpty()
                ? "<none>"
                : new TreeMap<>(labels)
                        .entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue())
                                .collect(Collectors.joining(","));
    }

    private static List<String> numbers(@Nullable Integer desired, @Nullable Integer current, @Nullable Integer ready) {
        return List.of(number(desired), number(current), number(ready));
    }

    private static String number(@Nullable Integer value) {
        return Integer.toString(Objects.requireNonNullElse(value, 0));
    }

    private static String none(@Nullable String value) {
        return value == null || value.isEmpty() ? "<none>" : value;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
