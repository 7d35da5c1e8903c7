package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolloutTest {

    private final CommandLine kubectl = CommandLine.start();

    @BeforeEach
    void deploy() {
        kubectl.file("web.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - {name: nginx, image: "nginx:1.20", ports: [{containerPort: 80}]}
            """);
        kubectl.out("apply -f web.yaml");
    }

    @AfterEach
    void close() {
        kubectl.close();
    }

    @Test
    void theStatusIsToldUntilTheRolloutIsOver() {
        assertThat(kubectl.out("rollout status deployment/web"))
                .startsWith("Waiting for deployment ")
                .contains(
                        "Waiting for deployment \"web\" rollout to finish: 0 of 2 updated replicas are available...\n")
                .endsWith("\ndeployment \"web\" successfully rolled out\n");
        assertThat(kubectl.out("rollout status deployment web"))
                .isEqualTo("deployment \"web\" successfully rolled out\n");
    }

    @Test
    void withoutWatchingTheStatusIsToldOnce() {
        assertThat(kubectl.out("rollout status deployment/web --watch=false").lines())
                .hasSize(1);
    }

    @Test
    void aRolloutThatTakesTooLongIsNotWaitedForAnyLonger() {
        kubectl.out("rollout status deployment/web");
        kubectl.out("set image deployment/web nginx=nginx:1.21");
        kubectl.out("rollout pause deployment/web");

        CommandResult result = kubectl.run("rollout status deployment/web --timeout=5s");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.stderr()).isEqualTo("error: timed out waiting for the condition\n");
    }

    @Test
    void whatHasNoRolloutsIsSaidSo() {
        kubectl.out("run one --image=nginx");

        assertThat(kubectl.run("rollout status pod/one").stderr())
                .isEqualTo("error: no status viewer has been implemented for Pod\n");
        assertThat(kubectl.run("rollout history pod/one").stderr())
                .isEqualTo("error: no history viewer has been implemented for \"Pod\"\n");
        assertThat(kubectl.run("rollout undo pod/one").stderr())
                .isEqualTo("error: no rollbacker has been implemented for \"Pod\"\n");
        assertThat(kubectl.run("rollout restart pod/one").stderr())
                .isEqualTo("error: pods \"one\" restarting is not supported\n");
        assertThat(kubectl.run("rollout pause pod/one").stderr())
                .isEqualTo("error: pods \"one\" pausing is not supported\n");
    }

    @Test
    void theHistoryListsRevisionsWithTheirCauses() {
        kubectl.out("rollout status deployment/web");
        kubectl.out("set image deployment/web nginx=nginx:1.21");
        kubectl.out("annotate deployment/web kubernetes.io/change-cause=newer");
        kubectl.out("rollout status deployment/web");

        assertThat(kubectl.out("rollout history deployment/web")).isEqualTo("""
            deployment.apps/web\s
            REVISION  CHANGE-CAUSE
            1         <none>
            2         newer

            """);
        String hash = kubectl.out("get rs -o jsonpath={.items[*].metadata.labels.pod-template-hash}")
                .strip();
        assertThat(kubectl.out("rollout history deployment/web --revision=1"))
                .startsWith("deployment.apps/web with revision #1\nPod Template:\n  Labels:\tapp=web\n")
                .contains("    Image:\tnginx:1.20\n", "    Port:\t80/TCP\n", "  Volumes:\t<none>\n");
        assertThat(hash).isNotEmpty();
        assertThat(kubectl.run("rollout history deployment/web --revision=7").stderr())
                .isEqualTo("error: unable to find the specified revision\n");
    }

    @Test
    void undoGoesBackToTheRevisionBeforeOrToOneThatIsNamed() {
        kubectl.out("rollout status deployment/web");
        assertThat(kubectl.run("rollout undo deployment/web").stderr())
                .isEqualTo("error: no rollout history found for deployment \"web\"\n");
        kubectl.out("set image deployment/web nginx=nginx:1.21");
        kubectl.out("rollout status deployment/web");

        assertThat(kubectl.out("rollout undo deployment/web")).isEqualTo("deployment.apps/web rolled back\n");
        kubectl.out("rollout status deployment/web");
        assertThat(image()).isEqualTo("nginx:1.20");

        assertThat(kubectl.out("rollout undo deployment/web --to-revision=2"))
                .isEqualTo("deployment.apps/web rolled back\n");
        kubectl.out("rollout status deployment/web");
        assertThat(image()).isEqualTo("nginx:1.21");
        assertThat(kubectl.out("rollout undo deployment/web --to-revision=4"))
                .isEqualTo("deployment.apps/web skipped rollback (current template already matches revision 4)\n");
        assertThat(kubectl.run("rollout undo deployment/web --to-revision=9").stderr())
                .isEqualTo("error: unable to find specified revision 9 in history\n");
    }

    @Test
    void aPausedDeploymentIsNeitherTakenBackNorRestarted() {
        assertThat(kubectl.out("rollout pause deployment/web")).isEqualTo("deployment.apps/web paused\n");
        assertThat(kubectl.run("rollout pause deployment/web").stderr())
                .isEqualTo("error: deployments.apps \"web\" is already paused\n");
        assertThat(kubectl.run("rollout undo deployment/web").stderr())
                .isEqualTo("error: you cannot rollback a paused deployment; resume it first with 'kubectl rollout"
                        + " resume' and try again\n");
        assertThat(kubectl.run("rollout restart deployment/web").stderr())
                .isEqualTo(
                        "error: deployments.apps \"web\" can't restart paused deployment (run rollout resume first)\n");

        assertThat(kubectl.out("rollout resume deployment/web")).isEqualTo("deployment.apps/web resumed\n");
        assertThat(kubectl.run("rollout resume deployment/web").stderr())
                .isEqualTo("error: deployments.apps \"web\" is not paused\n");
    }

    @Test
    void aRestartReplacesAllPods() {
        kubectl.out("rollout status deployment/web");
        String before = kubectl.out("get pods -o name");

        assertThat(kubectl.out("rollout restart deployment/web")).isEqualTo("deployment.apps/web restarted\n");
        assertThat(kubectl.run("rollout restart deployment/web").stderr())
                .contains("if restart has already been triggered within the past second");
        kubectl.out("rollout status deployment/web");
        kubectl.pass(60);

        assertThat(kubectl.out("get pods -o name").lines()).hasSize(2).noneMatch(before::contains);
    }

    @Test
    void aSecondVerbThatThereIsNotIsSaidSo() {
        assertThat(kubectl.run("rollout back deployment/web").stderr())
                .isEqualTo("error: unknown command \"back deployment/web\"\n"
                        + "See 'kubectl rollout -h' for help and examples\n");
        assertThat(kubectl.out("rollout")).contains("status ", "undo ");
        assertThat(kubectl.run("rollout status").stderr()).isEqualTo("error: required resource not specified\n");
        assertThat(kubectl.run("rollout status deployment/other").stderr())
                .isEqualTo("Error from server (NotFound): deployments.apps \"other\" not found\n");
    }

    private String image() {
        return kubectl.out("get deployment web -o jsonpath={.spec.template.spec.containers[0].image}");
    }

    @Test
    void aSetGoesBackToWhatItWasAndNothingElse() {
        kubectl.file("agent.yaml", """
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: agent}
            spec:
              selector: {matchLabels: {app: agent}}
              template:
                metadata: {labels: {app: agent}}
                spec: {containers: [{name: main, image: "nginx:1.20"}]}
            """);
        kubectl.out("apply -f agent.yaml");
        kubectl.out("rollout status ds/agent");
        String before = kubectl.out("get ds agent -o jsonpath={.spec.template}");
        kubectl.out("set image ds/agent main=nginx:1.21");
        kubectl.out("rollout status ds/agent");

        kubectl.out("rollout undo ds/agent");

        assertThat(kubectl.out("get ds agent -o jsonpath={.spec.template}")).isEqualTo(before);
    }
}
