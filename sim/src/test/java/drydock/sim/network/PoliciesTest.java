package drydock.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What NetworkPolicies let through.
class PoliciesTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private void policy(String spec) {
        bench.apply(Bench.servers("web", 1) + Bench.service("web", "") + Bench.client("front", "")
                + Bench.client("other", "") + """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: guard}
                spec:
                """ + spec.indent(2));
    }

    private boolean reaches(String client) {
        return bench.in(client, "wget -qO- -T 2 web:8080").contains("Hostname: web-1");
    }

    @Test
    void onlyWhoIsAllowedComesIn() {
        policy("podSelector: {matchLabels: {app: web}}\n"
                + "ingress: [{from: [{podSelector: {matchLabels: {app: front}}}]}]");

        assertThat(reaches("front")).isTrue();
        assertThat(reaches("other")).isFalse();
        assertThat(bench.last().result()).isEqualTo(new RequestResult.Dropped("guard"));
    }

    @Test
    void anEmptyListKeepsAllOutButTheNodesProbes() {
        policy("podSelector: {}\npolicyTypes: [Ingress]");

        assertThat(reaches("front")).isFalse();
        bench.apply("""
            apiVersion: v1
            kind: Pod
            metadata: {name: probed}
            spec:
              containers: [{name: web, image: nginx, readinessProbe: {tcpSocket: {port: 80}, periodSeconds: 1}}]
            """);
        assertThat(bench.pod("probed")
                        .getStatus()
                        .getContainerStatuses()
                        .getFirst()
                        .getReady())
                .isTrue();
    }

    @Test
    void portsAreNumbersRangesAndNames() {
        policy("podSelector: {matchLabels: {app: web}}\n"
                + "ingress:\n"
                + "- {from: [{podSelector: {matchLabels: {app: front}}}], ports: [{port: http}]}\n"
                + "- {from: [{podSelector: {matchLabels: {app: other}}}], ports: [{port: 81, endPort: 90}]}");

        assertThat(reaches("front")).isTrue();
        assertThat(reaches("other")).isFalse();
    }

    @Test
    void otherNamespacesAreChosenByTheirLabels() {
        bench.apply("""
            apiVersion: v1
            kind: Namespace
            metadata: {name: team, labels: {trusted: "yes"}}
            """ + Bench.client("guest", "").replace("name: guest,", "name: guest, namespace: team,"));
        policy("podSelector: {matchLabels: {app: web}}\n"
                + "ingress: [{from: [{namespaceSelector: {matchLabels: {trusted: 'yes'}}}]}]");

        assertThat(reaches("front")).isFalse();
        assertThat(bench.kubectl(
                        "", "exec", "-n", "team", "guest", "--", "wget", "-qO-", "-T", "2", "web.default:8080"))
                .contains("Hostname: web-1");
    }

    @Test
    void egressIsHeldBackAndNamesWithIt() {
        policy("podSelector: {matchLabels: {app: front}}\npolicyTypes: [Egress]\n"
                + "egress: [{to: [{podSelector: {matchLabels: {app: web}}}]}]");

        assertThat(bench.in("front", "wget -qO- -T 20 web:8080")).contains("bad address 'web'");
        String address = bench.pod("web-1").getStatus().getPodIP();
        assertThat(bench.in("front", "wget -qO- -T 2 " + address)).contains("Hostname: web-1");
        assertThat(bench.in("front", "wget -qO- -T 2 198.51.100.7")).contains("timed out");
    }

    @Test
    void addressesAreAllowedByBlocksWithExceptions() {
        assertThat(Policies.isIn("10.244.0.0/16", "10.244.3.9")).isTrue();
        assertThat(Policies.isIn("10.244.0.0/16", "10.245.3.9")).isFalse();
        assertThat(Policies.isIn("0.0.0.0/0", "198.51.100.7")).isTrue();
        policy("podSelector: {matchLabels: {app: front}}\npolicyTypes: [Egress]\n"
                + "egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.244.0.0/16]}}]}]");

        assertThat(bench.in(
                        "front",
                        "wget -qO- -T 2 " + bench.pod("web-1").getStatus().getPodIP()))
                .contains("timed out");
        assertThat(bench.last().result()).isEqualTo(new RequestResult.Dropped("guard"));
    }
}
