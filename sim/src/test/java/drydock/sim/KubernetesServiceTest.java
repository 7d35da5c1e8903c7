package drydock.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KubernetesServiceTest {

    private final Lab lab = Lab.of("a");

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void theServerIsBehindAServiceWithTheFirstAddressOfTheRange() {
        assertThat(lab.kubectl("get svc kubernetes -n default"))
                .contains("kubernetes   ClusterIP   10.96.0.1    <none>        443/TCP");
        assertThat(lab.kubectl("get endpoints kubernetes -n default -o jsonpath={.subsets[0].ports[0].port}"))
                .endsWith("6443");
        assertThat(lab.kubectl("get endpointslices -l kubernetes.io/service-name=kubernetes -n default -o"
                        + " jsonpath={.items[*].metadata.name}"))
                .isEqualTo("kubernetes");
    }

    @Test
    void whoeverDeletesItSeesItAgainBeforeLong() {
        lab.kubectl("delete svc kubernetes -n default");

        lab.run(11);

        assertThat(lab.kubectl("get svc,endpoints -n default -o name"))
                .contains("service/kubernetes", "endpoints/kubernetes");
    }
}
