package drydock.sim.controller;

import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps the EndpointSlices of each Service that chooses Pods
/// (`pkg/controller/endpointslice/endpointslice_controller.go`).
public final class EndpointSliceController {

    private final Engine engine;
    private final ApiServer api;
    private final ServicePods<EndpointSlices.Placed> services;
    private final Informer<Node> nodes;
    private final Informer<EndpointSlice> slices;
    private final ServicePorts ports = new ServicePorts();
    private final Map<List<ServicePorts.Target>, List<EndpointPort>> portsTo = new HashMap<>();
    private final Expectations expectations = new Expectations();
    private final WrittenVersions written = new WrittenVersions();
    private final WorkQueue queue;

    private EndpointSliceController(Engine engine, ApiServer server, SharedInformers informers) {
        this.engine = engine;
        api = server.as("endpoint-slice-controller");
        queue = new WorkQueue(engine, api, "endpoint-slice-controller", (key, done) -> {
            sync(key);
            done.run();
        });
        nodes = new Informer<>(api, Kinds.NODE, Node.class);
        slices = new Informer<>(
                        api, Kinds.ENDPOINT_SLICE, EndpointSlice.class, s -> List.of(Owners.indexKey(s), serviceKey(s)))
                .on(this::changed);
        services = new ServicePods<>(informers, this::place, _ -> "", queue::add);
    }

    public static void start(Engine engine, ApiServer server, SharedInformers informers) {
        var _ = new EndpointSliceController(engine, server, informers);
    }

    private EndpointSlices.Placed place(Service service, Pod pod) {
        return EndpointSlices.place(
                portsTo.computeIfAbsent(ports.of(service, pod), EndpointSlices::ports),
                service,
                pod,
                nodes.get(ResourceId.of(Kinds.NODE, "", Pods.node(pod)))
                        .map(node -> node.getMetadata().getLabels())
                        .map(labels -> labels.get("topology.kubernetes.io/zone"))
                        .orElse(null));
    }

    private static String serviceKey(EndpointSlice slice) {
        Map<String, String> labels = slice.getMetadata().getLabels();
        String service = labels == null ? null : labels.get(EndpointSlices.SERVICE);
        return "service/" + slice.getMetadata().getNamespace() + "/" + service;
    }

    private void changed(@Nullable EndpointSlice before, @Nullable EndpointSlice after) {
        EndpointSlice slice = after == null ? before : after;
        if (slice != null && (before == null || after == null)) {
            Owners.controller(slice)
                    .flatMap(o -> Owners.id(o, slice.getMetadata().getNamespace()))
                    .ifPresent(service -> {
                        if (before == null) {
                            expectations.creationsSeen(service, 1);
                        } else {
                            expectations.deletionSeen(service, ResourceId.of(slice));
                            written.forget(ResourceId.of(slice));
                        }
                        queue.add(service);
                    });
        }
    }

    private void sync(ResourceId key) {
        Optional<Service> found = services.service(key);
        if (found.isEmpty()) {
            expectations.forget(key);
            return;
        }
        if (!ServicePods.choosesPods(found.get()) || !expectations.satisfied(key, engine.now())) {
            return;
        }
        Service service = found.get();
        List<EndpointSlice> existing = slices.of("service/" + key.namespace() + "/" + key.name()).stream()
                .filter(slice -> EndpointSlices.isManaged(slice) && !Owners.isDeleting(slice))
                .toList();
        existing.forEach(written::requireSeen);
        Collection<EndpointSlices.Placed> chosen = services.chosenBy(service);
        List<EndpointSlices.Placed> reached = reached(service, chosen);
        EndpointSlices.Plan plan = EndpointSlices.plan(service, reached, existing, services.triggerTime(service));
        if (!plan.create().isEmpty()) {
            expectations.expectCreations(key, plan.create().size(), engine.now());
        }
        plan.create().forEach(slice -> written.wrote(api.create(slice)));
        plan.update().forEach(slice -> written.wrote(api.replace(slice)));
        plan.delete().forEach(slice -> api.delete(ResourceId.of(slice), Deletion.DEFAULT));
        if (reached.size() < chosen.size()) {
            queue.retry(key);
        }
    }

    /// Those without what stands on nodes that are gone, unless the Service publishes any Pod
    /// (`endpointslice/reconciler.go reconcileByAddressType`).
    private List<EndpointSlices.Placed> reached(Service service, Collection<EndpointSlices.Placed> chosen) {
        boolean any = Boolean.TRUE.equals(service.getSpec().getPublishNotReadyAddresses());
        return chosen.stream()
                .filter(placed -> any
                        || nodes.get(ResourceId.of(
                                        Kinds.NODE, "", placed.endpoint().getNodeName()))
                                .isPresent())
                .toList();
    }
}
