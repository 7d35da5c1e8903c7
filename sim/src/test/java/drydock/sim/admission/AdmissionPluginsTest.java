package drydock.sim.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.ManifestFile;
import drydock.sim.engine.Engine;
import drydock.sim.store.InMemoryApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each plugin by what the API server says.
class AdmissionPluginsTest {

    private final Engine engine = new Engine(3, Instant.parse("2026-01-01T00:00:00Z"));
    private final InMemoryApiServer api = InMemoryApiServer.start(engine, new ClusterAdmission(engine));

    @BeforeEach
    void makeTheNamespace() {
        create("{apiVersion: v1, kind: Namespace, metadata: {name: default}}");
    }

    /// rule 30: per container: default ← max, defaultRequest ← default, else min.
    @Test
    void aLimitRangeFillsInItsOwnDefaults() {
        LimitRange range = (LimitRange) create("""
            {apiVersion: v1, kind: LimitRange, metadata: {name: l}, spec: {limits: [
              {type: Container, max: {cpu: 1}, min: {cpu: 100m, memory: 16Mi}}]}}\
            """);

        LimitRangeItem item = range.getSpec().getLimits().getFirst();
        assertThat(item.getDefault()).isEqualTo(Map.of("cpu", new Quantity("1")));
        assertThat(item.getDefaultRequest())
                .isEqualTo(Map.of("cpu", new Quantity("1"), "memory", new Quantity("16Mi")));
    }

    @Test
    void aContainerGetsTheLimitsOfItsNamespaceAndIsToldSo() {
        limits("default: {cpu: 500m}, defaultRequest: {cpu: 200m, memory: 32Mi}");

        Pod pod = (Pod) create(pod("p", "resources: {limits: {memory: 64Mi}}"));

        var resources = pod.getSpec().getContainers().getFirst().getResources();
        assertThat(resources.getLimits()).containsEntry("cpu", new Quantity("500m"));
        assertThat(resources.getRequests()).containsEntry("cpu", new Quantity("200m"));
        assertThat(pod.getMetadata().getAnnotations())
                .containsEntry(
                        "kubernetes.io/limit-ranger",
                        "LimitRanger plugin set: cpu request for container c; cpu limit for container c");
        assertThat(pod.getStatus().getQosClass()).isEqualTo("Burstable");
    }

    @Test
    void whatIsOutOfTheLimitsIsRefused() {
        limits("min: {cpu: 100m}, max: {cpu: 800m}");

        assertRefused(
                pod("p", "resources: {limits: {cpu: 2}, requests: {cpu: 100m}}"),
                "pods \"p\" is forbidden: maximum cpu usage per Container is 800m, but limit is 2");
        assertRefused(
                pod("p", "resources: {requests: {cpu: 50m}}"),
                "pods \"p\" is forbidden: minimum cpu usage per Container is 100m, but request is 50m");
    }

    @Test
    void aDefaultLimitBelowTheRequestIsInvalid() {
        limits("default: {cpu: 100m}");

        assertRefused(
                pod("p", "resources: {requests: {cpu: 500m}}"),
                "Pod \"p\" is invalid: spec.containers[0].resources.requests: Invalid value: \"500m\": must be less "
                        + "than or equal to cpu limit of 100m");
    }

    @Test
    void aQuotaThatWouldBeExceededRefuses() {
        quota("{pods: 1, services.nodeports: 0}");
        create(pod("one", ""));

        assertRefused(
                pod("two", ""),
                "pods \"two\" is forbidden: exceeded quota: q, requested: pods=1, used: pods=1, limited: pods=1");
        assertRefused(
                """
                {apiVersion: v1, kind: Service, metadata: {name: s}, spec: {type: NodePort, ports: [{port: 80}]}}\
                """,
                "services \"s\" is forbidden: exceeded quota: q, requested: services.nodeports=1, used: "
                        + "services.nodeports=0, limited: services.nodeports=0");
    }

    @Test
    void amountsAreSummedUp() {
        quota("{requests.cpu: 1, limits.memory: 1Gi}");
        create(pod("one", "resources: {requests: {cpu: 600m}, limits: {memory: 512Mi}}"));

        assertRefused(
                pod("two", "resources: {requests: {cpu: 500m}, limits: {memory: 1Gi}}"),
                "pods \"two\" is forbidden: exceeded quota: q, requested: limits.memory=1Gi,requests.cpu=500m, used: "
                        + "limits.memory=512Mi,requests.cpu=600m, limited: limits.memory=1Gi,requests.cpu=1");
        create(pod("three", "resources: {requests: {cpu: 400m}, limits: {memory: 512Mi}}"));
    }

    @Test
    void whatAQuotaBoundsHasToBeTold() {
        quota("{limits.cpu: 1, requests.memory: 1Gi}");

        assertRefused(
                pod("p", ""),
                "pods \"p\" is forbidden: failed quota: q: must specify limits.cpu for: c; requests.memory for: c");
    }

