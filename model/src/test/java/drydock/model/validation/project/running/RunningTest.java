package drydock.model.validation.project.running;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Design;
import drydock.model.validation.Samples;
import drydock.model.validation.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunningTest {

    private static final Design WEB = Design.of(Samples.DEPLOYMENT);

    private static final Design SCALED =
            Design.of(Samples.DEPLOYMENT.replace("  replicas: 3\n", ""), Samples.AUTOSCALER);

    private static final String NODE = """
        apiVersion: v1
        kind: Node
        metadata:
          name: n1
          labels: {disk: ssd}
        status:
          allocatable: {cpu: "2", memory: 4Gi}
        """;

    @Test
    void anAutoscalerNeedsWhatItScales() {
        assertThat(SCALED.findings()).isEmpty();
        assertThat(SCALED.with("    name: web\n  metrics", "    name: wep\n  metrics")
                        .places("autoscaler-target"))
                .containsExactly("web spec.scaleTargetRef.name");
        assertThat(SCALED.with(
                                "    apiVersion: apps/v1\n    kind: Deployment",
                                "    apiVersion: example.com/v1\n    kind: Shop")
                        .worries())
                .isEmpty();
    }

    @Test
    void twoAutoscalersOfOneWorkloadAreWarnedOf() {
        assertThat(SCALED.and(Samples.AUTOSCALER.replaceFirst("name: web", "name: other"))
                        .places("autoscaler-twice"))
                .containsExactly("other spec.scaleTargetRef.name");
    }

    @Test
    void aShareOfWhatIsRequestedNeedsARequest() {
        assertThat(SCALED.with("requests: {cpu: 100m}", "requests: {memory: 1Mi}")
                        .places("autoscaler-requests"))
                .containsExactly("web spec.metrics[0].resource.name");
        assertThat(SCALED.with("          requests: {cpu: 100m}\n", "")
                        .with("limits: {memory: 64Mi}", "limits: {memory: 64Mi, cpu: 100m}")
                        .worries())
                .isEmpty();
        assertThat(SCALED.with("requests: {cpu: 100m}", "requests: {memory: 1Mi}")
                        .with("{type: Utilization, averageUtilization: 80}", "{type: AverageValue, averageValue: 1}")
                        .worries())
                .isEmpty();
    }

    @Test
    void replicasAreLeftToTheAutoscaler() {
        Design broken = WEB.and(Samples.AUTOSCALER);

        assertThat(broken.places("autoscaler-replicas")).containsExactly("web spec.replicas");
        assertThat(broken.mended("autoscaler-replicas").findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "minAvailable: 3, minAvailable: 2",
        "minAvailable: 100%, minAvailable: 2",
        "minAvailable: 70%, minAvailable: 2",
        "maxUnavailable: 0, maxUnavailable: 1",
        "maxUnavailable: 0%, maxUnavailable: 1",
    })
    void aBudgetThatNeverAllowsAnEvictionIsMended(String field, String mended) {
        Design broken = WEB.and(Samples.BUDGET.replace("maxUnavailable: 1", field));

        assertThat(broken.worries()).containsExactly("budget-never");
        assertThat(broken.mended("budget-never").text()).contains(mended);
        assertThat(broken.mended("budget-never").worries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minAvailable: 2", "minAvailable: 60%", "maxUnavailable: 1%"})
    void aBudgetThatAllowsOneEvictionIsFine(String field) {
        assertThat(WEB.and(Samples.BUDGET.replace("maxUnavailable: 1", field)).worries())
                .isEmpty();
    }

    @Test
    void anAutoscalerMayMakeMorePodsThanABudgetNeeds() {
        assertThat(SCALED.and(Samples.BUDGET.replace("maxUnavailable: 1", "minAvailable: 3"))
                        .worries())
                .isEmpty();
    }

    @Test
    void whatNoNodeCanHoldIsWarnedOfOnlyWhereThereAreNodes() {
        Design large = WEB.with("cpu: 100m", "cpu: 3");

        assertThat(large.worries()).isEmpty();
        assertThat(large.and(NODE).places("no-node"))
                .containsExactly("web spec.template.spec.containers[0].resources.requests.cpu");
        assertThat(large.and(NODE)
                        .and(NODE.replace("n1", "n2").replace("\"2\"", "\"4\""))
                        .worries())
                .isEmpty();
        assertThat(WEB.with("memory: 64Mi", "memory: 5Gi").and(NODE).worries()).containsExactly("no-node");
    }

    @Test
    void aNodeSelectorThatNoNodeMeetsIsWarnedOf() {
        Design chosen = WEB.with("      containers:\n", "      nodeSelector: {disk: hdd}\n      containers:\n");

        assertThat(chosen.and(NODE).places("no-node")).containsExactly("web spec.template.spec.nodeSelector");
        assertThat(chosen.and(NODE.replace("ssd", "hdd")).worries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "kubernetes.io/hostname: n1, ''",
        "kubernetes.io/hostname: n2, no-node",
        "kubernetes.io/os: linux, ''",
        "kubernetes.io/os: windows, no-node",
        "kubernetes.io/arch: arm64, ''",
    })
    void aKubeletGivesItsNodeLabelsThatNobodyWrites(String label, String rule) {
        Design chosen = WEB.with("      containers:\n", "      nodeSelector: {" + label + "}\n      containers:\n");

        assertThat(chosen.and(NODE).worries()).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    }

    @Test
    void portsOfNodesFitOnlyOnePodEach() {
        Design exposed = WEB.with("containerPort: 80", "containerPort: 80\n          hostPort: 80");
        Design two = exposed.and(NODE).and(NODE.replace("n1", "n2"));

        assertThat(two.places("host-port-replicas"))
                .containsExactly("web spec.template.spec.containers[0].ports[0].hostPort");
        assertThat(two.and(NODE.replace("n1", "n3")).worries()).isEmpty();
        assertThat(exposed.worries()).isEmpty();
    }

    @Test
    void containersOfOnePodShareItsPorts() {
        Design broken = WEB.and("""
            apiVersion: v1
            kind: Pod
            metadata: {name: two}
            spec:
              containers:
              - name: first
                image: nginx:1.27
                ports: [{containerPort: 80}]
              - name: second
                image: nginx:1.27
                ports: [{containerPort: 80}]
            """);

        assertThat(broken.places("port-shared")).containsExactly("two spec.containers[1].ports[0].containerPort");
        assertThat(broken.severity("port-shared")).isEqualTo(Severity.WARNING);
        assertThat(broken.with(
                                "ports: [{containerPort: 80}]\n  - name: second",
                                "ports: [{containerPort: 81}]\n  - name: second")
                        .worries())
                .isEmpty();
    }

    private static Design withInit(String image, String command) {
        return WEB.with(
                "      containers:\n",
                "      initContainers:\n      - name: first\n        image: " + image + "\n        " + command
                        + "\n      containers:\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nginx:1.27              | env: []",
                "registry:5000/redis:7   | env: []",
                "busybox:1.36            | command: [sleep, infinity]",
                "busybox:1.36            | command: [sh, -c, 'echo hello; tail -f /dev/null']",
                "busybox:1.36            | command: [sh, -c, 'while true; do sleep 5; done']",
                "busybox:1.36            | command: [sh, -c, 'until nslookup db; do sleep 2; done']",
                "busybox:1.36            | command: [sh, -c, 'until nc -z db 5432; do sleep 2; done']",
                "busybox:1.36            | command: [sh, -c, 'until wget -qO- http://db:80; do sleep 2; done']",
                "busybox:1.36            | command: [sh, -c, 'until nslookup db.default.svc.cluster.local; do sleep 2;"
                        + " done']",
            })
    void initContainersThatNeverEndAreWarnedOf(String image, String command) {
        assertThat(withInit(image, command).worries()).containsExactly("endless-init");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nginx:1.27              | command: [nginx, -t]",
                "nginx:1.27              | restartPolicy: Always",
                "busybox:1.36            | command: [sleep, '20']",
                "busybox:1.36            | command: [sh, -c, 'timeout 5 tail -f /log']",
                "busybox:1.36            | command: [sh, -c, 'while true; do nc -z $HOST 80 && break; sleep 1; done']",
                "busybox:1.36            | command: [sh, -c, 'until nc -z $(DB_HOST) 5432; do sleep 2; done']",
                "busybox:1.36            | command: [sh, -c, 'until nslookup db.example.com; do sleep 2; done']",
                "busybox:1.36            | command: [sh, -c, 'until nslookup db.other.svc; do sleep 2; done']",
                "busybox:1.36            | command: [sh, -c, 'nslookup db; echo done']",
                "busybox:1.36            | command: [wget, -O, /opt/index.html, 'https://example.com/']",
            })
    void initContainersThatMayEndAreNot(String image, String command) {
        assertThat(withInit(image, command).worries()).isEmpty();
    }

    @Test
    void waitingForAServiceThatIsThereIsFine() {
        assertThat(withInit("busybox:1.36", "command: [sh, -c, 'until nslookup db; do sleep 2; done']")
                        .and(Samples.STATEFUL_SET)
                        .and(Samples.HEADLESS_SERVICE)
                        .worries())
                .isEmpty();
    }

    private static Design withLiveness(String live, String ready) {
        return WEB.with(
                "          httpGet: {path: /, port: 80}\n",
                "          httpGet: {path: /, port: 80}\n" + ready
                        + "        livenessProbe:\n          httpGet: {path: /, port: 80}\n" + live);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failureThreshold: 1    | failureThreshold: 3     | failureThreshold: 3",
                "periodSeconds: 5       | periodSeconds: 10       | failureThreshold: 6",
                "timeoutSeconds: 1      | timeoutSeconds: 5       | timeoutSeconds: 5",
                "initialDelaySeconds: 5 | initialDelaySeconds: 60 | initialDelaySeconds: 60",
            })
    void aLivenessProbeThatGivesUpFirstIsMended(String live, String ready, String mended) {
        Design broken = withLiveness("          " + live + "\n", "          " + ready + "\n");

        assertThat(broken.worries()).containsExactly("liveness-stricter");
        assertThat(broken.mended("liveness-stricter").text()).contains(mended);
        assertThat(broken.mended("liveness-stricter").worries()).isEmpty();
    }

    @Test
    void aLivenessProbeThatWaitsAsLongOrAsksSomethingElseIsFine() {
        assertThat(withLiveness("", "").worries()).isEmpty();
        assertThat(withLiveness("          failureThreshold: 5\n", "").worries())
                .isEmpty();
        assertThat(WEB.with(
                                "        readinessProbe:",
                                "        livenessProbe:\n          failureThreshold: 1\n"
                                        + "          tcpSocket: {port: 80}\n        readinessProbe:")
                        .worries())
                .isEmpty();
    }

    @Test
    void aVolumeThatNobodyMountsIsTakenAway() {
        Design broken = WEB.with(
                "      containers:\n", "      volumes:\n      - name: v\n        emptyDir: {}\n      containers:\n");

        assertThat(broken.places("volume-unused")).containsExactly("web spec.template.spec.volumes[0].name");
        assertThat(broken.severity("volume-unused")).isEqualTo(Severity.ADVICE);
        assertThat(broken.mended("volume-unused").findings()).isEmpty();
    }

    private static final String CLAIM = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: c}
        spec:
          accessModes: [ReadWriteOnce]
          resources: {requests: {storage: 1Gi}}
        """;

    private static final String CLASS = """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: fast, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}
        provisioner: example.com/disk
        """;

    @Test
    void aClaimThatNoPodMountsIsAdvice() {
        Design used = WEB.with("        ports:\n", "        volumeMounts: [{name: v, mountPath: /v}]\n        ports:\n")
                .with(
                        "      containers:\n",
                        "      volumes: [{name: v, persistentVolumeClaim: {claimName: c}}]\n      containers:\n");

        assertThat(Design.of(CLAIM).places("claim-unused")).containsExactly("c metadata.name");
        assertThat(used.and(CLAIM).findings()).isEmpty();
        assertThat(Design.of(CLAIM.replace("name: c", "name: data-db-0"), Samples.STATEFUL_SET)
                        .findings("claim-unused"))
                .isEmpty();
    }

    @Test
    void aClaimWithoutAClassNeedsADefaultOne() {
        Design broken = Design.of(CLAIM, Samples.STATEFUL_SET, CLASS.replace("\"true\"", "\"false\""));

        assertThat(broken.places("claim-class")).containsExactly("c spec", "db spec.volumeClaimTemplates[0].spec");
        assertThat(broken.mended("claim-class").mended("claim-class").findings("claim-class"))
                .isEmpty();
        assertThat(Design.of(CLAIM, Samples.STATEFUL_SET, CLASS).findings("claim-class"))
                .isEmpty();
        assertThat(Design.of(CLAIM, Samples.STATEFUL_SET).findings("claim-class"))
                .isEmpty();
        String old = "name: c, annotations: {volume.beta.kubernetes.io/storage-class: fast}";
        assertThat(broken.with("name: c", old).places("claim-class"))
                .containsExactly("db spec.volumeClaimTemplates[0].spec");
    }

    private static final Design CRON = Design.of("""
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: tick}
        spec:
          schedule: "*/2 * * * *"
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers: [{name: main, image: "busybox:1.36", command: ["true"]}]
        """);

    @Test
    void frequentRunsThatMayOverlapAreAdvice() {
        assertThat(CRON.places("cron-overlap")).containsExactly("tick spec.schedule");
        assertThat(CRON.mended("cron-overlap").findings("cron-overlap")).isEmpty();
        assertThat(CRON.with("*/2 *", "0 *").findings("cron-overlap")).isEmpty();
        assertThat(CRON.with("  jobTemplate", "  concurrencyPolicy: Allow\n  jobTemplate")
                        .findings("cron-overlap"))
                .isEmpty();
    }

    @Test
    void aDeadlineShorterThanTheControllersLookIsWarnedOf() {
        Design broken = CRON.with("  jobTemplate", "  startingDeadlineSeconds: 5\n  jobTemplate");

        assertThat(broken.worries()).containsExactly("cron-deadline");
        assertThat(broken.mended("cron-deadline").worries()).isEmpty();
        assertThat(broken.with("Seconds: 5", "Seconds: 10").worries()).isEmpty();
    }
}
