package drydock.sim.kubelet;

import static drydock.sim.Lab.sleeper;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.sim.Lab;
import drydock.sim.store.Change;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KubeletRulesTest {

    private static String running(String name, String program, String spec, String container) {
        return sleeper(name, "app: " + name, spec)
                        .replace("[\"sleep\", \"100000\"]", "[\"sh\", \"-c\", \"" + program + "\"]")
                + container;
    }

    private static ContainerStatus main(Lab lab, String pod) {
        return lab.pod(pod).getStatus().getContainerStatuses().getFirst();
    }

    private static List<String> messages(Lab lab, String reason) {
        return lab.simulation().cluster().list(Query.all(Kinds.EVENT)).stream()
                .map(Event.class::cast)
                .filter(e -> e.getReason().equals(reason))
                .map(Event::getMessage)
                .toList();
    }

    @Test
    @DisplayName("rules 38 and 39: exit code 0 with Always backs off too, with these words")
    void exitCodeZeroBacksOffToo() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(running("web", "exit 0", "", "")).run(8);

            String whose = "web_default(" + lab.pod("web").getMetadata().getUid() + ")";
            assertThat(main(lab, "web").getState().getWaiting().getReason()).isEqualTo("CrashLoopBackOff");
            assertThat(main(lab, "web").getState().getWaiting().getMessage())
                    .isEqualTo("back-off 10s restarting failed container=main pod=" + whose);
            assertThat(main(lab, "web").getLastState().getTerminated().getExitCode())
                    .isZero();
            assertThat(messages(lab, "BackOff"))
                    .containsExactly("Back-off restarting failed container main in pod " + whose);
        }
    }

    @Test
    @DisplayName("rule 37: another image begins anew, and what runs is replaced without a back-off")
    void anotherImageBeginsAnew() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(running("crashing", "exit 1", "", ""));
            lab.apply(running("steady", "trap 'exit 0' TERM; sleep 1000", "", ""))
                    .run(60);
            assertThat(main(lab, "crashing").getState().getWaiting().getMessage())
                    .startsWith("back-off 40s");
            int restarts = main(lab, "crashing").getRestartCount();

            lab.kubectl("set image pod/crashing main=alpine:3");
            lab.kubectl("set image pod/steady main=alpine:3");
            lab.run(6);

            assertThat(main(lab, "crashing").getRestartCount()).isEqualTo(restarts + 1);
            assertThat(main(lab, "crashing").getState().getWaiting().getMessage())
                    .startsWith("back-off 10s");
            assertThat(main(lab, "steady").getRestartCount()).isEqualTo(1);
            assertThat(main(lab, "steady").getState().getRunning()).isNotNull();
            assertThat(messages(lab, "Killing"))
                    .containsExactly("Container main definition changed, will be restarted");
        }
    }

    @Test
    @DisplayName("rule 40: a container's end is noticed within 1 s, the end of a back-off at most half of it later")
    void endsAreNoticedWithinASecondAndBackOffsALittleLater() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(running("once", "sleep 5; exit 1", "  restartPolicy: Never", ""));
            lab.apply(running("looping", "exit 1", "", "")).run(100);

            double ended = starts(lab, "once").getFirst() + 5;
            double noticed = changes(lab, "once")
                    .filter(c -> c.last() instanceof Pod pod
                            && pod.getStatus().getContainerStatuses().stream()
                                    .anyMatch(s -> s.getState().getTerminated() != null))
                    .mapToDouble(c -> c.atNanos() / 1e9)
                    .min()
                    .orElseThrow();
            assertThat(noticed - ended).isBetween(0.0, 1.1);
            List<Double> starts = starts(lab, "looping");
            assertThat(starts).hasSize(5);
            assertThat(starts.get(1) - starts.get(0)).isLessThan(2);
            for (int i = 1, delay = 10; i < 4; i++, delay *= 2) {
                assertThat(starts.get(i + 1) - starts.get(i)).isBetween(delay * 1.0, delay * 1.5 + 3);
            }
        }
    }

    /// When containers of a Pod were started, in seconds.
    private static List<Double> starts(Lab lab, String pod) {
        return changes(lab, pod)
                .filter(c ->
                        c.last() instanceof Event event && event.getReason().equals("Started"))
                .map(c -> c.atNanos() / 1e9)
                .toList();
    }

    /// What was changed of a Pod and of the events about it.
    private static Stream<Change> changes(Lab lab, String pod) {
        return lab.simulation().cluster().log().stream()
                .filter(c -> c.object().name().equals(pod)
                        || (c.last() instanceof Event event
                                && event.getInvolvedObject().getName().equals(pod)));
    }

    @Test
    @DisplayName("rule 48: a node may bound the back-off; what is below 10 s is the first delay, too")
    void aNodeMayBoundTheBackOff() {
        Node node = new NodeBuilder()
                .withNewMetadata()
                .addToAnnotations(RestartLimit.ANNOTATION, "4s")
                .endMetadata()
                .build();
        BackOff backOff = new BackOff(RestartLimit.of(node));
        backOff.count("k", PodFixtures.NOW, PodFixtures.NOW);
        assertThat(backOff.delay("k")).isEqualTo(Duration.ofSeconds(4));

        Node wrong = new NodeBuilder(node)
                .editMetadata()
                .addToAnnotations(RestartLimit.ANNOTATION, "10m")
                .endMetadata()
                .build();
        assertThat(RestartLimit.of(wrong)).isEqualTo(Duration.ofMinutes(5));

        try (Lab lab = Lab.of("a", "b " + RestartLimit.ANNOTATION + "=4s")) {
            lab.apply(running("free", "exit 1", "  nodeName: a", ""));
            lab.apply(running("bounded", "exit 1", "  nodeName: b", "")).run(60);

            assertThat(main(lab, "free").getRestartCount()).isEqualTo(3);
            assertThat(main(lab, "bounded").getRestartCount()).isGreaterThan(8);
        }
    }

    @Test
    @DisplayName("rule 12: the kubelet's events in the words of v1.36")
    void theKubeletsEventsInTheWordsOfThisVersion() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("web", "app: a", "")).run(8);

            assertThat(messages(lab, "Created")).containsExactly("Container created");
            assertThat(messages(lab, "Started")).containsExactly("Container started");
        }
    }

    @Test
    @DisplayName("rule 42: each restart counts one")
    void eachRestartCountsOne() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(running("web", "sleep 1; exit 1", "", "")).run(70);

            assertThat(main(lab, "web").getRestartCount()).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("rule 45: Never with an absent image, and a bad name")
    void imagesThatAreNotPulled() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("never", "app: a", "") + "    imagePullPolicy: Never\n");
            lab.apply(sleeper("bad", "app: a", "").replace("busybox:1.36", "UPPER/case:1"))
                    .run(4);

            assertThat(main(lab, "never").getState().getWaiting().getReason()).isEqualTo("ErrImageNeverPull");
            assertThat(main(lab, "bad").getState().getWaiting().getReason()).isEqualTo("InvalidImageName");
        }
    }

    @Test
    @DisplayName("rule 47: a container may have a restart policy of its own")
    void aContainerMayHaveARestartPolicyOfItsOwn() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(running("web", "exit 1", "", "    restartPolicy: Never\n"))
                    .run(10);

            assertThat(main(lab, "web").getRestartCount()).isZero();
            assertThat(lab.pod("web").getStatus().getPhase()).isEqualTo("Failed");
        }
    }

    @Test
    @DisplayName("rules 51 and 55: a Pod that is over stays so, and says why it is not ready")
    void aPodThatIsOverStaysSo() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(running("good", "exit 0", "  restartPolicy: Never", ""));
            lab.apply(running("bad", "exit 1", "  restartPolicy: Never", "")).run(8);
            lab.fault("node-lost a").run(30).clear("node-lost a").run(60);

            assertThat(lab.pod("good").getStatus().getPhase()).isEqualTo("Succeeded");
            assertThat(lab.condition("good", "Ready").getReason()).isEqualTo("PodCompleted");
            assertThat(lab.pod("bad").getStatus().getPhase()).isEqualTo("Failed");
            assertThat(lab.condition("bad", "Ready").getReason()).isEqualTo("PodFailed");
        }
    }

    @Test
    @DisplayName("rules 52 and 55: the conditions in their order, and why a Pod is not ready")
    void theConditionsComeInTheirOrder() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(running("web", "exit 1", "", "")).run(8);

            assertThat(lab.pod("web").getStatus().getConditions())
                    .extracting(PodCondition::getType)
                    .containsExactly(
                            "PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled");
            assertThat(lab.condition("web", "Ready").getReason()).isEqualTo("ContainersNotReady");
        }
    }

    @Test
    @DisplayName("rule 53: that a Pod has its node is written when it is bound")
    void thatAPodHasItsNodeIsWrittenWhenItIsBound() {
        try (Lab lab = Lab.of("a")) {
            lab.fault("component-stopped kubelet/a").apply(sleeper("web", "app: a", ""));

            assertThat(lab.pod("web").getStatus().getConditions())
                    .extracting(PodCondition::getType, PodCondition::getStatus)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("PodScheduled", "True"));
        }
    }

    @Test
    @DisplayName("rules 62 and 63: a startup probe holds the others back until it has passed")
    void aStartupProbeHoldsTheOthersBack() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(running("web", "sleep 12; touch /up; sleep 1000", "", """
                    startupProbe: {exec: {command: [cat, /up]}, periodSeconds: 1, failureThreshold: 60}
                    livenessProbe: {exec: {command: ["false"]}, periodSeconds: 1, failureThreshold: 2}
                """))
                    .run(10);
            assertThat(main(lab, "web").getStarted()).isFalse();
            assertThat(main(lab, "web").getReady()).isFalse();
            assertThat(main(lab, "web").getRestartCount()).isZero();
            assertThat(lab.events("web")).doesNotContain("Killing");

            lab.run(10);
            assertThat(lab.events("web")).contains("Killing");
        }
    }

    @Test
    @DisplayName("rule 64: the initial delay counts from the container's start")
    void theInitialDelayCountsFromTheContainersStart() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(running("web", "sleep 1000", "", """
                    readinessProbe: {exec: {command: ["true"]}, initialDelaySeconds: 10, periodSeconds: 1}
                """)).run(9);
            assertThat(main(lab, "web").getReady()).isFalse();
            lab.run(8);
            assertThat(main(lab, "web").getReady()).isTrue();
        }
    }

    @Test
    @DisplayName("rule 64: probes are run by ticks that begin with the Pod, so a delay may last until the next tick")
    void probesAreRunByTicksThatBeginWithThePod() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(running("web", "sleep 1000", "", """
                    livenessProbe: {exec: {command: ["false"]}, initialDelaySeconds: 12, periodSeconds: 10}
                """)).run(18);
            assertThat(messages(lab, "Unhealthy")).isEmpty();
            lab.run(4);
            assertThat(messages(lab, "Unhealthy")).hasSize(1);
        }
    }

    @Test
    @DisplayName("rule 62: a container that has started is asked at once whether it is ready, and that moves its ticks")
    void aStartedContainerIsAskedAtOnceWhetherItIsReady() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(running("web", "sleep 1000", "", """
                    readinessProbe: {exec: {command: ["true"]}, periodSeconds: 100}
                """)).run(4);
            assertThat(main(lab, "web").getReady()).isTrue();
        }
    }

    @Test
    @DisplayName("rule 65: only as many equal results in a row as the threshold says count")
    void onlyEqualResultsInARowCount() {
        try (Lab lab = Lab.of("a")) {
            String flapping = "if [ -f /odd ]; then rm /odd; exit 1; else touch /odd; fi";
            lab.apply(running("web", "sleep 1000", "", """
                    livenessProbe: {exec: {command: [sh, -c, "%s"]}, periodSeconds: 1, failureThreshold: 2}
                """.formatted(flapping))).run(20);

            assertThat(lab.events("web")).contains("Unhealthy").doesNotContain("Killing");
        }
    }

    @Test
    @DisplayName("rule 67: while a Pod is being stopped only readiness is asked for")
    void whileAPodIsBeingStoppedOnlyReadinessIsAskedFor() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(running("web", "touch /up; trap 'rm /up' TERM; while true; do sleep 1; done", "", """
                    livenessProbe: {exec: {command: [cat, /up]}, periodSeconds: 1, failureThreshold: 2}
                    readinessProbe: {exec: {command: [cat, /up]}, periodSeconds: 1, failureThreshold: 2}
                """)
                            .replace("Seconds: 1\n", "Seconds: 20\n"))
                    .run(5);
            assertThat(main(lab, "web").getReady()).isTrue();

            lab.kubectl("delete pod web --wait=false");
            lab.run(10);

            assertThat(messages(lab, "Unhealthy")).isNotEmpty().allMatch(m -> m.startsWith("Readiness"));
            assertThat(messages(lab, "Killing")).containsExactly("Stopping container main");
            assertThat(main(lab, "web").getReady()).isFalse();
        }
    }

    @Test
    @DisplayName("rule 66: a probe may give less time to stop, and a Pod that never restarts is not told it would")
    void aProbeMayGiveLessTimeToStop() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(running("web", "trap '' TERM; touch /up; sleep 1000", "  restartPolicy: Never", """
                    livenessProbe:
                      {exec: {command: ["false"]}, periodSeconds: 1, failureThreshold: 2, terminationGracePeriodSeconds: 3}
                """)
                            .replace("Seconds: 1\n", "Seconds: 60\n"))
                    .run(12);

            assertThat(messages(lab, "Killing")).containsExactly("Container main failed liveness probe");
            assertThat(main(lab, "web").getState().getTerminated().getExitCode())
                    .isEqualTo(137);
        }
    }

    @Test
    @DisplayName("rule 47: a container's own rules let it run again after the exit codes they name")
    void aContainersOwnRulesLetItRunAgain() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(running("web", "if [ -f /tmp/x/again ]; then exit 1; fi; touch /tmp/x/again; exit 42", """
                  restartPolicy: Never
                  volumes: [{name: kept, emptyDir: {}}]
                """, """
                    restartPolicy: Never
                    restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [42]}}]
                    volumeMounts: [{name: kept, mountPath: /tmp/x}]
                """))
                    .run(8);

            assertThat(main(lab, "web").getRestartCount()).isEqualTo(1);
            assertThat(main(lab, "web").getState().getTerminated().getExitCode())
                    .isEqualTo(1);
            assertThat(lab.pod("web").getStatus().getPhase()).isEqualTo("Failed");
        }
    }

    @Test
    @DisplayName("rule 54: a readiness gate that opens makes the Pod ready")
    void aReadinessGateThatOpensMakesThePodReady() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("web", "app: a", "  readinessGates: [{conditionType: example.com/open}]"))
                    .run(5);
            assertThat(lab.condition("web", "Ready").getReason()).isEqualTo("ReadinessGatesNotReady");

            lab.simulation()
                    .cluster()
                    .replaceStatus(new PodBuilder(lab.pod("web"))
                            .editStatus()
                            .addNewCondition()
                            .withType("example.com/open")
                            .withStatus("True")
                            .endCondition()
                            .endStatus()
                            .build());
            lab.run(2);

            assertThat(lab.condition("web", "Ready").getStatus()).isEqualTo("True");
        }
    }

    @Test
    @DisplayName("rule 68: the hook before stopping uses the same grace")
    void theHookUsesTheSameGrace() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(running("web", "sleep 1000", "", """
                    lifecycle: {preStop: {exec: {command: [sleep, "60"]}}}
                """).replace("Seconds: 1\n", "Seconds: 10\n"))
                    .run(5);
            lab.kubectl("delete pod web --wait=false");
            lab.run(8);
            assertThat(lab.exists("web")).isTrue();
            lab.run(8);
            assertThat(lab.exists("web")).isFalse();
        }
    }

    @Test
    @DisplayName("rule 69: sidecars stop after the others, the last one first")
    void sidecarsStopAfterTheOthersTheLastFirst() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(running("web", "sleep 1000", """
                  initContainers:
                  - {name: one, image: "busybox:1.36", restartPolicy: Always, command: [sleep, "1000"]}
                  - {name: two, image: "busybox:1.36", restartPolicy: Always, command: [sleep, "1000"]}
                """, "")).run(8);
            lab.kubectl("delete pod web --wait=false");
            lab.run(30);

            assertThat(messages(lab, "Killing"))
                    .containsExactly("Stopping container main", "Stopping container two", "Stopping container one");
        }
    }
}
