package drydock.model.drift;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.drift.FieldDrift.Side;
import drydock.model.drift.ObjectDrift.State;
import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.Schema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectDriftTest {

    private static final String DEPLOYMENT = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          labels: {app: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - name: web
                image: nginx:1.29
                resources: {limits: {cpu: "0.5", memory: 1024Mi}}
                ports: [{containerPort: 80}, {containerPort: 53, protocol: UDP}]
                env: [{name: A, value: a}, {name: B, value: b}]
              volumes:
              - {name: cache, emptyDir: {}}
              - {name: settings, configMap: {name: settings}}
        """;

    /// As a server keeps it, in another order.
    private static final String LIVE = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: default
          uid: 1234
          resourceVersion: "77"
          generation: 3
          creationTimestamp: "2026-01-01T00:00:00Z"
          annotations: {deployment.kubernetes.io/revision: "2"}
          labels: {app: web}
        spec:
          progressDeadlineSeconds: 600
          replicas: 1
          revisionHistoryLimit: 10
          selector: {matchLabels: {app: web}}
          strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 25%, maxUnavailable: 25%}}
          template:
            metadata: {creationTimestamp: null, labels: {app: web}}
            spec:
              containers:
              - name: web
                image: nginx:1.29
                imagePullPolicy: IfNotPresent
                resources: {limits: {cpu: 500m, memory: 1Gi}}
                ports: [{containerPort: 53, protocol: UDP}, {containerPort: 80, protocol: TCP}]
                env: [{name: B, value: b}, {name: A, value: a}]
                terminationMessagePath: /dev/termination-log
                terminationMessagePolicy: File
              dnsPolicy: ClusterFirst
              restartPolicy: Always
              schedulerName: default-scheduler
              securityContext: {}
              terminationGracePeriodSeconds: 30
              volumes:
              - {name: settings, configMap: {name: settings, defaultMode: 420}}
              - {name: cache, emptyDir: {}}
        status: {replicas: 1}
        """;

    @Test
    void whatTheServerFilledInIsNoDifference() {
        assertThat(drift(DEPLOYMENT, LIVE).fields()).isEmpty();
        assertThat(drift(DEPLOYMENT, LIVE).state()).isEqualTo(State.SAME);
    }

    @Test
    void labelsThatAControllerGotFromItsPodsAreNoDifference() {
        String written = """
            apiVersion: v1
            kind: ReplicationController
            metadata: {name: web}
            spec:
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: "nginx:1.29"}]}
            """;
        String live = written.replace("{name: web}\n", "{name: web, namespace: default, labels: {app: web}}\n");
        String labelled = live.replace("default, labels: {app: web}", "default, labels: {app: web, tier: front}");

        assertThat(said(drift(written, live))).isEmpty();
        assertThat(said(drift(written, labelled))).containsExactly("ONLY_THERE metadata.labels");
        assertThat(said(drift(
                        written.replace("kind: ReplicationController", "kind: ReplicaSet")
                                .replace("v1", "apps/v1"),
                        live.replace("kind: ReplicationController", "kind: ReplicaSet")
                                .replace("v1", "apps/v1"))))
                .containsExactly("ONLY_THERE metadata.labels");
    }

    @Test
    void aFieldThatIsWrittenAndUsualIsNoDifferenceEither() {
        String written = DEPLOYMENT.replace("spec:\n  selector", "spec:\n  replicas: 1\n  selector");

        assertThat(drift(written, LIVE).fields()).isEmpty();
        assertThat(drift(written, LIVE.replace("  replicas: 1\n  rev", "  rev")).fields())
                .isEmpty();
    }

    @Test
    void anotherValueIsFoundAtItsPlaceInTheManifest() {
        ObjectDrift drift = drift(DEPLOYMENT, LIVE.replace("value: a}", "value: z}"));

        assertThat(drift.state()).isEqualTo(State.DIFFERENT);
        assertThat(drift.fields()).singleElement().satisfies(field -> {
            assertThat(field.side()).isEqualTo(Side.DIFFERENT);
            assertThat(field.path()).isEqualTo(FieldPath.parse("spec.template.spec.containers[0].env[0].value"));
            assertThat(field.field()).isEqualTo("spec.template.spec.containers[name=web].env[name=A].value");
            assertThat(field.here()).contains("a");
            assertThat(field.there()).contains("z");
        });
    }

    @Test
    void anAmountIsTheSameByItsValue() {
        assertThat(drift(DEPLOYMENT, LIVE.replace("cpu: 500m", "cpu: \"0.500\""))
                        .fields())
                .isEmpty();
        assertThat(said(drift(DEPLOYMENT, LIVE.replace("cpu: 500m", "cpu: 501m"))))
                .containsExactly("DIFFERENT spec.template.spec.containers[name=web].resources.limits.cpu");
    }

    @Test
    void scalingIsSeenThoughNothingIsWrittenOfIt() {
        assertThat(said(drift(DEPLOYMENT, LIVE.replace("  replicas: 1\n  rev", "  replicas: 5\n  rev"))))
                .containsExactly("ONLY_THERE spec.replicas");
    }

    @Test
    void labelsAreComparedKeyByKey() {
        assertThat(said(drift(
                        DEPLOYMENT.replace("labels: {app: web}\nspec", "labels: {app: web, tier: front}\nspec"),
                        LIVE.replace("labels: {app: web}\nspec", "labels: {app: web, by.hand/who: me}\nspec"))))
                .containsExactly("ONLY_HERE metadata.labels.tier", "ONLY_THERE metadata.labels[by.hand/who]");
    }

    @Test
    void aContainerThatIsOnlyThereIsOneDifference() {
        String sidecar = LIVE.replace("      - name: web\n", """
                  - name: proxy
                    image: envoy:1
                    imagePullPolicy: IfNotPresent
            """ + "      - name: web\n");

        assertThat(drift(DEPLOYMENT, sidecar).fields()).singleElement().satisfies(field -> {
            assertThat(field.side()).isEqualTo(Side.ONLY_THERE);
            assertThat(field.field()).isEqualTo("spec.template.spec.containers[name=proxy]");
            assertThat(field.there()).contains(Map.of("name", "proxy", "image", "envoy:1"));
            assertThat(field.path()).isEqualTo(FieldPath.parse("spec.template.spec.containers"));
        });
    }

    @Test
    void aPortOfTheSameNumberAndAnotherProtocolIsAnotherPort() {
        assertThat(said(drift(
                        DEPLOYMENT,
                        LIVE.replace("containerPort: 53, protocol: UDP", "containerPort: 53, protocol: TCP"))))
                .containsExactly(
                        "ONLY_HERE spec.template.spec.containers[name=web].ports[containerPort=53,protocol=UDP]",
                        "ONLY_THERE spec.template.spec.containers[name=web].ports[containerPort=53]");
    }

    @Test
    void aCommandIsOneValue() {
        assertThat(said(drift(
                        DEPLOYMENT.replace("env: [", "args: [a, b]\n        env: ["),
                        LIVE.replace("env: [", "args: [b, a]\n        env: ["))))
                .containsExactly("DIFFERENT spec.template.spec.containers[name=web].args");
    }

    @Test
    void anEmptyObjectThatMeansSomethingIsADifference() {
        String all = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: deny}
            spec: {podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}
            """;

        assertThat(drift(all, all.replace("spec: {", "spec: {policyTypes: [Ingress], "))
                        .fields())
                .isEmpty();
        assertThat(said(drift(all, all.replace("{from: [{podSelector: {}}]}", "{from: [{namespaceSelector: {}}]}"))))
                .containsExactly(
                        "ONLY_HERE spec.ingress[0].from[0].podSelector",
                        "ONLY_THERE spec.ingress[0].from[0].namespaceSelector");
    }

    @Test
    void addressesAndNodePortsOfAServiceAreTheServersUnlessTheyAreWritten() {
        String service = """
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {type: NodePort, selector: {app: web}, ports: [{port: 80}]}
            """;
        String live = """
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: default}
            spec:
              type: NodePort
              selector: {app: web}
              clusterIP: 10.0.0.7
              clusterIPs: [10.0.0.7]
              ipFamilies: [IPv4]
              ipFamilyPolicy: SingleStack
              internalTrafficPolicy: Cluster
              externalTrafficPolicy: Cluster
              sessionAffinity: None
              ports: [{port: 80, protocol: TCP, targetPort: 80, nodePort: 31234}]
            """;

        assertThat(drift(service, live).fields()).isEmpty();
        assertThat(said(drift(service.replace("{port: 80}", "{port: 80, nodePort: 30080}"), live)))
                .containsExactly("DIFFERENT spec.ports[port=80].nodePort");
        assertThat(said(drift(service, live.replace("clusterIP: 10.0.0.7", "clusterIP: None"))))
                .containsExactly("ONLY_THERE spec.clusterIP");
    }

    @Test
    void aPodsTokenNodeAndTolerationsAreTheServers() {
        String pod = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec: {containers: [{name: web, image: nginx, resources: {limits: {cpu: 1}}}]}
            """;
        String live = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: default}
            spec:
              nodeName: node-1
              serviceAccountName: default
              serviceAccount: default
              priority: 0
              enableServiceLinks: true
              preemptionPolicy: PreemptLowerPriority
              containers:
              - name: web
                image: nginx
                imagePullPolicy: Always
                resources: {limits: {cpu: "1"}, requests: {cpu: "1"}}
                volumeMounts: [{name: kube-api-access-x2x4, readOnly: true, mountPath: /var/run/secrets/kubernetes.io/serviceaccount}]
              volumes:
              - name: kube-api-access-x2x4
                projected: {defaultMode: 420, sources: [{serviceAccountToken: {expirationSeconds: 3607, path: token}}]}
              tolerations:
              - {effect: NoExecute, key: node.kubernetes.io/not-ready, operator: Exists, tolerationSeconds: 300}
              - {effect: NoExecute, key: node.kubernetes.io/unreachable, operator: Exists, tolerationSeconds: 300}
            """;

        assertThat(drift(pod, live).fields()).isEmpty();
        assertThat(said(drift(pod, live.replace("requests: {cpu: \"1\"}", "requests: {cpu: 100m}"))))
                .containsExactly("ONLY_THERE spec.containers[name=web].resources.requests");
    }

    @Test
    void aSecretIsComparedByWhatItsTextsBecomeAndNeverShown() {
        String secret = """
            apiVersion: v1
            kind: Secret
            metadata: {name: login}
            stringData: {password: hunter2}
            """;
        String live = """
            apiVersion: v1
            kind: Secret
            metadata: {name: login, namespace: default}
            type: Opaque
            data: {password: aHVudGVyMg==}
            """;

        assertThat(drift(secret, live).fields()).isEmpty();
        assertThat(drift(secret.replace("hunter2", "hunter3"), live).fields())
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.field()).isEqualTo("data.password");
                    assertThat(field.here().orElseThrow().toString())
                            .startsWith("••")
                            .doesNotContain("hunter", "aHVu");
                    assertThat(field.here()).isNotEqualTo(field.there());
                });
    }

    @Test
    void ofASecretWhoseValuesWereNotFetchedOnlyMetadataIsCompared() {
        String secret = """
            apiVersion: v1
            kind: Secret
            metadata: {name: login, labels: {app: web}}
            stringData: {password: hunter2}
            """;

        assertThat(said(drift(secret, """
            apiVersion: v1
            kind: Secret
            metadata: {name: login, namespace: default}
            """))).containsExactly("ONLY_HERE metadata.labels");
    }

    @Test
    void aKindThatNobodyKnowsIsComparedValueByValue() {
        String backup = """
            apiVersion: example.org/v1
            kind: Backup
            metadata: {name: nightly}
            spec: {keep: 3, at: ["01:00"]}
            """;
        String live = """
            apiVersion: example.org/v1
            kind: Backup
            metadata: {name: nightly, namespace: default, uid: x, generation: 1}
            spec: {keep: 3, at: ["01:00"]}
            status: {last: yesterday}
            """;

        assertThat(drift(backup, live).fields()).isEmpty();
        assertThat(said(drift(backup, live.replace("keep: 3", "keep: 4")))).containsExactly("DIFFERENT spec.keep");
    }

    private static List<String> said(ObjectDrift drift) {
        return drift.fields().stream()
                .map(field -> field.side() + " " + field.field())
                .toList();
    }

    private static ObjectDrift drift(String manifest, String live) {
        ManifestDocument document = document(manifest);
        DeclaredObject declared = document.declared().getFirst();
        return ObjectDrift.of(
                Schema.kubernetes(),
                declared.id().orElseThrow(),
                (Map<?, ?>) document.value(FieldPath.ROOT).orElseThrow(),
                document(live).object().orElseThrow());
    }

    private static ManifestDocument document(String text) {
        return ManifestFile.parse("a.yaml", text).documents().getFirst();
    }
}
