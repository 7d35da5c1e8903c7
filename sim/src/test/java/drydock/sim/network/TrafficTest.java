package drydock.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.fault.Fault;
import drydock.sim.network.RequestResult.Answered;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Requests and the ways they take.
class TrafficTest {

    private static final ResourceId WEB = ResourceId.of(Kinds.SERVICE, "default", "web");

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aRequestFromOutsideGoesByANodeItsPortAndTheServiceToAPod() {
        bench.apply(Bench.servers("web", 3)
                + Bench.service("web", "type: NodePort").replace("targetPort: 80", "targetPort: 80, nodePort: 30000"));

        RequestTrace trace = bench.outside("http://node-2:30000/");

        assertThat(trace.result()).isEqualTo(new Answered(200));
        assertThat(trace.hops().stream().map(Hop::kind))
                .startsWith(Hop.Kind.CLIENT, Hop.Kind.NODE, Hop.Kind.SERVICE)
                .endsWith(Hop.Kind.POD);
        assertThat(trace.hops().get(1).name()).isEqualTo("node-2:30000");
        assertThat(trace.service()).contains(WEB);
        assertThat(trace.pod()).map(ResourceId::name).get().asString().startsWith("web-");
        assertThat(trace.hops()).isSortedAccordingTo((a, b) -> a.after().compareTo(b.after()));
        assertThat(trace.took()).isPositive();
    }

    @Test
    void aBalancerComesAfterAWhileAndSpreadsOverNodes() {
        bench.apply(Bench.servers("web", 2) + Bench.service("web", "type: LoadBalancer"));
        Service before = (Service) bench.get(Kinds.SERVICE, "web");
        assertThat(ServiceTable.balancers(before)).isEmpty();

        bench.run(45);

        String address = ServiceTable.balancers((Service) bench.get(Kinds.SERVICE, "web"))
                .getFirst();
        assertThat(address).startsWith("203.0.113.");
        assertThat(bench.events("EnsuredLoadBalancer")).hasSize(1);
        List<String> nodes = java.util.stream.IntStream.range(0, 3)
                .mapToObj(_ -> bench.outside("http://" + address + ":8080/"))
                .peek(trace -> assertThat(trace.result()).isEqualTo(new Answered(200)))
                .map(trace -> trace.hops().get(2).name().replaceFirst(":.*", ""))
                .toList();
        assertThat(nodes).containsExactlyInAnyOrder("node-1", "node-2", "node-3");
    }

    @Test
    void aClusterAddressLeadsNowhereFromOutside() {
        bench.apply(Bench.servers("web", 1) + Bench.service("web", ""));
        String address = ((Service) bench.get(Kinds.SERVICE, "web")).getSpec().getClusterIP();

        assertThat(bench.outside("http://" + address + ":8080/").result()).isInstanceOf(RequestResult.TimedOut.class);
    }

    @Test
    void anIngressSendsByHostAndPath() {
        bench.apply(Bench.servers("web", 1) + Bench.service("web", "") + Bench.servers("api", 1)
                + Bench.service("api", "") + """
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: shop}
                spec:
                  rules:
                  - host: shop.example.com
                    http:
                      paths:
                      - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 8080}}}}
                      - {path: /api, pathType: Prefix, backend: {service: {name: api, port: {number: 8080}}}}
                      - {path: /only, pathType: Exact, backend: {service: {name: absent, port: {number: 80}}}}
                """);
        bench.run(5);

        RequestTrace page = bench.outside("http://shop.example.com/");
        assertThat(page.pod()).map(ResourceId::name).contains("web-1");
        assertThat(page.hops().stream().map(Hop::kind))
                .containsSubsequence(Hop.Kind.CLIENT, Hop.Kind.INGRESS, Hop.Kind.SERVICE, Hop.Kind.POD);
        assertThat(bench.outside("http://shop.example.com/api/items").pod())
                .map(ResourceId::name)
                .contains("api-1");
        assertThat(bench.outside("http://shop.example.com/apis").pod())
                .map(ResourceId::name)
                .contains("web-1");
        assertThat(bench.outside("http://shop.example.com/only").result()).isEqualTo(new Answered(503));
        assertThat(bench.outside("http://" + Entrances.CONTROLLER + "/").result())
                .isEqualTo(new Answered(404));
        Ingress ingress = (Ingress) bench.get(Kinds.INGRESS, "shop");
        assertThat(ingress.getStatus().getLoadBalancer().getIngress().getFirst().getIp())
                .isEqualTo(Entrances.CONTROLLER);
    }

