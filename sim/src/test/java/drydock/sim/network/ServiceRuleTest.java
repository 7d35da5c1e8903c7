package drydock.sim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.KubernetesService;
import drydock.sim.SimulationOptions;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The rules of Services and their proxy, by their numbers.
class ServiceRuleTest {

    private Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @DisplayName(
            "rule 114: terminal and terminating Pods are no endpoints, unready ones are not ready unless published")
    void endpointsLeaveOutWhatCannotServe() {
        String unready = """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: slow, labels: {app: web}}
            spec:
              containers:
              - {name: web, image: nginx, readinessProbe: {httpGet: {path: /absent, port: 80}}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: done, labels: {app: web}}
            spec:
              restartPolicy: Never
              containers: [{name: main, image: busybox, command: ["true"]}]
            """;
        bench.apply(Bench.servers("web", 2)
                + unready
                + Bench.service("web", "")
                + Bench.service("web", "publishNotReadyAddresses: true").replace("name: web}", "name: all}"));

        assertThat(subset("web")).isEqualTo(Map.of("ready", List.of("web-1", "web-2"), "notReady", List.of("slow")));
        assertThat(subset("all")).isEqualTo(Map.of("ready", List.of("slow", "web-1", "web-2"), "notReady", List.of()));

        bench.kubectl("", "delete", "pod", "web-1", "--wait=false");
        bench.run(0.5);

        assertThat(subset("web").get("ready")).isEqualTo(List.of("web-2"));
    }

