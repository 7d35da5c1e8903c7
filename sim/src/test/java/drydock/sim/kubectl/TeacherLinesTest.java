package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines as they stand in courses, beside what kubectl says to them.
class TeacherLinesTest {

    private final CommandLine kubectl = CommandLine.start();

    @AfterEach
    void close() {
        kubectl.close();
    }

    private CommandResult patch(String type, String body) {
        return kubectl.run(List.of("patch", "deployment", "web", "--type=" + type, "-p", body));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        create quota q --hard=pods=2,requests.cpu=1                        | resourcequota/q created
        create pdb p --selector=app=web --min-available=1                  | poddisruptionbudget.policy/p created
        create priorityclass high --value=1000                             | priorityclass.scheduling.k8s.io/high created
        create role r --verb=get,list --resource=pods,deployments          | role.rbac.authorization.k8s.io/r created
        create rolebinding b --role=r --serviceaccount=default:default     | rolebinding.rbac.authorization.k8s.io/b created
        create clusterrole c --verb=get --resource=nodes                   | clusterrole.rbac.authorization.k8s.io/c created
        create clusterrolebinding cb --clusterrole=c --user=jane           | clusterrolebinding.rbac.authorization.k8s.io/cb created
        create ingress i --rule=shop.example/pay*=web:80,tls=key           | ingress.networking.k8s.io/i created
        create secret docker-registry d --docker-username=u --docker-password=p | secret/d created
        create configmap c --from-literal=a=b --dry-run=server             | configmap/c created (server dry run)
        """)
    void anObjectIsMadeOfAFewWords(String words, String said) {
        assertThat(kubectl.out(words)).isEqualTo(said + "\n");
    }

    @Test
    void aRoleHasARuleForEachGroup() {
        kubectl.out("create role r --verb=get --resource=pods,deployments,pods/log");
        assertThat(kubectl.out("get role r -o jsonpath={.rules[*].resources}"))
                .isEqualTo("[\"pods\",\"pods/log\"] [\"deployments\"]");
    }

    @Test
    void whatIsOnlyPrintedHasTheEmptyPartsAndNoNamespace() {
        assertThat(kubectl.out("create deployment web --image=nginx --dry-run=client -o yaml"))
                .isEqualTo("""
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata:
                      labels:
                        app: web
                      name: web
                    spec:
                      replicas: 1
                      selector:
                        matchLabels:
                          app: web
                      strategy: {}
                      template:
                        metadata:
                          labels:
                            app: web
                        spec:
                          containers:
                          - image: nginx
                            name: nginx
                            resources: {}
                    status: {}
                    """);
    }

    @Test
    void filesAndLinesOfThemBecomeData() {
        kubectl.file("conf/app.txt", "hello\n").file("all.env", "# comment\nA=1\n\nB=two\nALONE\n");
        kubectl.out("create configmap one --from-file=conf/app.txt --from-file=other=conf/app.txt");
        kubectl.out("create configmap two --from-env-file=all.env");
        assertThat(kubectl.out("get cm one -o jsonpath={.data}"))
                .isEqualTo("{\"app.txt\":\"hello\\n\",\"other\":\"hello\\n\"}");
        assertThat(kubectl.out("get cm two -o jsonpath={.data}"))
                .isEqualTo("{\"A\":\"1\",\"ALONE\":\"\",\"B\":\"two\"}");
        assertThat(kubectl.run("create configmap two --from-literal=a=b").stderr())
                .isEqualTo("error: failed to create configmap: configmaps \"two\" already exists\n");
        assertThat(kubectl.run("create configmap x --from-file=nothing").stderr())
                .isEqualTo("error: error reading nothing: no such file or directory\n");
    }

    @Test
    void aVariableThatCannotBeCalledSoIsNoKey() {
        kubectl.file("all.env", "1A=1\n");
        assertThat(kubectl.run("create configmap two --from-env-file=all.env").stderr())
                .startsWith("error: \"1A\" is not a valid key name: a valid environment variable name must consist of"
                        + " alphabetic characters");
    }

    @Test
    void aPatchThatDoesNotFitIsRefusedInTheServersWords() {
        kubectl.out("create deployment web --image=nginx");
        assertThat(patch("json", "[{\"op\":\"test\",\"path\":\"/spec/replicas\",\"value\":7}]")
                        .stderr())
                .isEqualTo("The request is invalid: the server rejected our request due to an error in our request\n");
        assertThat(patch("strategic", "{\"spec\":{\"replicas\":\"many\"}}").stderr())
                .isEqualTo(
                        "The request is invalid: patch: Invalid value: \"map[spec:map[replicas:many]]\": unrecognized"
                                + " type: int32\n");
        assertThat(patch("merge", "{\"spec\":{\"replicas\":\"many\"}}").stderr())
                .endsWith("json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type"
                        + " int32\n");
        assertThat(kubectl.run(List.of(
                                "patch",
                                "deployment",
                                "web",
                                "--subresource=scale",
                                "--type=merge",
                                "-p",
                                "{\"spec\":{\"replicas\":2}}"))
                        .stdout())
                .isEqualTo("scale.autoscaling/web patched\n");
        assertThat(kubectl.out("get deployment web -o jsonpath={.spec.replicas}"))
                .isEqualTo("2");
    }

    @Test
    void scalingMayDependOnHowManyThereAre() {
        kubectl.out("create deployment web --image=nginx --replicas=3");
        assertThat(kubectl.run("scale deployment web --replicas=5 --current-replicas=2")
                        .stderr())
                .isEqualTo("error: Expected replicas to be 2, was 3\n");
        assertThat(kubectl.out("scale deployment web --replicas=5 --current-replicas=3"))
                .isEqualTo("deployment.apps/web scaled\n");
    }

    @Test
    void whatIsGoneIsWaitedForInSilence() {
        assertThat(kubectl.out("wait --for=delete pod/none --timeout=5s")).isEmpty();
        kubectl.out("create deployment web --image=nginx");
        assertThat(kubectl.run("wait --for=jsonpath={.status.readyReplicas}=7 deployment/web --timeout=5s")
                        .stderr())
                .isEqualTo("error: timed out waiting for the condition on deployments/web\n");
    }

    @Test
    void whatCanBeDeletedIsThoughOthersAreNotThere() {
        kubectl.out("create configmap a --from-literal=x=y");
        CommandResult said = kubectl.run("delete cm a b");
        assertThat(said.stdout()).isEqualTo("configmap \"a\" deleted from default namespace\n");
        assertThat(said.stderr()).isEqualTo("Error from server (NotFound): configmaps \"b\" not found\n");
        assertThat(said.code()).isEqualTo(1);
        assertThat(kubectl.out("delete cm b --ignore-not-found")).isEmpty();
        kubectl.out("run web --image=nginx");
        assertThat(kubectl.run("delete pod web --force").stdout())
                .isEqualTo("pod \"web\" force deleted from default namespace\n");
    }

    @Test
    void aPodThatIsRunForOneAnswerIsDeletedBehindIt() {
        CommandResult said = kubectl.run("run once --image=busybox:1.36 --restart=Never --rm -i -- echo hello");
        assertThat(said.stdout()).isEqualTo("hello\npod \"once\" deleted from default namespace\n");
        assertThat(said.stderr()).endsWith("If you don't see a command prompt, try pressing enter.\n");
        CommandResult failed = kubectl.run(List.of(
                "run", "bad", "--image=busybox:1.36", "--restart=Never", "--rm", "-i", "--", "sh", "-c", "exit 3"));
        assertThat(failed.code()).isEqualTo(3);
        assertThat(failed.stderr()).endsWith("pod default/bad terminated (Error)\n");
        assertThat(kubectl.run("run x --image=busybox --rm").stderr())
                .isEqualTo("error: --rm should only be used for attached containers\n");
    }

    @Test
    void overridesAreMergedIntoThePod() {
        kubectl.run(
                List.of("run", "web", "--image=nginx", "--overrides={\"spec\":{\"nodeSelector\":{\"disk\":\"ssd\"}}}"));
        assertThat(kubectl.out("get pod web -o jsonpath={.spec.nodeSelector.disk}"))
                .isEqualTo("ssd");
    }

    @Test
    void aTaintThatIsThereIsNotAddedAgain() {
        String node = kubectl.out("get nodes -o jsonpath={.items[0].metadata.name}");
        kubectl.out("taint node " + node + " key=value:NoSchedule");
        assertThat(kubectl.run("taint node " + node + " key=value:NoSchedule").stderr())
                .isEqualTo("error: node " + node + " already has key taint(s) with same effect(s) and --overwrite is"
                        + " false\n");
    }

    @Test
    void aPodIsEndedAtItsDeadlineAndDoesItsHookFirst() {
        kubectl.file("pod.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: short}
            spec:
              activeDeadlineSeconds: 20
              terminationGracePeriodSeconds: 2
              containers:
              - name: sh
                image: busybox:1.36
                command: [sleep, "3600"]
                lifecycle: {postStart: {exec: {command: [touch, /tmp/begun]}}}
            """);
        kubectl.out("create -f pod.yaml");
        kubectl.pass(5);
        assertThat(kubectl.out("exec short -- ls /tmp")).isEqualTo("begun\n");
        kubectl.pass(25);
        assertThat(kubectl.out("get pod short -o jsonpath={.status.phase}/{.status.reason}"))
                .isEqualTo("Failed/DeadlineExceeded");
        assertThat(kubectl.out("get events --field-selector reason=DeadlineExceeded -o" + " custom-columns=M:.message"))
                .contains("Pod was active on the node longer than the specified deadline");
    }
}
