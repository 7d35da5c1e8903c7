package drydock.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.session.Component;
import drydock.app.session.Component.State;
import drydock.model.resource.Kinds;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.fault.Fault;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    private static Component find(List<Component> components, String name) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void componentsSayWhetherTheyAreAtWorkStoppedOrLate() {
        try (Simulation simulation = Simulation.start(SimulationOptions.DEFAULT)) {
            simulation.advance(Duration.ofSeconds(5), Integer.MAX_VALUE);
            assertThat(Components.of(simulation, simulation.cluster().log(), true))
                    .extracting(Component::state)
                    .containsOnly(State.AT_WORK);

            simulation.faults().strike(new Fault.ComponentStopped("kube-scheduler"));
            simulation.faults().strike(new Fault.ComponentDelayed("kube-controller-manager", Duration.ofSeconds(5)));
            List<Component> now = Components.of(simulation, simulation.cluster().log(), true);

            assertThat(find(now, "kube-scheduler").state()).isEqualTo(State.STOPPED);
            assertThat(find(now, "kube-controller-manager").lag()).isEqualTo(Duration.ofSeconds(5));
            assertThat(find(now, "kubelet").state()).isEqualTo(State.AT_WORK);
            assertThat(Components.of(simulation, simulation.cluster().log(), false))
                    .filteredOn(component -> !component.name().equals("kubectl"))
                    .extracting(Component::state)
                    .containsOnly(State.UNKNOWN);
        }
    }

    @Test
    void whatActedLastIsKnownWithoutTheEventsThatAreToldBeside() {
        try (Simulation simulation = Simulation.start(SimulationOptions.DEFAULT)) {
            simulation.advance(Duration.ofSeconds(5), Integer.MAX_VALUE);
            simulation
                    .cluster()
                    .create(new PodBuilder()
                            .withNewMetadata()
                            .withNamespace("default")
                            .withName("web")
                            .endMetadata()
                            .withNewSpec()
                            .addNewContainer()
                            .withName("web")
                            .withImage("nginx")
                            .endContainer()
                            .endSpec()
                            .build());
            simulation.advance(Duration.ofSeconds(20), Integer.MAX_VALUE);

            List<Component> now = Components.of(simulation, simulation.cluster().log(), true);

            for (String name : List.of("kubectl", "kube-scheduler", "kubelet")) {
                assertThat(find(now, name).last().orElseThrow().object().kind())
                        .as(name)
                        .isEqualTo(Kinds.POD.kind());
            }
        }
    }
}
