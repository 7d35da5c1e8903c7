package drydock.sim.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.sim.fault.Fault;
import drydock.sim.fault.FaultCommand;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

    @Test
    void aScriptIsCommandsPausesAndFaults() throws Script.BadLineException {
        Script script = Script.parse("""
            # a comment

            kubectl get pods -o \\
              wide
            sleep 1.5
            fault node-lost node-1
            ./stop-node node-2
            """);

        assertThat(script.steps())
                .containsExactly(
                        new Step.Command("kubectl get pods -o    wide", List.of("get", "pods", "-o", "wide")),
                        new Step.Sleep("sleep 1.5", Duration.ofMillis(1_500)),
                        new Step.Faulty("fault node-lost node-1", lost("node-1")),
                        new Step.Faulty("./stop-node node-2", lost("node-2")));
    }

    private static FaultCommand lost(String node) {
        return new FaultCommand.Strike(new Fault.NodeLost(node));
    }

    @Test
    void quotesAreReadAsAShellReadsThem() throws Script.BadLineException {
        Step step = Script.parse("kubectl exec a -- sh -c \"echo $GREETING; env | grep 'G'\" '' x\\ y")
                .steps()
                .getFirst();

        assertThat(((Step.Command) step).arguments())
                .containsExactly("exec", "a", "--", "sh", "-c", "echo ; env | grep 'G'", "", "x y");
    }

    @Test
    void anEmptyScriptHasNoSteps() throws Script.BadLineException {
        assertThat(Script.parse("").steps()).isEmpty();
        assertThat(Script.parse("\n# only this").steps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm -rf /", "kubectl get pods | sh", "sleep", "sleep -1", "kubectl 'x", "sleep 1 2", "你好"})
    void anythingElseIsRefusedWithItsLine(String line) {
        assertThatThrownBy(() -> Script.parse("sleep 1\n" + line))
                .isInstanceOfSatisfying(
                        Script.BadLineException.class, e -> assertThat(e.line()).isEqualTo(2));
    }
}
