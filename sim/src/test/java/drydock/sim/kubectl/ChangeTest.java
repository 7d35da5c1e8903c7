package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeTest {

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
                  - {name: nginx, image: "nginx:1.20"}
            """);
        kubectl.out("apply -f web.yaml");
        kubectl.out("rollout status deployment/web");
    }

    @AfterEach
    void close() {
        kubectl.close();
    }

    @Test
    void aPatchOfEachKindChangesAPart() {
        assertThat(patch("{\"spec\":{\"replicas\":3}}")).isEqualTo("deployment.apps/web patched\n");
        assertThat(patch("spec: {replicas: 3}")).isEqualTo("deployment.apps/web patched (no change)\n");
        assertThat(kubectl.run(List.of(
                                "patch",
                                "deployment",
                                "web",
                                "--type=json",
                                "-p",
                                "[{\"op\":\"replace\",\"path\":\"/spec/replicas\",\"value\":1}]"))
                        .stdout())
                .isEqualTo("deployment.apps/web patched\n");
        assertThat(kubectl.run(List.of(
                                "patch", "deployment", "web", "--type=merge", "-p", "{\"spec\":{\"replicas\":4}}"))
                        .stdout())
                .isEqualTo("deployment.apps/web patched\n");

        assertThat(kubectl.out("get deployment web -o jsonpath={.spec.replicas}"))
                .isEqualTo("4");
    }

    @Test
    void aPatchThatIsNoneIsSaidSo() {
        assertThat(kubectl.run("patch deployment web").stderr())
                .isEqualTo("error: must specify --patch or --patch-file containing the contents of the patch\n");
        assertThat(kubectl.run("patch deployment web --type=odd -p {}").stderr())
                .isEqualTo("error: --type must be one of [json merge strategic], not \"odd\"\n");
        assertThat(kubectl.run("patch deployment web -p words").stderr())
                .startsWith("error: unable to parse \"words\"");
    }

    @Test
    void aNodeIsTaintedAndUntainted() {
        assertThat(kubectl.out("taint nodes node-1 dedicated=db:NoSchedule")).isEqualTo("node/node-1 tainted\n");
        assertThat(kubectl.run("taint nodes node-1 dedicated=web:NoSchedule").stderr())
                .isEqualTo("error: node node-1 already has dedicated taint(s) with same effect(s) and --overwrite is"
                        + " false\n");
        assertThat(kubectl.out("get node node-1 -o jsonpath={.spec.taints[0].key}={.spec.taints[0].value}"))
                .isEqualTo("dedicated=db");

        assertThat(kubectl.out("taint nodes node-1 dedicated:NoSchedule-")).isEqualTo("node/node-1 untainted\n");
        assertThat(kubectl.run("taint nodes node-1 dedicated:NoSchedule-").stderr())
                .isEqualTo("error: taint \"dedicated:NoSchedule\" not found\n");
        assertThat(kubectl.run("taint nodes node-1 x=y:Never").stderr())
                .isEqualTo("error: invalid taint effect: Never, unsupported taint effect\n");
        assertThat(kubectl.run("taint nodes node-1").stderr())
                .isEqualTo("error: at least one taint update is required\n");
    }

    @Test
    void aNodeIsClosedAndOpened() {
        assertThat(kubectl.out("cordon node-1")).isEqualTo("node/node-1 cordoned\n");
        assertThat(kubectl.out("cordon node-1")).isEqualTo("node/node-1 already cordoned\n");
        assertThat(kubectl.out("get nodes")).contains("Ready,SchedulingDisabled");
        assertThat(kubectl.out("uncordon node-1")).isEqualTo("node/node-1 uncordoned\n");
        assertThat(kubectl.run("cordon node-9").stderr())
                .isEqualTo("Error from server (NotFound): nodes \"node-9\" not found\n");
    }

    @Test
    void drainingLetsPodsGoAndTheyComeBackElsewhere() {
        String node = kubectl.out("get pods -o jsonpath={.items[0].spec.nodeName}");

        CommandResult result = kubectl.run("drain " + node + " --disable-eviction");

        assertThat(result.stderr()).isEmpty();
        assertThat(result.stdout())
                .startsWith("node/" + node + " cordoned\ndeleting pod default/web-")
                .endsWith(" deleted\nnode/" + node + " drained\n");
        kubectl.out("rollout status deployment/web");
        assertThat(kubectl.out("get pods -o jsonpath={.items[*].spec.nodeName}"))
                .doesNotContain(node);
    }

    @Test
    void aPodWithoutAControllerIsNotDrainedUnlessForced() {
        kubectl.out("run alone --image=nginx");
        kubectl.out("wait --for=condition=Ready pod/alone");
        String node = kubectl.out("get pod alone -o jsonpath={.spec.nodeName}");

        CommandResult refused = kubectl.run("drain " + node + " --disable-eviction");

        String problem = "cannot delete Pods that declare no controller (use --force to override): default/alone";
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.stderr())
                .isEqualTo("error: unable to drain node \"" + node + "\" due to error: " + problem
                        + ", continuing command...\nThere are pending nodes to be drained:\n " + node + "\n" + problem
                        + "\n");

        CommandResult forced = kubectl.run("drain " + node + " --disable-eviction --force");
        assertThat(forced.stderr()).isEqualTo("Warning: deleting Pods that declare no controller: default/alone\n");
        assertThat(forced.stdout()).contains("pod/alone deleted\n", "node/" + node + " drained\n");
    }

    @Test
    void whatABudgetKeepsIsAskedAgainAndAgainUntilTheTimeIsOver() {
        kubectl.out("create pdb web --selector=app=web --min-available=2");
        kubectl.out("wait --for=condition=available deployment/web");
        String pod = kubectl.out("get pods -o jsonpath={.items[0].metadata.name}");
        String node = kubectl.out("get pod " + pod + " -o jsonpath={.spec.nodeName}");

        CommandResult result = kubectl.run("drain " + node + " --timeout=7s");

        String problem = "error when evicting pods/\"" + pod + "\" -n \"default\": global timeout reached: 7s";
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.stdout())
                .isEqualTo("node/" + node + " cordoned\n" + ("evicting pod default/" + pod + "\n").repeat(3));
        assertThat(result.stderr())
                .isEqualTo(("error when evicting pods/\"" + pod
                                        + "\" -n \"default\" (will retry after 5s): Cannot evict"
                                        + " pod as it would violate the pod's disruption budget.\n")
                                .repeat(2)
                        + "error: unable to drain node \"" + node + "\" due to error: " + problem
                        + ", continuing command...\nThere are pending nodes to be drained:\n " + node + "\n" + problem
                        + "\n");
    }

    @Test
    void waitingEndsWithTheConditionOrTheTime() {
        assertThat(kubectl.out("wait --for=condition=available deployment/web"))
                .isEqualTo("deployment.apps/web condition met\n");
        assertThat(kubectl.out("wait --for=jsonpath={.status.readyReplicas}=2 deployment web"))
                .isEqualTo("deployment.apps/web condition met\n");

        CommandResult late = kubectl.run("wait --for=condition=Odd deployment/web --timeout=3s");
        assertThat(late.stderr()).isEqualTo("error: timed out waiting for the condition on deployments/web\n");
        assertThat(kubectl.run("wait --for=condition=Ready pod/none").stderr())
                .isEqualTo("Error from server (NotFound): pods \"none\" not found\n");
        assertThat(kubectl.run("wait --for=condition=Ready pods -l app=none").stderr())
                .isEqualTo("error: no matching resources found\n");
        assertThat(kubectl.run("wait pod/web").stderr()).isEqualTo("error: unrecognized condition: \"\"\n");
    }

    @Test
    void waitingForADeletionEndsWhenItIsGone() {
        kubectl.out("run alone --image=nginx");
        kubectl.out("wait --for=condition=Ready pod/alone");
        kubectl.out("delete pod alone --wait=false");

        assertThat(kubectl.out("wait --for=delete pod/alone --timeout=60s")).isEqualTo("pod/alone condition met\n");
        assertThat(kubectl.run("get pod alone").code()).isEqualTo(1);
    }

    @Test
    void replacingPutsTheFileInPlaceOfTheObject() {
        kubectl.file("none.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: none}\n");
        assertThat(kubectl.out("replace -f web.yaml")).isEqualTo("deployment.apps/web replaced\n");
        assertThat(kubectl.run("replace -f none.yaml").stderr())
                .isEqualTo("Error from server (NotFound): error when replacing \"none.yaml\": configmaps \"none\" not"
                        + " found\n");
        assertThat(kubectl.out("replace --force -f web.yaml"))
                .isEqualTo("deployment.apps \"web\" deleted from default namespace\ndeployment.apps/web replaced\n");
    }

    @Test
    void anAutoscalerIsMadeForADeployment() {
        assertThat(kubectl.out("autoscale deployment web --min=2 --max=5 --cpu=70%"))
                .isEqualTo("horizontalpodautoscaler.autoscaling/web autoscaled\n");
        assertThat(kubectl.out("get hpa web -o jsonpath={.spec.metrics[0].resource.target.averageUtilization}"))
                .isEqualTo("70");
        assertThat(kubectl.out("get hpa"))
                .isEqualTo("NAME   REFERENCE        TARGETS              MINPODS   MAXPODS   REPLICAS   AGE\n"
                        + "web    Deployment/web   cpu: <unknown>/70%   2         5         0          0s\n");
        assertThat(kubectl.run("autoscale deployment web --min=2").stderr())
                .isEqualTo("error: required flag(s) \"max\" not set\n");
        assertThat(kubectl.run("autoscale deployment web --min=6 --max=5").stderr())
                .isEqualTo("error: --max=MAXPODS must be larger or equal to --min=MINPODS, max: 5, min: 6\n");
    }

    @Test
    void eventsAreListedTheLatestAtTheEnd() {
        assertThat(kubectl.out("events --for deployment/web"))
                .startsWith("LAST SEEN   TYPE     REASON              OBJECT           MESSAGE\n")
                .contains("   Normal   ScalingReplicaSet   Deployment/web   Scaled up replica set web-");
        assertThat(kubectl.run("events --types=Warning").stderr()).isEqualTo("No events found in default namespace.\n");
    }

    @Test
    void objectsAreSortedByAField() {
        kubectl.out("run b --image=nginx");
        kubectl.pass(2);
        kubectl.out("run a --image=nginx");

        assertThat(kubectl.out("get pods -l run -o name --sort-by=.metadata.creationTimestamp"))
                .isEqualTo("pod/b\npod/a\n");
        assertThat(kubectl.run("get pods --sort-by={.odd}").stderr())
                .isEqualTo("error: couldn't find any field with path \"{.odd}\" in the list of objects\n");
    }

    @Test
    void watchingShowsEachChangeAsARow() {
        StringBuilder said = new StringBuilder();
        new Kubectl(kubectl.simulation().cluster(), "default", FileReader.NONE)
                .run(List.of("get", "deployment", "web", "-w"), said::append, said::append, _ -> {});
        kubectl.pass(1);
        kubectl.out("scale deployment web --replicas=3");
        kubectl.pass(5);

        assertThat(said.toString().lines().toList())
                .hasSizeGreaterThan(3)
                .startsWith("NAME   READY   UP-TO-DATE   AVAILABLE   AGE")
                .anyMatch(line -> line.startsWith("web    2/2     2            2 "))
                .anyMatch(line -> line.startsWith("web    3/3     3            3 "));
    }

    @Test
    void whatIsNotThereMayBePassedOver() {
        assertThat(kubectl.out("get pod none --ignore-not-found")).isEmpty();
        assertThat(kubectl.out("get -f web.yaml -o name")).isEqualTo("deployment.apps/web\n");
    }

    private String patch(String body) {
        return kubectl.run(List.of("patch", "deployment/web", "-p", body)).stdout();
    }

    @Test
    void whatAPatchWouldChangeIsToldOfADryRunToo() {
        kubectl.out("create configmap tried --from-literal=mode=loud");
        String patch = "patch cm tried -p {\"data\":{\"mode\":\"%s\"}} --dry-run=%s";

        for (String way : List.of("client", "server")) {
            String said = way.equals("client") ? " (dry run)" : " (server dry run)";
            assertThat(kubectl.out(patch.formatted("quiet", way))).isEqualTo("configmap/tried patched" + said + "\n");
            assertThat(kubectl.out(patch.formatted("loud", way)))
                    .isEqualTo("configmap/tried patched (no change)" + said + "\n");
        }
    }
}
