package drydock.sim.controller.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Workbench;
import drydock.sim.metrics.Usages;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerCondition;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HorizontalControllerTest {

    private static final ResourceId ID = ResourceId.of(Kinds.HORIZONTAL_POD_AUTOSCALER, "default", "web");

    private final Workbench bench = new Workbench();
    private long milliCpu = 100;
    private long bytes = 1_000_000;

    HorizontalControllerTest() {
        HorizontalController.start(bench.engine(), bench.api(), _ -> Map.of("c", new Usages.Usage(milliCpu, bytes)));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @DisplayName("rule 102: every 15 s, by the ratio to the target")
    void itLooksEvery15Seconds() {
        deploy(2, "200m");
        create(1, 10);
        milliCpu = 200;

        bench.pass(Duration.ofSeconds(14));
        assertThat(size()).isEqualTo(2);
        bench.pass(Duration.ofSeconds(2));

        // 100 % of 50 %: twice two
        assertThat(size()).isEqualTo(4);
        assertThat(bench.events("HorizontalPodAutoscaler"))
                .containsExactly("SuccessfulRescale: New size: 4; reason: cpu resource utilization (percentage of"
                        + " request) above target");
        assertThat(condition("AbleToScale")).isEqualTo("True SucceededRescale");
        assertThat(condition("ScalingActive")).isEqualTo("True ValidMetricFound");
        assertThat(condition("ScalingLimited")).isEqualTo("False DesiredWithinRange");
        assertThat(autoscaler().getStatus().getCurrentMetrics())
                .singleElement()
                .satisfies(
                        metric -> assertThat(metric.getResource().getCurrent().getAverageUtilization())
                                .isEqualTo(100));
    }

    @Test
    @DisplayName("rule 104: in its first five minutes a Pod's CPU counts only while it is ready")
    void theCpuOfAPodThatStartsDoesNotCount() {
        deploy(1, "200m");
        create(1, 10);
        bench.status(bench.pods().getFirst(), "Running", false);
        milliCpu = 900;

        bench.pass(Duration.ofSeconds(40));

        assertThat(size()).isEqualTo(1);
        assertThat(condition("ScalingActive")).isEqualTo("False FailedGetResourceMetric");
        assertThat(bench.events("HorizontalPodAutoscaler"))
                .contains("FailedGetResourceMetric: failed to get cpu utilization: did not receive metrics for targeted"
                        + " pods (pods might be unready)");
    }

    @Test
    @DisplayName("rule 104: a Pod that lost its readiness later counts on")
    void aPodThatWasReadyOnceCountsAfterFiveMinutes() {
        deploy(1, "200m");
        bench.pass(Duration.ofMinutes(6));
        bench.status(bench.pods().getFirst(), "Running", false);
        create(1, 10);
        milliCpu = 400;

        bench.pass(Duration.ofSeconds(16));

        assertThat(size()).isEqualTo(4);
    }

    @Test
    @DisplayName("rule 105: a lull of less than five minutes gives no Pods up")
    void aLullGivesNoPodsUp() {
        deploy(4, "200m");
        create(1, 10);
        bench.pass(Duration.ofSeconds(20));
        milliCpu = 0;
        bench.pass(Duration.ofMinutes(4));
        assertThat(size()).isEqualTo(4);
        assertThat(condition("AbleToScale")).isEqualTo("True ScaleDownStabilized");

        bench.pass(Duration.ofMinutes(2));

        assertThat(size()).isEqualTo(1);
        assertThat(bench.events("HorizontalPodAutoscaler"))
                .contains("SuccessfulRescale: New size: 1; reason: All metrics below target");
    }

    @Test
    @DisplayName("rule 106: without a metric it looks at the CPU, at 80 %, and keeps one Pod at least")
    void theDefaultsAreCpuAt80PercentAndOnePod() {
        HorizontalPodAutoscaler made = (HorizontalPodAutoscaler) bench.api()
                .create(new HorizontalPodAutoscalerBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .withNamespace("default")
                        .endMetadata()
                        .withNewSpec()
                        .withNewScaleTargetRef("apps/v1", "Deployment", "web")
                        .withMaxReplicas(5)
                        .withNewBehavior()
                        .endBehavior()
                        .endSpec()
                        .build());

        assertThat(made.getSpec().getMinReplicas()).isEqualTo(1);
        assertThat(made.getSpec().getMetrics())
                .singleElement()
                .satisfies(metric -> assertThat(metric.getResource().getTarget().getAverageUtilization())
                        .isEqualTo(80));
        assertThat(made.getSpec().getBehavior().getScaleUp().getPolicies())
                .extracting(policy -> policy.getType() + " " + policy.getValue() + " " + policy.getPeriodSeconds())
                .containsExactly("Pods 4 15", "Percent 100 15");
        assertThat(made.getSpec().getBehavior().getScaleDown().getPolicies())
                .extracting(policy -> policy.getType() + " " + policy.getValue() + " " + policy.getPeriodSeconds())
                .containsExactly("Percent 100 15");
    }

    @Test
    void oneOfTheFirstVersionIsKeptAsTheSecond() {
        bench.api()
                .create(new io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscalerBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .withNamespace("default")
                        .endMetadata()
                        .withNewSpec()
                        .withNewScaleTargetRef("apps/v1", "Deployment", "web")
                        .withMaxReplicas(5)
                        .withTargetCPUUtilizationPercentage(60)
                        .endSpec()
                        .build());

        assertThat(autoscaler().getSpec().getMetrics())
                .singleElement()
                .satisfies(metric -> assertThat(metric.getResource().getTarget().getAverageUtilization())
                        .isEqualTo(60));
    }

    @Test
    void boundsHoldWhateverTheMetricsSay() {
        deploy(1, "200m");
        create(3, 10);

        bench.pass(Duration.ofSeconds(16));

        assertThat(size()).isEqualTo(3);
        assertThat(bench.events("HorizontalPodAutoscaler"))
                .containsExactly(
                        "SuccessfulRescale: New size: 3; reason: Current number of replicas below Spec.MinReplicas");
    }

    @Test
    void aTargetOfNoneIsLeftAlone() {
        deploy(0, "200m");
        create(1, 10);

        bench.pass(Duration.ofSeconds(16));

        assertThat(size()).isZero();
        assertThat(condition("ScalingActive")).isEqualTo("False ScalingDisabled");
    }

    @Test
    void withoutRequestsThereIsNoShareOfThem() {
        deploy(1, "");
        create(1, 10);

        bench.pass(Duration.ofSeconds(16));

        String pod = bench.pods().getFirst().getMetadata().getName();
        assertThat(bench.events("HorizontalPodAutoscaler"))
                .contains(
                        "FailedGetResourceMetric: failed to get cpu utilization: missing request for cpu in container c"
                                + " of Pod " + pod,
                        "FailedComputeMetricsReplicas: invalid metrics (1 invalid out of 1), first error is: failed to"
                                + " get cpu resource metric value: failed to get cpu utilization: missing request for"
                                + " cpu in container c of Pod " + pod);
    }

    /// A metric that fails is told of each time, though another scales the target up.
    @Test
    void oneMetricThatFailsDoesNotKeepAnotherFromScalingUp() {
        deploy(1, "200m");
        create(1, 10);
        HorizontalPodAutoscaler both = new HorizontalPodAutoscalerBuilder(autoscaler())
                .editSpec()
                .addNewMetric()
                .withType("Resource")
                .withNewResource()
                .withName("memory")
                .withNewTarget()
                .withType("Utilization")
                .withAverageUtilization(50)
                .endTarget()
                .endResource()
                .endMetric()
                .endSpec()
                .build();
        bench.api().replace(both);
        milliCpu = 200;

        bench.pass(Duration.ofSeconds(16));

        assertThat(size()).isEqualTo(2);
        assertThat(condition("ScalingActive")).isEqualTo("True ValidMetricFound");
        assertThat(bench.events("HorizontalPodAutoscaler"))
                .anyMatch(
                        e -> e.startsWith("FailedGetResourceMetric: failed to get memory utilization: missing request"))
                .noneMatch(e -> e.startsWith("FailedComputeMetricsReplicas"));
    }

    @Test
    void aMetricThatFailsLeavesItsPlaceEmptyInTheStatus() {
        deploy(1, "");
        create(1, 10);

        bench.pass(Duration.ofSeconds(16));

        assertThat(autoscaler().getStatus().getCurrentReplicas()).isEqualTo(1);
        assertThat(autoscaler().getStatus().getCurrentMetrics()).singleElement().satisfies(metric -> {
            assertThat(metric.getType()).isEmpty();
            assertThat(metric.getResource()).isNull();
        });
    }

    @Test
    void whatFailsOfOneContainerIsToldByItsName() {
        deploy(1, "");
        create(1, 10);
        bench.api()
                .replace(new HorizontalPodAutoscalerBuilder(autoscaler())
                        .editSpec()
                        .withMetrics(new MetricSpecBuilder()
                                .withType("ContainerResource")
                                .withNewContainerResource()
                                .withName("cpu")
                                .withContainer("c")
                                .withNewTarget()
                                .withType("Utilization")
                                .withAverageUtilization(50)
                                .endTarget()
                                .endContainerResource()
                                .build())
                        .endSpec()
                        .build());

        bench.pass(Duration.ofSeconds(16));

        assertThat(condition("ScalingActive")).isEqualTo("False FailedGetContainerResourceMetric");
        assertThat(bench.events("HorizontalPodAutoscaler"))
                .anyMatch(e -> e.startsWith("FailedComputeMetricsReplicas: invalid metrics (1 invalid out of 1), first"
                        + " error is: failed to get c container metric value: failed to get cpu utilization: missing"
                        + " request for cpu in container c of Pod "));
    }

    @Test
    void anAverageOfBytesIsKeptInThousandths() {
        deploy(3, "200m");
        create(1, 3);
        bench.api()
                .replace(new HorizontalPodAutoscalerBuilder(autoscaler())
                        .editSpec()
                        .withMetrics(new MetricSpecBuilder()
                                .withType("Resource")
                                .withNewResource()
                                .withName("memory")
                                .withNewTarget()
                                .withType("AverageValue")
                                .withAverageValue(new Quantity("10M"))
                                .endTarget()
                                .endResource()
                                .build())
                        .endSpec()
                        .build());
        bytes = 1_000_001;

        bench.pass(Duration.ofSeconds(16));

        assertThat(autoscaler().getStatus().getCurrentMetrics())
                .singleElement()
                .satisfies(
                        metric -> assertThat(metric.getResource().getCurrent().getAverageValue())
                                .isEqualTo(new Quantity("1000001")));
    }

    @Test
    void aTargetThatIsNotThereIsSaidSo() {
        create(1, 10);

        bench.pass(Duration.ofSeconds(16));

        assertThat(condition("AbleToScale")).isEqualTo("False FailedGetScale");
        assertThat(bench.events("HorizontalPodAutoscaler"))
                .containsExactly("FailedGetScale: deployments/scale.apps \"web\" not found");
    }

    private void deploy(int replicas, String cpu) {
        bench.api()
                .create(new DeploymentBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .withNamespace("default")
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(replicas)
                        .withNewSelector()
                        .addToMatchLabels("app", "web")
                        .endSelector()
                        .withTemplate(new PodTemplateSpecBuilder(Workbench.template("nginx:1"))
                                .editSpec()
                                .editFirstContainer()
                                .editOrNewResources()
                                .withRequests(cpu.isEmpty() ? null : Map.of("cpu", new Quantity(cpu)))
                                .endResources()
                                .endContainer()
                                .endSpec()
                                .build())
                        .endSpec()
                        .build());
        bench.settle();
        bench.readyAll();
        bench.settle();
        bench.pass(Duration.ofSeconds(20));
    }

    private void create(int least, int most) {
        bench.api()
                .create(new HorizontalPodAutoscalerBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .withNamespace("default")
                        .endMetadata()
                        .withNewSpec()
                        .withNewScaleTargetRef("apps/v1", "Deployment", "web")
                        .withMinReplicas(least)
                        .withMaxReplicas(most)
                        .addNewMetric()
                        .withType("Resource")
                        .withNewResource()
                        .withName("cpu")
                        .withNewTarget()
                        .withType("Utilization")
                        .withAverageUtilization(50)
                        .endTarget()
                        .endResource()
                        .endMetric()
                        .endSpec()
                        .build());
    }

    private int size() {
        return bench.deployment().getSpec().getReplicas();
    }

    private HorizontalPodAutoscaler autoscaler() {
        return (HorizontalPodAutoscaler) bench.api().get(ID).orElseThrow();
    }

    private String condition(String type) {
        List<HorizontalPodAutoscalerCondition> conditions =
                autoscaler().getStatus().getConditions();
        return conditions.stream()
                .filter(c -> c.getType().equals(type))
                .map(c -> c.getStatus() + " " + c.getReason())
                .findFirst()
                .orElse("none");
    }
}
