package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopTest {

    private final CommandLine kubectl = CommandLine.start().file("web.yaml", """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels: {app: web}
          annotations:
            drydock.io/cpu: 500m
            drydock.io/memory: 100Mi
        spec:
          nodeName: node-1
          containers:
            - {name: nginx, image: nginx}
            - {name: side, image: nginx, resources: {limits: {cpu: 200m}}, command: [sleep, "9999"]}
        """);

    @AfterEach
    void close() {
        kubectl.close();
    }

    private void start() {
        kubectl.out("apply -f web.yaml");
        kubectl.out("run a --image=nginx");
        kubectl.pass(20);
    }

    @Test
    void podsAreShownWithWhatTheirContainersUseTogether() {
        start();

        assertThat(kubectl.out("top pod")).isEqualTo("""
            NAME   CPU(cores)   MEMORY(bytes)\s\s\s
            a      1m           16Mi\s\s\s\s\s\s\s\s\s\s\s\s
            web    700m         200Mi\s\s\s\s\s\s\s\s\s\s\s
            """);
        assertThat(kubectl.out("top pods --sort-by=cpu --no-headers"))
                .isEqualTo("web   700m   200Mi   \na     1m     16Mi    \n");
        assertThat(kubectl.out("top po -l app=web -A")).isEqualTo("""
            NAMESPACE   NAME   CPU(cores)   MEMORY(bytes)\s\s\s
            default     web    700m         200Mi\s\s\s\s\s\s\s\s\s\s\s
            """);
    }

    @Test
    void containersAreShownByThemselves() {
        start();

        assertThat(kubectl.out("top pod web --containers")).isEqualTo("""
            POD   NAME    CPU(cores)   MEMORY(bytes)\s\s\s
            web   nginx   500m         100Mi\s\s\s\s\s\s\s\s\s\s\s
            web   side    200m         100Mi\s\s\s\s\s\s\s\s\s\s\s
            """);
    }

    @Test
    void nodesAreShownWithTheShareThatIsUsed() {
        start();

        assertThat(kubectl.out("top node node-1")).isEqualTo("""
            NAME     CPU(cores)   CPU(%)   MEMORY(bytes)   MEMORY(%)\s\s\s
            node-1   700m         17%      200Mi           2%\s\s\s\s\s\s\s\s\s\s
            """);
        assertThat(kubectl.out("top nodes --sort-by=memory").lines().map(line -> line.split(" ", 2)[0]))
                .startsWith("NAME", "node-1")
                .hasSize(4);
    }

    @Test
    void ofANodeThatIsNotReadyNothingIsKnown() {
        start();
        kubectl.simulation().parts().find("kubelet/node-1").orElseThrow().stop();
        kubectl.pass(60);

        assertThat(kubectl.out("top node --no-headers").lines().toList())
                .last()
                .isEqualTo("node-1   <unknown>   <unknown>   <unknown>   <unknown>   ");
    }

    @Test
    void whatDoesNotRunHasNoMetrics() {
        assertThat(kubectl.run("top pod").stderr()).isEqualTo("No resources found in default namespace.\n");
        assertThat(kubectl.run("top pod none").stderr())
                .isEqualTo("Error from server (NotFound): pods \"none\" not found\n");
        kubectl.file("odd.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: odd}
            spec: {nodeSelector: {none: here}, containers: [{name: main, image: nginx}]}
            """).out("apply -f odd.yaml");
        kubectl.pass(5);
        assertThat(kubectl.run("top pod").stderr()).isEqualTo("error: metrics not available yet\n");
        assertThat(kubectl.run("top pod odd").stderr())
                .isEqualTo("Error from server (NotFound): podmetrics.metrics.k8s.io \"default/odd\" not found\n");
    }

    @Test
    void wrongWordsAreRefused() {
        assertThat(kubectl.run("top pod --sort-by=name").stderr())
                .isEqualTo("error: --sort-by accepts only cpu or memory\n");
        assertThat(kubectl.run("top node a -l b=c").stderr())
                .isEqualTo("error: only one of NAME or --selector can be provided\n");
        assertThat(kubectl.run("top odd").stderr())
                .isEqualTo("error: unknown command \"odd\"\nSee 'kubectl top -h' for help and examples\n");
    }

    @Test
    void aClusterWithoutMetricsSaysSo() {
        StringBuilder said = new StringBuilder();
        int[] code = {-1};

        new Kubectl(kubectl.simulation().cluster(), "default", FileReader.NONE)
                .run(List.of("top", "node"), said::append, said::append, c -> code[0] = c);

        assertThat(said).hasToString("error: Metrics API not available\n");
        assertThat(code[0]).isEqualTo(1);
    }
}
