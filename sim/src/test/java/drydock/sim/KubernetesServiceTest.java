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
        assertThat(lab.kubectl("get svc kubernetes"))
                .contains("kubernetes   ClusterIP   10.96.0.1    <none>        443/TCP");
        assertThat(lab.kubectl("get endpoints kubernetes -o jsonpath={.subsets[0].ports[0].port}"))
                .isEqualTo("6443");
        assertThat(lab.kubectl("get endpointslices -l kubernetes.io/service-name=kubernetes -o"
                        + " jsonpath={.items[*].metadata.name}"))
                .isEqualTo("kubernetes");
    }

    @Test
    void whoeverDeletesItSeesItAgainBeforeLong() {
        lab.kubectl("delete svc kubernetes");
        lab.kubectl("delete endpoints kubernetes");

        lab.run(11);

        assertThat(lab.kubectl("get svc,endpoints -o name")).contains("service/kubernetes", "endpoints/kubernetes");
    }
}
