package drydock.sim.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.ControlPlane;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ReplicationControllerBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterAdmissionTest {

    private final ApiServer api = new ControlPlane().apply(new Engine(3, Instant.parse("2026-01-01T00:00:00Z")));

    /// Rules 20 and 26.
    @Test
    void aBarePodIsFilledInAsTheServerDoes() {
        Pod pod = (Pod) api.create(pod("nginx").build());

        assertThat(pod.getSpec().getRestartPolicy()).isEqualTo("Always");
        assertThat(pod.getSpec().getDnsPolicy()).isEqualTo("ClusterFirst");
        assertThat(pod.getSpec().getTerminationGracePeriodSeconds()).isEqualTo(30);
        assertThat(pod.getSpec().getTolerations())
                .extracting(t -> t.getKey() + " " + t.getEffect() + " " + t.getTolerationSeconds())
                .containsExactly(
                        "node.kubernetes.io/not-ready NoExecute 300", "node.kubernetes.io/unreachable NoExecute 300");
        Container container = pod.getSpec().getContainers().getFirst();
        assertThat(container.getImagePullPolicy()).isEqualTo("Always");
        assertThat(container.getPorts().getFirst().getProtocol()).isEqualTo("TCP");
        assertThat(pod.getStatus().getPhase()).isEqualTo("Pending");
        assertThat(pod.getStatus().getQosClass()).isEqualTo("BestEffort");
    }

    @Test
    void whatTheAuthorWroteIntoAPodsStatusIsDropped() {
        Pod pod = (Pod) api.create(
                pod("nginx").withNewStatus().withPhase("Running").endStatus().build());

        assertThat(pod.getStatus().getPhase()).isEqualTo("Pending");
    }

    /// Rule 21.
    @Test
    void onlyAnImageWithoutATagOrWithLatestIsAlwaysPulled() {
        assertThat(pullPolicy("10.0.0.101:5000/nginx")).isEqualTo("Always");
        assertThat(pullPolicy("nginx:latest")).isEqualTo("Always");
        assertThat(pullPolicy("10.0.0.101:5000/nginx:1.14")).isEqualTo("IfNotPresent");
        assertThat(pullPolicy("nginx@sha256:0123")).isEqualTo("IfNotPresent");
    }

    /// Rule 23.
    @Test
    void limitsBecomeRequestsInPodsOnly() {
        Map<String, Quantity> limits = Map.of("cpu", new Quantity("1"), "memory", new Quantity("64Mi"));
        PodBuilder limited = pod("nginx:1");
        limited.editSpec()
                .editFirstContainer()
                .withNewResources()
                .withLimits(limits)
                .endResources()
                .endContainer()
                .endSpec();

        Pod pod = (Pod) api.create(limited.build());
        ReplicationController controller = (ReplicationController) api.create(controller(limited.build()));

        assertThat(pod.getSpec().getContainers().getFirst().getResources().getRequests())
                .isEqualTo(limits);
        assertThat(pod.getStatus().getQosClass()).isEqualTo("Guaranteed");
        assertThat(controller
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getResources()
                        .getRequests())
                .isNullOrEmpty();
    }

    @Test
    void aReplicationControllerTakesSelectorAndLabelsFromItsTemplate() {
        ReplicationController controller =
                (ReplicationController) api.create(controller(pod("nginx").build()));

        assertThat(controller.getSpec().getReplicas()).isEqualTo(1);
        assertThat(controller.getSpec().getSelector()).isEqualTo(Map.of("app", "web"));
        assertThat(controller.getMetadata().getLabels()).isEqualTo(Map.of("app", "web"));
        assertThat(controller.getStatus().getReplicas()).isZero();
    }

    @Test
    void whatCannotWorkIsRefusedInTheServersWords() {
        assertRefused(
                "ReplicationController \"web\" is invalid: spec.replicas: Invalid value: -2: "
                        + "must be greater than or equal to 0",
                () -> api.create(
                        new ReplicationControllerBuilder(controller(pod("nginx").build()))
                                .editSpec()
                                .withReplicas(-2)
                                .endSpec()
                                .build()));
        assertRefused(
                "Deployment.apps \"web\" is invalid: spec.template.metadata.labels: Invalid value: {\"app\":\"web\"}: "
                        + "`selector` does not match template `labels`",
                () -> api.create(new DeploymentBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .endMetadata()
                        .withNewSpec()
                        .withNewSelector()
                        .addToMatchLabels("app", "other")
                        .endSelector()
                        .withTemplate(controller(pod("nginx").build()).getSpec().getTemplate())
                        .endSpec()
                        .build()));
        assertRefused(
                "Pod \"p\" is invalid: spec.containers: Required value",
                () -> api.create(new PodBuilder()
                        .withNewMetadata()
                        .withName("p")
                        .endMetadata()
                        .withNewSpec()
                        .endSpec()
                        .build()));
    }

    @Test
    void aRunningPodsCommandMayNotChangeButItsImageMay() {
        Pod pod = (Pod) api.create(pod("nginx:1").build());

        Pod newer = (Pod) api.replace(new PodBuilder(pod)
                .editSpec()
                .editFirstContainer()
                .withImage("nginx:2")
                .endContainer()
                .endSpec()
                .build());

        assertThat(newer.getSpec().getContainers().getFirst().getImage()).isEqualTo("nginx:2");
        assertThatThrownBy(() -> api.replace(new PodBuilder(newer)
                        .editSpec()
                        .editFirstContainer()
                        .withCommand("sh")
                        .endContainer()
                        .endSpec()
                        .build()))
                .hasMessageContaining("pod updates may not change fields other than");
    }

    /// Rule 31, of those that are there from the start.
    @Test
    void theUsualNamespacesAreThereWithTheirNameAsALabel() {
        assertThat(api.get(ResourceId.of(Kinds.NAMESPACE, "", "kube-system"))
                        .orElseThrow()
                        .getMetadata()
                        .getLabels())
                .containsEntry("kubernetes.io/metadata.name", "kube-system");
    }

    @Test
    void aKindWithoutRulesIsStoredAsItIs() {
        ServiceAccount account = new ServiceAccount();
        account.setMetadata(pod("x").build().getMetadata());

        assertThat(api.create(account).getMetadata().getName()).isEqualTo("web");
    }

    private static void assertRefused(String message, Runnable call) {
        assertThatThrownBy(call::run).hasMessage(message);
    }

    private static String pullPolicy(String image) {
        ApiServer other = new ControlPlane().apply(new Engine(3, Instant.EPOCH));
        return ((Pod) other.create(pod(image).build()))
                .getSpec()
                .getContainers()
                .getFirst()
                .getImagePullPolicy();
    }

    private static PodBuilder pod(String image) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("web")
                .withLabels(Map.of("app", "web"))
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage(image)
                .addNewPort()
                .withContainerPort(80)
                .endPort()
                .endContainer()
                .endSpec();
    }

    private static ReplicationController controller(Pod pod) {
        return new ReplicationControllerBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(pod.getMetadata().getLabels())
                .endMetadata()
                .withSpec(pod.getSpec())
                .endTemplate()
                .endSpec()
                .build();
    }
}
