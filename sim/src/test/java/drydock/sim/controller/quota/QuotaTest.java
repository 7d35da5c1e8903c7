package drydock.sim.controller.quota;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.sim.controller.Bench;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private static final String POD = """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s}
        spec:
          restartPolicy: Never
          containers:
          - name: main
            image: busybox
            command: [sh, -c, 'sleep %s']
            resources: {requests: {cpu: 250m, memory: 64Mi}, limits: {memory: 128Mi}}
        """;

    private final Bench bench = Bench.start();

    @AfterEach
    void close() {
        bench.close();
    }

    private Map<String, String> used() {
        Map<String, String> used = new TreeMap<>();
        bench.get(Kinds.RESOURCE_QUOTA, "team", ResourceQuota.class)
                .getStatus()
                .getUsed()
                .forEach((resource, amount) -> used.put(resource, amount.toString()));
        return used;
    }

    @Test
    void whatPodsAskForIsUsedUntilTheyAreOver() {
        bench.apply("""
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: team}
            spec: {hard: {pods: 5, requests.cpu: 2, limits.memory: 1Gi, count/jobs.batch: 3}}
            """)
                .apply(POD.formatted("a", "1000"))
                .apply(POD.formatted("b", "5"))
                .pass(3);
        assertThat(used())
                .containsEntry("pods", "2")
                .containsEntry("requests.cpu", "500m")
                .containsEntry("limits.memory", "256Mi")
                .containsEntry("count/jobs.batch", "0");

        bench.pass(20);

        assertThat(used()).containsEntry("pods", "1").containsEntry("requests.cpu", "250m");
    }
}
