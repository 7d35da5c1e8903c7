package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PodUpdatesTest {

    private final CommandLine kubectl = CommandLine.start();

    @BeforeEach
    void gatedPod() {
        kubectl.file("web.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              schedulingGates: [{name: example.com/one}, {name: example.com/two}]
              nodeSelector: {disk: ssd}
              tolerations: [{key: x, operator: Exists}]
              containers: [{name: main, image: "nginx:1"}]
            """);
        kubectl.out("apply -f web.yaml");
    }

    @AfterEach
    void close() {
        kubectl.close();
    }

    private String patch(String json) {
        CommandResult result = kubectl.run("patch pod web --type=json -p [" + json + "]");
        return result.stdout() + result.stderr();
    }

    @Test
    void gatesAreTakenAwayOneAfterAnother() {
        assertThat(patch("{\"op\":\"remove\",\"path\":\"/spec/schedulingGates/0\"}"))
                .isEqualTo("pod/web patched\n");
        assertThat(kubectl.out("get pod web -o jsonpath={.spec.schedulingGates[*].name}"))
                .isEqualTo("example.com/two");
        assertThat(patch("{\"op\":\"remove\",\"path\":\"/spec/schedulingGates\"}"))
                .isEqualTo("pod/web patched\n");
    }

    @Test
    void noGateIsAdded() {
        assertThat(patch(
                        "{\"op\":\"add\",\"path\":\"/spec/schedulingGates/-\",\"value\":{\"name\":\"example.com/x\"}}"))
                .contains("spec.schedulingGates: Forbidden: only deletion is allowed, but found new scheduling gate"
                        + " 'example.com/x'");
    }

    @Test
    void whileAPodIsGatedItsSelectorMayGrowButNotChange() {
        assertThat(patch("{\"op\":\"add\",\"path\":\"/spec/nodeSelector/zone\",\"value\":\"a\"}"))
                .isEqualTo("pod/web patched\n");
        assertThat(patch("{\"op\":\"add\",\"path\":\"/spec/nodeSelector/disk\",\"value\":\"hdd\"}"))
                .contains("spec.nodeSelector: Invalid value: ", ": only additions to spec.nodeSelector are allowed");
    }

    @Test
    void aTolerationStaysButForHowLong() {
        assertThat(patch("{\"op\":\"replace\",\"path\":\"/spec/tolerations/0/key\",\"value\":\"y\"}"))
                .contains("spec.tolerations: Forbidden: existing toleration can not be modified except its"
                        + " tolerationSeconds");
        assertThat(
                        patch(
                                "{\"op\":\"add\",\"path\":\"/spec/tolerations/-\",\"value\":{\"key\":\"y\",\"operator\":\"Exists\"}}"))
                .isEqualTo("pod/web patched\n");
    }
}