    @Test
    void aHostPortLeadsToItsPodOnThatNodeOnly() {
        bench.apply("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              nodeName: node-2
              containers: [{name: web, image: nginx, ports: [{containerPort: 80, hostPort: 8888}]}]
            """);

        assertThat(bench.outside("http://node-2:8888/").result()).isEqualTo(new Answered(200));
        assertThat(bench.outside("http://node-1:8888/").result()).isInstanceOf(RequestResult.Refused.class);
    }

    @Test
    void aClientKeepsItsEndpointWithAffinity() {
        bench.apply(
                Bench.servers("web", 3) + Bench.service("web", "sessionAffinity: ClientIP") + Bench.client("me", ""));

        String said = bench.in("me", "for i in $(seq 1 20); do wget -qO- web:8080; done");

        assertThat(said.lines().distinct()).hasSize(1);
        assertThat(said.lines()).hasSize(20);
    }

    @Test
    void nodesLearnOfAnEndpointThatLeavesAtMomentsOfTheirOwn() {
        bench.apply(Bench.servers("web", 2) + Bench.service("web", ""));
        ServiceTable table = new ServiceTable(bench.simulation.engine(), bench.simulation.cluster());
        bench.run(1);
        bench.kubectl("", "delete", "pod", "web-1", "--wait=false");

        java.util.Set<Integer> known = new java.util.TreeSet<>();
        boolean differ = false;
        for (int i = 0; i < 40; i++) {
            bench.run(0.01);
            List<Long> ready = List.of("node-1", "node-2", "node-3").stream()
                    .map(n -> table.seenFrom(n, WEB).orElseThrow().targets().stream()
                            .filter(ServiceRules.Target::ready)
                            .count())
                    .toList();
            differ |= ready.stream().distinct().count() > 1;
            ready.forEach(count -> known.add(count.intValue()));
        }

        assertThat(differ).isTrue();
        assertThat(known).containsExactly(1, 2);
    }

    @Test
    void aNodeWhoseProxyHasStoppedGoesOnSendingToWhoHasGone() {
        bench.apply(Bench.servers("web", 1) + Bench.service("web", "") + Bench.client("me", "nodeName: node-2"));
        bench.network.stopProxy("node-2");
        bench.kubectl("", "delete", "pod", "web-1", "--force", "--grace-period=0");
        bench.apply(Bench.servers("web", 2).replace("name: web-1,", "name: web-9,"));

        assertThat(bench.in("me", "wget -qO- -T 10 web:8080")).doesNotContain("Hostname");
        bench.network.startProxy("node-2");
        assertThat(bench.in("me", "wget -qO- -T 10 web:8080")).contains("Hostname");
    }

    @Test
    void aProbeIsARequestToo() {
        bench.apply("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              containers: [{name: web, image: nginx, readinessProbe: {httpGet: {path: /, port: 80}, periodSeconds: 2}}]
            """);

        assertThat(bench.network.requests().latest())
                .isNotEmpty()
                .allMatch(t -> t.kind() == RequestTrace.Kind.PROBE)
                .last()
                .satisfies(t -> {
                    assertThat(t.result()).isEqualTo(new Answered(200));
                    assertThat(t.pod()).map(ResourceId::name).contains("web");
                });
        assertThat(bench.kubectl("", "logs", "web")).contains("\"GET / HTTP/1.1\" 200");
    }

    @Test
    void clientsSendAtTheirRateAndAreCounted() {
        bench.apply(Bench.servers("web", 2)
                + Bench.service("web", "type: NodePort")
                        .replace(
                                "metadata: {name: web}",
                                "metadata: {name: web, annotations: {drydock.io/clients: 20/s}}"));
        bench.run(20);

        ServiceTraffic traffic = bench.network.requests().of(WEB);
        assertThat(traffic.requestsASecond()).isBetween(19.0, 21.0);
        assertThat(traffic.errorsASecond()).isZero();

        bench.kubectl("", "delete", "pods", "--all");
        bench.run(12);
        assertThat(bench.network.requests().of(WEB).errorsASecond()).isGreaterThan(15);
        assertThat(bench.network.requests().latest()).hasSizeLessThanOrEqualTo(5_000);
    }

    @Test
    void aClientInAPodSendsFromThere() {
        bench.apply(Bench.servers("web", 1) + Bench.service("web", "") + Bench.client("me", ""));
        bench.network
                .clients()
                .start(new Client(
                        "load",
                        Optional.of(ResourceId.of(bench.pod("me"))),
                        "http://web:8080/",
                        10,
                        Duration.ofSeconds(1)));
        bench.run(10);

        assertThat(bench.last().client()).isEqualTo("load");
        assertThat(bench.last().hops().stream().map(Hop::kind)).contains(Hop.Kind.DNS, Hop.Kind.SERVICE, Hop.Kind.POD);
        assertThat(bench.network.clients().stop("load")).isTrue();
    }

