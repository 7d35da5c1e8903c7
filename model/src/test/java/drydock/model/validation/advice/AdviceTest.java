package drydock.model.validation.advice;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Design;
import drydock.model.validation.Finding;
import drydock.model.validation.Samples;
import drydock.model.validation.Severity;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdviceTest {

    private static final Design WEB = Design.of(Samples.DEPLOYMENT, Samples.SERVICE, Samples.BUDGET);

    @Test
    void aDesignThatFollowsAllAdviceGetsNone() {
        assertThat(WEB.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nginx:1.27 | nginx                      | image-tag",
                "nginx:1.27 | registry:5000/nginx        | image-tag",
                "nginx:1.27 | nginx:latest               | image-tag",
                "limits: {memory: 64Mi} | limits: {}     | memory-limit",
                "requests: {cpu: 100m} | requests: {}    | cpu-request",
                "runAsNonRoot: true | fsGroup: 10        | runs-as-root",
                "- name: nginx | - name: nginx\\n        securityContext: {privileged: true} | privileged",
                "- name: nginx | - name: nginx\\n"
                        + "        securityContext: {allowPrivilegeEscalation: true} | privilege-escalation",
                "securityContext: {runAs | hostNetwork: true\\n      securityContext: {runAs | host-namespace",
                "securityContext: {runAs | hostPID: true\\n      securityContext: {runAs | host-namespace",
                "- name: nginx | - name: nginx\\n        env: [{name: DB_PASSWORD, value: secret}] | secret-in-env",
                "- name: nginx | - name: nginx\\n        env: [{name: apiKey, value: secret}] | secret-in-env",
                "replicas: 3 | replicas: 1 | single-replica",
                "securityContext: {runAs | serviceAccount: default\\n      securityContext: {runAs | old-field",
                "securityContext: {runAs | nodeSelector: {beta.kubernetes.io/os: linux}\\n"
                        + "      securityContext: {runAs | old-label",
            })
    void eachRuleGivesItsAdviceAndNothingElse(String from, String to, String rule) {
        assertThat(WEB.with(from, to).findings()).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo(rule);
            assertThat(f.severity()).isEqualTo(Severity.ADVICE);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nginx:1.27 | registry:5000/nginx:1.27",
                "nginx:1.27 | nginx@sha256:0123456789012345678901234567890123456789012345678901234567890123",
                "requests: {cpu: 100m} | requests: {memory: 1Mi}\\n          limits: {cpu: 1, memory: 64Mi}",
                "runAsNonRoot: true | runAsUser: 1000",
                "- name: nginx | - name: nginx\\n        securityContext: {allowPrivilegeEscalation: false}",
                "securityContext: {runAs | hostNetwork: false\\n      securityContext: {runAs",
                "- name: nginx | - name: nginx\\n        env: [{name: DB_PASSWORD_FILE, value: secret}]",
                "- name: nginx | - name: nginx\\n        env: [{name: DB_PASSWORD, value: $(OTHER)}]",
                "- name: nginx | - name: nginx\\n        env: [{name: KEYBOARD, value: us}]",
                "replicas: 3 | replicas: 2",
                "securityContext: {runAs | serviceAccountName: default\\n      securityContext: {runAs",
                "securityContext: {runAs | nodeSelector: {kubernetes.io/os: linux}\\n      securityContext: {runAs",
            })
    void theNearestNeighbourGetsNone(String from, String to) {
        String text = WEB.text();
        Design design = to.contains("limits: {cpu")
                ? Design.of(text.replace("          limits: {memory: 64Mi}\n", ""))
                        .with(from, to)
                : WEB.with(from, to);
        assertThat(design.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runAsNonRoot: true | fsGroup: 10        | runs-as-root",
                "- name: nginx | - name: nginx\\n"
                        + "        securityContext: {privileged: true, readOnlyRootFilesystem: true} | privileged",
                "- name: nginx | - name: nginx\\n"
                        + "        securityContext: {allowPrivilegeEscalation: true} | privilege-escalation",
                "securityContext: {runAs | hostNetwork: true\\n      securityContext: {runAs | host-namespace",
                "replicas: 3 | replicas: 1 | single-replica",
                "securityContext: {runAs | serviceAccount: default\\n      securityContext: {runAs | old-field",
                "securityContext: {runAs | nodeSelector: {beta.kubernetes.io/os: linux}\\n"
                        + "      securityContext: {runAs | old-label",
                "readinessProbe: | startupProbe: | readiness-probe",
            })
    void fixesMend(String from, String to, String rule) {
        assertThat(WEB.with(from, to).mended(rule).findings()).isEmpty();
    }

    @Test
    void aContainerWhoseNameIsNoStringIsNotCalledByABlank() {
        Design unnamed = WEB.with("runAsNonRoot: true", "fsGroup: 10").with("- name: nginx", "- name: 5");

        assertThat(unnamed.findings())
                .filteredOn(f -> f.rule().equals("runs-as-root"))
                .extracting(f -> f.message(Locale.ENGLISH))
                .containsExactly("A container may run as root.");
    }

    @Test
    void probesAndBudgetsAreOnlyForWhatIsBehindAService() {
        String unasked = Samples.DEPLOYMENT.replace("readinessProbe:", "startupProbe:");

        assertThat(Design.of(unasked).findings()).isEmpty();
        assertThat(Design.of(unasked, Samples.SERVICE).findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("readiness-probe", "disruption-budget");
        assertThat(Design.of(unasked, Samples.SERVICE)
                        .mended("disruption-budget")
                        .mended("readiness-probe")
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/var/run/docker.sock", "/run/containerd/containerd.sock"})
    void theSocketOfTheRuntimeIsNotMounted(String path) {
        String volume = "volumes: [{name: v, hostPath: {path: " + path + "}}]";
        Design mounted = WEB.with("- name: nginx", "- name: nginx\n        volumeMounts: [{name: v, mountPath: /v}]")
                .with("      containers:", "      " + volume + "\n      containers:");

        assertThat(mounted.findings()).extracting(Finding::rule).containsExactly("runtime-socket");
        assertThat(mounted.with(path, "/var/log").findings()).isEmpty();
    }

    @Test
    void annotationsThatAFieldTookThePlaceOfAreMoved() {
        Design ingress = Design.of(Samples.DEPLOYMENT, Samples.SERVICE, Samples.BUDGET, Samples.INGRESS, """
            apiVersion: networking.k8s.io/v1
            kind: IngressClass
            metadata: {name: nginx}
            spec: {controller: example.com/nginx}
            """)
                .with(
                        "kind: Ingress\nmetadata:\n",
                        "kind: Ingress\nmetadata:\n  annotations:\n    kubernetes.io/ingress.class: nginx\n");

        assertThat(ingress.places("old-annotation"))
                .containsExactly("web metadata.annotations[kubernetes.io/ingress.class]");
        assertThat(ingress.mended("old-annotation").text()).contains("ingressClassName: nginx");
        assertThat(ingress.mended("old-annotation").findings()).isEmpty();
    }

    @Test
    void annotationsOfPodsThatDoNothingAreTakenAway() {
        Design old = WEB.with(
                "      labels: {app: web}\n    spec",
                "      labels: {app: web}\n      annotations:\n        a: b\n"
                        + "        scheduler.alpha.kubernetes.io/critical-pod: \"\"\n    spec");

        assertThat(old.findings()).extracting(Finding::rule).containsExactly("old-annotation");
        assertThat(old.mended("old-annotation").findings()).isEmpty();
    }

    @Test
    void volumesOfRepositoriesAndAddressesOfBalancersAreOld() {
        assertThat(WEB.with("- name: nginx", "- name: nginx\n        volumeMounts: [{name: v, mountPath: /v}]")
                        .with(
                                "      containers:",
                                "      volumes: [{name: v, gitRepo: {repository: a}}]\n      containers:")
                        .places("old-field"))
                .containsExactly("web spec.template.spec.volumes[0].gitRepo");
        assertThat(WEB.with(
                                "  ports:\n  - port: 8080",
                                "  type: LoadBalancer\n  loadBalancerIP: 10.0.0.1\n  ports:\n  - port: 8080")
                        .places("old-field"))
                .containsExactly("web spec.loadBalancerIP");
    }

    @Test
    void endpointsAreOld() {
        assertThat(Design.of("apiVersion: v1\nkind: Endpoints\nmetadata: {name: e}\n")
                        .places("old-kind"))
                .containsExactly("e kind");
    }
}
