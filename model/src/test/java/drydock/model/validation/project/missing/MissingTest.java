package drydock.model.validation.project.missing;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Design;
import drydock.model.validation.Samples;
import drydock.model.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingTest {

    private static final String CONFIG = """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: config
        data:
          level: info
        """;

    private static final Design WEB = Design.of(Samples.DEPLOYMENT);

    private static Design withEnv(String source) {
        return WEB.with(
                "        ports:\n",
                "        env:\n        - name: A\n          valueFrom: {" + source + "}\n        ports:\n");
    }

    private static Design withVolume(String source) {
        return WEB.with("        ports:\n", "        volumeMounts: [{name: v, mountPath: /v}]\n        ports:\n")
                .with("      containers:\n", "      volumes: [{name: v, " + source + "}]\n      containers:\n");
    }

    @Test
    void aConfigMapThatIsMissingIsAddedWithTheKeysThatAreAskedFor() {
        Design broken = withEnv("configMapKeyRef: {name: config, key: level}");

        assertThat(broken.places("missing-config-map"))
                .containsExactly("web spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.name");
        assertThat(broken.severity("missing-config-map")).isEqualTo(Severity.WARNING);
        assertThat(broken.mended("missing-config-map").worries()).isEmpty();
        assertThat(broken.mended("missing-config-map").text()).contains("\"level\": \"\"");
        assertThat(broken.and(CONFIG).worries()).isEmpty();
    }

    @Test
    void aMissingKeyIsReplacedByTheOnlyOneOrAdded() {
        Design broken = withEnv("configMapKeyRef: {name: config, key: lefel}").and(CONFIG);

        assertThat(broken.places("missing-key"))
                .containsExactly("web spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.key");
        assertThat(broken.mended("missing-key").text()).contains("key: level");
        assertThat(broken.mended("missing-key").worries()).isEmpty();
        assertThat(broken.findings("missing-key").getFirst().fixes()).hasSize(2);
    }

    @Test
    void aStatefulSetsOwnClaimTakesThePlaceOfAVolumeOfTheSameName() {
        String set = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              serviceName: db
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers: [{name: db, image: "db:1", volumeMounts: [{name: data, mountPath: /data}]}]
                  volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """;

        assertThat(Design.of(set).findings("missing-claim")).isEmpty();
        assertThat(Design.of(set.replace("metadata: {name: data}", "metadata: {name: other}"))
                        .findings("missing-claim"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "configMap: {name: config}            | missing-config-map",
                "configMap: {name: config, items: [{key: a, path: a}]} | missing-config-map",
                "secret: {secretName: hidden}         | missing-secret",
                "persistentVolumeClaim: {claimName: c} | missing-claim",
                "projected: {sources: [{configMap: {name: config}}]} | missing-config-map",
                "projected: {sources: [{secret: {name: hidden}}]} | missing-secret",
            })
    void volumesOfWhatIsMissingAreToldOfAndMended(String source, String rule) {
        Design broken = withVolume(source);

        assertThat(broken.findings(rule)).hasSize(1);
        assertThat(broken.mended(rule).findings(rule)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "configMap: {name: config, optional: true}",
                "secret: {secretName: hidden, optional: true}",
                "configMap: {name: kube-root-ca.crt}",
                "emptyDir: {}",
            })
    void whatMayBeMissingOrIsInEveryClusterIsNot(String source) {
        assertThat(withVolume(source).worries()).isEmpty();
    }

    @Test
    void optionalKeysMayBeMissing() {
        assertThat(withEnv("secretKeyRef: {name: hidden, key: a, optional: true}")
                        .worries())
                .isEmpty();
        assertThat(withEnv("secretKeyRef: {name: hidden, key: a}").findings("missing-secret"))
                .hasSize(1);
    }

    @Test
    void whatOthersMakeIsNotMissing() {
        assertThat(withVolume("secret: {secretName: tls}")
                        .and("apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: c}\n"
                                + "spec: {secretName: tls}\n")
                        .findings("missing-secret"))
                .isEmpty();
        assertThat(withVolume("secret: {secretName: hidden}")
                        .and("apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: hidden}\n")
                        .findings("missing-secret"))
                .isEmpty();
        assertThat(withVolume("configMap: {name: made}")
                        .beside("kustomization.yaml", """
                            apiVersion: kustomize.config.k8s.io/v1beta1
                            kind: Kustomization
                            configMapGenerator:
                            - name: made
                              files: [a]
                            """)
                        .findings("missing-config-map"))
                .isEmpty();
        assertThat(withVolume("persistentVolumeClaim: {claimName: data-db-0}")
                        .and(Samples.STATEFUL_SET)
                        .findings("missing-claim"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serviceAccountName: robot | missing-service-account | serviceAccountName: default",
                "priorityClassName: high | missing-priority-class | priorityClassName: system-node-critical",
                "imagePullSecrets: [{name: pull}] | missing-secret | imagePullSecrets: []",
            })
    void whatAClusterUsuallyHasIsAdvice(String field, String rule, String fine) {
        Design broken = WEB.with("      containers:\n", "      " + field + "\n      containers:\n");

        assertThat(broken.severity(rule)).isEqualTo(Severity.ADVICE);
        assertThat(WEB.with("      containers:\n", "      " + fine + "\n      containers:\n")
                        .findings(rule))
                .isEmpty();
    }

    @Test
    void aNamespaceIsToldOfOnceAndAdded() {
        Design broken = Design.of(
                Samples.DEPLOYMENT.replace("name: web\nspec", "name: web\n  namespace: shop\nspec"),
                CONFIG.replace("name: config", "name: config\n  namespace: shop"));

        assertThat(broken.places("missing-namespace")).containsExactly("web metadata.namespace");
        assertThat(broken.mended("missing-namespace").findings("missing-namespace"))
                .isEmpty();
        assertThat(Design.of(CONFIG.replace("name: config", "name: config\n  namespace: kube-system"))
                        .findings())
                .isEmpty();
    }

    @Test
    void classesAndCertificatesOfAnIngressAreAdvice() {
        Design served = Design.of(Samples.DEPLOYMENT, Samples.SERVICE, Samples.INGRESS);
        Design named = served.with(
                "  rules:", "  ingressClassName: nginx\n  tls: [{hosts: [a.example], secretName: cert}]\n  rules:");

        assertThat(named.worries()).isEmpty();
        assertThat(named.places("missing-ingress-class")).containsExactly("web spec.ingressClassName");
        assertThat(named.places("missing-certificate")).containsExactly("web spec.tls[0].secretName");
        assertThat(named.and("""
            apiVersion: networking.k8s.io/v1
            kind: IngressClass
            metadata: {name: nginx}
            spec: {controller: example.com/nginx}
            """).findings("missing-ingress-class")).isEmpty();
        assertThat(named.with(
                                "kind: Ingress\nmetadata:\n",
                                "kind: Ingress\nmetadata:\n  annotations: {cert-manager.io/cluster-issuer: x}\n")
                        .findings("missing-certificate"))
                .isEmpty();
    }

    @Test
    void storageClassesAreAdviceUnlessAVolumeHasTheName() {
        String claim = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: c}
            spec:
              storageClassName: fast
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 1Gi}}
            """;
        String volume = """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: v}
            spec:
              storageClassName: fast
              accessModes: [ReadWriteOnce]
              capacity: {storage: 1Gi}
              hostPath: {path: /data}
            """;

        assertThat(Design.of(claim).places("missing-storage-class")).containsExactly("c spec.storageClassName");
        assertThat(Design.of(claim, volume).findings("missing-storage-class")).isEmpty();
    }

    @Test
    void rolesThatNobodyDefinesAreAdviceAndBuiltInOnesAreThere() {
        Design broken = Design.of("""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: b}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}
            subjects:
            - {kind: ServiceAccount, name: robot, namespace: default}
            """);

        assertThat(broken.places("missing-role")).containsExactly("b roleRef.name");
        assertThat(broken.places("missing-service-account")).containsExactly("b subjects[0].name");
        assertThat(broken.with("name: reader", "name: view").findings("missing-role"))
                .isEmpty();
        assertThat(broken.with("name: reader", "name: \"system:auth-delegator\"")
                        .findings("missing-role"))
                .isEmpty();
        assertThat(broken.worries()).isEmpty();
    }
}
