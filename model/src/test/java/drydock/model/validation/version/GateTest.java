package drydock.model.validation.version;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Checked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the API server refuses in some versions only, by the gates that are on in each.
class GateTest {

    private static final String CONTAINER = "containers: [{name: main, image: nginx}]";

    @ParameterizedTest(name = "{2} in {0}, not in {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        1.33 | 1.32 | affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: In, values: [b c]}]}]}}}
        1.34 | 1.33 | resourceClaims: [{name: c}]
        1.34 | 1.33 | hostUsers: false, volumes: [{name: v, persistentVolumeClaim: {claimName: c}}], containers: [{name: main, image: nginx, volumeDevices: [{name: v, devicePath: /d}]}]
        1.36 | 1.35 | initContainers: [{name: i, image: nginx, resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]}]
        1.35 | 1.36 | initContainers: [{name: i, image: nginx, restartPolicy: Always, restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [1]}}]}]
        1.31 | 1.30 | affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: z, matchLabelKeys: [a]}]}}
        1.33 | 1.34 | topologySpreadConstraints: [{maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {tier: x}}, matchLabelKeys: [tier]}]
        """)
    void aPodIsRefused(String refused, String accepted, String spec) {
        String whole = spec.contains("containers:") ? spec : spec + ", " + CONTAINER;
        Checked pod = Checked.of("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web, labels: {app: web}}
            spec: {%s}
            """.formatted(whole));

        assertThat(pod.in(refused).errors()).isNotEmpty();
        assertThat(pod.in(accepted).errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.32, false", "1.33, true"})
    void aBalancerMayHaveThePortOfTheKubeletNow(String version, boolean accepted) {
        Checked service = Checked.of("""
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {type: LoadBalancer, ports: [{port: 10250}]}
            """).in(version);

        assertThat(service.errors().isEmpty()).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"1.33, true", "1.34, false"})
    void aClassOfAttributesIsOfADriver(String version, boolean accepted) {
        Checked volume = Checked.of("""
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: data}
            spec:
              accessModes: [ReadWriteOnce]
              capacity: {storage: 1Gi}
              hostPath: {path: /data}
              volumeAttributesClassName: fast
            """).in(version);

        assertThat(volume.errors().isEmpty()).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"1.35, true", "1.36, false"})
    void aTemplateNamesTheImageOfAVolume(String version, boolean accepted) {
        Checked template = Checked.of("""
            apiVersion: v1
            kind: PodTemplate
            metadata: {name: web}
            template:
              metadata: {labels: {app: web}}
              spec:
                containers: [{name: main, image: nginx}]
                volumes: [{name: v, image: {}}]
            """).in(version);

        assertThat(template.errors().isEmpty()).isEqualTo(accepted);
    }
}
