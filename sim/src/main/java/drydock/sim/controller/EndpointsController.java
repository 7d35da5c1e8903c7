package drydock.sim.controller;

import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Shallow;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps one Endpoints object for each Service that chooses Pods (`pkg/controller/endpoint/endpoints_controller.go`).
public final class EndpointsController {

    private static final String MANAGED_BY = "endpoints.kubernetes.io/managed-by";
    private static final String TRIGGER = "endpoints.kubernetes.io/last-change-trigger-time";
    private static final String HEADLESS = "service.kubernetes.io/headless";

    private final ApiServer api;
    private final ServicePods<EndpointSubsets.Reached> services;
    private final Informer<Endpoints> endpoints;
    private final WrittenVersions written = new WrittenVersions();

    private EndpointsController(Engine engine, ApiServer server, SharedInformers informers) {
        api = server.as("endpoint-controller");
        WorkQueue queue = new WorkQueue(engine, api, "endpoint-controller", (key, done) -> {
            sync(key);
            done.run();
        });
        endpoints = new Informer<>(api, Kinds.ENDPOINTS, Endpoints.class);
        ServicePorts ports = new ServicePorts();
        services = new ServicePods<>(
                informers,
                (service, pod) -> EndpointSubsets.reach(service, ports.of(service, pod), pod),
                Pods::address,
                queue::add);
    }

    public static void start(Engine engine, ApiServer server, SharedInformers informers) {
        var _ = new EndpointsController(engine, server, informers);
    }

    private void sync(ResourceId key) {
        Optional<Service> found = services.service(key);
        ResourceId id = ResourceId.of(Kinds.ENDPOINTS, key.namespace(), key.name());
        Optional<Endpoints> existing = endpoints.get(id);
        if (found.isEmpty()) {
            delete(id);
        } else if (ServicePods.choosesPods(found.get())) {
            existing.ifPresent(written::requireSeen);
            Optional<String> trigger = services.triggerTime(found.get());
            Endpoints wanted = wanted(found.get(), existing.orElse(null));
            if (existing.isEmpty()) {
                written.wrote(api.create(told(wanted, trigger)));
            } else if (!wanted.equals(existing.get())) {
                written.wrote(api.replace(told(wanted, trigger)));
            }
        }
    }

    /// The same with when what led to it happened, if that is known.
    private static Endpoints told(Endpoints endpoints, Optional<String> trigger) {
        ObjectMeta metadata = Shallow.copy(endpoints.getMetadata());
        metadata.setAnnotations(triggered(metadata.getAnnotations(), trigger));
        Endpoints told = Shallow.copy(endpoints);
        told.setMetadata(metadata);
        return told;
    }

    /// Annotations that say no other time than `trigger`.
    static @Nullable Map<String, String> triggered(@Nullable Map<String, String> before, Optional<String> trigger) {
        if (trigger.isEmpty() && (before == null || !before.containsKey(TRIGGER))) {
            return before;
        }
        Map<String, String> now = new LinkedHashMap<>(before == null ? Map.of() : before);
        now.remove(TRIGGER);
        trigger.ifPresent(time -> now.put(TRIGGER, time));
        return now;
    }

    private void delete(ResourceId id) {
        written.forget(id);
        if (api.get(id).isPresent()) {
            api.delete(id, Deletion.DEFAULT);
        }
    }

    private Endpoints wanted(Service service, @Nullable Endpoints existing) {
        boolean evenNotReady = Boolean.TRUE.equals(service.getSpec().getPublishNotReadyAddresses());
        Map<String, String> labels = new LinkedHashMap<>(
                Objects.requireNonNullElse(service.getMetadata().getLabels(), Map.of()));
        labels.put(MANAGED_BY, "endpoint-controller");
        labels.remove(HEADLESS);
        if ("None".equals(service.getSpec().getClusterIP())) {
            labels.put(HEADLESS, "");
        }
        ObjectMeta metadata = existing == null ? new ObjectMeta() : Shallow.copy(existing.getMetadata());
        metadata.setName(service.getMetadata().getName());
        metadata.setNamespace(service.getMetadata().getNamespace());
        metadata.setLabels(labels);
        Endpoints wanted = existing == null ? new Endpoints() : Shallow.copy(existing);
        wanted.setMetadata(metadata);
        boolean portless = "None".equals(service.getSpec().getClusterIP())
                && service.getSpec().getPorts().isEmpty();
        List<EndpointSubset> subsets = EndpointSubsets.of(services.chosenBy(service), evenNotReady, portless);
        boolean truncated = EndpointCapacity.truncate(subsets);
        wanted.setSubsets(subsets);
        metadata.setAnnotations(overCapacity(metadata.getAnnotations(), truncated));
        return wanted;
    }

    private static @Nullable Map<String, String> overCapacity(@Nullable Map<String, String> before, boolean truncated) {
        boolean said = before != null && before.containsKey(EndpointCapacity.ANNOTATION);
        if (said == truncated) {
            return before;
        }
        Map<String, String> now = new LinkedHashMap<>(before == null ? Map.of() : before);
        now.remove(EndpointCapacity.ANNOTATION);
        if (truncated) {
            now.put(EndpointCapacity.ANNOTATION, "truncated");
        }
        return now;
    }
}
