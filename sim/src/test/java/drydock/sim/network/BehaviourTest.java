package drydock.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.container.Behaviour;
import drydock.sim.metrics.Usages.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How containers behave that annotations tell what to do.
class BehaviourTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void annotationsAreReadForAllContainersOrForOne() {
        Map<String, String> annotations = Map.of(
                "drydock.io/starts-after", "20s",
                "drydock.io/starts-after.web", "1m30s",
                "drydock.io/exits-after", "1m",
                "drydock.io/exit-code", "3",
                "drydock.io/cpu-per-100-requests", "300m",
                "drydock.io/memory-leak", "10Mi",
                "drydock.io/calls", "http://a/, http://b/",
                "other.io/starts-after", "ignored");

        Behaviour.Reading web = Behaviour.read(annotations, "web");
        Behaviour.Reading side = Behaviour.read(annotations, "side");

        assertThat(web.problems()).isEmpty();
        assertThat(web.behaviour().startsAfter()).isEqualTo(Duration.ofSeconds(90));
        assertThat(side.behaviour().startsAfter()).isEqualTo(Duration.ofSeconds(20));
        assertThat(side.behaviour().exits()).isEqualTo(Optional.of(new Behaviour.Exit(Duration.ofMinutes(1), 3)));
        assertThat(side.behaviour().milliCpuPer100()).isEqualTo(300);
        assertThat(side.behaviour().leakBytesAMinute()).isEqualTo(10L << 20);
        assertThat(side.behaviour().calls()).containsExactly("http://a/", "http://b/");
    }

    @Test
    void whatCannotBeReadIsTold() {
        Behaviour.Reading reading = Behaviour.read(
                Map.of("drydock.io/starts-after", "soon", "drydock.io/fails", "200%", "drydock.io/colour", "red"),
                "web");

        assertThat(reading.behaviour()).isEqualTo(Behaviour.USUAL);
        assertThat(reading.problems())
                .hasSize(3)
                .anyMatch(p -> p.equals("drydock.io/starts-after: cannot read \"soon\", expected something like 20s"))
                .anyMatch(p -> p.startsWith("drydock.io/colour: unknown; there are "));

        bench.apply(pod("drydock.io/starts-after: soon"));
        assertThat(bench.events("BadBehaviour")).hasSize(1);
    }

    private static String pod(String annotations) {
        return """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, labels: {app: web}, annotations: {%s}}
            spec:
              containers:
              - name: web
                image: nginx
                readinessProbe: {httpGet: {path: /, port: 80}, periodSeconds: 2, failureThreshold: 1}
                resources: {limits: {cpu: 500m}}
            """.formatted(annotations);
    }

    private boolean ready() {
        return bench.pod("web").getStatus().getContainerStatuses().getFirst().getReady();
    }

    @Test
    void itStartsInTwentySecondsAndFallsSilentAfterAMinute() {
        bench.apply(pod("drydock.io/starts-after: 20s, drydock.io/answers-for: 1m"));
        bench.run(8);
        assertThat(ready()).isFalse();
        bench.run(10);
        assertThat(ready()).isTrue();
        bench.run(45);
        assertThat(ready()).isFalse();
        assertThat(bench.events("Unhealthy"))
                .anyMatch(m -> m.contains("Client.Timeout exceeded while awaiting headers"));
    }

    @Test
    void itExitsWithThreeAfterAMinute() {
        bench.apply(pod("drydock.io/exits-after: 1m, drydock.io/exit-code: '3'"));
        bench.run(50);
        assertThat(bench.pod("web")
                        .getStatus()
                        .getContainerStatuses()
                        .getFirst()
                        .getRestartCount())
                .isZero();
        bench.run(12);

        var status = bench.pod("web").getStatus().getContainerStatuses().getFirst();
        assertThat(status.getRestartCount()).isEqualTo(1);
        assertThat(status.getLastState().getTerminated().getExitCode()).isEqualTo(3);
    }

    @Test
    void requestsCostCpuUpToTheLimitAndMemoryLeaks() {
        bench.apply(pod("drydock.io/cpu-per-100-requests: 600m, drydock.io/cpu: 10m, drydock.io/memory: 100Mi,"
                        + " drydock.io/memory-leak: 10Mi")
                + Bench.service("web", "type: NodePort")
                        .replace(
                                "metadata: {name: web}",
                                "metadata: {name: web, annotations: {drydock.io/clients: 50/s}}"));
        bench.run(52);

        assertThat(usage().milliCpu()).isBetween(290L, 330L);
        assertThat(usage().memoryBytes()).isBetween(109L << 20, 111L << 20);

        bench.kubectl("", "annotate", "service", "web", "drydock.io/clients=500/s", "--overwrite");
        bench.run(20);
        assertThat(usage().milliCpu()).isEqualTo(500);
    }

    private Usage usage() {
        String uid = bench.pod("web").getMetadata().getUid();
        return bench.simulation.usages().of(uid).get("web");
    }

    @Test
    void anImageNobodyKnowsListensOnItsDeclaredPorts() {
        bench.apply("""
            apiVersion: v1
            kind: Pod
            metadata: {name: app}
            spec:
              containers: [{name: app, image: "registry.example.com/team/app:1", ports: [{containerPort: 3000}]}]
            """ + Bench.client("me", ""));
        String address = bench.pod("app").getStatus().getPodIP();

        assertThat(bench.in("me", "wget -qO- " + address + ":3000/x")).isEqualTo("app answers GET /x on port 3000\n");
        assertThat(bench.in("me", "wget -qO- " + address + ":3001")).contains("Connection refused");
    }

    @Test
    void containersKnowServicesAndThemselvesByVariables() {
        bench.apply(Bench.service("my-db", "clusterIP: 10.96.5.5"));
        bench.apply("""
            apiVersion: v1
            kind: Pod
            metadata: {name: me}
            spec:
              containers:
              - name: main
                image: busybox
                command: [sleep, "9999"]
                resources: {limits: {memory: 64Mi, cpu: 500m}}
                env:
                - {name: LIMIT, valueFrom: {resourceFieldRef: {resource: limits.memory, divisor: 1Mi}}}
                - {name: CPUS, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}
                - {name: URL, value: "http://$(MY_DB_SERVICE_HOST)/"}
            """);

        assertThat(bench.in("me", "echo $MY_DB_SERVICE_HOST:$MY_DB_SERVICE_PORT $MY_DB_PORT $LIMIT $CPUS"))
                .isEqualTo("10.96.5.5:8080 tcp://10.96.5.5:8080 64 1\n");
        assertThat(bench.in("me", "echo $URL")).isEqualTo("http://10.96.5.5/\n");
        assertThat(List.of(bench.in("me", "cat /etc/hostname"))).containsExactly("me\n");
    }
}
