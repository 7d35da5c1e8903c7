package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Objects that are created by a few words.
class CreateTest {

    private final Simulation simulation = Simulation.start(SimulationOptions.DEFAULT);
    private final Kubectl kubectl = new Kubectl(simulation.cluster(), "default", FileReader.NONE);

    @AfterEach
    void close() {
        simulation.close();
    }

    private String said(String... words) {
        StringBuilder said = new StringBuilder();
        kubectl.run(List.of(words), said::append, said::append, _ -> {});
        return said.toString();
    }

    @Test
    void aDeploymentOfAnImage() {
        assertThat(said(
                        "create",
                        "deployment",
                        "web",
                        "--image=docker.io/library/nginx:1.25",
                        "--replicas=3",
                        "--port=80"))
                .isEqualTo("deployment.apps/web created\n");
        Deployment web = (Deployment) simulation
                .cluster()
                .get(ResourceId.of(Kinds.DEPLOYMENT, "default", "web"))
                .orElseThrow();
        assertThat(web.getSpec().getReplicas()).isEqualTo(3);
        assertThat(web.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getName())
                .isEqualTo("nginx");
        assertThat(said("create", "deployment", "web")).isEqualTo("error: required flag(s) \"image\" not set\n");
        assertThat(said("create", "deployment", "--image=nginx"))
                .startsWith("error: exactly one NAME is required, got 0");
    }

    @Test
    void configurationOfLiterals() {
        assertThat(said("create", "cm", "c", "--from-literal=a=b", "--from-literal=c=d=e"))
                .isEqualTo("configmap/c created\n");
        ConfigMap map = (ConfigMap) simulation
                .cluster()
                .get(ResourceId.of(Kinds.CONFIG_MAP, "default", "c"))
                .orElseThrow();
        assertThat(map.getData()).containsEntry("a", "b").containsEntry("c", "d=e");
        assertThat(said("create", "secret", "generic", "s", "--from-literal=k=v"))
                .isEqualTo("secret/s created\n");
        Secret secret = (Secret) simulation
                .cluster()
                .get(ResourceId.of(Kinds.SECRET, "default", "s"))
                .orElseThrow();
        assertThat(secret.getData()).containsEntry("k", "dg==");
        assertThat(said("create", "cm", "d", "--from-literal=a"))
                .isEqualTo("error: invalid literal source a, expected key=value\n");
    }

    @Test
    void aServiceOfPorts() {
        assertThat(said("create", "service", "nodeport", "web", "--tcp=80:8080", "--node-port=30100"))
                .isEqualTo("service/web created\n");
        Service web = (Service) simulation
                .cluster()
                .get(ResourceId.of(Kinds.SERVICE, "default", "web"))
                .orElseThrow();
        assertThat(web.getSpec().getPorts().getFirst().getNodePort()).isEqualTo(30100);
        assertThat(web.getSpec().getPorts().getFirst().getName()).isEqualTo("80-8080");
        assertThat(web.getSpec().getSelector()).containsEntry("app", "web");
        assertThat(said("create", "svc", "clusterip", "none"))
                .isEqualTo("error: at least one tcp port specifier must be provided\n");
        assertThat(said("create", "svc", "externalname", "far", "--external-name=example.org"))
                .isEqualTo("service/far created\n");
    }

    @Test
    void namespacesAccountsAndCronJobs() {
        assertThat(said("create", "ns", "shop")).isEqualTo("namespace/shop created\n");
        assertThat(said("create", "serviceaccount", "robot", "-n", "shop")).isEqualTo("serviceaccount/robot created\n");
        assertThat(said("create", "cronjob", "tick", "--image=busybox", "--schedule=*/1 * * * *", "--", "date"))
                .isEqualTo("cronjob.batch/tick created\n");
    }
}
