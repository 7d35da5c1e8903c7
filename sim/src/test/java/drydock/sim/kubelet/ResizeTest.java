package drydock.sim.kubelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.sim.Lab;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Quantity;
import org.junit.jupiter.api.Test;

/// Pods that are given other resources while they run.
class ResizeTest {

    private static final String POD = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          terminationGracePeriodSeconds: 1
          containers:
          - name: main
            image: busybox:1.36
            command: [sleep, '100000']
            resources: {requests: {cpu: 500m, memory: 64Mi}, limits: {cpu: '1', memory: 128Mi}}
            resizePolicy: [{resourceName: memory, restartPolicy: RestartContainer}]
        """;

    @Test
    void cpuIsGivenToAContainerThatRunsOn() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(POD).run(3);
            assertThat(resize(lab, "requests", "cpu", "800m")).isEqualTo("pod/web patched\n");
            lab.run(3);

            assertThat(lab.pod("web").getMetadata().getGeneration()).isEqualTo(2);
            assertThat(status(lab).getResources().getRequests()).containsEntry("cpu", new Quantity("800m"));
            assertThat(status(lab).getAllocatedResources()).containsEntry("cpu", new Quantity("800m"));
            assertThat(status(lab).getRestartCount()).isZero();
            assertThat(conditions(lab)).doesNotContain("PodResizeInProgress", "PodResizePending");
            assertThat(lab.kubectl("get events"))
                    .contains(
                            "Pod resize started:"
                                + " {\"containers\":[{\"name\":\"main\",\"resources\":{\"limits\":{\"cpu\":\"1\","
                                + "\"memory\":\"128Mi\"},\"requests\":{\"cpu\":\"800m\",\"memory\":\"64Mi\"}}}],\"generation\":2}")
                    .contains("ResizeCompleted");
        }
    }

    @Test
    void aContainerIsRestartedForMemoryWhereItsPolicySaysSo() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(POD).run(3);
            resize(lab, "limits", "memory", "256Mi");
            lab.run(6);

            assertThat(status(lab).getRestartCount()).isEqualTo(1);
            assertThat(status(lab).getResources().getLimits()).containsEntry("memory", new Quantity("256Mi"));
            assertThat(lab.kubectl("get events")).contains("Container main resize requires restart", "ResizeCompleted");
            assertThat(lab.pod("web").getStatus().getPhase()).isEqualTo("Running");
        }
    }

    @Test
    void whatTheNodeCanNeverGiveIsInfeasibleAndCountsForNobody() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(POD.replace("cpu: '1'", "cpu: '9'")).run(3);
            resize(lab, "requests", "cpu", "5");
            lab.run(3);

            assertThat(lab.condition("web", "PodResizePending").getReason()).isEqualTo("Infeasible");
            assertThat(lab.condition("web", "PodResizePending").getMessage())
                    .isEqualTo("Node didn't have enough capacity: cpu, requested: 5000, capacity: 2000");
            assertThat(status(lab).getAllocatedResources()).containsEntry("cpu", new Quantity("500m"));
            lab.apply(Lab.asking("other", "cpu: 1", "")).run(3);
            assertThat(lab.pod("other").getStatus().getPhase()).isEqualTo("Running");
        }
    }

    @Test
    void whatTheNodeCannotGiveNowIsGivenWhenAPodLeaves() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(POD.replace("cpu: '1'", "cpu: '2'"))
                    .apply(Lab.asking("other", "cpu: 1", ""))
                    .run(3);
            resize(lab, "requests", "cpu", "1500m");
            lab.run(3);
            assertThat(lab.condition("web", "PodResizePending").getReason()).isEqualTo("Deferred");
            assertThat(lab.condition("web", "PodResizePending").getMessage())
                    .isEqualTo("Node didn't have enough resource: cpu, requested: 1500, used: 1000, capacity: 2000");

            lab.kubectl("delete pod other --wait=false");
            lab.run(8);
            assertThat(status(lab).getAllocatedResources()).containsEntry("cpu", new Quantity("1500m"));
            assertThat(conditions(lab)).doesNotContain("PodResizePending");
        }
    }

    @Test
    void theServerRefusesWhatIsNoResize() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(POD).run(3);

            assertThatThrownBy(() -> resize(lab, "requests", "cpu", "2"))
                    .hasMessageContaining(
                            "spec.containers[0].resources.requests: Invalid value: \"2\": must be less than or equal"
                                    + " to cpu limit of 1");
            assertThatThrownBy(() -> resize(lab, "limits", "ephemeral-storage", "1Gi"))
                    .hasMessageContaining("spec: Forbidden: only cpu and memory resources are mutable");
            assertThatThrownBy(() -> lab.kubectl("patch pod web --subresource=resize -p "
                            + "{\"spec\":{\"containers\":[{\"name\":\"main\",\"image\":\"nginx\"}]}}"))
                    .hasMessageContaining("spec: Forbidden: only cpu and memory resources are mutable");
            assertThatThrownBy(
                            () -> lab.kubectl(
                                    "patch pod web --subresource=resize -p "
                                        + "{\"spec\":{\"containers\":[{\"name\":\"main\",\"resources\":{\"requests\":{\"cpu\":\"1\",\"memory\":\"128Mi\"}}}]}}"))
                    .hasMessageContaining("Pod QOS Class may not change as a result of resizing");
        }
    }

    @Test
    void theLimitsAndTheQuotaOfTheNamespaceHoldForWhatIsGivenToo() {
        try (Lab lab = Lab.of("a cpu=4")) {
            lab.apply(POD).run(3);
            lab.apply("""
                apiVersion: v1
                kind: LimitRange
                metadata: {name: bounds}
                spec: {limits: [{type: Container, max: {cpu: '2'}}]}
                """);
            lab.kubectl("create quota few --hard=requests.cpu=800m");
            lab.run(2);

            assertThatThrownBy(() -> resize(lab, "requests", "cpu", "900m"))
                    .hasMessageContaining("pods \"web\" is forbidden: exceeded quota: few, requested:"
                            + " requests.cpu=400m, used: requests.cpu=500m, limited: requests.cpu=800m");
            assertThatThrownBy(() -> resize(lab, "limits", "cpu", "3"))
                    .hasMessageContaining("maximum cpu usage per Container is 2, but limit is 3");
            assertThat(resize(lab, "requests", "cpu", "800m")).isEqualTo("pod/web patched\n");
        }
    }

    private static String resize(Lab lab, String part, String resource, String amount) {
        return lab.kubectl(
                "patch pod web --subresource=resize -p {\"spec\":{\"containers\":[{\"name\":\"main\",\"resources\":{\""
                        + part + "\":{\"" + resource + "\":\"" + amount + "\"}}}]}}");
    }

    private static ContainerStatus status(Lab lab) {
        return lab.pod("web").getStatus().getContainerStatuses().getFirst();
    }

    private static java.util.List<String> conditions(Lab lab) {
        return lab.pod("web").getStatus().getConditions().stream()
                .map(c -> c.getType())
                .toList();
    }
}
