package drydock.sim.controller;

import static drydock.sim.Lab.sleeper;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.Lab;
import org.junit.jupiter.api.Test;

class WrittenVersionsTest {

    /// Found by a random run: what was written 2 s ago is not in the cache yet, and what is there looks right.
    @Test
    void aPodThatIsBackBeforeItsLeavingIsSeenByTheControllersIsBackInTheEndpoints() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("web", "app: web", "")).run(5);
            lab.kubectl("expose pod web --port=80");
            lab.run(5);
            String address = lab.pod("web").getStatus().getPodIP();
            assertThat(lab.kubectl("get endpoints web")).contains(address);

            lab.fault("component-delayed kube-controller-manager 3");
            lab.kubectl("label pod web app-");
            lab.run(1);
            lab.kubectl("label pod web app=web");
            lab.run(3);
            assertThat(lab.kubectl("get endpoints web")).doesNotContain(address);
            assertThat(lab.kubectl("get endpointslices")).doesNotContain(address);
            lab.run(10);

            assertThat(lab.kubectl("get endpoints web")).contains(address);
            assertThat(lab.kubectl("get endpointslices")).contains(address);
        }
    }
}
