package drydock.sim.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.ContainerAccess;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.Lab;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is typed to a container that one is attached to.
class AttachTest {

    private static final ResourceId WEB = ResourceId.of(Kinds.POD, "default", "web");

    private final StringBuilder said = new StringBuilder();
    private boolean ended;

    private static String pod(String fields, String program) {
        return """
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              restartPolicy: Never
              containers:
              - {name: main, image: "busybox:1.36", FIELDS, command: [PROGRAM]}
            """.replace("FIELDS", fields).replace("PROGRAM", program);
    }

    private ContainerAccess.Attached attach(Lab lab) {
        return lab.simulation()
                .cluster()
                .containers()
                .orElseThrow()
                .attach(WEB, "main", said::append, _ -> ended = true);
    }

    @Test
    void aShellOnATerminalAsksForEachLineAndDoesWhatItSays() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(pod("stdin: true, tty: true", "sh")).run(10);
            var attached = attach(lab);
            for (String line : List.of("X=1\r", "echo $X \r", "cd /tmp\r", "if true\r", "then echo yes\r", "fi\r")) {
                attached.type(line);
                lab.run(1);
            }
            attached.type("exiz\177t 3\r");
            lab.run(5);

            assertThat(said)
                    .hasToString(
                            "X=1\n/ # echo $X \n1\n/ # cd /tmp\n/tmp # if true\n> then echo yes\n> fi\nyes\n/tmp # "
                                    + "exiz\b \bt 3\n");
            assertThat(ended).isTrue();
            assertThat(code(lab)).isEqualTo("3");
        }
    }

    @Test
    void aShellWithoutATerminalAsksForNothingAndEndsWithWhatItReads() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(pod("stdin: true, stdinOnce: true", "sh")).run(10);
            var attached = attach(lab);
            attached.type("echo one\ncat <<END\ntwo\n");
            lab.run(1);
            attached.type("END\nfalse\n");
            lab.run(1);
            attached.close();
            lab.run(5);

            assertThat(said).hasToString("one\ntwo\n");
            assertThat(lab.kubectl("logs web")).isEqualTo("one\ntwo\n");
            assertThat(code(lab)).isEqualTo("1");
        }
    }

    @Test
    void whoLeavesAContainerThatMayBeAttachedToAgainEndsNothing() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(pod("stdin: true", "cat")).run(10);
            attach(lab).close();
            var again = attach(lab);
            again.type("still there\n");
            lab.run(5);

            assertThat(said).hasToString("still there\n");
            assertThat(lab.kubectl("get pod web")).contains("Running");
        }
    }

    @Test
    void aContainerThatKeepsNoInputOpenReadsNothing() {
        try (Lab lab = Lab.of("a cpu=2")) {
            lab.apply(pod("tty: true", "sleep, '100'")).run(10);
            attach(lab).type("ignored\r");
            lab.run(1);

            assertThat(said).isEmpty();
        }
    }

    private static String code(Lab lab) {
        return lab.kubectl("get pod web -o jsonpath={.status.containerStatuses[0].state.terminated.exitCode}");
    }
}
