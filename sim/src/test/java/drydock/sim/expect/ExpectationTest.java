package drydock.sim.expect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.kubectl.Kubectl;
import drydock.sim.script.CommandResult;
import drydock.sim.script.Script;
import drydock.sim.script.Trace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationTest {

    private static final String BEGINNING = """
        kubectl apply -f web.yaml
        expect within 60s pod/web STATUS Running
        kubectl create service nodeport web --tcp=80 --node-port=30080
        sleep 2
        kubectl get pods
        curl -s http://node-1:30080/
        """;

    private static final String WEB = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web}}
        spec:
          containers: [{name: nginx, image: nginx}]
        """;

    private static List<CommandResult> run(String script) throws Script.BadLineException {
        try (Simulation simulation = Simulation.start(SimulationOptions.DEFAULT)) {
            Kubectl kubectl = new Kubectl(simulation.cluster(), "default", name -> Map.of(name, WEB))
                    .timedBy(simulation.engine()::schedule);
            return simulation.run(Script.parse(script), kubectl, new Trace(_ -> {}), "default");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pod/web STATUS Running",
                "pods -l app=web STATUS Pending or Running",
                "pods READY 1/*",
                "pod/web RESTARTS at-most 0",
                "pod/web {.spec.containers[0].image} nginx",
                "pods count 1",
                "pods -l app=other count 0",
                "pods -n kube-system count at-least 0",
                "pod/web passed STATUS Pending ContainerCreating Running",
                "pod/web because user default-scheduler kubelet",
                "not pod/web STATUS Pending",
                "not pod/web passed STATUS Running Pending",
                "not pod/none STATUS Running",
            })
    void whatIsThereIsSeen(String expected) throws Script.BadLineException {
        assertThat(last(expected).code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pod/web STATUS Pending",
                "pod/none STATUS Running",
                "pods -l app=other STATUS Running",
                "pod/web NO-SUCH-COLUMN Running",
                "pod/web RESTARTS at-least 1",
                "pod/web {.spec.containers[0].image} httpd",
                "pods count 2",
                "pod/web passed STATUS Running Pending",
                "pod/web because kubelet user",
                "not pod/web STATUS Running",
                "within 5s pod/web STATUS Succeeded",
                "output CrashLoopBackOff",
                "output matches ^nothing$",
                "exit 3",
                "request by client balancer",
                "request ends refused",
                "requests to none reach at-least 1",
                "requests to none succeed 100",
            })
    void whatIsNotThereFailsTheRun(String expected) throws Script.BadLineException {
        CommandResult result = last(expected);

        assertThat(result.code()).isOne();
        assertThat(result.stderr()).startsWith("line 7: not as expected; seen: ");
    }

    private static CommandResult last(String expected) throws Script.BadLineException {
        return run(BEGINNING + "expect " + quoted(expected)).getLast();
    }

    private static String quoted(String expected) {
        return expected.replaceAll("(\\{\\S*\\}|\\^\\S*)", "'$1'");
    }

    @Test
    void aFailureSaysWhatWasSeen() throws Script.BadLineException {
        assertThat(last("pod/web STATUS Pending").stderr()).isEqualTo("line 7: not as expected; seen: Running\n");
        assertThat(last("pod/web passed STATUS Failed").stderr())
                .isEqualTo("line 7: not as expected; seen: Pending → ContainerCreating → Running\n");
        assertThat(last("pod/none STATUS Running").stderr()).isEqualTo("line 7: not as expected; seen: no pod/none\n");
    }

    @Test
    void theWayOfARequestIsSeen() throws Script.BadLineException {
        List<CommandResult> results = run("""
            kubectl apply -f web.yaml
            expect within 60s pod/web STATUS Running
            kubectl create service nodeport web --tcp=80 --node-port=30080
            sleep 2
            curl -s http://node-1:30080/
            expect request by client node/node-1 service/web pod/web ends 200
            expect requests to web reach 1
            expect requests to web succeed 100
            expect output "Welcome to nginx"
            curl -s http://node-1:30081/
            expect exit 7
            expect request ends refused
            """);

        assertThat(results).allMatch(result -> result.code() == 0);
    }

    @Test
    void aCommandWhoseExitCodeIsExpectedIsNoFailure() throws Script.BadLineException {
        assertThat(run("kubectl get pod none")).extracting(CommandResult::code).containsExactly(1);
        assertThat(run("kubectl get pod none\nexpect output NotFound\nexpect exit 1"))
                .extracting(CommandResult::code)
                .containsExactly(0, 0, 0);
        assertThat(run("kubectl get pod none\nexpect exit 2"))
                .extracting(CommandResult::code)
                .containsExactly(0, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pod/web",
                "pod/web STATUS",
                "pod/web status Running",
                "pod/web STATUS Running Pending",
                "nonsense/web STATUS Running",
                "within pods count 1",
                "within 30 years pods count 1",
                "within 25h pods count 1",
                "exit one",
                "exit 256",
                "output",
                "output matches (",
                "request by air",
                "request ends well",
                "requests to",
                "requests from web reach 1",
                "pods count at-least many",
                "pods because",
            })
    void anythingElseIsRefusedWithItsLine(String words) {
        assertThatThrownBy(() -> Script.parse("sleep 1\n\nexpect " + words.replace("(", "'('")))
                .isInstanceOfSatisfying(
                        Script.BadLineException.class, e -> assertThat(e.line()).isEqualTo(3));
    }
}
