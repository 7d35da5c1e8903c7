package drydock.sim.admission;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.Lab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DefaultsTest {

    private final Lab lab = Lab.of("a");

    @AfterEach
    void close() {
        lab.close();
    }

    private String read(String object, String path) {
        return lab.kubectl("get " + object + " -o jsonpath=" + path);
    }

    private void pod(String name, String spec, String container) {
        lab.apply("""
            apiVersion: v1
            kind: Pod
            metadata: {name: %s}
            spec: {%s containers: [{name: main, image: "nginx:1", %s}]}
            """.formatted(name, spec, container));
    }

    @Test
    @DisplayName("rule 22: a probe waits 1 s, asks each 10 s, and counts one success or three failures")
    void probes() {
        pod("web", "", "readinessProbe: {tcpSocket: {port: 80}}");

        assertThat(read("pod/web", "{.spec.containers[0].readinessProbe}"))
                .isEqualTo("{\"failureThreshold\":3,\"periodSeconds\":10,\"successThreshold\":1,"
                        + "\"tcpSocket\":{\"port\":80},\"timeoutSeconds\":1}");
    }

    @Test
    @DisplayName("rule 24: on the host's network a port is the host's")
    void onTheHostsNetworkAPortIsTheHosts() {
        pod("web", "hostNetwork: true,", "ports: [{containerPort: 8080}]");
        pod("own", "", "ports: [{containerPort: 8080}]");

        assertThat(read("pod/web", "{.spec.containers[0].ports[0].hostPort}")).isEqualTo("8080");
        assertThat(read("pod/own", "{.spec.containers[0].ports[0].hostPort}")).isEmpty();
    }

    @Test
    @DisplayName("rule 25: a Service is a ClusterIP for TCP to the same port; an affinity lasts three hours")
    void services() {
        lab.apply("""
            apiVersion: v1
            kind: Service
            metadata: {name: plain}
            spec: {selector: {app: web}, ports: [{port: 80}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: sticky}
            spec: {selector: {app: web}, sessionAffinity: ClientIP, ports: [{port: 80}]}
            """);

        assertThat(read(
                        "service/plain",
                        "{.spec.type}/{.spec.ports[0].protocol}/{.spec.ports[0].targetPort}/{.spec.sessionAffinity}"))
                .isEqualTo("ClusterIP/TCP/80/None");
        assertThat(read("service/sticky", "{.spec.sessionAffinityConfig.clientIP.timeoutSeconds}"))
                .isEqualTo("10800");
    }

    @Test
    @DisplayName("rule 31: a Namespace has its name as a label, also when it was given others")
    void aNamespaceHasItsNameAsALabel() {
        lab.apply("""
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {team: a}}
            """);

        assertThat(read("namespace/shop", "{.metadata.labels}"))
                .isEqualTo("{\"kubernetes.io/metadata.name\":\"shop\",\"team\":\"a\"}");
    }

    @Test
    @DisplayName("rule 33: Guaranteed if all are limited to what they ask for, init containers too")
    void qualityOfService() {
        String limits = "resources: {limits: {cpu: 100m, memory: 64Mi}}";
        pod("guaranteed", "initContainers: [{name: i, image: 'nginx:1', " + limits + "}],", limits);
        pod("init", "initContainers: [{name: i, image: 'nginx:1'}],", limits);
        pod("half", "", "resources: {limits: {cpu: 100m}}");
        pod("asking", "", "resources: {limits: {cpu: 100m, memory: 64Mi}, requests: {cpu: 50m}}");
        pod("none", "", "resources: {}");

        assertThat(read("pods", "{.items[*].metadata.name}")).isEqualTo("asking guaranteed half init none");
        assertThat(read("pods", "{.items[*].status.qosClass}"))
                .isEqualTo("Burstable Guaranteed Burstable Burstable BestEffort");
    }

    @Test
    void aPolicyIsAboutWhatComesInAndAboutWhatGoesOutIfItHasRulesForThat() {
        lab.apply("""
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: in}
            spec: {podSelector: {}, ingress: [{ports: [{port: 80}]}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: out}
            spec: {podSelector: {}, egress: [{}]}
            """);

        assertThat(read("netpol/in", "{.spec.policyTypes}")).isEqualTo("[\"Ingress\"]");
        assertThat(read("netpol/in", "{.spec.ingress[0].ports[0].protocol}")).isEqualTo("TCP");
        assertThat(read("netpol/out", "{.spec.policyTypes}")).isEqualTo("[\"Ingress\",\"Egress\"]");
    }

    @Test
    void bindingsNameTheGroupOfRolesAndUsers() {
        lab.apply("""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: readers}
            roleRef: {kind: Role, name: reader}
            subjects: [{kind: User, name: ann}, {kind: ServiceAccount, name: bot, namespace: default}]
            """);

        assertThat(read("rolebinding/readers", "{.roleRef.apiGroup},{.subjects[0].apiGroup},{.subjects[1].apiGroup}"))
                .isEqualTo("rbac.authorization.k8s.io,rbac.authorization.k8s.io,");
    }
}
