package drydock.sim.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs that want more memory than their container may have.
class OutOfMemoryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tail /dev/zero",
                "x=a; while true; do x=$x$x; done",
                "dd if=/dev/zero of=/dev/null bs=64M",
                "sleep 2; dd if=/dev/zero of=/dev/null bs=1G count=10"
            })
    void aProgramThatTakesMoreThanItMayIsKilled(String program) {
        try (Lab lab = Lab.of("a")) {
            lab.apply("""
                apiVersion: v1
                kind: Pod
                metadata: {name: hog}
                spec:
                  restartPolicy: Never
                  containers:
                  - {name: main, image: "busybox:1.36", command: [sh, -c, "%s"], resources: {limits: {memory: 16Mi}}}
                """.formatted(program)).run(12);

            var ended = lab.pod("hog")
                    .getStatus()
                    .getContainerStatuses()
                    .getFirst()
                    .getState()
                    .getTerminated();
            assertThat(ended.getReason()).isEqualTo("OOMKilled");
            assertThat(ended.getExitCode()).isEqualTo(137);
        }
    }

    @Test
    void whatFitsIsCopied() {
        try (Lab lab = Lab.of("a")) {
            lab.apply("""
                apiVersion: v1
                kind: Pod
                metadata: {name: fits}
                spec:
                  restartPolicy: Never
                  containers:
                  - name: main
                    image: busybox:1.36
                    command: [sh, -c, "dd if=/dev/zero of=/tmp/x bs=4k count=2"]
                    resources: {limits: {memory: 16Mi}}
                """).run(5);

            assertThat(lab.pod("fits").getStatus().getPhase()).isEqualTo("Succeeded");
            assertThat(lab.kubectl("logs fits")).isEqualTo("2+0 records in\n2+0 records out\n");
        }
    }
}