    @Test
    @DisplayName("rule 115: slices keep terminating Pods: serving if ready, not ready")
    void slicesKeepWhatEnds() {
        bench.apply(
                Bench.servers("web", 2).replace("image: traefik/whoami", "image: nginx") + Bench.service("web", ""));

        bench.kubectl("", "delete", "pod", "web-1", "--wait=false");
        bench.run(0.5);

        assertThat(slice().getEndpoints())
                .filteredOn(e -> e.getTargetRef().getName().equals("web-1"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.getConditions().getTerminating()).isTrue();
                    assertThat(e.getConditions().getServing()).isTrue();
                    assertThat(e.getConditions().getReady()).isFalse();
                });
    }

    @Test
    @DisplayName("rule 116: without a selector, and for an ExternalName, no endpoints are made")
    void noSelectorNoEndpoints() {
        bench.apply("""
            apiVersion: v1
            kind: Service
            metadata: {name: bare}
            spec: {ports: [{port: 80}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: away}
            spec: {type: ExternalName, externalName: www.example.com}
            """);

        assertThat(bench.kubectl("", "get", "endpointslices", "-l", "kubernetes.io/service-name=bare"))
                .contains("No resources found");
        assertThat(bench.simulation.cluster().get(ResourceId.of(Kinds.ENDPOINTS, "default", "bare")))
                .isEmpty();
    }

    @Test
    @DisplayName("rule 117: node ports are of 30000-32767, drawn from 30086 up")
    void nodePortsAreDrawn() {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            yaml.append(Bench.service("web", "type: NodePort").replace("name: web}", "name: web-" + i + "}"));
        }
        bench.apply(yaml.toString());

        List<Integer> ports = services().stream()
                .map(s -> s.getSpec().getPorts().getFirst().getNodePort())
                .toList();
        assertThat(ports).hasSize(40).doesNotHaveDuplicates().allMatch(p -> p >= 30_086 && p <= 32_767);
    }

    @Test
    @DisplayName("rule 118: automatic cluster addresses are above the static band")
    void clusterAddressesAreDrawnAboveTheBand() {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            yaml.append(Bench.service("web", "").replace("name: web}", "name: web-" + i + "}"));
        }
        bench.apply(yaml.toString());

        assertThat(services().stream()
                        .map(s -> s.getSpec().getClusterIP())
                        .filter(ip -> !ip.equals("10.96.0.1") && !ip.equals("10.96.0.10"))
                        .toList())
                .hasSize(40)
                .doesNotHaveDuplicates()
                .allMatch(ip -> ip.startsWith("10.96.") && !ip.startsWith("10.96.0."));
    }

    @Test
    @DisplayName("rule 119: what is allocated is refused to others; a LoadBalancer takes node ports too")
    void whatIsTakenIsTaken() {
        bench.apply(Bench.service("web", "type: LoadBalancer\nclusterIP: 10.96.3.3")
                .replace("targetPort: 80", "targetPort: 80, nodePort: 30005"));

        String port = bench.kubectl(
                Bench.service("b", "type: NodePort").replace("targetPort: 80", "targetPort: 80, nodePort: 30005"),
                "create",
                "-f",
                "x");
        String address = bench.kubectl(Bench.service("c", "clusterIP: 10.96.3.3"), "create", "-f", "x");

        assertThat(port).contains("provided port is already allocated");
        assertThat(address).contains("provided IP is already allocated");
    }

    @Test
    @DisplayName("rule 120: iptables choose at random, each of n alike")
    void iptablesChooseAtRandom() {
        SplittableRandom random = new SplittableRandom(7);
        int[] hits = new int[5];
        for (int i = 0; i < 50_000; i++) {
            hits[Proxy.rule(5, random)]++;
        }
        for (int count : hits) {
            assertThat(count).isCloseTo(10_000, within(400));
        }

        bench.apply(Bench.servers("web", 3) + Bench.service("web", "") + Bench.client("me", ""));
        String order = bench.in("me", "for i in $(seq 1 60); do wget -qO- web:8080; done");

        assertThat(count(order).values()).hasSize(3).allMatch(n -> n > 8);
        assertThat(order.lines().toList()).isNotEqualTo(inTurn(order));
    }

    @Test
    @DisplayName("rule 120: ipvs chooses in turn")
    void ipvsChoosesInTurn() {
        bench.close();
        bench = new Bench(SimulationOptions.DEFAULT.withProxyMode(ProxyMode.IPVS));
        bench.apply(Bench.servers("web", 3) + Bench.service("web", "") + Bench.client("me", ""));

        String order = bench.in("me", "for i in $(seq 1 30); do wget -qO- web:8080; done");

        assertThat(count(order).values()).containsExactly(10, 10, 10);
        assertThat(order.lines().toList()).isEqualTo(inTurn(order));
    }

    @Test
    @DisplayName("rule 121: without endpoints a connection is turned away")
    void noEndpointsAreRefused() {
        bench.apply(Bench.service("web", "type: NodePort").replace("targetPort: 80", "targetPort: 80, nodePort: 30080")
                + Bench.client("me", ""));

        assertThat(bench.in("me", "wget -qO- -T 3 web:8080")).contains("Connection refused");
        assertThat(bench.outside("node-2:30080").result())
                .isEqualTo(new RequestResult.Refused(Why.of(Why.Code.NO_ENDPOINTS, "web")));
    }

    @Test
    @DisplayName("rule 121: with policy Local and no endpoint on the node it is let fall")
    void localWithoutEndpointsIsDropped() {
        bench.apply(Bench.servers("web", 1)
                + Bench.service("web", "type: NodePort\nexternalTrafficPolicy: Local\ninternalTrafficPolicy: Local")
                        .replace("targetPort: 80", "targetPort: 80, nodePort: 30080")
                + Bench.client("near", "nodeName: node-1")
                + Bench.client("far", "nodeName: node-2"));

        assertThat(bench.outside("node-1:30080").result()).isEqualTo(new RequestResult.Answered(200));
        assertThat(bench.outside("node-2:30080").result())
                .isEqualTo(new RequestResult.TimedOut(Why.of(Why.Code.NO_ENDPOINT_HERE, "web", "node-2")));
        assertThat(bench.in("near", "wget -qO- -T 3 web:8080")).contains("Hostname: web-1");
        assertThat(bench.in("far", "wget -qO- -T 3 web:8080")).contains("timed out");
    }

    @Test
    void trafficStaysOnItsNodeWhereTheServiceWantsItAndAnEndpointIsThere() {
        bench.apply(Bench.servers("web", 2)
                + Bench.service("web", "trafficDistribution: PreferSameNode")
                + Bench.client("near", "nodeName: node-2")
                + Bench.client("far", "nodeName: node-3"));

        String five = "for i in 1 2 3 4 5; do wget -qO- -T 3 web:8080 | grep Hostname; done";
        assertThat(bench.in("near", five).lines().toList()).hasSize(5).containsOnly("Hostname: web-2");
        String twenty = "for i in 1 2 3 4 5 6 7 8 9 10 11 12; do wget -qO- -T 3 web:8080 | grep Hostname; done";
        assertThat(bench.in("far", twenty)).contains("Hostname: web-1", "Hostname: web-2");
    }

    @Test
    @DisplayName("rule 121: when none is ready, those that serve while they end are taken")
    void terminatingOnesServeWhenNoneIsReady() {
        bench.apply(Bench.servers("web", 1).replace("image: traefik/whoami", "image: nginx")
                + Bench.service("web", "")
                + Bench.client("me", ""));
        bench.kubectl("", "delete", "pod", "web-1", "--wait=false");
        bench.run(1);

        assertThat(slice().getEndpoints()).allMatch(e -> !e.getConditions().getReady());
        assertThat(bench.in("me", "wget -qO- -T 3 web:8080")).contains("Welcome to nginx!");
    }

    private static Map<String, Integer> count(String lines) {
        return lines.lines().collect(Collectors.toMap(l -> l, _ -> 1, Integer::sum, TreeMap::new));
    }

    /// The first three again and again.
    private static List<String> inTurn(String lines) {
        List<String> all = lines.lines().toList();
        return java.util.stream.IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i % 3))
                .toList();
    }

    private Map<String, List<String>> subset(String service) {
        Endpoints endpoints = (Endpoints) bench.get(Kinds.ENDPOINTS, service);
        return Map.of(
                "ready",
                endpoints.getSubsets().stream()
                        .flatMap(s -> s.getAddresses().stream())
                        .map(a -> a.getTargetRef().getName())
                        .sorted()
                        .toList(),
                "notReady",
                endpoints.getSubsets().stream()
                        .flatMap(s -> s.getNotReadyAddresses().stream())
                        .map(a -> a.getTargetRef().getName())
                        .sorted()
                        .toList());
    }

    private EndpointSlice slice() {
        return (EndpointSlice) bench.simulation.cluster().list(Query.in(Kinds.ENDPOINT_SLICE, "default")).stream()
                .filter(slice -> !KubernetesService.has(ResourceId.of(slice)))
                .findFirst()
                .orElseThrow();
    }

    private List<Service> services() {
        return bench.simulation.cluster().list(Query.in(Kinds.SERVICE, "default")).stream()
                .filter(service -> !KubernetesService.has(ResourceId.of(service)))
                .map(Service.class::cast)
                .toList();
    }
}
