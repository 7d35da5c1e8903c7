package drydock.sim.load;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.SimulationOptions;
import drydock.sim.kubectl.Kubectl;
import drydock.sim.run.Commands;
import drydock.sim.run.RecordedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadHistoryTest {

    private static final ResourceId WEB = ResourceId.of(Kinds.DEPLOYMENT, "default", "web");
    private static final Commands KUBECTL = (_, cluster, files) -> new Kubectl(cluster, "default", files);
    private static final String SHOP = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}, annotations: {drydock.io/cpu: 50m}}
            spec: {containers: [{name: web, image: nginx, resources: {requests: {cpu: 100m}}}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {type: NodePort, selector: {app: web}, ports: [{port: 80}]}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          minReplicas: 2
          maxReplicas: 4
          metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}}]
        """;

    private final RecordedRun run = RecordedRun.start(SimulationOptions.DEFAULT, KUBECTL);

    private void console(String line) {
        run.command(List.of(line.split(" ")), name -> Map.of(name, SHOP), _ -> {}, _ -> {}, _ -> {});
    }

    private void pass(int seconds) {
        run.simulation().advance(Duration.ofSeconds(seconds), Integer.MAX_VALUE);
    }

    @Test
    void whatIsUsedAskedForAndSentIsNotedForWorkloadsAutoscalersAndServices() {
        console("apply -f shop.yaml");
        pass(30);
        Instant quiet = run.simulation().now();
        console("traffic start client service/web --rate=10/s");
        pass(30);

        Map<ResourceId, Load> now =
                run.load().until(run.simulation().now(), 1).getFirst().loads();
        Load web = now.get(WEB);
        assertThat(web.pods()).isEqualTo(2);
        assertThat(web.ready()).isEqualTo(2);
        assertThat(web.requestedMilliCpu()).isEqualTo(200);
        assertThat(web.milliCpu()).isBetween(90L, 130L);
        assertThat(web.requests()).isBetween(9.0, 11.0);
        assertThat(web.errors()).isZero();
        assertThat(web.targetShare()).hasValue(0.6);
        assertThat(now.get(ResourceId.of(Kinds.HORIZONTAL_POD_AUTOSCALER, "default", "web")))
                .isEqualTo(web);
        assertThat(now.get(ResourceId.of(Kinds.SERVICE, "default", "web")).requests())
                .isBetween(9.0, 11.0);
        assertThat(run.load().until(quiet, 1).getFirst().loads().get(WEB).requests())
                .isZero();
    }

    @Test
    void theLastSamplesUpToAMomentAreFoundInOrder() {
        pass(60);
        Instant moment = run.options().start().plusSeconds(33);

        List<LoadSample> samples = run.load().until(moment, 4);

        assertThat(samples).hasSize(4).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(samples.getLast().at()).isEqualTo(run.options().start().plusSeconds(30));
    }
}
