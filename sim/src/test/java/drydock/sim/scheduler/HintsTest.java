package drydock.sim.scheduler;

import static drydock.sim.Lab.asking;
import static drydock.sim.Lab.sleeper;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.Lab;
import org.junit.jupiter.api.Test;

/// What lets a Pod be tried again that found no node (the plugins' queueing hints), and what does not.
class HintsTest {

    @Test
    void whatHasNothingToDoWithAPodDoesNotWakeIt() {
        try (Lab lab = Lab.of("a cpu=2", "b cpu=2")) {
            lab.apply(asking("big", "cpu: 8", ""))
                    .apply(sleeper("choosy", "app: choosy", "  nodeSelector: {disk: ssd}"))
                    .apply(sleeper("lonely", "app: lonely", nearTo("db")))
                    .run(3);

            lab.apply(asking("small", "cpu: 1", "")).run(2);
            lab.kubectl("label node a colour=blue");
            lab.run(5);

            assertThat(lab.decision("choosy").attempt()).isEqualTo(1);
            assertThat(lab.decision("lonely").attempt()).isEqualTo(1);
            assertThat(lab.decision("big").attempt()).isEqualTo(1);
        }
    }

    @Test
    void aLabelAPodOrATolerationThatMayHelpDoes() {
        try (Lab lab = Lab.of("a cpu=2", "b cpu=2")) {
            lab.apply(sleeper("choosy", "app: choosy", "  nodeSelector: {disk: ssd}"))
                    .apply(sleeper("lonely", "app: lonely", nearTo("db")))
                    .run(3);
            lab.kubectl("label node b disk=ssd");
            lab.apply(sleeper("db", "app: db", "")).run(3);
            assertThat(lab.nodeOf("choosy")).isEqualTo("b");
            assertThat(lab.nodeOf("lonely")).isEqualTo(lab.nodeOf("db"));

            lab.kubectl("taint nodes --all keep=off:NoSchedule");
            lab.apply(sleeper("stranger", "app: stranger", "")).run(3);
            assertThat(lab.nodeOf("stranger")).isEmpty();
            lab.kubectl(
                    "patch pod stranger --type=json -p "
                        + "[{\"op\":\"add\",\"path\":\"/spec/tolerations/-\",\"value\":{\"key\":\"keep\",\"operator\":\"Exists\"}}]");
            lab.run(3);
            assertThat(lab.nodeOf("stranger")).isNotEmpty();
        }
    }

    @Test
    void aPodThatLeavesLetsThoseInThatItKeptOut() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(asking("first", "cpu: 1500m", "")).run(2);
            lab.apply(asking("second", "cpu: 1500m", "")).run(2);
            assertThat(lab.nodeOf("second")).isEmpty();
            lab.kubectl("delete pod first --wait=false");
            lab.run(6);

            assertThat(lab.nodeOf("second")).isEqualTo("a");
        }
    }

    private static String nearTo(String app) {
        return "  affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: "
                + "kubernetes.io/hostname, labelSelector: {matchLabels: {app: " + app + "}}}]}}";
    }
}
