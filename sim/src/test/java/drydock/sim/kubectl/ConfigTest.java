package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfigTest {

    private final CommandLine kubectl = CommandLine.start();

    @AfterEach
    void close() {
        kubectl.close();
    }

    @Test
    void theSimulationIsTheOneContext() {
        assertThat(kubectl.out("config current-context")).isEqualTo("simulation\n");
        assertThat(kubectl.out("config get-contexts -o name")).isEqualTo("simulation\n");
        assertThat(kubectl.out("config get-contexts")).isEqualTo("""
            CURRENT   NAME         CLUSTER      AUTHINFO           NAMESPACE
            *         simulation   simulation   kubernetes-admin   default
            """);
        assertThat(kubectl.run("config get-contexts other").stderr()).isEqualTo("error: context other not found\n");
    }

    @Test
    void theConfigurationIsShownAsAFileHasIt() {
        assertThat(kubectl.out("config view")).isEqualTo("""
            apiVersion: v1
            clusters:
            - cluster:
                server: ""
              name: simulation
            contexts:
            - context:
                cluster: simulation
                namespace: default
                user: kubernetes-admin
              name: simulation
            current-context: simulation
            kind: Config
            users:
            - name: kubernetes-admin
              user: {}
            """);
        assertThat(kubectl.run("config view -o table").stderr())
                .isEqualTo("error: --output must be 'yaml' or 'json'\n");
    }

    @Test
    void anAdministratorMayDoAll() {
        assertThat(kubectl.out("auth can-i create pods")).isEqualTo("yes\n");
        assertThat(kubectl.out("auth can-i update deploy/web --subresource=scale"))
                .isEqualTo("yes\n");
        assertThat(kubectl.out("auth can-i get /healthz")).isEqualTo("yes\n");
        assertThat(kubectl.out("auth can-i delete nodes -A")).isEqualTo("yes\n");
        assertThat(kubectl.run("auth can-i * * -q")).isEqualTo(new CommandResult("", "", 0));
    }

    @Test
    void whatIsAskedOddlyIsAnsweredWithAWarning() {
        assertThat(kubectl.run("auth can-i list nodes"))
                .isEqualTo(new CommandResult("yes\n", "Warning: resource 'nodes' is not namespace scoped\n\n", 0));
        assertThat(kubectl.run("auth can-i get clusterroles").stderr())
                .isEqualTo("Warning: resource 'clusterroles' is not namespace scoped in group"
                        + " 'rbac.authorization.k8s.io'\n\n");
        assertThat(kubectl.run("auth can-i list odds.example.com").stderr())
                .isEqualTo("Warning: the server doesn't have a resource type 'odds' in group 'example.com'\n\n");
        assertThat(kubectl.run("auth can-i eat pods").stderr())
                .isEqualTo("Warning: verb 'eat' is not a known verb\n\n");
        assertThat(kubectl.run("auth can-i get"))
                .isEqualTo(new CommandResult(
                        "",
                        "error: you must specify two arguments: verb resource or verb resource/resourceName.\n"
                                + "See 'kubectl auth can-i -h' for help and examples.\n",
                        1));
    }
}
