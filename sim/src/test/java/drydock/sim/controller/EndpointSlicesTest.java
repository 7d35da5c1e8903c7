package drydock.sim.controller;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.controller.EndpointSlices.Placed;
import drydock.sim.controller.EndpointSlices.Plan;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPortBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How endpoints are spread over slices (`k8s.io/endpointslice/reconciler.go reconcileByPortMapping`).
class EndpointSlicesTest {

    private static final List<EndpointPort> PORTS =
            List.of(new EndpointPortBuilder().withName("").withPort(80).build());

    private final Service service = new ServiceBuilder()
            .withMetadata(new ObjectMetaBuilder()
                    .withName("web")
                    .withNamespace("default")
                    .withUid("u")
                    .build())
            .withNewSpec()
            .addToSelector("app", "web")
            .endSpec()
            .build();

    @Test
    @DisplayName("rule 115: 100 a slice")
    void aHundredStandInASlice() {
        Plan plan = plan(pods(0, 250), List.of());

        assertThat(sizes(plan.create())).containsExactly(100, 100, 50);
    }

    @Test
    void whoFindsNoRoomTogetherGetsANewSliceThoughSomeHadRoom() {
        List<EndpointSlice> there = made(plan(pods(0, 150), List.of()));

        Plan plan = plan(pods(0, 210), there);

        assertThat(plan.update()).isEmpty();
        assertThat(sizes(plan.create())).containsExactly(60);
    }

    @Test
    void whoAllFindRoomInOneSliceMoveIntoTheFullestThatHasIt() {
        List<EndpointSlice> there = made(plan(pods(0, 150), List.of()));

        Plan plan = plan(pods(0, 170), there);

        assertThat(plan.create()).isEmpty();
        assertThat(sizes(plan.update())).containsExactly(70);
    }

    @Test
    void aSliceThatChangesAnywayIsFilledFirst() {
        List<EndpointSlice> there = made(plan(pods(0, 150), List.of()));

        Plan plan = plan(Stream.concat(pods(1, 150), pods(150, 153)), there);

        assertThat(sizes(plan.update())).containsExactly(100, 52);
        assertThat(plan.create()).isEmpty();
    }

    @Test
    void aSliceThatLosesAllItsEndpointsGoesAndTheLastOneStaysEmpty() {
        List<EndpointSlice> there = made(plan(pods(0, 150), List.of()));

        Plan fewer = plan(pods(0, 100), there);
        assertThat(fewer.delete()).hasSize(1);
        assertThat(fewer.update()).isEmpty();

        Plan none = plan(Stream.empty(), there);
        assertThat(none.delete()).hasSize(1);
        assertThat(sizes(none.update())).containsExactly(0);
        assertThat(none.update().getFirst().getPorts()).isEmpty();
    }

    private Plan plan(Stream<Placed> pods, List<EndpointSlice> existing) {
        return EndpointSlices.plan(service, pods.toList(), existing, Optional.empty());
    }

    private Stream<Placed> pods(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> EndpointSlices.place(PORTS, service, pod(i), null));
    }

    private static Pod pod(int number) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("web-" + number)
                .withNamespace("default")
                .withUid("uid-" + number)
                .endMetadata()
                .withNewSpec()
                .withNodeName("a")
                .endSpec()
                .withNewStatus()
                .withPodIP("10.0." + number / 250 + "." + number % 250)
                .endStatus()
                .build();
    }

    /// The slices as the server has them, with names.
    private static List<EndpointSlice> made(Plan plan) {
        List<EndpointSlice> made = new ArrayList<>(plan.create());
        for (int i = 0; i < made.size(); i++) {
            made.get(i).getMetadata().setName("web-" + i);
        }
        return made;
    }

    private static List<Integer> sizes(List<EndpointSlice> slices) {
        return slices.stream().map(slice -> slice.getEndpoints().size()).toList();
    }
}
