package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `--dry-run`: what would be done is said, and nothing is.
class DryRunTest {

    private final CommandLine kubectl = CommandLine.start();

    @BeforeEach
    void haveAWorkload() {
        kubectl.out("create deployment web --image=nginx:1.27");
    }

    @AfterEach
    void close() {
        kubectl.close();
    }

    private String all() {
        return kubectl.out("get deployments,services,nodes -o yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "label deployment web tier=front | deployment.apps/web labeled",
                "label deployment web app- | deployment.apps/web unlabeled",
                "label deployment web app=web | deployment.apps/web not labeled",
                "annotate deployment web a=b | deployment.apps/web annotated",
                "taint nodes node-1 a=b:NoSchedule | node/node-1 tainted",
                "scale deployment web --replicas=3 | deployment.apps/web scaled",
                "patch deployment web -p {\"spec\":{\"replicas\":3}} | deployment.apps/web patched",
                "patch deployment web --subresource=status -p {\"status\":{\"replicas\":9}} |"
                        + " deployment.apps/web patched",
                "patch deployment web --subresource=scale -p {\"spec\":{\"replicas\":3}} |"
                        + " scale.autoscaling/web patched",
                "set image deployment web nginx=nginx:1.28 | deployment.apps/web image updated",
                "set env deployment web A=1 | deployment.apps/web env updated",
                "set resources deployment web --limits=cpu=1 | deployment.apps/web resource requirements updated",
                "set serviceaccount deployment web default | deployment.apps/web serviceaccount updated",
                "expose deployment web --port=80 | service/web exposed",
                "delete deployment web | deployment.apps \"web\" deleted from default namespace"
            })
    void whatWouldBeDoneIsSaidAndNothingIsDone(String line, String said) {
        String before = all();

        assertThat(kubectl.out(line + " --dry-run=client")).isEqualTo(said + " (dry run)\n");
        assertThat(kubectl.out(line + " --dry-run=server")).isEqualTo(said + " (server dry run)\n");

        assertThat(all()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "label deployment web a=? | a valid label must be",
                "patch deployment web -p {\"spec\":{\"replicas\":-1}} | must be greater than or equal to 0",
                "set env deployment web A=1 --dry-run=perhaps | Invalid dry-run value (perhaps)"
            })
    void theServerSaysWhatItWouldRefuse(String line, String said) {
        String how = line.contains("--dry-run") ? "" : " --dry-run=server";

        assertThat(kubectl.run(line + how).stderr()).contains(said);
    }

    @Test
    void whatWouldBecomeOfItIsPrinted() {
        assertThat(kubectl.out("set image deployment web nginx=nginx:1.28 --dry-run=client -o yaml"))
                .contains("image: nginx:1.28");
        assertThat(kubectl.out("label deployment web a=b --dry-run=server -o jsonpath={.metadata.labels.a}"))
                .isEqualTo("b");
    }

    @Test
    void goingBackShowsTheTemplateOrAsksTheServer() {
        kubectl.pass(30);
        kubectl.out("set image deployment web nginx=nginx:1.28");
        kubectl.pass(30);
        String before = kubectl.out("get deployment web -o yaml");

        assertThat(kubectl.out("rollout undo deployment web --dry-run=client"))
                .startsWith("deployment.apps/web Pod Template:\n  Labels:\tapp=web")
                .contains("Image:\tnginx:1.27\n")
                .endsWith(" (dry run)\n");
        assertThat(kubectl.out("rollout undo deployment web --dry-run=server"))
                .isEqualTo("deployment.apps/web rolled back (server dry run)\n");
        assertThat(kubectl.run("rollout undo deployment web --to-revision=9 --dry-run=client")
                        .stderr())
                .isEqualTo("error: unable to find specified revision 9 in history\n");
        assertThat(kubectl.out("get deployment web -o yaml")).isEqualTo(before);
    }
}
