package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebugTest {

    private static final String LEGACY = "--profile=legacy is deprecated and will be removed in the future. It is"
            + " recommended to explicitly specify a profile, for example \"--profile=general\".\n";

    private final CommandLine kubectl = CommandLine.start();

    @BeforeEach
    void haveAPod() {
        kubectl.file("web.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, labels: {app: web}, annotations: {by: hand}}
            spec:
              initContainers: [{name: first, image: "busybox:1", command: ["true"]}]
              containers:
              - name: nginx
                image: nginx:1.27
                readinessProbe: {httpGet: {port: 80}}
            """);
        kubectl.out("apply -f web.yaml");
        kubectl.pass(30);
    }

    @AfterEach
    void close() {
        kubectl.close();
    }

    private String path(String pod, String path) {
        return kubectl.out("get pod " + pod + " -o jsonpath=" + path);
    }

    @Test
    void aCopyHasAnotherContainerAndBelongsToNobody() {
        var said = kubectl.run("debug web --image=busybox:1 --copy-to=copy --profile=legacy -- sleep 1000");

        assertThat(said.stderr()).isEqualTo(LEGACY);
        assertThat(said.stdout()).matches("Defaulting debug container name to debugger-[a-z0-9]{5}\\.\n");
        assertThat(path("copy", "{.metadata.labels}{.spec.shareProcessNamespace}"))
                .isEmpty();
        assertThat(path("copy", "{.metadata.annotations.by}")).isEqualTo("hand");
        assertThat(path("copy", "{.spec.containers[*].image}")).isEqualTo("nginx:1.27 busybox:1");
        kubectl.pass(30);
        assertThat(kubectl.out("get pods"))
                .containsPattern("copy +2/2 +Running")
                .containsPattern("web +1/1 +Running");
    }

    @Test
    void theProgramAndTheImagesOfACopyAreChangedAndTheOriginalMayGo() {
        kubectl.run("debug web --copy-to=copy --replace -q --set-image=*=nginx:1.28 --container=nginx --share-processes"
                + " --same-node --env=A=1,B=2 -- sleep 1000");
        kubectl.pass(30);

        assertThat(path("copy", "{.spec.containers[*].image}")).isEqualTo("nginx:1.28");
        assertThat(path("copy", "{.spec.containers[0].command}{.spec.shareProcessNamespace}"))
                .isEqualTo("[\"sleep\",\"1000\"]true");
        assertThat(path("copy", "{.spec.containers[0].env[*].name}")).isEqualTo("A B");
        assertThat(kubectl.out("get pods")).contains("copy").doesNotContain("web");
    }

    @Test
    void whatAProfileDoesNotKeepIsLeftOut() {
        kubectl.out("debug web --image=busybox:1 --copy-to=copy --profile=restricted --keep-init-containers=false"
                + " --keep-labels -c side -- sleep 1000");

        assertThat(path("copy", "{.metadata.labels.app}{.metadata.annotations.by}{.spec.shareProcessNamespace}"))
                .isEqualTo("webtrue");
        assertThat(path("copy", "{.spec.initContainers}{.spec.containers[0].readinessProbe}"))
                .isEmpty();
        assertThat(path("copy", "{.spec.containers[1].name}{.spec.containers[1].securityContext}"))
                .isEqualTo("side{\"allowPrivilegeEscalation\":false,\"capabilities\":{\"drop\":[\"ALL\"]},"
                        + "\"runAsNonRoot\":true,\"seccompProfile\":{\"type\":\"RuntimeDefault\"}}");
        assertThat(path("web", "{.spec.containers[0].readinessProbe.httpGet.port}"))
                .isEqualTo("80");
    }

    @Test
    void aPodOnANodeHasTheNodesFilesAndShowsWhatItWrites() {
        var said = kubectl.run("debug node/node-1 -i --image=busybox:1 --profile=general -- echo hello");

        assertThat(said.stdout())
                .matches("Creating debugging pod node-debugger-node-1-[a-z0-9]{5} with container debugger on node"
                        + " node-1\\.\nhello\n");
        String pod = said.stdout().split(" ", -1)[3];
        assertThat(path(pod, "{.spec.nodeName}{.spec.hostNetwork}{.spec.hostPID}{.spec.hostIPC}"))
                .isEqualTo("node-1truetruetrue");
        assertThat(path(pod, "{.spec.containers[0].volumeMounts[0].mountPath}")).isEqualTo("/host");
        assertThat(path(pod, "{.spec.restartPolicy}{.metadata.labels}"))
                .isEqualTo("Never{\"app.kubernetes.io/managed-by\":\"kubectl-debug\"}");
    }

    @Test
    void anEphemeralContainerIsAddedToThePodAndShowsWhatItWrites() {
        var said = kubectl.run("debug web -i --image=busybox:1 --target=nginx --env=A=1 -- echo hello");

        assertThat(said.stdout())
                .matches("Targeting container \"nginx\"\\. If you don't see processes from this container it may be"
                        + " because the container runtime doesn't support this feature\\.\n"
                        + "Defaulting debug container name to debugger-[a-z0-9]{5}\\.\nhello\n");
        assertThat(said.stderr()).isEmpty();
        assertThat(path("web", "{.spec.ephemeralContainers[0]['image','targetContainerName','stdin']}"))
                .isEqualTo("busybox:1 nginx true");
        assertThat(path("web", "{.spec.ephemeralContainers[0].securityContext}"))
                .isEqualTo("{\"capabilities\":{\"add\":[\"SYS_PTRACE\"]}}");
        kubectl.pass(5);
        assertThat(path("web", "{.status.ephemeralContainerStatuses[0].state.terminated.reason}"))
                .isEqualTo("Completed");
        assertThat(kubectl.out("describe pod web"))
                .containsPattern("Ephemeral Containers:\n  debugger-[a-z0-9]{5}:\n    Container ID:");
        assertThat(kubectl.out("get pods")).containsPattern("web +1/1 +Running +0");
    }

    @Test
    void capabilitiesAreWarnedOfWhereThePodsUserIsNotRoot() {
        kubectl.file("plain.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: plain}
            spec:
              securityContext: {runAsUser: 1000}
              containers: [{name: main, image: "busybox:1", command: [sleep, "1000"]}]
            """);
        kubectl.out("apply -f plain.yaml");
        kubectl.pass(5);

        assertThat(kubectl.run("debug plain --image=busybox:1 -c a -q").stderr())
                .isEqualTo("Warning: Non-root user is configured for the entire target Pod, and some capabilities"
                        + " granted by debug profile may not work. Please consider using \"--custom\" with a custom"
                        + " profile that specifies \"securityContext.runAsUser: 0\".\n");
        assertThat(kubectl.run("debug plain --image=busybox:1 -c b -q --profile=restricted")
                        .stderr())
                .isEmpty();
        assertThat(path("plain", "{.spec.ephemeralContainers[*].name}")).isEqualTo("a b");
        assertThat(kubectl.run("logs plain").stderr())
                .isEqualTo("Defaulted container \"main\" out of: main, a (ephem), b (ephem)\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "debug web|you must specify --image when not using --copy-to.",
                "debug --image=busybox|NAME or filename is required for debug",
                "debug web --image=busybox --same-node|--same-node may only be used with --copy-to.",
                "debug web --copy-to=copy|you must specify --image, --set-image or command arguments.",
                "debug web --copy-to=copy -- sh|you must specify an existing container or a new image when specifying"
                        + " args.",
                "debug web --copy-to=copy --image=busybox --target=nginx|--target is incompatible with --copy-to. Use"
                        + " --share-processes instead.",
                "debug web --copy-to=copy --image=busybox -t|-i/--stdin is required for containers with"
                        + " -t/--tty=true",
                "debug web --copy-to=copy --image=Bad:::|invalid image name \"Bad:::\": invalid reference format",
                "debug web --copy-to=copy --image=busybox --profile=best|unknown profile: best",
                "debug web --copy-to=copy --image=busybox --env=A|invalid argument \"A\" for \"--env\" flag: A must be"
                        + " formatted as key=value",
            })
    void whatDoesNotGoTogetherIsRefused(String line, String said) {
        assertThat(kubectl.run(line).stderr()).isEqualTo("error: " + said + "\n");
    }

    @Test
    void whatCannotBeDebuggedIsNamed() {
        assertThat(kubectl.run("debug none --image=busybox --profile=general").stderr())
                .isEqualTo("Error from server (NotFound): pods \"none\" not found\n");
        assertThat(kubectl.run("debug ns/default --image=busybox --profile=general")
                        .stderr())
                .isEqualTo("error: \"v1, Kind=Namespace\" not supported by debug\n");
    }
}