    /// rule 32: users' up to 1e9, system's from 2e9, no class → 0.
    @Test
    void aPodGetsTheNumberOfItsPriorityClass() {
        create("{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: high}, value: 1000}");

        assertThat(priority("")).isZero();
        assertThat(priority("priorityClassName: high")).isEqualTo(1000);
        assertThat(priority("priorityClassName: system-node-critical")).isEqualTo(2_000_001_000);
        assertRefused(
                podWith("p", "priorityClassName: none"),
                "pods \"p\" is forbidden: no PriorityClass with name none was found");
        assertRefused(
                podWith("p", "priorityClassName: high, priority: 5"),
                "pods \"p\" is forbidden: the integer value of priority (5) must not be provided in pod spec; priority "
                        + "admission controller computed 1000 from the given PriorityClass name");
        create("""
            {apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: usual}, value: 7,
             globalDefault: true, preemptionPolicy: Never}\
            """);
        assertThat(priority("")).isEqualTo(7);
    }

    @Test
    void aServiceAccountHasToBeThereAndBringsItsToken() {
        assertRefused(
                podWith("p", "serviceAccountName: robot"),
                "pods \"p\" is forbidden: error looking up service account default/robot: serviceaccount \"robot\" not "
                        + "found");
        create("{apiVersion: v1, kind: ServiceAccount, metadata: {name: robot}}");

        Pod pod = (Pod) create(podWith("p", "serviceAccountName: robot"));

        assertThat(pod.getSpec().getVolumes().getFirst().getName()).matches("kube-api-access-[a-z0-9]{5}");
        assertThat(pod.getSpec().getContainers().getFirst().getVolumeMounts())
                .extracting(m -> m.getMountPath())
                .containsExactly("/var/run/secrets/kubernetes.io/serviceaccount");
        Pod without = (Pod) create(podWith("q", "serviceAccountName: robot, automountServiceAccountToken: false"));
        assertThat(without.getSpec().getVolumes()).isEmpty();
    }

    @Test
    void aNamespaceMayEnforceASecurityStandard() {
        create("""
            {apiVersion: v1, kind: Namespace, metadata: {name: safe,
             labels: {pod-security.kubernetes.io/enforce: restricted}}}\
            """);
        create("""
            {apiVersion: v1, kind: Namespace, metadata: {name: base,
             labels: {pod-security.kubernetes.io/enforce: baseline}}}\
            """);

        assertRefused(
                in("safe", ""),
                "pods \"p\" is forbidden: violates PodSecurity \"restricted:latest\": allowPrivilegeEscalation !="
                    + " false (container \"c\" must set securityContext.allowPrivilegeEscalation=false), unrestricted"
                    + " capabilities (container \"c\" must set securityContext.capabilities.drop=[\"ALL\"]),"
                    + " runAsNonRoot != true (pod or container \"c\" must set securityContext.runAsNonRoot=true),"
                    + " seccompProfile (pod or container \"c\" must set securityContext.seccompProfile.type to"
                    + " \"RuntimeDefault\" or \"Localhost\")");
        assertRefused(
                in("base", "securityContext: {privileged: true}"),
                "pods \"p\" is forbidden: violates PodSecurity \"baseline:latest\": privileged (container \"c\" must "
                        + "not set securityContext.privileged=true)");
        create(in("base", ""));
    }

    @Test
    void aSecretsTextBecomesItsData() {
        Secret secret = (Secret) create("""
            {apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: hello}}\
            """);

        assertThat(secret.getData()).containsEntry("a", "aGVsbG8=");
        assertThat(secret.getType()).isEqualTo("Opaque");
    }

    private int priority(String spec) {
        Pod pod = (Pod) create(podWith("p" + api.log().size(), spec));
        return pod.getSpec().getPriority();
    }

    private void limits(String item) {
        create("{apiVersion: v1, kind: LimitRange, metadata: {name: l}, spec: {limits: [{type: Container, " + item
                + "}]}}");
    }

    private void quota(String hard) {
        create("{apiVersion: v1, kind: ResourceQuota, metadata: {name: q}, spec: {hard: " + hard + "}}");
    }

    private static String pod(String name, String container) {
        return "{apiVersion: v1, kind: Pod, metadata: {name: " + name + "}, spec: {containers: [{name: c, image: nginx"
                + (container.isEmpty() ? "" : ", " + container) + "}]}}";
    }

    private static String podWith(String name, String spec) {
        return "{apiVersion: v1, kind: Pod, metadata: {name: " + name
                + "}, spec: {containers: [{name: c, image: nginx}]" + (spec.isEmpty() ? "" : ", " + spec) + "}}";
    }

    private static String in(String namespace, String container) {
        return pod("p", container).replace("{name: p}", "{name: p, namespace: " + namespace + "}");
    }

    private void assertRefused(String manifest, String message) {
        assertThatThrownBy(() -> create(manifest)).hasMessage(message);
    }

    private HasMetadata create(String manifest) {
        ManifestFile file = ManifestFile.read("object.yaml", manifest.getBytes(StandardCharsets.UTF_8));
        DeclaredObject object = file.documents().getFirst().declared().getFirst();
        return api.create(object.object().orElseThrow());
    }
}
