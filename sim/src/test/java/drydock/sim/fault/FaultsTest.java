package drydock.sim.fault;

import static drydock.sim.Lab.asking;
import static drydock.sim.Lab.sleeper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.sim.Lab;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node-lost node-1",
                "node-slow node-1 4",
                "disk-full node-1",
                "network-cut node-1 control-plane",
                "component-stopped kube-scheduler",
                "component-delayed kubelet/node-1 2.5s",
                "registry-down",
                "registry-down docker.io",
                "container-killed default/web main",
                "memory-leak default/web main 1048576"
            })
    void whatAFaultIsCalledIsReadAsThatFault(String text) {
        assertThat(FaultText.parse(List.of(text.split(" "))))
                .get()
                .extracting(Fault::text)
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "node-lost", "node-lost a b", "node-slow a fast", "memory-leak a b -1", "earthquake a"})
    void whatIsNoFaultIsNotRead(String text) {
        assertThat(FaultText.parse(List.of(text.split(" ")))).isEmpty();
    }

    @Test
    void aFaultOfWhatIsNotThereIsRefused() {
        try (Lab lab = Lab.of("a")) {
            Faults faults = lab.simulation().faults();

            assertThat(faults.strike(new Fault.NodeLost("x")))
                    .contains("Error from server (NotFound): nodes \"x\" not found");
            assertThat(faults.strike(new Fault.ComponentStopped("dns")))
                    .contains("there is no component \"dns\", only etcd, kube-apiserver, kube-controller-manager,"
                            + " kube-proxy/a, kube-scheduler, kubelet/a");
            assertThat(faults.strike(new Fault.MemoryLeak("default", "web", "main", 1)))
                    .isPresent();
            assertThat(faults.clear(new Fault.DiskFull("a"))).isPresent();
            assertThat(faults.inForce()).isEmpty();
        }
    }

    @Test
    @DisplayName("rule 61: after its machine was off a Pod gets a new sandbox, and its init containers run again")
    void afterItsMachineWasOffAPodStartsAnew() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("web", "app: web", """
                  initContainers:
                  - {name: init, image: "busybox:1.36", command: ["true"]}
                """)).run(6);
            String before = lab.pod("web").getStatus().getPodIP();
            lab.fault("node-lost a").run(20).clear("node-lost a").run(10);

            ContainerStatus main =
                    lab.pod("web").getStatus().getContainerStatuses().getFirst();
            ContainerStatus init =
                    lab.pod("web").getStatus().getInitContainerStatuses().getFirst();
            assertThat(main.getRestartCount()).isEqualTo(1);
            assertThat(main.getState().getRunning()).isNotNull();
            assertThat(main.getLastState().getTerminated().getReason()).isEqualTo("Unknown");
            assertThat(main.getLastState().getTerminated().getExitCode()).isEqualTo(255);
            assertThat(init.getRestartCount()).isEqualTo(1);
            assertThat(lab.events("web")).contains("SandboxChanged");
            assertThat(lab.condition("web", "Ready").getStatus()).isEqualTo("True");
            assertThat(before).isNotEmpty();
        }
    }

    @Test
    void withoutItsSchedulerNewPodsWaitAndOldOnesRunOn() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("old", "app: a", "")).run(3);
            lab.fault("component-stopped kube-scheduler");
            lab.apply(sleeper("new", "app: a", "")).run(60);
            assertThat(lab.nodeOf("new")).isEmpty();
            assertThat(lab.condition("old", "Ready").getStatus()).isEqualTo("True");

            lab.clear("component-stopped kube-scheduler").run(5);
            assertThat(lab.pod("new").getStatus().getPhase()).isEqualTo("Running");
        }
    }

    @Test
    void withoutControllersNothingIsReplacedButContainersAreRestarted() {
        try (Lab lab = Lab.of("a")) {
            lab.apply("""
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata: {name: web}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: main, image: nginx}]}
                """).run(5);
            lab.fault("component-stopped kube-controller-manager");
            String gone = lab.pods().getFirst().getMetadata().getName();
            String kept = lab.pods().getLast().getMetadata().getName();
            lab.kubectl("delete pod " + gone + " --grace-period=0 --force");
            lab.fault("container-killed " + kept + " main").run(20);
            assertThat(lab.pods()).hasSize(1);
            assertThat(lab.pod(kept)
                            .getStatus()
                            .getContainerStatuses()
                            .getFirst()
                            .getRestartCount())
                    .isEqualTo(1);

            lab.clear("component-stopped kube-controller-manager").run(5);
            assertThat(lab.pods()).hasSize(2);
        }
    }

    @Test
    void withoutTheServerNobodyGetsAnAnswerAndPodsRunOn() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("web", "app: a", "")).run(3);
            List<ClusterEvent> told = new ArrayList<>();
            lab.simulation().cluster().watch(Query.all(Kinds.POD), told::add);
            lab.run(1);
            lab.fault("component-stopped kube-apiserver");
            assertThatThrownBy(() -> lab.simulation().cluster().list(Query.all(Kinds.POD)))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("was refused");
            lab.fault("container-killed web main").run(120);
            assertThat(told.getLast()).isInstanceOf(ClusterEvent.Interrupted.class);

            lab.clear("component-stopped kube-apiserver").run(20);
            assertThat(told).hasAtLeastOneElementOfType(ClusterEvent.Resumed.class);
            assertThat(lab.pod("web")
                            .getStatus()
                            .getContainerStatuses()
                            .getFirst()
                            .getRestartCount())
                    .isEqualTo(1);
            assertThat(lab.nodeCondition("a", "Ready")).isEqualTo("True KubeletReady");
            assertThat(lab.pod("web").getMetadata().getDeletionTimestamp()).isNull();
        }
    }

    @Test
    void aSlowSchedulerIsLateByItsDelay() {
        try (Lab lab = Lab.of("a")) {
            lab.fault("component-delayed kube-scheduler 20s");
            lab.apply(sleeper("web", "app: a", "")).run(18);
            assertThat(lab.nodeOf("web")).isEmpty();
            lab.run(3);
            assertThat(lab.nodeOf("web")).isEqualTo("a");
        }
    }

    @Test
    void aKubeletThatWasStoppedTakesOverWhatRuns() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("web", "app: a", ""))
                    .apply(sleeper("leaving", "app: a", ""))
                    .run(3);
            lab.fault("component-stopped kubelet/a");
            lab.fault("container-killed web main");
            lab.kubectl("delete pod leaving --wait=false");
            lab.run(30);
            assertThat(lab.exists("leaving")).isTrue();
            assertThat(lab.pod("web")
                            .getStatus()
                            .getContainerStatuses()
                            .getFirst()
                            .getRestartCount())
                    .isZero();

            lab.clear("component-stopped kubelet/a").run(10);
            assertThat(lab.exists("leaving")).isFalse();
            assertThat(lab.pod("web")
                            .getStatus()
                            .getContainerStatuses()
                            .getFirst()
                            .getRestartCount())
                    .isEqualTo(1);
        }
    }

    @Test
    void onASlowNodeAPodComesUpLate() {
        try (Lab lab = Lab.of("a")) {
            lab.fault("node-slow a 10").apply(sleeper("web", "app: a", "")).run(8);
            assertThat(lab.pod("web").getStatus().getPhase()).isEqualTo("Pending");
            lab.run(40);
            assertThat(lab.pod("web").getStatus().getPhase()).isEqualTo("Running");
        }
    }

    @Test
    void whileARegistryIsDownItsImagesCannotBeHad() {
        try (Lab lab = Lab.of("a")) {
            lab.fault("registry-down docker.io")
                    .apply(sleeper("web", "app: a", ""))
                    .run(6);
            lab.apply(sleeper("other", "app: a", "").replace("busybox:1.36", "example.com/busybox:1"))
                    .run(6);
            assertThat(lab.pod("web")
                            .getStatus()
                            .getContainerStatuses()
                            .getFirst()
                            .getState()
                            .getWaiting()
                            .getReason())
                    .isIn("ErrImagePull", "ImagePullBackOff");
            assertThat(lab.pod("other").getStatus().getPhase()).isEqualTo("Running");

            lab.clear("registry-down docker.io").run(60);
            assertThat(lab.pod("web").getStatus().getPhase()).isEqualTo("Running");
        }
    }

    @Test
    @DisplayName("rule 72: a container that uses more memory than it may is killed with 137, OOMKilled")
    void aContainerThatUsesMoreMemoryThanItMayIsKilled() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("web", "app: a", "") + "    resources: {limits: {memory: 64Mi}}\n")
                    .run(3);
            lab.fault("memory-leak web main 10Mi").run(15);

            ContainerStatus status =
                    lab.pod("web").getStatus().getContainerStatuses().getFirst();
            assertThat(status.getRestartCount()).isEqualTo(1);
            assertThat(status.getLastState().getTerminated().getReason()).isEqualTo("OOMKilled");
            assertThat(status.getLastState().getTerminated().getExitCode()).isEqualTo(137);
        }
    }

    @Test
    @DisplayName("rule 71: below 100Mi of memory the node says so and ends who uses more than it asked for")
    void belowAHundredMebibytesPodsAreEvicted() {
        try (Lab lab = Lab.of("a memory=1Gi")) {
            lab.apply(asking("modest", "memory: 500Mi", ""))
                    .apply(sleeper("greedy", "app: a", ""))
                    .run(3);
            lab.fault("memory-leak greedy main 50Mi").run(25);

            assertThat(lab.pod("greedy").getStatus().getReason()).isEqualTo("Evicted");
            assertThat(lab.pod("greedy").getStatus().getPhase()).isEqualTo("Failed");
            assertThat(lab.pod("greedy").getStatus().getMessage())
                    .startsWith("The node was low on resource: memory. Threshold quantity: 100Mi, available: ")
                    .contains("Container main was using ")
                    .endsWith("request is 0, has larger consumption of memory. ");
            assertThat(lab.condition("greedy", "DisruptionTarget").getReason()).isEqualTo("TerminationByKubelet");
            assertThat(lab.pod("modest").getStatus().getPhase()).isEqualTo("Running");
            assertThat(lab.nodeCondition("a", "MemoryPressure")).isEqualTo("True KubeletHasInsufficientMemory");
            assertThat(lab.taints("a")).containsExactly("node.kubernetes.io/memory-pressure:NoSchedule");
            assertThat(lab.events("a")).contains("EvictionThresholdMet", "NodeHasInsufficientMemory");

            lab.run(310);
            assertThat(lab.nodeCondition("a", "MemoryPressure")).isEqualTo("False KubeletHasSufficientMemory");
            assertThat(lab.taints("a")).isEmpty();
        }
    }

    @Test
    @DisplayName("rule 71: on a full disk images go first, then Pods, and no new ones are taken")
    void onAFullDiskPodsAreEvicted() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(sleeper("one", "app: a", ""))
                    .apply(sleeper("two", "app: a", "  priorityClassName: p5"))
                    .run(3);
            lab.fault("disk-full a").run(5);
            assertThat(lab.nodeCondition("a", "DiskPressure")).isEqualTo("True KubeletHasDiskPressure");
            assertThat(lab.pod("one").getStatus().getReason()).isEqualTo("Evicted");
            assertThat(lab.pod("two").getStatus().getPhase()).isEqualTo("Running");
            lab.run(15);
            assertThat(lab.pod("two").getStatus().getReason()).isEqualTo("Evicted");

            lab.apply(sleeper("pinned", "app: a", "  nodeName: a"));
            lab.run(3);
            assertThat(lab.pod("pinned").getStatus().getMessage())
                    .isEqualTo("Pod was rejected: The node had condition: [DiskPressure]. ");
            lab.clear("disk-full a").run(320);
            assertThat(lab.nodeCondition("a", "DiskPressure")).isEqualTo("False KubeletHasNoDiskPressure");
        }
    }

    @Test
    @DisplayName("rule 70: a Pod for which there is no room on its node fails with OutOfcpu")
    void aPodForWhichThereIsNoRoomFails() {
        try (Lab lab = Lab.of("a cpu=1")) {
            lab.apply(asking("big", "cpu: 2", "  nodeName: a")).run(3);

            assertThat(lab.pod("big").getStatus().getReason()).isEqualTo("OutOfcpu");
            assertThat(lab.pod("big").getStatus().getPhase()).isEqualTo("Failed");
            assertThat(lab.pod("big").getStatus().getMessage())
                    .isEqualTo("Pod was rejected: Node didn't have enough resource: cpu, requested: 2000, used: 0,"
                            + " capacity: 1000");
        }
    }

    @Test
    void aCutBetweenZonesLeavesTheControlPlaneInReach() {
        try (Lab lab = Lab.of("a zone=z1", "b zone=z1", "c zone=z2")) {
            lab.fault("network-cut z1 z2").run(120);

            assertThat(lab.nodeCondition("c", "Ready")).startsWith("True");
        }
    }

    @Test
    void aPlanWithOneSeedLetsTheSameHappen() {
        FaultPlan plan = new FaultPlan(7, Duration.ofSeconds(40), Duration.ofSeconds(60), FaultPlan.ALL);

        List<String> once = happening(plan);

        assertThat(happening(plan)).isEqualTo(once);
        assertThat(once.stream().distinct()).hasSizeGreaterThan(4);
        assertThat(happening(new FaultPlan(8, plan.every(), plan.lasting(), plan.kinds())))
                .isNotEqualTo(once);
    }

    private static List<String> happening(FaultPlan plan) {
        List<String> seen = new ArrayList<>();
        try (Lab lab = Lab.of("a", "b", "c")) {
            lab.apply("""
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata: {name: web}
                spec:
                  replicas: 4
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: main, image: nginx}]}
                """);
            lab.simulation().start(plan);
            for (int i = 0; i < 120; i++) {
                lab.run(10);
                seen.add(lab.simulation().faults().inForce().toString());
            }
        }
        return seen;
    }

    @Test
    void aPlanIsReadFromAScript() {
        assertThat(FaultCommand.parse(List.of("random", "7", "5m", "2m", "node-lost")))
                .contains(new FaultCommand.Random(
                        new FaultPlan(7, Duration.ofMinutes(5), Duration.ofMinutes(2), Set.of("node-lost"))));
        assertThat(FaultCommand.parse(List.of("random", "7", "0"))).isEmpty();
        assertThat(FaultCommand.parse(List.of("clear"))).contains(new FaultCommand.ClearAll());
        assertThat(FaultCommand.parse(List.of("clear", "disk-full", "a")))
                .contains(new FaultCommand.Clear(new Fault.DiskFull("a")));
    }
}
