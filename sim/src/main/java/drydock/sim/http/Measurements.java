package drydock.sim.http;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import drydock.sim.metrics.Usages;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// What nodes and Pods use, as a metrics server tells it (`metrics.k8s.io/v1beta1`,
/// kubernetes-sigs/metrics-server `pkg/api`). Of what does not run, and of nodes that are not ready, nothing is told.
final class Measurements {

    private static final String GROUP = "metrics.k8s.io";
    private static final String VERSION = "v1beta1";
    private static final ResourceKind NODES =
            new ResourceKind(GROUP, VERSION, "NodeMetrics", "nodes", false, List.of());
    private static final ResourceKind PODS = new ResourceKind(GROUP, VERSION, "PodMetrics", "pods", true, List.of());

    /// The kinds that are told.
    static final List<ResourceKind> KINDS = List.of(NODES, PODS);

    private final ApiServer api;
    private final Usages usages;

    Measurements(ApiServer api, Usages usages) {
        this.api = api;
        this.usages = usages;
    }

    static boolean is(ResourceKind kind) {
        return KINDS.contains(kind);
    }

    /// The kind that `path` leads to.
    static Optional<ResourceKind> kind(ApiPath path) {
        return KINDS.stream()
                .filter(kind -> kind.group().equals(path.group())
                        && kind.version().equals(path.version())
                        && kind.plural().equals(path.plural())
                        && path.subresource().isEmpty())
                .findFirst();
    }

    void answer(ApiCall call, Target target, ApiReply reply) {
        if (!call.method().equals("GET")) {
            throw new ClusterException(
                    405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
        }
        boolean ofNodes = target.kind().equals(NODES);
        Query of = new Target(ofNodes ? Kinds.NODE : Kinds.POD, target.namespace(), target.name()).query(call);
        List<Map<String, Object>> items = api.list(of).stream()
                .flatMap(object -> (ofNodes ? node((Node) object) : pod((Pod) object)).stream())
                .toList();
        if (target.name().isEmpty()) {
            Map<String, Object> list = new LinkedHashMap<>();
            list.put("kind", target.kind().kind() + "List");
            list.put("apiVersion", target.kind().apiVersion());
            list.put("metadata", Map.of());
            list.put("items", items);
            reply.send(200, Bodies.JSON, Bodies.text(list));
            return;
        }
        if (items.isEmpty()) {
            String name = ofNodes ? target.name() : target.namespace() + "/" + target.name();
            throw new ClusterException(
                    404,
                    "NotFound",
                    (ofNodes ? "nodemetrics." : "podmetrics.") + GROUP + " \"" + name + "\" not found");
        }
        reply.send(200, Bodies.JSON, Bodies.text(items.getFirst()));
    }

    private Optional<Map<String, Object>> node(Node node) {
        boolean ready = node.getStatus() != null
                && node.getStatus().getConditions().stream()
                        .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
        if (!ready) {
            return Optional.empty();
        }
        long cpu = 0;
        long memory = 0;
        for (HasMetadata pod : api.list(Query.all(Kinds.POD))) {
            if (node.getMetadata().getName().equals(((Pod) pod).getSpec().getNodeName())) {
                for (Usages.Usage usage : usages.of(pod.getMetadata().getUid()).values()) {
                    cpu += usage.milliCpu();
                    memory += usage.memoryBytes();
                }
            }
        }
        Map<String, Object> told = told(NODES, node);
        told.put("usage", usage(new Usages.Usage(cpu, memory)));
        return Optional.of(told);
    }

    private Optional<Map<String, Object>> pod(Pod pod) {
        List<Map<String, Object>> containers = new ArrayList<>();
        new TreeMap<>(usages.of(pod.getMetadata().getUid()))
                .forEach((name, usage) -> containers.add(Map.of("name", name, "usage", usage(usage))));
        if (containers.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> told = told(PODS, pod);
        told.put("containers", containers);
        return Optional.of(told);
    }

    private Map<String, Object> told(ResourceKind kind, HasMetadata of) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", of.getMetadata().getName());
        if (kind.namespaced()) {
            metadata.put("namespace", of.getMetadata().getNamespace());
        }
        metadata.put("creationTimestamp", seconds());
        metadata.put("labels", Objects.requireNonNullElse(of.getMetadata().getLabels(), Map.of()));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", kind.kind());
        told.put("apiVersion", kind.apiVersion());
        told.put("metadata", metadata);
        told.put("timestamp", seconds());
        told.put("window", Usages.UNSTEADY.toSeconds() + "s");
        return told;
    }

    private String seconds() {
        return api.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Map<String, String> usage(Usages.Usage usage) {
        return Map.of("cpu", usage.milliCpu() + "m", "memory", usage.memoryBytes() / 1024 + "Ki");
    }
}
