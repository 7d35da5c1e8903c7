package drydock.sim.controller;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.sim.Lab;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointPortBuilder;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.EndpointsBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Endpoints that somebody wrote for a Service without a selector.
class MirroredEndpointsTest {

    private static final String SERVICE = """
        apiVersion: v1
        kind: Service
        metadata: {name: outside}
        spec: {ports: [{port: 80}]}
        """;
    private static final String ENDPOINTS = """
        apiVersion: v1
        kind: Endpoints
        metadata: {name: outside, labels: {team: web}, annotations: {note: old}}
        subsets:
        - addresses: [{ip: 192.0.2.70}]
          notReadyAddresses: [{ip: 192.0.2.71}]
          ports: [{port: 80}]
        """;

    @Test
    void aSliceSaysWhatTheySayAndGoesWithThem() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(SERVICE).apply(ENDPOINTS).run(2);

            EndpointSlice slice = slices(lab).getFirst();
            assertThat(slices(lab)).hasSize(1);
            assertThat(slice.getMetadata().getName()).startsWith("outside-");
            assertThat(slice.getMetadata().getLabels())
                    .containsEntry("endpointslice.kubernetes.io/managed-by", "endpointslicemirroring-controller.k8s.io")
                    .containsEntry("kubernetes.io/service-name", "outside")
                    .containsEntry("team", "web");
            assertThat(slice.getMetadata().getAnnotations()).containsOnlyKeys("note");
            assertThat(slice.getEndpoints())
                    .extracting(Endpoint::getAddresses, e -> e.getConditions().getReady())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(List.of("192.0.2.70"), true),
                            org.assertj.core.groups.Tuple.tuple(List.of("192.0.2.71"), false));
            assertThat(slice.getPorts()).singleElement().satisfies(port -> {
                assertThat(port.getPort()).isEqualTo(80);
                assertThat(port.getProtocol()).isEqualTo("TCP");
            });

            lab.kubectl("delete endpoints outside");
            lab.run(2);
            assertThat(slices(lab)).isEmpty();
        }
    }

    @Test
    void aChangeOfTheirsKeepsTheSlice() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(SERVICE).apply(ENDPOINTS).run(2);
            String name = slices(lab).getFirst().getMetadata().getName();

            lab.apply(ENDPOINTS.replace("192.0.2.70", "192.0.2.72").replace("port: 80", "port: 8080"))
                    .run(2);

            assertThat(slices(lab)).singleElement().satisfies(slice -> {
                assertThat(slice.getMetadata().getName()).isEqualTo(name);
                assertThat(slice.getEndpoints().getFirst().getAddresses()).containsExactly("192.0.2.72");
                assertThat(slice.getPorts().getFirst().getPort()).isEqualTo(8080);
            });
        }
    }

    @Test
    void aServiceThatChoosesPodsAndOneThatIsNotThereHaveNoMirror() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(ENDPOINTS).run(2);
            assertThat(slices(lab)).isEmpty();

            lab.apply(SERVICE).run(2);
            assertThat(slices(lab)).hasSize(1);

            lab.kubectl("patch service outside -p {\"spec\":{\"selector\":{\"app\":\"web\"}}}");
            lab.run(2);
            assertThat(slices(lab))
                    .extracting(s -> s.getMetadata().getLabels().get("endpointslice.kubernetes.io/managed-by"))
                    .containsExactly("endpointslice-controller.k8s.io");
        }
    }

    @Test
    void whoAsksToBeLeftAloneIsLeftAlone() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(SERVICE)
                    .apply(ENDPOINTS.replace("{team: web}", "{endpointslice.kubernetes.io/skip-mirror: \"true\"}"))
                    .run(2);

            assertThat(slices(lab)).isEmpty();
        }
    }

    @Test
    void ofASubsetAThousandAddressesAreMirroredAndOneFamilyInASlice() {
        List<EndpointAddress> many = IntStream.range(0, 1_003)
                .mapToObj(i -> new EndpointAddress(null, "198.51." + i / 250 + "." + i % 250, null, null))
                .toList();
        Endpoints endpoints = new EndpointsBuilder()
                .withNewMetadata()
                .withName("outside")
                .withNamespace("default")
                .endMetadata()
                .addNewSubset()
                .withAddresses(many)
                .withPorts(new EndpointPortBuilder().withPort(80).build())
                .endSubset()
                .addNewSubset()
                .withAddresses(new EndpointAddress(null, "2001:db8::1", null, null))
                .withPorts(new EndpointPortBuilder().withPort(80).build())
                .endSubset()
                .build();

        MirroredSlices.Plan plan = MirroredSlices.plan(endpoints, List.of());

        assertThat(plan.skipped()).isEqualTo(3);
        assertThat(plan.create()).extracting(EndpointSlice::getAddressType).containsExactly("IPv4", "IPv6");
        assertThat(plan.create()).extracting(s -> s.getEndpoints().size()).containsExactly(1_000, 1);
    }

    private static List<EndpointSlice> slices(Lab lab) {
        return lab.simulation().cluster().list(Query.in(Kinds.ENDPOINT_SLICE, "default")).stream()
                .map(EndpointSlice.class::cast)
                .filter(s -> "outside".equals(s.getMetadata().getLabels().get("kubernetes.io/service-name")))
                .toList();
    }
}
