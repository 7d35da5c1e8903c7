package drydock.sim;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.EndpointsBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The Service `kubernetes` in namespace `default`, behind which the API server itself is. The API server makes it, and
/// looks every ten seconds whether it is there (`pkg/controlplane/controller/kubernetesservice`).
public final class KubernetesService {

    /// Where the API server listens.
    static final String ADDRESS = "192.0.2.1";

    private static final String NAME = "kubernetes";
    private static final String NAMESPACE = ResourceId.DEFAULT_NAMESPACE;
    private static final String PORT_NAME = "https";
    private static final int PORT = 6443;
    private static final Set<String> KINDS =
            Set.of(Kinds.SERVICE.kind(), Kinds.ENDPOINTS.kind(), Kinds.ENDPOINT_SLICE.kind());
    private static final Duration LOOKS = Duration.ofSeconds(10);

    private final Engine engine;
    private final ApiServer api;

    private KubernetesService(Engine engine, ApiServer api) {
        this.engine = engine;
        this.api = api;
    }

    /// Whether an object is that Service or belongs to it: every cluster has it, so that it tells nobody anything of
    /// what runs in one.
    public static boolean has(ResourceId id) {
        return id.name().equals(NAME) && id.namespace().equals(NAMESPACE) && KINDS.contains(id.kind());
    }

    /// Makes what is not there, and makes it again when it was deleted.
    ///
    /// @param api as the API server itself
    static void start(Engine engine, ApiServer api) {
        KubernetesService service = new KubernetesService(engine, api);
        service.make();
        for (ResourceKind kind : List.of(Kinds.SERVICE, Kinds.ENDPOINTS, Kinds.ENDPOINT_SLICE)) {
            api.watch(Query.in(kind, NAMESPACE).withFields("metadata.name=" + NAME), service::hear);
        }
    }

    private void hear(ClusterEvent event) {
        if (event instanceof ClusterEvent.Deleted) {
            long since = engine.nowNanos() % LOOKS.toNanos();
            engine.schedule(LOOKS.minusNanos(since), this::make);
        }
    }

    private void make() {
        for (HasMetadata part : parts()) {
            try {
                if (api.get(ResourceId.of(part)).isEmpty()) {
                    api.create(part);
                }
            } catch (ClusterException notNow) {
                // the address is taken by another, or the namespace is gone: the next look tries again
                engine.schedule(LOOKS, this::make);
                return;
            }
        }
    }

    private static List<HasMetadata> parts() {
        return List.of(
                new ServiceBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .withNamespace(NAMESPACE)
                        .addToLabels("component", "apiserver")
                        .addToLabels("provider", NAME)
                        .endMetadata()
                        .withNewSpec()
                        .withType("ClusterIP")
                        .withClusterIP("10.96.0.1")
                        .addNewPort()
                        .withName(PORT_NAME)
                        .withPort(443)
                        .withProtocol("TCP")
                        .withTargetPort(new IntOrString(PORT))
                        .endPort()
                        .endSpec()
                        .build(),
                new EndpointsBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .withNamespace(NAMESPACE)
                        .addToLabels("endpointslice.kubernetes.io/skip-mirror", "true")
                        .endMetadata()
                        .addNewSubset()
                        .addNewAddress()
                        .withIp(ADDRESS)
                        .endAddress()
                        .addNewPort()
                        .withName(PORT_NAME)
                        .withPort(PORT)
                        .withProtocol("TCP")
                        .endPort()
                        .endSubset()
                        .build(),
                new EndpointSliceBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .withNamespace(NAMESPACE)
                        .addToLabels("kubernetes.io/service-name", NAME)
                        .endMetadata()
                        .withAddressType("IPv4")
                        .addNewEndpoint()
                        .withAddresses(ADDRESS)
                        .withNewConditions()
                        .withReady(true)
                        .endConditions()
                        .endEndpoint()
                        .addNewPort()
                        .withName(PORT_NAME)
                        .withPort(PORT)
                        .withProtocol("TCP")
                        .endPort()
                        .build());
    }
}
