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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final List<Integer> codes = new ArrayList<>();
    private String manifest = SHOP;

    private void console(String line) {
        run.command(List.of(line.split(" ")), name -> Map.of(name, manifest), _ -> {}, _ -> {}, codes::add);
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

    @Test
    void whatIsKeptUpIsWhatWouldBeCountedFromTheBeginning() {
        manifest = SHOP.replace("50m", "50m, drydock.io/cpu-per-100-requests: 300m");
        console("apply -f shop.yaml");
        List<String> lines = List.of(
                "traffic start client service/web --rate=40/s",
                "scale deployment web --replicas=6",
                "fault node-lost node-1",
                "traffic stop client",
                "delete pod --all --wait=false",
                "fault clear node-lost node-1",
                "create deployment crash --image=busybox --replicas=2 -- false",
                "delete deployment web --cascade=orphan --wait=false");
        LoadReading reading = reading();
        Set<Load> loads = new HashSet<>();
        for (int sample = 0; sample < 96; sample++) {
            if (sample % 12 == 6) {
                console(lines.get(sample / 12));
            }
            pass(5);

            Map<ResourceId, Load> keptUp = loads(reading);
            assertThat(keptUp).isEqualTo(loads(reading()));
            loads.addAll(keptUp.values());
        }
        assertThat(loads).hasSizeGreaterThan(20).anyMatch(load -> load.milliCpu() > 6 * 50);
        assertThat(codes).hasSize(lines.size() + 1).containsOnly(0);
    }

    private LoadReading reading() {
        var simulation = run.simulation();
        return new LoadReading(
                simulation.cluster(), simulation.usages(), simulation.network().requests());
    }

    private Map<ResourceId, Load> loads(LoadReading reading) {
        return reading.at(run.simulation().now(), LoadHistory.EVERY).loads();
    }
}
