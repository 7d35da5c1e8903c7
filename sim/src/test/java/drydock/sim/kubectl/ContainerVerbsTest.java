package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// exec, logs and cp.
class ContainerVerbsTest {

    private final CommandLine line = CommandLine.start();

    @BeforeEach
    void aPodOfTwo() {
        line.file("two.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: two, labels: {app: two}}
            spec:
              containers:
              - {name: talks, image: busybox, command: [sh, -c, 'for i in 1 2 3; do echo line $i; sleep 1; done; sleep 5; echo bye; exit 1']}
              - {name: web, image: nginx}
            """);
        line.out("apply -f two.yaml");
        line.pass(6);
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void execRunsInTheNamedContainerOrTellsWhichItTook() {
        assertThat(line.out("exec two -c web -- ls /usr/share/nginx/html")).isEqualTo("50x.html\nindex.html\n");
        assertThat(line.run("exec two -- hostname"))
                .isEqualTo(new CommandResult("two\n", "Defaulted container \"talks\" out of: talks, web\n", 0));
        assertThat(line.run("exec two -c web -- false"))
                .isEqualTo(new CommandResult("", "command terminated with exit code 1\n", 1));
        assertThat(line.run("exec two -c no -- true").stderr()).isEqualTo("error: container no not found in pod two\n");
        assertThat(line.run("exec none -- true").stderr())
                .isEqualTo("Error from server (NotFound): pods \"none\" not found\n");
        assertThat(line.run("exec two -c web -- nosuch").stderr()).contains("executable file not found in $PATH");
    }

    @Test
    void logsAreCutByTailSinceAndTime() {
        assertThat(line.out("logs two -c talks")).isEqualTo("line 1\nline 2\nline 3\n");
        assertThat(line.out("logs two -c talks --tail=1")).isEqualTo("line 3\n");
        assertThat(line.out("logs two -c talks --since=1s")).isEmpty();
        assertThat(line.out("logs two -c talks --tail=1 --timestamps"))
                .matches("2026-01-01T00:00:0\\d\\.\\d{9}Z line 3\n");
        assertThat(line.out("logs -l app=two --all-containers --prefix --tail=1"))
                .isEqualTo("[pod/two/talks] line 3\n");
        assertThat(line.run("logs two -c no").stderr()).isEqualTo("error: container no is not valid for pod two\n");
    }

    @Test
    void logsAreFollowedToTheEndOfTheRunAndKeptForTheNext() {
        assertThat(line.out("logs -f two -c talks")).isEqualTo("line 1\nline 2\nline 3\nbye\n");
        line.pass(5);

        assertThat(line.out("logs -p two -c talks")).endsWith("bye\n");
        assertThat(line.run("logs -p two -c web").stderr())
                .isEqualTo("Error from server (BadRequest): previous terminated container \"web\" in pod \"two\" not"
                        + " found\n");
    }

    @Test
    void filesAreCopiedInAndPrinted() {
        line.file("page.html", "<h1>hello</h1>\n");
        line.out("cp page.html two:/usr/share/nginx/html/index.html -c web");

        assertThat(line.out("exec two -c web -- wget -qO- localhost")).isEqualTo("<h1>hello</h1>\n");
        assertThat(line.out("cp two:/usr/share/nginx/html/index.html - -c web")).isEqualTo("<h1>hello</h1>\n");
        assertThat(line.run("cp two:/etc/hosts hosts -c web").code()).isEqualTo(1);
        assertThat(line.run(List.of("exec", "two", "-c", "web", "ls")).stderr()).contains("is not supported anymore");
    }

    @Test
    void attachShowsWhatIsWrittenFromNowOn() {
        line.file("counts.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: counts}
            spec:
              restartPolicy: Never
              containers:
              - {name: main, image: busybox, command: [sh, -c, 'for i in 1 2 3 4 5 6; do echo line $i; sleep 2; done']}
            """);
        line.out("apply -f counts.yaml");
        line.pass(6);

        CommandResult attached = line.run("attach counts");
        assertThat(attached.stdout()).doesNotContain("line 1").endsWith("line 6\n");
        assertThat(attached.stderr()).contains("If you don't see a command prompt, try pressing enter.");
        line.pass(3);
        assertThat(line.run("attach counts").stderr())
                .isEqualTo("error: cannot attach a container in a completed pod; current phase is Succeeded\n");
        assertThat(line.run("attach").stderr()).isEqualTo("error: at least 1 argument is required for attach\n");
        assertThat(line.run("attach two -c no -q").stderr())
                .isEqualTo("error: cannot attach to the container: container no not found in pod two\n");
    }

    @Test
    void clusterInfoIsDumped() {
        String dump = line.out("cluster-info dump --namespaces=default");
        assertThat(dump)
                .startsWith("{\n    \"apiVersion\": \"v1\",\n    \"items\": [\n")
                .contains("    \"kind\": \"NodeList\",\n", "    \"kind\": \"DeploymentList\",\n")
                .contains("==== START logs for container talks of pod default/two ====\nline 1\n")
                .endsWith("==== END logs for container web of pod default/two ====\n");
        assertThat(line.run("cluster-info dump -o wide").stderr()).contains("allowed formats are: json,yaml");
    }
}
