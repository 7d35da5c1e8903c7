package drydock.sim.controller.disruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.sim.controller.Bench;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DisruptionTest {

    private static final String SET = """
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata: {name: web}
        spec:
          replicas: 3
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              terminationGracePeriodSeconds: 1
              containers:
              - {name: main, image: %s}
        """;

    private final Bench bench = Bench.start();

    @AfterEach
    void close() {
        bench.close();
    }

    /// `disruption.go syncStalePodDisruption`.
    @Test
    void whatWasSaidOfAPodThatWasToGoIsTakenBackAfterTwoMinutes() {
        bench.apply(SET.formatted("nginx")).pass(10);
        Pod pod = bench.pods().getFirst();
        bench.simulation()
                .cluster()
                .replaceStatus(new PodBuilder(pod)
                        .editStatus()
                        .addNewCondition()
                        .withType("DisruptionTarget")
                        .withStatus("True")
                        .withReason("EvictionByEvictionAPI")
                        .withLastTransitionTime("2026-01-01T00:00:11Z")
                        .endCondition()
                        .endStatus()
                        .build());

        bench.pass(110);
        assertThat(target(pod)).isEqualTo("True");

        bench.pass(20);
        assertThat(target(pod)).isEqualTo("False");
    }

    private String target(Pod pod) {
        return bench.get(Kinds.POD, pod.getMetadata().getName(), Pod.class).getStatus().getConditions().stream()
                .filter(c -> "DisruptionTarget".equals(c.getType()))
                .map(c -> c.getStatus())
                .findFirst()
                .orElse("");
    }

    private static String budget(String spec) {
        return """
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: web}
            spec: {selector: {matchLabels: {app: web}}, %s}
            """.formatted(spec);
    }

    private PodDisruptionBudgetStatus status() {
        return bench.get(Kinds.POD_DISRUPTION_BUDGET, "web", PodDisruptionBudget.class)
                .getStatus();
    }

    private void evict(Pod pod) {
        bench.simulation()
                .cluster()
                .create(new EvictionBuilder()
                        .withNewMetadata()
                        .withName(pod.getMetadata().getName())
                        .withNamespace("default")
                        .endMetadata()
                        .build());
    }

    @Test
    void aBudgetCountsWhatItsControllersWant() {
        bench.apply(SET.formatted("nginx")).apply(budget("maxUnavailable: 1")).pass(10);

        assertThat(status().getExpectedPods()).isEqualTo(3);
        assertThat(status().getDesiredHealthy()).isEqualTo(2);
        assertThat(status().getCurrentHealthy()).isEqualTo(3);
        assertThat(status().getDisruptionsAllowed()).isEqualTo(1);
        assertThat(status().getConditions().getFirst().getReason()).isEqualTo("SufficientPods");
        assertThat(bench.kubectl("get pdb").stdout())
                .contains("NAME   MIN AVAILABLE   MAX UNAVAILABLE   ALLOWED DISRUPTIONS   AGE")
                .contains("web    N/A             1                 1                     ");
    }

    @Test
    void sharesAreRoundedUp() {
        bench.apply(SET.formatted("nginx")).apply(budget("minAvailable: 50%")).pass(10);

        assertThat(status().getDesiredHealthy()).isEqualTo(2);
    }

    @Test
    void anEvictionIsRefusedWhenNoPodMayBeMissed() {
        bench.apply(SET.formatted("nginx")).apply(budget("minAvailable: 2")).pass(10);
        evict(bench.pods().get(0));

        assertThatExceptionOfType(ClusterException.class)
                .isThrownBy(() -> evict(bench.pods().get(1)))
                .matches(refused -> refused.code() == 429)
                .withMessageContaining("Cannot evict pod as it would violate the pod's disruption budget.");
        assertThat(bench.pods())
                .filteredOn(pod -> pod.getMetadata().getDeletionTimestamp() != null)
                .hasSize(1);

        bench.pass(10);
        assertThat(status().getDisruptionsAllowed()).isEqualTo(1);
    }

    @Test
    void aPodThatIsNotReadyIsEvictedWhereThePolicyAllowsIt() {
        bench.apply(SET.formatted("busybox").replace("image: busybox", "image: busybox, command: [\"false\"]"))
                .apply(budget("minAvailable: 2"))
                .pass(20);
        assertThatExceptionOfType(ClusterException.class)
                .isThrownBy(() -> evict(bench.pods().getFirst()));

        bench.apply(budget("minAvailable: 2, unhealthyPodEvictionPolicy: AlwaysAllow"))
                .pass(1);
        evict(bench.pods().getFirst());

        assertThat(bench.pods().getFirst().getMetadata().getDeletionTimestamp()).isNotNull();
    }

    @Test
    void ofPodsWithoutAScaleNothingIsAllowedAndItIsToldWhy() {
        bench.apply(SET.formatted("nginx")
                        .replace("kind: ReplicaSet", "kind: DaemonSet")
                        .replace("  replicas: 3\n", ""))
                .apply(budget("maxUnavailable: 1"))
                .pass(10);

        assertThat(status().getDisruptionsAllowed()).isZero();
        assertThat(status().getConditions().getFirst().getReason()).isEqualTo("SyncFailed");
        assertThat(status().getConditions().getFirst().getMessage())
                .isEqualTo("daemonsets.apps does not implement the scale subresource");
        assertThat(bench.events("web"))
                .contains("CalculateExpectedPodCountFailed: Failed to calculate the number of expected pods: "
                        + "daemonsets.apps does not implement the scale subresource");
    }

    @Test
    void ofPodsWithoutAControllerItIsToldThatTheyCannotBeCounted() {
        bench.apply("""
            apiVersion: v1
            kind: Pod
            metadata: {name: alone, labels: {app: web}}
            spec: {containers: [{name: main, image: nginx}]}
            """).apply(budget("maxUnavailable: 1")).pass(10);

        assertThat(bench.events("web"))
                .anyMatch(e -> e.startsWith("UnmanagedPods: Pods selected by this PodDisruptionBudget (selector: "
                        + "&LabelSelector{MatchLabels:map[string]string{app: web,},"
                        + "MatchExpressions:[]LabelSelectorRequirement{},}) were found to be unmanaged."));
        assertThat(status().getExpectedPods()).isZero();
        assertThat(status().getDisruptionsAllowed()).isZero();
    }

    @Test
    void aPodThatWasPromisedToGoAndStaysCountsAgainAfterTwoMinutes() {
        bench.apply(SET.formatted("nginx")).apply(budget("minAvailable: 2")).pass(10);
        String pod = bench.pods().getFirst().getMetadata().getName();
        String now = bench.simulation().cluster().now().toString();
        bench.kubectl("patch pdb web --subresource=status --type=merge -p {\"status\":{\"disruptedPods\":{\"" + pod
                + "\":\"" + now.substring(0, 19) + "Z\"}}}");
        bench.pass(10);
        assertThat(status().getDisruptionsAllowed()).isZero();

        bench.pass(120);

        assertThat(status().getDisruptionsAllowed()).isEqualTo(1);
        assertThat(bench.events(pod))
                .contains("NotDeleted: Pod was expected by PDB default/default to be deleted but it wasn't");
    }
}
