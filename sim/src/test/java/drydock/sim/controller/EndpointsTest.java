package drydock.sim.controller;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.Lab;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.ForZone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What Endpoints and EndpointSlices say beside addresses.
class EndpointsTest {

    private static final String TRIGGER = "endpoints.kubernetes.io/last-change-trigger-time";
    private static final String POD = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web}}
        spec:
          hostname: alpha
          subdomain: peers
          containers:
          - {name: main, image: nginx:1.20}
        """;

    @Test
    void aPodHasItsHostnameOnlyInTheServiceThatItsSubdomainNames() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(service("peers", "clusterIP: None"))
                    .apply(service("web", "type: ClusterIP"))
                    .apply(POD)
                    .run(4);

            assertThat(endpoint(lab, "peers").getHostname()).isEqualTo("alpha");
            assertThat(endpoint(lab, "web").getHostname()).isNull();
            assertThat(address(lab, "peers").getHostname()).isEqualTo("alpha");
            assertThat(address(lab, "web").getHostname()).isNull();
        }
    }

    @Test
    void aHeadlessServiceWithoutPortsHasAddresses() {
        try (Lab lab = Lab.of("a")) {
            lab.apply("""
                apiVersion: v1
                kind: Service
                metadata: {name: peers}
                spec: {clusterIP: None, selector: {app: web}}
                """).apply(POD).run(4);

            assertThat(endpoints(lab, "peers").getSubsets()).singleElement().satisfies(subset -> {
                assertThat(subset.getAddresses()).hasSize(1);
                assertThat(subset.getPorts()).isEmpty();
            });
        }
    }

    /// Until the Pod is collected, or its node is back (`endpointslice/reconciler.go reconcileByAddressType`).
    @Test
    void aPodWhoseNodeIsGoneIsNoEndpointUnlessAnyPodIsPublished() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(service("web", "publishNotReadyAddresses: false"))
                    .apply(service("all", "publishNotReadyAddresses: true"))
                    .apply(POD)
                    .run(4);
            assertThat(slice(lab, "web").getEndpoints()).hasSize(1);

            lab.kubectl("delete node a");
            lab.kubectl("label service web tier=front");
            lab.kubectl("label service all tier=front");
            lab.run(2);

            assertThat(lab.exists("web")).isTrue();
            assertThat(slice(lab, "web").getEndpoints()).isEmpty();
            assertThat(slice(lab, "all").getEndpoints()).hasSize(1);
        }
    }

    @Test
    void whenAPodBecameReadyIsSaidAndForgottenWithTheNextChange() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(service("web", "type: ClusterIP")).apply(POD).run(4);
            String ready = lab.condition("web", "Ready").getLastTransitionTime();
            assertThat(annotation(lab)).isEqualTo(ready);
            assertThat(slice(lab, "web").getMetadata().getAnnotations()).containsEntry(TRIGGER, ready);

            lab.kubectl("label service web tier=front");
            lab.run(2);

            assertThat(endpoints(lab, "web").getMetadata().getLabels()).containsEntry("tier", "front");
            assertThat(annotation(lab)).isNull();
        }
    }

    @Test
    void aNewServiceSaysWhenItWasMade() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(service("web", "type: ClusterIP")).run(2);

            assertThat(annotation(lab))
                    .isEqualTo(endpoints(lab, "web").getMetadata().getCreationTimestamp());
        }
    }

    @Test
    void whereTrafficIsToStayNearReadyEndpointsSayForWhomTheyAre() {
        try (Lab lab = Lab.of("a topology.kubernetes.io/zone=east", "b")) {
            lab.apply(service("web", "trafficDistribution: PreferSameNode"))
                    .apply(POD.replace("  hostname", "  nodeName: a\n  hostname"))
                    .run(4);
            assertThat(endpoint(lab, "web").getZone()).isEqualTo("east");
            assertThat(endpoint(lab, "web").getHints().getForZones()).containsExactly(new ForZone("east"));
            assertThat(endpoint(lab, "web").getHints().getForNodes()).hasSize(1);

            lab.kubectl("patch service web -p {\"spec\":{\"trafficDistribution\":\"PreferClose\"}}");
            lab.run(2);
            assertThat(endpoint(lab, "web").getHints().getForNodes()).isEmpty();

            lab.kubectl("patch service web -p {\"spec\":{\"trafficDistribution\":null}}");
            lab.run(2);
            assertThat(endpoint(lab, "web").getHints()).isNull();
        }
    }

    @Test
    void anObjectHasRoomForAThousandAddressesThoseThatAreReadyFirst() {
        List<EndpointSubset> few = List.of(subset(400, 600));
        assertThat(EndpointCapacity.truncate(few)).isFalse();

        List<EndpointSubset> notReady = List.of(subset(600, 300), subset(0, 300));
        assertThat(EndpointCapacity.truncate(notReady)).isTrue();
        assertThat(notReady).extracting(s -> s.getAddresses().size()).containsExactly(600, 0);
        assertThat(notReady).extracting(s -> s.getNotReadyAddresses().size()).containsExactly(200, 200);

        List<EndpointSubset> ready = List.of(subset(1_000, 5), subset(501, 0));
        assertThat(EndpointCapacity.truncate(ready)).isTrue();
        assertThat(ready).extracting(s -> s.getAddresses().size()).containsExactly(667, 333);
        assertThat(ready).allSatisfy(s -> assertThat(s.getNotReadyAddresses()).isEmpty());
    }

    private static EndpointSubset subset(int ready, int notReady) {
        return new EndpointSubset(addresses(ready), addresses(notReady), new ArrayList<>());
    }

    private static List<EndpointAddress> addresses(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> new EndpointAddress(null, "10.0." + i / 256 + "." + i % 256, null, null))
                .toList());
    }

    private static String service(String name, String spec) {
        return """
            apiVersion: v1
            kind: Service
            metadata: {name: %s}
            spec:
              %s
              selector: {app: web}
              ports: [{port: 80}]
            """.formatted(name, spec);
    }

    private static Endpoint endpoint(Lab lab, String service) {
        return slice(lab, service).getEndpoints().getFirst();
    }

    private static EndpointSlice slice(Lab lab, String service) {
        return lab.simulation().cluster().list(drydock.model.cluster.Query.all(Kinds.ENDPOINT_SLICE)).stream()
                .map(EndpointSlice.class::cast)
                .filter(s -> service.equals(s.getMetadata().getLabels().get("kubernetes.io/service-name")))
                .findFirst()
                .orElseThrow();
    }

    private static EndpointAddress address(Lab lab, String service) {
        return endpoints(lab, service).getSubsets().getFirst().getAddresses().getFirst();
    }

    private static String annotation(Lab lab) {
        var annotations = endpoints(lab, "web").getMetadata().getAnnotations();
        return annotations == null ? null : annotations.get(TRIGGER);
    }

    private static Endpoints endpoints(Lab lab, String name) {
        return (Endpoints) lab.simulation()
                .cluster()
                .get(ResourceId.of(Kinds.ENDPOINTS, "default", name))
                .orElseThrow();
    }
}