    @Test
    void aClientOfAServiceTakesTheWayThatItsTypeHas() {
        bench.apply(Bench.servers("web", 3) + Bench.service("web", "") + Bench.client("me", ""));
        assertThat(send("service://web.default/", Optional.empty()).result())
                .isEqualTo(new RequestResult.TimedOut(Why.of(
                        Why.Code.NOT_FROM_OUTSIDE,
                        ((Service) bench.get(Kinds.SERVICE, "web")).getSpec().getClusterIP())));
        Optional<ResourceId> me = Optional.of(ResourceId.of(bench.pod("me")));
        assertThat(kinds(send("service://web.default/", me)))
                .startsWith(Hop.Kind.CLIENT, Hop.Kind.DNS, Hop.Kind.SERVICE)
                .endsWith(Hop.Kind.POD);

        bench.kubectl("", "patch", "service", "web", "-p", "{\"spec\":{\"type\":\"NodePort\"}}");
        bench.run(2);
        assertThat(List.of(1, 2, 3).stream()
                        .map(_ -> send("service://web.default:8080/", Optional.empty()))
                        .map(trace -> trace.hops().get(1).name().replaceFirst(":.*", "")))
                .containsExactlyInAnyOrder("node-1", "node-2", "node-3");
        assertThat(bench.network.clients().sendOnce(client("service://none.default/", me), _ -> {}))
                .isFalse();
    }

    @Test
    void aNameThatIsAnotherNameIsOnTheWayOutside() {
        bench.apply(Bench.client("me", "") + """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: pay}
            spec: {type: ExternalName, externalName: pay.example.com}
            """);

        RequestTrace trace = send("service://pay.default/", Optional.of(ResourceId.of(bench.pod("me"))));

        assertThat(kinds(trace)).containsExactly(Hop.Kind.CLIENT, Hop.Kind.DNS, Hop.Kind.OUTSIDE);
        assertThat(trace.hops().get(1).object()).map(ResourceId::name).contains("pay");
        assertThat(trace.hops().getLast().name()).isEqualTo("pay.example.com");
    }

    @Test
    void aRequestThatNobodyAnswersIsSeenOnItsWay() {
        bench.apply(Bench.servers("web", 1) + Bench.service("web", ""));

        bench.network.clients().sendOnce(client("service://web.default/", Optional.empty()), _ -> {});
        bench.run(1);
        assertThat(bench.network.requests().underWay())
                .singleElement()
                .satisfies(trace -> assertThat(trace.took()).isEqualTo(Duration.ofSeconds(1)));

        bench.run(60);
        assertThat(bench.network.requests().underWay()).isEmpty();
    }

    @Test
    void requestsAreFoundAgainByTheTimeThatTheyTravelled() {
        bench.apply(Bench.servers("web", 1) + Bench.service("web", "type: NodePort"));
        bench.network.clients().start(client("service://web.default/", Optional.empty()));
        bench.run(10);
        Instant then = bench.simulation.now();
        bench.run(30);

        assertThat(bench.network.requests().between(then.minusSeconds(2), then))
                .hasSizeBetween(19, 21)
                .allMatch(trace -> !trace.at().isAfter(then) && !trace.at().isBefore(then.minusSeconds(2)));
    }

    private static Client client(String url, Optional<ResourceId> from) {
        return new Client("load", from, url, 10, Duration.ofSeconds(5));
    }

    private RequestTrace send(String url, Optional<ResourceId> from) {
        List<RequestTrace> ended = new ArrayList<>();
        bench.network.clients().sendOnce(client(url, from), ended::add);
        bench.run(6);
        return ended.getFirst();
    }

    private static List<Hop.Kind> kinds(RequestTrace trace) {
        return trace.hops().stream().map(Hop::kind).toList();
    }

    @Test
    void aNodeThatIsCutOffIsNotReached() {
        bench.apply(Bench.servers("web", 3) + Bench.service("web", "") + Bench.client("me", "nodeName: node-1"));
        bench.simulation.network().cutOff("node-3");

        String said = bench.in("me", "for i in $(seq 1 12); do wget -qO- -T 1 web:8080; done");

        assertThat(said)
                .contains("Hostname: web-1", "Hostname: web-2", "download timed out")
                .doesNotContain("web-3");
    }

    @Test
    void nothingGetsThroughACutBetweenNodesUntilItIsTakenBack() {
        bench.apply(Bench.servers("web", 3) + Bench.service("web", "") + Bench.client("me", "nodeName: node-1"));
        String ask = "for i in $(seq 1 12); do wget -qO- -T 1 web:8080; done";
        Fault cut = new Fault.NetworkCut("node-1", "node-3");

        bench.simulation.faults().strike(cut);
        assertThat(bench.in("me", ask)).contains("web-1", "web-2").doesNotContain("web-3");

        bench.simulation.faults().clear(cut);
        assertThat(bench.in("me", ask)).contains("web-1", "web-2", "web-3");
    }

    @Test
    void aForwardedPortLeadsToItsPod() {
        bench.apply(Bench.servers("web", 1) + Bench.service("web", ""));

        assertThat(bench.kubectl("", "port-forward", "svc/web", "9000:8080"))
                .isEqualTo("Forwarding from 127.0.0.1:9000 -> 80\n");
        assertThat(bench.outside("http://localhost:9000/").result()).isEqualTo(new Answered(200));
        assertThat(bench.outside("http://localhost:9001/").result()).isInstanceOf(RequestResult.Refused.class);
    }
}
