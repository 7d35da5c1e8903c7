package drydock.sim.taking;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.SimulationOptions;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Takes what a cluster holds at a moment into what a simulation begins with.
///
/// Everything goes as it is, with uids, owners and statuses, so that controllers find what is theirs and Pods run on.
/// What follows from the rest is left for the simulation to make (endpoints, leases), and what happened before is not
/// told again (events). Values of Secrets are never taken.
public final class Taking {

    private static final String MANAGED_BY = "endpointslice.kubernetes.io/managed-by";

    private final Map<Remark.Matter, List<String>> remarks = new EnumMap<>(Remark.Matter.class);
    private final List<HasMetadata> objects;
    private final Set<ResourceId> present = new HashSet<>();
    private final NamedThings named;

    private Taking(Collection<HasMetadata> all) {
        this.objects = all.stream()
                .filter(this::isWhole)
                .sorted(Comparator.comparing(ResourceId::of))
                .toList();
        objects.forEach(object -> present.add(ResourceId.of(object)));
        this.named = new NamedThings(objects);
    }

    /// What a simulation begins with that goes on from `objects` as they are at `moment`.
    public static Taken of(Collection<HasMetadata> objects, Instant moment) {
        return new Taking(objects).taken(moment);
    }

    private Taken taken(Instant moment) {
        List<HasMetadata> found = new ArrayList<>(madeUp());
        List<Node> nodes = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (HasMetadata object : objects) {
            switch (object) {
                case Node node -> {
                    nodes.add(node(node));
                    if (!isReady(node)) {
                        lost.add(node.getMetadata().getName());
                        remark(Remark.Matter.NODE_LOST, node);
                    }
                }
                case Secret secret -> found.add(secret(secret));
                case Pod pod -> {
                    found.add(pod);
                    remark(pod);
                }
                case HasMetadata other when isTaken(other) -> found.add(other);
                default -> {
                    // the simulation makes it
                }
            }
        }
        found.sort(Comparator.comparingInt(Taking::rank));
        SimulationOptions options = SimulationOptions.DEFAULT.withNodes(nodes).withFound(moment, found);
        return new Taken(
                options,
                lost,
                remarks.entrySet().stream()
                        .map(remark -> new Remark(remark.getKey(), remark.getValue()))
                        .toList());
    }

    /// Definitions and namespaces first: what is in them comes after.
    private static int rank(HasMetadata object) {
        return object instanceof CustomResourceDefinition ? 0 : isNamespace(object) ? 1 : 2;
    }

    private static boolean isNamespace(HasMetadata object) {
        return Kinds.NAMESPACE.kind().equals(object.getKind());
    }

    private boolean isWhole(HasMetadata object) {
        boolean whole = object.getMetadata() != null
                && object.getMetadata().getName() != null
                && switch (object) {
                    case Pod pod ->
                        pod.getSpec() != null && !pod.getSpec().getContainers().isEmpty();
                    case Service service -> service.getSpec() != null;
                    default -> true;
                };
        if (!whole) {
            String name = object.getMetadata() == null
                    ? ""
                    : Objects.requireNonNullElse(object.getMetadata().getName(), "");
            remark(Remark.Matter.INCOMPLETE, object.getKind() + " " + name);
        }
        return whole;
    }

    private boolean isTaken(HasMetadata object) {
        return switch (object) {
            case Event _, Lease _ -> false;
            case EndpointSlice slice ->
                slice.getMetadata().getLabels() == null
                        || !slice.getMetadata()
                                .getLabels()
                                .getOrDefault(MANAGED_BY, "")
                                .startsWith("endpointslice");
            case Endpoints endpoints -> !isMadeByController(endpoints);
            case GenericKubernetesResource custom -> isDefined(custom);
            default -> true;
        };
    }

    private boolean isMadeByController(Endpoints endpoints) {
        return objects.stream()
                .filter(Service.class::isInstance)
                .map(Service.class::cast)
                .anyMatch(service -> service.getMetadata()
                                .getName()
                                .equals(endpoints.getMetadata().getName())
                        && Objects.equals(
                                service.getMetadata().getNamespace(),
                                endpoints.getMetadata().getNamespace())
                        && service.getSpec().getSelector() != null
                        && !service.getSpec().getSelector().isEmpty());
    }

    private boolean isDefined(GenericKubernetesResource custom) {
        String apiVersion = Objects.requireNonNullElse(custom.getApiVersion(), "");
        String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
        boolean defined = objects.stream()
                .filter(CustomResourceDefinition.class::isInstance)
                .map(CustomResourceDefinition.class::cast)
                .filter(definition -> definition.getSpec() != null)
                .anyMatch(definition -> group.equals(definition.getSpec().getGroup())
                        && custom.getKind()
                                .equals(definition.getSpec().getNames().getKind()));
        if (!defined) {
            remark(Remark.Matter.KIND_UNKNOWN, custom);
        }
        return defined;
    }

    private List<HasMetadata> madeUp() {
        List<HasMetadata> made = new ArrayList<>();
        named.keys().forEach((id, keys) -> {
            boolean usual =
                    id.kind().equals(Kinds.SERVICE_ACCOUNT.kind()) && id.name().equals("default");
            if (!present.contains(id) && !usual) {
                StandIns.madeUp(id, keys, named.priorities()).ifPresent(object -> {
                    made.add(object);
                    remark(Remark.Matter.MADE_UP, object);
                });
            }
        });
        return made;
    }

    private Secret secret(Secret secret) {
        remark(Remark.Matter.SECRET_VALUES, secret);
        return StandIns.of(secret, named.keys().getOrDefault(ResourceId.of(secret), Set.of()));
    }

    /// A range of addresses that the simulation cannot count in is one of its own.
    private static Node node(Node node) {
        boolean counts = node.getSpec() == null
                || node.getSpec().getPodCIDR() == null
                || node.getSpec().getPodCIDR().matches("\\d{1,3}(\\.\\d{1,3}){3}/(1[6-9]|2\\d)");
        return counts
                ? node
                : new NodeBuilder(node)
                        .editSpec()
                        .withPodCIDR(null)
                        .withPodCIDRs(List.of())
                        .endSpec()
                        .build();
    }

    private static boolean isReady(Node node) {
        return node.getStatus() == null
                || node.getStatus().getConditions().stream()
                        .noneMatch(condition ->
                                "Ready".equals(condition.getType()) && !"True".equals(condition.getStatus()));
    }

    private void remark(Pod pod) {
        if (pod.getStatus() == null || !"Running".equals(pod.getStatus().getPhase())) {
            return;
        }
        List<ContainerStatus> statuses = pod.getStatus().getContainerStatuses();
        if (statuses.stream()
                .anyMatch(
                        status -> status.getState() == null || status.getState().getRunning() == null)) {
            remark(Remark.Matter.NOT_RUNNING, pod);
        } else if (statuses.stream().anyMatch(status -> !Boolean.TRUE.equals(status.getReady()))) {
            remark(Remark.Matter.NOT_READY, pod);
        }
    }

    private void remark(Remark.Matter matter, HasMetadata object) {
        String namespace = object.getMetadata().getNamespace();
        remark(
                matter,
                object.getKind() + " " + (namespace == null ? "" : namespace + "/")
                        + object.getMetadata().getName());
    }

    private void remark(Remark.Matter matter, String name) {
        remarks.computeIfAbsent(matter, _ -> new ArrayList<>()).add(name);
    }
}
