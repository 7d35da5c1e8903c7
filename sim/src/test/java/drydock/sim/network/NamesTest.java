package drydock.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Names, as programs in Pods look them up.
class NamesTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aServiceIsFoundByEachOfItsNames() {
        bench.apply(Bench.servers("web", 1) + Bench.service("web", "") + Bench.client("me", ""));

        for (String name : new String[] {
            "web", "web.default", "web.default.svc", "web.default.svc.cluster.local", "web.default.svc.cluster.local."
        }) {
            assertThat(bench.in("me", "wget -qO- " + name + ":8080")).as(name).contains("Hostname: web-1");
        }
        assertThat(bench.in("me", "wget -qO- web.other:8080")).contains("bad address 'web.other'");
        assertThat(bench.in("me", "cat /etc/resolv.conf"))
                .isEqualTo("search default.svc.cluster.local svc.cluster.local cluster.local\n"
                        + "nameserver 10.96.0.10\noptions ndots:5\n");
    }

    @Test
    void aHeadlessServiceIsAllItsReadyPods() {
        bench.apply(Bench.servers("web", 3) + Bench.service("web", "clusterIP: None") + Bench.client("me", ""));

        assertThat(bench.in("me", "nslookup web.default.svc.cluster.local")
                        .lines()
                        .filter(l -> l.startsWith("Address: ")))
                .hasSize(3);
        assertThat(bench.in("me", "nslookup absent")).contains("can't find absent: NXDOMAIN");
    }

    @Test
    void aPodOfAHeadlessServiceIsFoundByItsHostname() {
        bench.apply("""
            apiVersion: v1
            kind: Pod
            metadata: {name: db-0, labels: {app: db}}
            spec:
              hostname: db-0
              subdomain: db
              containers: [{name: main, image: "redis:7"}]
            """ + Bench.service("db", "clusterIP: None") + Bench.client("me", ""));

        assertThat(bench.in("me", "ping -c 1 db-0.db"))
                .contains("64 bytes from " + bench.pod("db-0").getStatus().getPodIP());
        assertThat(bench.in("db-0", "cat /etc/hosts")).contains("db-0.db.default.svc.cluster.local\tdb-0");
    }

    @Test
    void anExternalNameIsAnotherName() {
        bench.apply("""
            apiVersion: v1
            kind: Service
            metadata: {name: away}
            spec: {type: ExternalName, externalName: www.example.com}
            """ + Bench.client("me", ""));

        assertThat(bench.in("me", "wget -qO- http://away/")).contains("www.example.com");
        assertThat(bench.in("me", "nslookup away.default.svc.cluster.local"))
                .contains("canonical name = www.example.com");
    }

    @Test
    void thePolicyOfNamesDecidesWhoIsAsked() {
        bench.apply(Bench.servers("web", 1)
                + Bench.service("web", "")
                + Bench.client("plain", "dnsPolicy: Default")
                + Bench.client(
                        "own",
                        "dnsPolicy: None\ndnsConfig: {nameservers: [10.96.0.10], searches: [svc.cluster.local]}"));

        assertThat(bench.in("plain", "wget -qO- web:8080")).contains("bad address 'web'");
        assertThat(bench.in("own", "wget -qO- web:8080")).contains("bad address 'web'");
        assertThat(bench.in("own", "wget -qO- web.default:8080")).contains("Hostname: web-1");
    }
}
