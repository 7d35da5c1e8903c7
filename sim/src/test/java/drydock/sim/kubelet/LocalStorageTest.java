package drydock.sim.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.sim.Lab;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pods that take more of their node's disk, or of a volume in memory, than they may.
class LocalStorageTest {

    private static final String SIZED = "{name: data, emptyDir: {sizeLimit: 10Mi}}";

    /// A Pod with the volume `data` at `/data`, and another container that sleeps.
    private static Lab running(String program, String volume, String mainLimits, String otherLimits) {
        return Lab.of("a").apply("""
            apiVersion: v1
            kind: Pod
            metadata: {name: hog}
            spec:
              volumes: [%s]
              containers:
              - name: main
                image: busybox:1.36
                command: [sh, -c, "%s"]
                volumeMounts: [{name: data, mountPath: /data}]
                resources: {limits: {%s}}
              - name: other
                image: busybox:1.36
                command: [sh, -c, "sleep 100000"]
                volumeMounts: [{name: data, mountPath: /data}]
                resources: {limits: {%s}}
            """.formatted(volume, program, mainLimits, otherLimits));
    }

    private static Event evicted(Lab lab) {
        return lab.simulation().cluster().list(Query.all(Kinds.EVENT)).stream()
                .map(Event.class::cast)
                .filter(event -> "Evicted".equals(event.getReason()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dd if=/dev/zero of=/data/f bs=1M count=20; sleep 100000",
                "dd if=/dev/zero of=/data/f bs=1M",
                "fallocate -l 20M /data/f; sleep 100000",
                "x=$(seq 100000); while true; do echo $x >> /data/f; sleep 5; done"
            })
    void aPodThatFillsAnEmptyDirBeyondItsSizeIsEvicted(String program) {
        try (Lab lab = running(program, SIZED, "", "")) {
            lab.run(260);

            Pod pod = lab.pod("hog");
            assertThat(pod.getStatus().getPhase()).isEqualTo("Failed");
            assertThat(pod.getStatus().getReason()).isEqualTo("Evicted");
            assertThat(pod.getStatus().getMessage())
                    .isEqualTo("Usage of EmptyDir volume \"data\" exceeds the limit \"10Mi\". ");
            assertThat(evicted(lab).getType()).isEqualTo("Warning");
            assertThat(evicted(lab).getMessage()).isEqualTo(pod.getStatus().getMessage());
            assertThat(pod.getStatus().getConditions())
                    .extracting(condition -> condition.getType())
                    .doesNotContain("DisruptionTarget");
            assertThat(lab.nodeCondition("a", "DiskPressure")).startsWith("False");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dd if=/dev/zero of=/data/f bs=1M count=9; sleep 100000",
                "dd if=/dev/zero of=/data/f bs=1M count=20; rm /data/f; sleep 100000",
                "dd if=/dev/zero of=/tmp/f bs=1M count=20; sleep 100000"
            })
    void aPodThatKeepsToItsVolumesSizeRunsOn(String program) {
        try (Lab lab = running(program, SIZED, "", "")) {
            lab.run(600);

            assertThat(lab.pod("hog").getStatus().getPhase()).isEqualTo("Running");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dd if=/dev/zero of=/tmp/f bs=1M count=20; sleep 100000",
                "x=$(seq 30000); while true; do echo $x; sleep 1; done"
            })
    void aContainerThatWritesOrLogsMoreThanItMayHasItsPodEvicted(String program) {
        try (Lab lab = running(program, SIZED, "ephemeral-storage: 4Mi", "ephemeral-storage: 1Gi")) {
            lab.run(60);

            assertThat(lab.pod("hog").getStatus().getReason()).isEqualTo("Evicted");
            assertThat(lab.pod("hog").getStatus().getMessage())
                    .isEqualTo("Container main exceeded its local ephemeral storage limit \"4Mi\". ");
        }
    }

    @Test
    void whatAllContainersWriteIsHeldAgainstTheSumOfTheirLimits() {
        String program = "dd if=/dev/zero of=/tmp/f bs=1M count=3; fallocate -l 6M /data/f; sleep 100000";
        try (Lab lab = running(program, SIZED, "ephemeral-storage: 4Mi", "ephemeral-storage: 4Mi")) {
            lab.run(260);

            assertThat(lab.pod("hog").getStatus().getReason()).isEqualTo("Evicted");
            assertThat(lab.pod("hog").getStatus().getMessage())
                    .isEqualTo("Pod ephemeral local storage usage exceeds the total limit of containers 8Mi. ");
        }
    }

    @Test
    void whatTheImageHoldsAndTheKubeletWritesIsNotCounted() {
        try (Lab lab = running("ls /; sleep 100000", SIZED, "ephemeral-storage: 5k", "ephemeral-storage: 5k")) {
            lab.run(260);

            assertThat(lab.pod("hog").getStatus().getPhase()).isEqualTo("Running");
        }
    }

    @Test
    void aVolumeInMemoryTakesNoMoreThanItsSizeAndNobodyIsEvicted() {
        String program = "dd if=/dev/zero of=/data/f bs=1M count=20; echo more >> /data/g || echo failed; sleep 100000";
        String volume = "{name: data, emptyDir: {medium: Memory, sizeLimit: 10Mi}}";
        try (Lab lab = running(program, volume, "ephemeral-storage: 1Mi", "")) {
            lab.run(260);

            assertThat(lab.pod("hog").getStatus().getPhase()).isEqualTo("Running");
            assertThat(lab.kubectl("logs hog -c main")).isEqualTo("""
                dd: error writing '/data/f': No space left on device
                11+0 records in
                10+0 records out
                sh: write error: No space left on device
                failed
                """);
        }
    }

    @Test
    void aVolumeInMemoryTakesNoMoreThanItsPodMay() {
        String volume = "{name: data, emptyDir: {medium: Memory}}";
        try (Lab lab = running("fallocate -l 100M /data/f; sleep 100000", volume, "memory: 64Mi", "memory: 32Mi")) {
            lab.run(20);

            assertThat(lab.kubectl("logs hog -c main"))
                    .isEqualTo("fallocate: fallocate '/data/f': No space left on device\n");
            assertThat(lab.kubectl("exec hog -c other -- ls -l /data")).contains(" " + (96 << 20) + " f");
        }
    }

    @Test
    void anImportantPodIsNotEvicted() {
        try (Lab lab = Lab.of("a")) {
            lab.apply("""
                apiVersion: v1
                kind: Pod
                metadata: {name: hog, namespace: kube-system}
                spec:
                  priorityClassName: system-node-critical
                  containers:
                  - name: main
                    image: busybox:1.36
                    command: [sh, -c, "fallocate -l 20M /tmp/f; sleep 100000"]
                    resources: {limits: {ephemeral-storage: 4Mi}}
                """).run(60);

            assertThat(lab.kubectl("get pod hog -n kube-system -o jsonpath={.status.phase}"))
                    .startsWith("Running");
        }
    }

    @Test
    void aKubeletThatBeginsAgainLooksAgain() {
        String program = "sleep 60; fallocate -l 20M /tmp/f; sleep 100000";
        try (Lab lab = running(program, SIZED, "ephemeral-storage: 4Mi", "")) {
            lab.run(10);
            lab.fault("component-stopped kubelet/a").run(20);
            lab.clear("component-stopped kubelet/a").run(80);

            assertThat(lab.pod("hog").getStatus().getReason()).isEqualTo("Evicted");
        }
    }
}
