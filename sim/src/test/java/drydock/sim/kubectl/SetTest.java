package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetTest {

    private final CommandLine kubectl = CommandLine.start();

    @BeforeEach
    void deploy() {
        kubectl.file("web.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - {name: nginx, image: "nginx:1.20", env: [{name: OLD, value: "1"}]}
                  - {name: side, image: "busybox:1"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {log-level: debug}
            """);
        kubectl.out("apply -f web.yaml");
    }

    @AfterEach
    void close() {
        kubectl.close();
    }

    @Test
    void oneContainersImageIsSetAndTheOthersStay() {
        assertThat(kubectl.out("set image deployment/web nginx=nginx:1.25"))
                .isEqualTo("deployment.apps/web image updated\n");

        assertThat(path("{.spec.template.spec.containers[*].image}")).isEqualTo("nginx:1.25 busybox:1");
    }

    @Test
    void aStarMeansEveryContainer() {
        kubectl.out("set image deployments --all *=alpine:3");

        assertThat(path("{.spec.template.spec.containers[*].image}")).isEqualTo("alpine:3 alpine:3");
    }

    @Test
    void theSameImageChangesNothingAndIsNotTold() {
        assertThat(kubectl.out("set image deployment/web nginx=nginx:1.20")).isEmpty();
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(kubectl.run("set image deployment/web sidecar=x").stderr())
                .isEqualTo("error: unable to find container named \"sidecar\"\n");
        assertThat(kubectl.run("set image deployment/web").stderr())
                .isEqualTo("error: at least one image update is required\n");
        assertThat(kubectl.run("set image deployment/none a=b").stderr())
                .isEqualTo("Error from server (NotFound): deployments.apps \"none\" not found\n");
        assertThat(kubectl.run("set resources deployment/web").stderr())
                .isEqualTo("error: you must specify an update to requests or limits (in the form of"
                        + " --requests/--limits)\n");
        assertThat(kubectl.run("set env deployment/web").stderr())
                .isEqualTo("error: at least one environment variable must be provided\n");
    }

    @Test
    void variablesAreSetTakenAwayAndListed() {
        assertThat(kubectl.out("set env deployment/web -c nginx MODE=test OLD-"))
                .isEqualTo("deployment.apps/web env updated\n");

        assertThat(kubectl.out("set env deployment/web --list")).isEqualTo("""
            # deployments web, container nginx
            MODE=test
            # deployments web, container side
            """);
        assertThat(kubectl.run("set env deployment/web MODE=other --overwrite=false")
                        .stderr())
                .isEqualTo("error: 'MODE' already has a value (test), and --overwrite is false\n");
    }

    @Test
    void everyKeyOfAConfigMapBecomesAVariable() {
        kubectl.out("set env deployment/web -c side --from=configmap/settings --prefix=APP_");

        assertThat(kubectl.out("set env deployment/web -c side --list"))
                .contains("# APP_LOG_LEVEL from configmap settings, key log-level");
    }

    @Test
    void limitsAndRequestsAreSet() {
        assertThat(kubectl.out(
                        "set resources deployment/web -c nginx --limits=cpu=200m,memory=64Mi --requests=cpu=100m"))
                .isEqualTo("deployment.apps/web resource requirements updated\n");

        assertThat(path("{.spec.template.spec.containers[0].resources.limits.cpu}"))
                .isEqualTo("200m");
        assertThat(path("{.spec.template.spec.containers[0].resources.requests.cpu}"))
                .isEqualTo("100m");
        assertThat(path("{.spec.template.spec.containers[1].resources.limits}")).isEmpty();
    }

    @Test
    void theServiceAccountIsSet() {
        assertThat(kubectl.out("set serviceaccount deployment/web runner"))
                .isEqualTo("deployment.apps/web serviceaccount updated\n");

        assertThat(path("{.spec.template.spec.serviceAccountName}")).isEqualTo("runner");
    }

    private String path(String path) {
        return kubectl.out("get deployment web -o jsonpath=" + path);
    }
}
