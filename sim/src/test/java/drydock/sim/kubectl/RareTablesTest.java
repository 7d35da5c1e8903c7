package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RareTablesTest {

    private static final String REQUEST = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlHT01FSUNB"
            + "UUF3RHpFTk1Bc0dBMVVFQXd3RWFtRnVaVEFxTUFVR0F5dGxjQU1oQUlXa0Yr"
            + "dWZkeEJqZlM5ZgpRWll0Vmptcmxwb2FMTHJua2w0YmRWTkp1STBJb0FBd0JR"
            + "WURLMlZ3QTBFQXNTK0gvMCtDVTRwSXpGQ1VLdVZjCjJLdkxDcDBwNThNZU1L"
            + "d0xOd09SaVZRdnpBKzU2a2JlQzFoZlFIMjgyZ1AxcVNpS0g4Y3JrME5uWXVz"
            + "YXdRV00KRHc9PQotLS0tLUVORCBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0K";

    private final CommandLine kubectl = CommandLine.start();

    @BeforeEach
    void create() {
        kubectl.file("rare.yaml", """
            apiVersion: apiregistration.k8s.io/v1
            kind: APIService
            metadata: {name: v1beta1.metrics.k8s.io}
            spec:
              group: metrics.k8s.io
              version: v1beta1
              groupPriorityMinimum: 100
              versionPriority: 100
              service: {name: metrics-server, namespace: kube-system}
            ---
            apiVersion: networking.k8s.io/v1
            kind: ServiceCIDR
            metadata: {name: more}
            spec: {cidrs: [10.97.0.0/16]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: IPAddress
            metadata: {name: 10.96.0.77}
            spec: {parentRef: {resource: services, name: web, namespace: default}}
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicyBinding
            metadata: {name: bind}
            spec: {policyName: pol, validationActions: [Deny]}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: many}
            spec:
              maxReplicas: 3
              scaleTargetRef: {kind: Deployment, name: web, apiVersion: apps/v1}
              metrics:
              - type: Pods
                pods: {metric: {name: qps}, target: {type: AverageValue, averageValue: "10"}}
              - type: External
                external: {metric: {name: queue}, target: {type: AverageValue, averageValue: "7"}}
            """);
        kubectl.out("apply -f rare.yaml");
    }

    @AfterEach
    void close() {
        kubectl.close();
    }

    private String row(String kind) {
        return kubectl.out("get " + kind).replaceAll(" +", " ").replaceAll(" \\d+m?s\n", " AGE\n");
    }

    @Test
    void rareKindsHaveTheirColumns() {
        assertThat(row("apiservices"))
                .isEqualTo(
                        "NAME SERVICE AVAILABLE AGE\nv1beta1.metrics.k8s.io kube-system/metrics-server Unknown AGE\n");
        assertThat(row("servicecidrs")).isEqualTo("NAME CIDRS AGE\nmore 10.97.0.0/16 AGE\n");
        assertThat(row("ipaddresses")).isEqualTo("NAME PARENTREF\n10.96.0.77 services/default/web\n");
        assertThat(row("validatingadmissionpolicybindings"))
                .isEqualTo("NAME POLICYNAME PARAMREF AGE\nbind pol <unset> AGE\n");
    }

    @Test
    void anAutoscalerTellsTheTargetsOfAllItsMetrics() {
        assertThat(row("hpa")).contains("many Deployment/web <unknown>/10, <unknown>/7 (avg) 1 3 0 AGE");
    }

    @Test
    void whatIsAboutTheServerItselfHasItsColumns() {
        kubectl.file("server.yaml", """
            apiVersion: certificates.k8s.io/v1
            kind: CertificateSigningRequest
            metadata: {name: jane}
            spec:
              request: %s
              signerName: kubernetes.io/kube-apiserver-client
              expirationSeconds: 86400
              usages: [client auth]
            ---
            apiVersion: flowcontrol.apiserver.k8s.io/v1
            kind: PriorityLevelConfiguration
            metadata: {name: slow}
            spec:
              type: Limited
              limited:
                nominalConcurrencyShares: 5
                limitResponse: {type: Queue, queuing: {queues: 16, handSize: 4, queueLengthLimit: 50}}
            ---
            apiVersion: flowcontrol.apiserver.k8s.io/v1
            kind: FlowSchema
            metadata: {name: jobs}
            spec:
              priorityLevelConfiguration: {name: slow}
              matchingPrecedence: 900
              distinguisherMethod: {type: ByUser}
            """.formatted(REQUEST));
        kubectl.out("apply -f server.yaml");

        assertThat(row("csr"))
                .matches("NAME AGE SIGNERNAME REQUESTOR REQUESTEDDURATION CONDITION\n"
                        + "jane \\d+s kubernetes.io/kube-apiserver-client kubernetes-admin 24h Pending\n");
        assertThat(row("flowschemas"))
                .matches("NAME PRIORITYLEVEL MATCHINGPRECEDENCE DISTINGUISHERMETHOD AGE MISSINGPL\n"
                        + "jobs slow 900 ByUser \\d+s \\?\n");
        assertThat(row("prioritylevelconfigurations"))
                .isEqualTo("NAME TYPE NOMINALCONCURRENCYSHARES QUEUES HANDSIZE QUEUELENGTHLIMIT AGE\n"
                        + "slow Limited 5 16 4 50 AGE\n");
    }
}
