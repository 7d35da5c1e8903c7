package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `get` and `describe` of each kind beside what kubectl prints.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KindTablesTest {

    private static final String OBJECTS = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, labels: {team/tier: gold}}
        data: {mode: quiet, text: "two\\nlines"}
        binaryData: {raw: aGVsbG8=}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: key}
        stringData: {password: secret}
        ---
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: most}
        spec: {hard: {pods: "5", limits.cpu: "4"}}
        ---
        apiVersion: v1
        kind: LimitRange
        metadata: {name: each}
        spec: {limits: [{type: Container, max: {cpu: "2"}, default: {cpu: 500m}, defaultRequest: {cpu: 100m}}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, externalIPs: [192.0.2.7], ports: [{name: http, port: 80}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web}}
        spec: {containers: [{name: nginx, image: "nginx:1.27", ports: [{containerPort: 80}]}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: other, labels: {app: other}}
        spec: {containers: [{name: nginx, image: "nginx:1.27"}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: public}
        spec: {controller: example.org/edge}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: site}
        spec:
          ingressClassName: public
          tls: [{hosts: [shop.example], secretName: key}]
          rules:
          - host: shop.example
            http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: fence}
        spec:
          podSelector: {matchLabels: {app: web}}
          policyTypes: [Ingress, Egress]
          ingress:
          - from: [{podSelector: {matchLabels: {app: front}}}, {ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]
            ports: [{port: 80}]
        ---
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: urgent}
        value: 1000
        description: Goes first
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader}
        rules: [{apiGroups: [""], resources: [pods, pods/log], verbs: [get, list]}]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: readers}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
        subjects:
        - {kind: User, name: jane, apiGroup: rbac.authorization.k8s.io}
        - {kind: ServiceAccount, name: default, namespace: default}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: more}
        spec:
          minReplicas: 1
          maxReplicas: 4
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}}]
        ---
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: ships.sea.example}
        spec:
          group: sea.example
          scope: Namespaced
          names: {plural: ships, singular: ship, kind: Ship}
          versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            additionalPrinterColumns:
            - {name: Flag, type: string, jsonPath: .spec.flag}
            - {name: Crew, type: integer, jsonPath: .spec.crew, priority: 1}
            - {name: Age, type: date, jsonPath: .metadata.creationTimestamp}
        """;

    private final CommandLine kubectl = CommandLine.start();

    @BeforeAll
    void create() {
        CommandResult made = kubectl.file("all.yaml", OBJECTS).run("create -f all.yaml");
        assertThat(made.stderr()).isEmpty();
        kubectl.pass(8);
        kubectl.file("ship.yaml", """
            apiVersion: sea.example/v1
            kind: Ship
            metadata: {name: argo}
            spec: {flag: red, crew: 50}
            """).out("create -f ship.yaml");
        kubectl.pass(2);
    }

    @AfterAll
    void close() {
        kubectl.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        cm settings             | NAME DATA AGE                                             | settings 3 10s
        secret key              | NAME TYPE DATA AGE                                        | key Opaque 1 10s
        sa default              | NAME SECRETS AGE                                          | default 0 11s
        ns default              | NAME STATUS AGE                                           | default Active 11s
        quota most              | NAME REQUEST LIMIT AGE                                    | most pods: 2/5 limits.cpu: 1/4 10s
        limits each             | NAME CREATED AT                                           | each 2026-01-01T00:00:01Z
        svc web                 | NAME TYPE CLUSTER-IP EXTERNAL-IP PORT(S) AGE              | web ClusterIP IP 192.0.2.7 80/TCP 10s
        svc web -o wide         | NAME TYPE CLUSTER-IP EXTERNAL-IP PORT(S) AGE SELECTOR     | web ClusterIP IP 192.0.2.7 80/TCP 10s app=web
        endpointslices -l kubernetes.io/service-name=web | NAME ADDRESSTYPE PORTS ENDPOINTS AGE | web-xxxxx IPv4 80 IP 10s
        ingressclass public     | NAME CONTROLLER PARAMETERS AGE                            | public example.org/edge <none> 10s
        ing site                | NAME CLASS HOSTS ADDRESS PORTS AGE                        | site public shop.example 80, 443 10s
        netpol fence            | NAME POD-SELECTOR AGE                                     | fence app=web 10s
        pc urgent               | NAME VALUE GLOBAL-DEFAULT AGE PREEMPTIONPOLICY            | urgent 1000 false 10s PreemptLowerPriority
        role reader             | NAME CREATED AT                                           | reader 2026-01-01T00:00:01Z
        rolebinding readers     | NAME ROLE AGE                                             | readers Role/reader 10s
        rolebinding readers -o wide | NAME ROLE AGE USERS GROUPS SERVICEACCOUNTS            | readers Role/reader 10s jane default/default
        hpa more                | NAME REFERENCE TARGETS MINPODS MAXPODS REPLICAS AGE       | more Deployment/web cpu: <unknown>/60% 1 4 0 10s
        crd ships.sea.example   | NAME CREATED AT                                           | ships.sea.example 2026-01-01T00:00:01Z
        ships                   | NAME FLAG AGE                                             | argo red 2s
        ships -o wide           | NAME FLAG CREW AGE                                        | argo red 50 2s
        no node-1 -o wide       | NAME STATUS ROLES AGE VERSION INTERNAL-IP EXTERNAL-IP OS-IMAGE KERNEL-VERSION CONTAINER-RUNTIME | node-1 Ready <none> 11s v1.36.2 192.0.2.10 <none> Debian GNU/Linux 12 (bookworm) 6.1.0 containerd://2.1.4
        cm settings -L team/tier --show-labels | NAME DATA AGE TIER LABELS                  | settings 3 10s gold team/tier=gold
        """)
    void everyKindHasKubectlsColumns(String words, String headings, String row) {
        String[] lines = kubectl.out("get " + words).split("\n", -1);

        assertThat(lines[0].strip().replaceAll(" +", " ")).isEqualTo(headings);
        assertThat(lines[1].strip()
                        .replaceAll(" +", " ")
                        .replaceAll("\\b10\\.\\d+\\.\\d+\\.\\d+", "IP")
                        .replaceAll("web-\\w{5}", "web-xxxxx"))
                .isEqualTo(row);
    }

    @Test
    void eventsAreTimesTypesReasonsObjectsAndMessages() {
        String[] lines = kubectl.out("get events --field-selector involvedObject.name=web,reason=Scheduled")
                .split("\n", -1);

        assertThat(lines[0].split(" {2,}", -1)).containsExactly("LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE");
        assertThat(lines[1]).matches("10s +Normal +Scheduled +pod/web +Successfully assigned default/web to node-\\d");
        assertThat(kubectl.out("get events -o wide")
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .split(" {2,}", -1))
                .containsExactly(
                        "LAST SEEN",
                        "TYPE",
                        "REASON",
                        "OBJECT",
                        "SUBOBJECT",
                        "SOURCE",
                        "MESSAGE",
                        "FIRST SEEN",
                        "COUNT",
                        "NAME");
    }

    @Test
    void objectsOfOneKindStandInOneTableAndWhatIsMissingIsSaidAfterIt() {
        CommandResult said = kubectl.run("get pod web ghost other");

        assertThat(said.stdout().lines().map(line -> line.replaceAll(" .*", "")))
                .containsExactly("NAME", "web", "other");
        assertThat(said.stderr()).isEqualTo("Error from server (NotFound): pods \"ghost\" not found\n");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void namesCarryTheirKindWhereSeveralKindsAreAskedForByName() {
        assertThat(kubectl.out("get pod/web svc/web").lines().map(line -> line.replaceAll(" .*", "")))
                .containsExactly("NAME", "pod/web", "", "NAME", "service/web");
    }

    @Test
    void anIngressIsDescribedWithTheEndpointsBehindItsPaths() {
        assertThat(kubectl.out("describe ing site").replaceAll("10\\.\\d+\\.\\d+\\.\\d+", "IP"))
                .isEqualTo("""
                    Name:             site
                    Labels:           <none>
                    Namespace:        default
                    Address:          \s
                    Ingress Class:    public
                    Default backend:  <default>
                    TLS:
                      key terminates shop.example
                    Rules:
                      Host          Path  Backends
                      ----          ----  --------
                      shop.example \s
                                    /   web:80 (IP:80)
                    Annotations:    <none>
                    Events:         <none>
                    """.replace("Address:           ", "Address:          "));
    }

    @Test
    void aNetworkPolicyIsDescribedInSentences() {
        assertThat(kubectl.out("describe netpol fence")).endsWith("""
            Spec:
              PodSelector:     app=web
              Allowing ingress traffic:
                To Port: 80/TCP
                From:
                  PodSelector: app=front
                From:
                  IPBlock:
                    CIDR: 10.0.0.0/8
                    Except: 10.1.0.0/16
              Allowing egress traffic:
                <none> (Selected pods are isolated for egress connectivity)
              Policy Types: Ingress, Egress
            """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        cm settings      | mode:
        cm settings      | BinaryData
        cm settings      | raw: 5 bytes
        secret key       | password:  6 bytes
        ns default       | Resource Quotas
        ns default       | limits.cpu  1     4
        quota most       | Resource    Used  Hard
        limits each      | Container   cpu       -    2    100m             500m           -
        sa default       | Mountable secrets:   <none>
        hpa more         | resource cpu on pods  (as a percentage of request):  <unknown> / 60%
        role reader      | pods/log   []                 []              [get list]
        rolebinding readers | ServiceAccount  default  default
        pc urgent        | Description:       Goes first
        endpointslices -l kubernetes.io/service-name=web | - Addresses:  10.
        """)
    void everyKindIsDescribedInItsOwnLayout(String words, String line) {
        assertThat(kubectl.out("describe " + words)).contains(line);
    }
}
