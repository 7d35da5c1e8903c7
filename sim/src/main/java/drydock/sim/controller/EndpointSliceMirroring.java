package drydock.sim.controller;

import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps EndpointSlices that say what the Endpoints say which somebody wrote for a Service without a selector
/// (`pkg/controller/endpointslicemirroring/endpointslicemirroring_controller.go`): nodes go by slices only.
public final class EndpointSliceMirroring {

    private static final String COMPONENT = "endpoint-slice-mirroring-controller";
    private static final String SKIP = "endpointslice.kubernetes.io/skip-mirror";
    private static final String LEADER = "control-plane.alpha.kubernetes.io/leader";

    private final Engine engine;
    private final ApiServer api;
    private final Informer<Service> services;
    private final Informer<Endpoints> endpoints;
    private final Informer<EndpointSlice> slices;
    private final Expectations expectations = new Expectations();
    private final WrittenVersions written = new WrittenVersions();
    private final WorkQueue queue;

    private EndpointSliceMirroring(Engine engine, ApiServer server, SharedInformers informers) {
        this.engine = engine;
        api = server.as(COMPONENT);
        queue = new WorkQueue(engine, api, COMPONENT, (key, done) -> {
            sync(key);
            done.run();
        });
        slices = new Informer<>(
                        api,
                        Kinds.ENDPOINT_SLICE,
                        EndpointSlice.class,
                        s -> MirroredSlices.isMirrored(s) ? List.of(service(s).toString()) : List.of())
                .on(this::sliceChanged);
        services = informers.services().on(this::serviceChanged);
        endpoints = new Informer<>(api, Kinds.ENDPOINTS, Endpoints.class).on(this::endpointsChanged);
    }

    public static void start(Engine engine, ApiServer server, SharedInformers informers) {
        var _ = new EndpointSliceMirroring(engine, server, informers);
    }

    /// The Service, and the Endpoints, that a slice says it belongs to.
    private static ResourceId service(EndpointSlice slice) {
        String name = Objects.requireNonNullElse(slice.getMetadata().getLabels(), Map.<String, String>of())
                .getOrDefault(EndpointSlices.SERVICE, "");
        return ResourceId.of(Kinds.SERVICE, slice.getMetadata().getNamespace(), name);
    }

    private static boolean hasSelector(@Nullable Service service) {
        Map<String, String> selector =
                service == null ? null : service.getSpec().getSelector();
        return selector != null && !selector.isEmpty();
    }

    private void serviceChanged(@Nullable Service before, @Nullable Service after) {
        boolean selects = before != null && after != null;
        if (selects ? hasSelector(before) != hasSelector(after) : !hasSelector(after == null ? before : after)) {
            queue.add(ResourceId.of(Objects.requireNonNull(after == null ? before : after)));
        }
    }

    private void endpointsChanged(@Nullable Endpoints before, @Nullable Endpoints after) {
        Endpoints changed = Objects.requireNonNull(after == null ? before : after);
        ResourceId service = ResourceId.of(
                Kinds.SERVICE,
                changed.getMetadata().getNamespace(),
                changed.getMetadata().getName());
        // of a Service that has a selector there is nothing to mirror
        if (!hasSelector(services.get(service).orElse(null))) {
            queue.add(service);
        }
    }

    private void sliceChanged(@Nullable EndpointSlice before, @Nullable EndpointSlice after) {
        EndpointSlice slice = Objects.requireNonNull(after == null ? before : after);
        if (!MirroredSlices.isMirrored(slice)) {
            return;
        }
        if (before == null) {
            expectations.creationsSeen(service(slice), 1);
        } else if (after == null) {
            expectations.deletionSeen(service(slice), ResourceId.of(slice));
            written.forget(ResourceId.of(slice));
        }
        queue.add(service(slice));
    }

    private void sync(ResourceId service) {
        List<EndpointSlice> existing = List.copyOf(slices.of(service.toString()));
        Optional<Endpoints> mirrored = services.get(service)
                .filter(found -> !hasSelector(found))
                .flatMap(found -> endpoints.get(ResourceId.of(Kinds.ENDPOINTS, service.namespace(), service.name())))
                .filter(EndpointSliceMirroring::isMirrored);
        if (mirrored.isEmpty()) {
            expectations.forget(service);
            existing.forEach(this::delete);
            return;
        }
        if (!expectations.satisfied(service, engine.now())) {
            return;
        }
        existing.forEach(written::requireSeen);
        MirroredSlices.Plan plan = MirroredSlices.plan(mirrored.get(), existing);
        if (plan.skipped() > 0) {
            String text = "A max of " + MirroredSlices.MOST
                    + " addresses can be mirrored to EndpointSlices per Endpoints subset. " + plan.skipped()
                    + " addresses were skipped";
            api.record(mirrored.get(), "Warning", "TooManyAddressesToMirror", text, "");
        }
        if (!plan.create().isEmpty()) {
            expectations.expectCreations(service, plan.create().size(), engine.now());
        }
        plan.create().forEach(slice -> written.wrote(api.create(slice)));
        plan.update().forEach(slice -> written.wrote(api.replace(slice)));
        plan.delete().forEach(this::delete);
    }

    private void delete(EndpointSlice slice) {
        ResourceId id = ResourceId.of(slice);
        written.forget(id);
        if (api.get(id).isPresent()) {
            api.delete(id, Deletion.DEFAULT);
        }
    }

    /// Whether they are not to be left alone (`shouldMirror`).
    private static boolean isMirrored(Endpoints endpoints) {
        Map<String, String> labels =
                Objects.requireNonNullElse(endpoints.getMetadata().getLabels(), Map.of());
        Map<String, String> annotations =
                Objects.requireNonNullElse(endpoints.getMetadata().getAnnotations(), Map.of());
        return !"true".equals(labels.get(SKIP)) && !annotations.containsKey(LEADER);
    }
}
