package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunAnnotateTest {

    private final CommandLine kubectl = CommandLine.start();

    @AfterEach
    void close() {
        kubectl.close();
    }

    @Test
    void runCreatesAPodThatRuns() {
        assertThat(kubectl.out("run web --image=nginx:1.14 --port=80")).isEqualTo("pod/web created\n");
        kubectl.pass(6);

        assertThat(kubectl.out("get pod web -o jsonpath={.status.phase}")).isEqualTo("Running");
        assertThat(kubectl.out("get pods -l run=web -o name")).isEqualTo("pod/web\n");
    }

    @Test
    void wordsBehindDashesAreArgumentsOrWithCommandTheCommand() {
        kubectl.out("run args --image=busybox -- sleep --long 10");
        kubectl.run(List.of("run", "cmd", "--image=busybox", "--command", "--", "sh", "-c", "sleep 10"));

        assertThat(kubectl.out("get pod args -o jsonpath={.spec.containers[0].args}"))
                .isEqualTo("[\"sleep\",\"--long\",\"10\"]");
        assertThat(kubectl.out("get pod cmd -o jsonpath={.spec.containers[0].command}"))
                .isEqualTo("[\"sh\",\"-c\",\"sleep 10\"]");
    }

    @Test
    void aDryRunPrintsTheManifestAndCreatesNothing() {
        String said =
                kubectl.out("run web --image=nginx --labels=app=web,tier=front --env=A=1 --env=B=x=y --restart=Never"
                        + " --port=80 --dry-run=client -o yaml");

        assertThat(said).isEqualTo("""
            apiVersion: v1
            kind: Pod
            metadata:
              labels:
                app: web
                tier: front
              name: web
            spec:
              containers:
              - env:
                - name: A
                  value: "1"
                - name: B
                  value: x=y
                image: nginx
                name: web
                ports:
                - containerPort: 80
                resources: {}
              dnsPolicy: ClusterFirst
              restartPolicy: Never
            status: {}
            """);
        assertThat(kubectl.run("get pods").stderr()).isEqualTo("No resources found in default namespace.\n");
        assertThat(kubectl.out("run web --image=nginx --dry-run=client")).isEqualTo("pod/web created (dry run)\n");
    }

    @Test
    void runWithExposeMakesAServiceToo() {
        assertThat(kubectl.out("run web --image=nginx --port=80 --expose"))
                .isEqualTo("service/web created\npod/web created\n");
        assertThat(kubectl.out("get svc web -o jsonpath={.spec.selector.run}:{.spec.ports[0].targetPort}"))
                .isEqualTo("web:80");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run web|error: required flag(s) \"image\" not set",
                "run --image=nginx|error: NAME is required for run",
                "run --image=nginx -- web|error: NAME is required for run",
                "run web --image=a:b:c|error: Invalid image name \"a:b:c\": invalid reference format",
                "run web --image=nginx --restart=Maybe|error: invalid restart policy: Maybe",
                "run web --image=nginx --env=A|error: invalid env: A",
                "run web --image=nginx --expose|error: --port must be set when exposing a service",
                "annotate pod web|error: at least one annotation update is required",
                "annotate a=b|error: one or more resources must be specified as <resource> <name> or <resource>/<name>",
                "annotate pod web a=b more|error: all resources must be specified before annotation changes: more",
                "annotate pod none a=b|Error from server (NotFound): pods \"none\" not found",
                "label pod web|error: at least one label update is required",
            })
    void wrongUseIsSaidInKubectlsWords(String command, String message) {
        assertThat(kubectl.run(command)).isEqualTo(new CommandResult("", message + "\n", 1));
    }

    @Test
    void annotationsAreSetChangedAndTakenAway() {
        kubectl.out("run web --image=nginx");

        assertThat(kubectl.out("annotate pod web note=a=b other=x")).isEqualTo("pod/web annotated\n");
        assertThat(kubectl.out("get pod web -o jsonpath={.metadata.annotations.note}"))
                .isEqualTo("a=b");
        assertThat(kubectl.run("annotate pod web note=c other=y"))
                .isEqualTo(new CommandResult(
                        "",
                        "error: --overwrite is false but found the following declared annotation(s): 'note' already"
                                + " has a value (a=b); 'other' already has a value (x)\n",
                        1));
        assertThat(kubectl.out("annotate --overwrite pod/web note=c other-")).isEqualTo("pod/web annotated\n");
        assertThat(kubectl.out("get pod web -o jsonpath={.metadata.annotations}"))
                .isEqualTo("{\"note\":\"c\"}");
    }

    @Test
    void annotationsReachAllThatLabelsChoose() {
        kubectl.out("run one --image=nginx --labels=app=web");
        kubectl.out("run two --image=nginx --labels=app=web");
        kubectl.out("run three --image=nginx");

        assertThat(kubectl.out("annotate pods -l app=web seen=yes"))
                .isEqualTo("pod/one annotated\npod/two annotated\n");
        assertThat(kubectl.out("annotate pods --all seen=yes").lines()).hasSize(3);
    }

    @Test
    void aLabelThatIsNotThereIsSaidNotToBe() {
        kubectl.out("run web --image=nginx");

        assertThat(kubectl.out("label pod web none-")).isEqualTo("label \"none\" not found.\npod/web not labeled\n");
        assertThat(kubectl.run("label pod web run=x").stderr())
                .isEqualTo("error: 'run' already has a value (web), and --overwrite is false\n");
    }
}
