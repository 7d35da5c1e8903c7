package drydock.model.validation.config;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Checked;
import drydock.model.validation.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the API server says of ConfigMaps, Secrets, quotas, limits and nodes.
class ConfigTest {

    private static final Checked MAP = Checked.of("""
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          mode: fast
        """);

    private static final Checked SECRET = Checked.of("""
        apiVersion: v1
        kind: Secret
        metadata:
          name: keys
        type: Opaque
        stringData:
          username: root
        """);

    private static final Checked LIMITS = Checked.of("""
        apiVersion: v1
        kind: LimitRange
        metadata:
          name: limits
        spec:
          limits:
          - type: Container
            max: {cpu: "2"}
            min: {cpu: 100m}
            default: {cpu: "1"}
            defaultRequest: {cpu: 500m}
        """);

    private static final Checked NODE = Checked.of("""
        apiVersion: v1
        kind: Node
        metadata:
          name: node-1
        spec:
          taints:
          - key: dedicated
            value: gpu
            effect: NoSchedule
        """);

    @Test
    void whatTheTablesChangeIsAccepted() {
        assertThat(MAP.errors()).isEmpty();
        assertThat(SECRET.errors()).isEmpty();
        assertThat(LIMITS.errors()).isEmpty();
        assertThat(NODE.errors()).isEmpty();
    }

    @Test
    void aKeyIsTheNameOfAFile() {
        assertThat(MAP.with("mode:", "a/b:").errors())
                .first()
                .asString()
                .startsWith("data[a/b]: Invalid value: \"a/b\"");
        assertThat(MAP.with("mode:", "..:").errors()).first().asString().startsWith("data[..]: Invalid value: \"..\"");
        assertThat(MAP.with("mode: fast", "mode: fast\nbinaryData:\n  mode: YQ==")
                        .errors())
                .containsExactly("data[mode]: Invalid value: \"mode\": duplicate of key present in binaryData");
    }

    @Test
    void allValuesTogetherHaveAMebibyteAtMost() {
        assertThat(MAP.with("fast", "x".repeat(1_048_576)).errors()).isEmpty();
        assertThat(MAP.with("fast", "x".repeat(1_048_577)).errors())
                .containsExactly(": Too long: may not be more than 1048576 bytes");
        assertThat(MAP.with("fast", "x".repeat(1_048_577)).findings())
                .extracting(Finding::rule)
                .containsExactly("too-large");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        kubernetes.io/tls                   | data[tls.crt]: Required value
        kubernetes.io/ssh-auth              | data[ssh-privatekey]: Required value
        kubernetes.io/dockerconfigjson      | data[.dockerconfigjson]: Required value
        kubernetes.io/dockercfg             | data[.dockercfg]: Required value
        kubernetes.io/service-account-token | metadata.annotations[kubernetes.io/service-account.name]: Required value
        """)
    void aTypeOfSecretNeedsItsKeys(String type, String said) {
        assertThat(SECRET.with("Opaque", type).errors()).contains(said);
    }

    @Test
    void aSecretWithoutAnyKeyOfItsTypeIsRefusedAndOneWithAKeyIsNot() {
        Checked basic = SECRET.with("Opaque", "kubernetes.io/basic-auth");

        assertThat(basic.errors()).isEmpty();
        assertThat(basic.with("username", "name").errors())
                .containsExactlyInAnyOrder("data[username]: Required value", "data[password]: Required value");
    }

    @Test
    void aRegistrysCredentialsAreJson() {
        Checked registry = SECRET.with("Opaque", "kubernetes.io/dockerconfigjson")
                .with("username: root", ".dockerconfigjson: '{'");

        assertThat(registry.errors())
                .containsExactly(
                        "data[.dockerconfigjson]: Invalid value: \"<secret contents redacted>\": is not valid JSON");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        min: {cpu: 100m}            | min: {cpu: "3"}            | spec.limits[0].min[cpu]: Invalid value: "3": min value 3 is greater than max value 2
        default: {cpu: "1"}         | default: {cpu: "3"}        | spec.limits[0].default[cpu]: Invalid value: "2": default value 3 is greater than max value 2
        min: {cpu: 100m}            | min: {cpu: 0.6}            | spec.limits[0].defaultRequest[cpu]: Invalid value: "500m": min value 600m is greater than default request value 500m
        defaultRequest: {cpu: 500m} | defaultRequest: {cpu: 1500m} | spec.limits[0].defaultRequest[cpu]: Invalid value: "1500m": default request value 1500m is greater than default limit value 1
        type: Container             | type: Pod                  | spec.limits[0].default: Forbidden: may not be specified when `type` is 'Pod'
        defaultRequest: {cpu: 500m} | maxLimitRequestRatio: {cpu: 0.5} | spec.limits[0].maxLimitRequestRatio[cpu]: Invalid value: "500m": ratio 500m is less than 1
        """)
    void limitsAreRefused(String from, String to, String said) {
        assertThat(LIMITS.with(from, to).errors()).contains(said);
    }

    @Test
    void aQuotaCountsObjectsInWholeNumbers() {
        Checked quota = Checked.of("""
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: quota}
            spec:
              hard:
                pods: "10"
                requests.cpu: 1500m
            """);

        assertThat(quota.errors()).isEmpty();
        assertThat(quota.with("\"10\"", "1.5").errors())
                .containsExactly("spec.hard[pods]: Invalid value: \"1500m\": must be an integer");
        assertThat(quota.with("1500m", "-1").errors())
                .containsExactly("spec.hard[requests.cpu]: Invalid value: \"-1\": must be greater than or equal to 0");
    }

    @Test
    void aTaintHasAKnownEffectAndIsThereOnce() {
        assertThat(NODE.with("NoSchedule", "Never").errors())
                .singleElement()
                .asString()
                .startsWith("metadata.taints[0].effect");
        assertThat(NODE.with("effect: NoSchedule", "effect: NoSchedule\n  - {key: dedicated, effect: NoSchedule}")
                        .errors())
                .containsExactly("metadata.taints[1]: Duplicate value: {…}");
    }
}
