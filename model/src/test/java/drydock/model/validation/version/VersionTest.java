package drydock.model.validation.version;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.edit.Outcome;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.validation.CheckOptions;
import drydock.model.validation.Finding;
import drydock.model.validation.KubernetesVersion;
import drydock.model.validation.Severity;
import drydock.model.validation.standard.StandardRules;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What went with a version of Kubernetes, and what came with one.
class VersionTest {

    @ParameterizedTest
    @CsvSource({
        "extensions/v1beta1, Deployment, 1.16, apps/v1, selector",
        "extensions/v1beta1, DaemonSet, 1.16, apps/v1, selector",
        "extensions/v1beta1, ReplicaSet, 1.16, apps/v1, selector",
        "apps/v1beta1, StatefulSet, 1.16, apps/v1, selector",
        "apps/v1beta2, Deployment, 1.16, apps/v1, selector",
        "extensions/v1beta1, Ingress, 1.22, networking.k8s.io/v1, pathType",
        "networking.k8s.io/v1beta1, Ingress, 1.22, networking.k8s.io/v1, pathType",
        "apiextensions.k8s.io/v1beta1, CustomResourceDefinition, 1.22, apiextensions.k8s.io/v1, schema",
        "admissionregistration.k8s.io/v1beta1, ValidatingWebhookConfiguration, 1.22, admissionregistration.k8s.io/v1,"
                + " sideEffects",
        "certificates.k8s.io/v1beta1, CertificateSigningRequest, 1.22, certificates.k8s.io/v1, signerName",
        "autoscaling/v2beta1, HorizontalPodAutoscaler, 1.25, autoscaling/v2, target",
        "policy/v1beta1, PodDisruptionBudget, 1.25, policy/v1, selector",
        "discovery.k8s.io/v1beta1, EndpointSlice, 1.25, discovery.k8s.io/v1, zone",
        "events.k8s.io/v1beta1, Event, 1.25, events.k8s.io/v1, reportingController",
        "flowcontrol.apiserver.k8s.io/v1beta2, PriorityLevelConfiguration, 1.29, flowcontrol.apiserver.k8s.io/v1,"
                + " nominal",
    })
    void aVersionThatIsGoneNamesWhatToWriteInstead(
            String apiVersion, String kind, String release, String replacement, String changed) {
        Finding finding = only(newest(manifest(apiVersion, kind)), "removed-version");

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.line()).isEqualTo(1);
        assertThat(finding.message(Locale.ENGLISH)).contains(apiVersion, kind, release, replacement);
        assertThat(finding.advice(Locale.ENGLISH)).contains(replacement, changed);
        assertThat(finding.advice(Locale.SIMPLIFIED_CHINESE)).contains(replacement);
        assertThat(finding.fixes()).isEmpty();
    }

    @Test
    void whatWentWithoutAReplacementIsTold() {
        Finding finding = only(newest(manifest("policy/v1beta1", "PodSecurityPolicy")), "removed-version");

        assertThat(finding.message(Locale.ENGLISH)).contains("1.25");
        assertThat(finding.advice(Locale.ENGLISH)).contains("pod-security.kubernetes.io");
    }

    @Test
    void whereOnlyTheVersionIsDifferentAFixWritesTheNewOne() {
        String yaml = """
            apiVersion: batch/v1beta1 # old
            kind: CronJob
            metadata: {name: report}
            spec:
              schedule: "* * * * *"
              jobTemplate:
                spec:
                  template:
                    spec:
                      restartPolicy: Never
                      containers: [{name: a, image: busybox:1}]
            """;
        Project project = Project.of(List.of(ManifestFile.parse("a.yaml", yaml)), DiagramFile.ABSENT);
        Finding finding = only(newest(yaml), "removed-version");

        assertThat(finding.fixes()).hasSize(1);
        assertThat(finding.fixes().getFirst().title(Locale.ENGLISH)).isEqualTo("Set apiVersion to batch/v1");
        Outcome<Project> mended = finding.fixes().getFirst().edit().applyTo(project);
        assertThat(mended)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(((Project) done.value())
                                        .files()
                                        .get("a.yaml")
                                        .text())
                                .startsWith("apiVersion: batch/v1 # old\n"));
    }

    @Test
    void anObjectWhoseVersionOnlyChangedItsNameIsHeldToTheNewOnesFields() {
        String yaml = manifest("batch/v1beta1", "CronJob") + "spec:\n  schedul: x\n";

        assertThat(rules(newest(yaml))).contains("removed-version", "unknown-field");
    }

    @Test
    void whatGoesLaterThanTheVersionThatIsMeantIsAWarning() {
        String yaml = manifest("flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema");

        assertThat(only(found(yaml, 31), "deprecated-version").severity()).isEqualTo(Severity.WARNING);
        assertThat(rules(found(yaml, 31))).doesNotContain("removed-version");
        assertThat(only(found(yaml, 32), "removed-version").message(Locale.ENGLISH))
                .contains("1.32");
    }

    @Test
    void aBetaThatSomebodyMustSwitchOnIsNoUnknownKind() {
        List<Finding> found = newest(manifest("certificates.k8s.io/v1beta1", "ClusterTrustBundle"));

        assertThat(rules(found)).containsExactly("optional-version");
        assertThat(found.getFirst().severity()).isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({
        "networking.k8s.io/v1, ServiceCIDR, 33",
        "resource.k8s.io/v1, DeviceClass, 34",
        "storage.k8s.io/v1, VolumeAttributesClass, 34",
        "admissionregistration.k8s.io/v1, MutatingAdmissionPolicy, 36",
    })
    void aKindIsThereOnlyFromItsReleaseOn(String apiVersion, String kind, int since) {
        String yaml = manifest(apiVersion, kind);

        assertThat(only(found(yaml, since - 1), "newer-kind").message(Locale.ENGLISH))
                .contains("1." + since, "1." + (since - 1));
        assertThat(rules(found(yaml, since))).doesNotContain("newer-kind");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "storage.k8s.io/v1|CSIDriver|{nodeAllocatableUpdatePeriodSeconds: 20}|33",
                "storage.k8s.io/v1|CSIDriver|{serviceAccountTokenInSecrets: true}|35",
                "storage.k8s.io/v1|CSIDriver|{preventPodSchedulingIfMissing: true}|36",
                "coordination.k8s.io/v1|Lease|{strategy: OldestEmulationVersion}|31",
                "coordination.k8s.io/v1|Lease|{preferredHolder: a}|31",
            })
    void aFieldIsUnknownBeforeItsRelease(String apiVersion, String kind, String spec, int since) {
        String yaml = manifest(apiVersion, kind) + "spec: " + spec + "\n";

        Finding finding = only(found(yaml, since - 1), "unknown-field");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message(Locale.ENGLISH)).contains("1." + since);
        assertThat(finding.fixes()).hasSize(1);
        assertThat(rules(found(yaml, since - 1))).doesNotContain("newer-field");
        assertThat(rules(found(yaml, since))).doesNotContain("unknown-field");
    }

    @Test
    void whatARequestOfADeviceDemandsCountsOnlyFromItsReleaseOn() {
        String yaml = """
            apiVersion: resource.k8s.io/v1
            kind: ResourceClaim
            metadata: {name: c}
            spec:
              devices:
                requests:
                - {name: a, exactly: {deviceClassName: d, tolerations: [{operator: Exists}]}}
                - {name: b, firstAvailable: [{name: x, deviceClassName: d, capacity: {requests: {memory: 1Gi}}}]}
            """;

        assertThat(found(yaml, 35).stream()
                        .filter(f -> f.rule().equals("newer-field"))
                        .map(Finding::field))
                .containsExactly(
                        "spec.devices.requests[0].exactly.tolerations",
                        "spec.devices.requests[1].firstAvailable[0].capacity");
        assertThat(rules(found(yaml, 36))).doesNotContain("newer-field");
    }

    @Test
    void aQuotaByClassesOfVolumeAttributesIsRefusedBeforeTheyAreThere() {
        String yaml = manifest("v1", "ResourceQuota") + """
            spec:
              hard: {persistentvolumeclaims: "1"}
              scopeSelector:
                matchExpressions: [{scopeName: VolumeAttributesClass, operator: In, values: [gold]}]
            """;

        assertThat(only(found(yaml, 33), "newer-field").field())
                .isEqualTo("spec.scopeSelector.matchExpressions.scopeName");
        assertThat(rules(found(yaml, 34))).doesNotContain("newer-field");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resources: {limits: {cpu: 1}}|spec.resources|34",
                "hostnameOverride: web|spec.hostnameOverride|35",
                "hostUsers: false|spec.hostUsers|33",
                "securityContext: {supplementalGroupsPolicy: Strict}|spec.securityContext.supplementalGroupsPolicy|33",
                "volumes: [{name: v, image: {reference: 'a:1'}}]|spec.volumes[0].image|35",
            })
    void aFieldOfAPodCountsOnlyFromItsReleaseOn(String field, String path, int since) {
        String yaml = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n"
                + "  containers: [{name: a, image: 'a:1'}]\n  " + field + "\n";

        Finding finding = only(found(yaml, since - 1), "newer-field");
        assertThat(finding.field()).isEqualTo(path);
        assertThat(finding.fixes()).hasSize(1);
        assertThat(rules(found(yaml, since))).doesNotContain("newer-field");
    }

    @Test
    void whatIsTakenAwayUnreadIsNotRefused() {
        String pod = """
            apiVersion: v1
            kind: Pod
            metadata: {name: p}
            spec: {containers: [{name: a, image: 'a:1', securityContext: {procMount: some}}]}
            """;

        assertThat(refused(found(pod, 33))).containsExactly("spec.containers[0].securityContext.procMount");
        assertThat(refused(found(pod, 32))).isEmpty();
        assertThat(rules(found(pod, 32))).contains("newer-field");
    }

    @Test
    void aValueCanBeNewerThanItsField() {
        String service = "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec:\n  ports: [{port: 80}]\n"
                + "  trafficDistribution: PreferSameZone\n";

        assertThat(rules(found(service, 30))).contains("newer-field");
        assertThat(only(found(service, 33), "newer-field").message(Locale.ENGLISH))
                .contains("PreferSameZone", "1.34");
        assertThat(rules(found(service, 34))).doesNotContain("newer-field");
    }

    @Test
    void thePodsAndClaimsOfAStatefulSetAreLookedAtSince34() {
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
                  restartPolicy: Never
                  containers: [{name: Db, image: 'db:1', ports: [{containerPort: '80'}]}]
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {resources: {requests: {storage: 1Gi}}}
            """;

        assertThat(refused(found(set, 34)))
                .containsExactlyInAnyOrder(
                        "spec.template.spec.restartPolicy",
                        "spec.template.spec.containers[0].name",
                        "spec.template.spec.containers[0].ports[0].containerPort",
                        "spec.volumeClaimTemplates[0].spec.accessModes");
        assertThat(refused(found(set, 33)))
                .containsExactlyInAnyOrder(
                        "spec.template.spec.restartPolicy", "spec.template.spec.containers[0].ports[0].containerPort");
        assertThat(found(set, 33))
                .filteredOn(finding -> finding.severity() == Severity.WARNING)
                .extracting(Finding::field)
                .contains("spec.template.spec.containers[0].name", "spec.volumeClaimTemplates[0].spec.accessModes");
    }

    private static List<String> refused(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::field)
                .toList();
    }

    private static String manifest(String apiVersion, String kind) {
        return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata:\n  name: a\n";
    }

    private static List<Finding> newest(String yaml) {
        return found(yaml, KubernetesVersion.NEWEST.minor());
    }

    private static List<Finding> found(String yaml, int minor) {
        CheckOptions options = new CheckOptions(new KubernetesVersion(minor), Set.of(), false);
        return StandardRules.validator(options)
                .check(List.of(ManifestFile.parse("a.yaml", yaml)))
                .findings();
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    private static Finding only(List<Finding> findings, String rule) {
        List<Finding> of = findings.stream().filter(f -> f.rule().equals(rule)).toList();
        assertThat(of).as("%s among %s", rule, rules(findings)).hasSize(1);
        return of.getFirst();
    }
}
