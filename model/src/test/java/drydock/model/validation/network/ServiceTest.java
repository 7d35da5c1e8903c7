package drydock.model.validation.network;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Checked;
import drydock.model.validation.Finding;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the API server says of Services (`pkg/apis/core/validation/validation_test.go TestValidateService`
/// has the cases' kinds).
class ServiceTest {

    private static final Checked SERVICE = Checked.of("""
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          type: LoadBalancer
          selector:
            app: web
          ports:
          - name: http
            port: 80
            targetPort: 8080
            nodePort: 30080
          - name: https
            port: 443
            targetPort: https
        """);

    @Test
    void theServiceThatTheTableChangesIsAccepted() {
        assertThat(SERVICE.errors()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        port: 80                  | port: 70000                   | spec.ports[0].port: Invalid value: 70000: must be between 1 and 65535, inclusive
        targetPort: https         | targetPort: -https            | spec.ports[1].targetPort: Invalid value: "-https": must not begin or end with a hyphen
        name: https               | name: http                    | spec.ports[1].name: Duplicate value: "http"
        - name: https             | -                             | spec.ports[1].name: Required value
        port: 443                 | port: 80                      | spec.ports[1]: Duplicate value: {"Name":"","Protocol":"TCP","AppProtocol":null,"Port":80,"TargetPort":0,"NodePort":0}
        port: 443                 | port: 443\\n    nodePort: 30080 | spec.ports[1].nodePort: Duplicate value: 30080
        nodePort: 30080           | nodePort: 80                  | spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767
        type: LoadBalancer        | type: ClusterIP               | spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'
        type: LoadBalancer        | type: LoadBalancer\\n  clusterIP: None | spec.clusterIPs[0]: Invalid value: "None": may not be set to 'None' for LoadBalancer services
        type: LoadBalancer        | type: NodePort\\n  clusterIP: None | spec.clusterIPs[0]: Invalid value: "None": may not be set to 'None' for NodePort services
        type: LoadBalancer        | type: NodePort\\n  clusterIP: web | spec.clusterIPs[0]: Invalid value: "web": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)
        type: LoadBalancer        | type: NodePort\\n  loadBalancerClass: a/b | spec.loadBalancerClass: Forbidden: may only be used when `type` is 'LoadBalancer'
        type: LoadBalancer        | type: NodePort\\n  allocateLoadBalancerNodePorts: true | spec.allocateLoadBalancerNodePorts: Forbidden: may only be used when `type` is 'LoadBalancer'
        type: LoadBalancer        | type: NodePort\\n  loadBalancerSourceRanges: [10.0.0.0/8] | spec.LoadBalancerSourceRanges: Forbidden: may only be used when `type` is 'LoadBalancer'
        type: LoadBalancer        | type: LoadBalancer\\n  loadBalancerSourceRanges: [10.0.0.0/33] | spec.LoadBalancerSourceRanges[0]: Invalid value: "10.0.0.0/33": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)
        type: LoadBalancer        | type: LoadBalancer\\n  externalIPs: [127.0.0.1] | spec.externalIPs[0]: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)
        type: LoadBalancer        | type: LoadBalancer\\n  externalIPs: [here] | spec.externalIPs[0]: Invalid value: "here": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)
        type: LoadBalancer        | type: LoadBalancer\\n  healthCheckNodePort: 30000 | spec.healthCheckNodePort: Invalid value: 30000: may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'
        type: LoadBalancer        | type: LoadBalancer\\n  sessionAffinity: ClientIP\\n  sessionAffinityConfig: {clientIP: {timeoutSeconds: 0}} | spec.sessionAffinityConfig.clientIP.timeoutSeconds: Invalid value: 0: must be greater than 0 and less than 86400
        type: LoadBalancer        | type: LoadBalancer\\n  ipFamilies: [IPv4, IPv4] | spec.ipFamilies[1]: Duplicate value: "IPv4"
        """)
    void isRefused(String from, String to, String said) {
        assertThat(SERVICE.with(from, to).errors()).containsExactly(said);
    }

    @Test
    void aServiceInsideTheClusterHasNoPolicyForTrafficFromOutside() {
        Checked inside = SERVICE.with("nodePort: 30080", "protocol: TCP")
                .with("type: LoadBalancer", "type: ClusterIP\n  externalTrafficPolicy: Local");

        assertThat(inside.errors())
                .containsExactly("spec.externalTrafficPolicy: Invalid value: \"Local\": may only be set for"
                        + " externally-accessible services");
    }

    @Test
    void aServiceThatIsOnlyANameHasNoAddresses() {
        Checked name = Checked.of("""
            apiVersion: v1
            kind: Service
            metadata: {name: db}
            spec:
              type: ExternalName
              externalName: db.example.com.
            """);

        assertThat(name.errors()).isEmpty();
        assertThat(name.with("db.example.com.", "DB").errors().getFirst())
                .startsWith("spec.externalName: Invalid value: \"DB\"");
        assertThat(name.with("type: ExternalName", "type: ExternalName\n  clusterIP: 10.0.0.1")
                        .errors())
                .containsExactly("spec.clusterIPs: Forbidden: may not be set for ExternalName services");
        assertThat(name.with("type: ExternalName", "type: ExternalName\n  ipFamilies: [IPv4]")
                        .errors())
                .containsExactly("spec.ipFamilies: Forbidden: may not be set for ExternalName services");
    }

    @Test
    void twoClusterIpsAreOneOfEachFamilyAndTheFirstIsTheOne() {
        Checked both = SERVICE.with(
                "type: LoadBalancer",
                "type: NodePort\n"
                        + "  ipFamilyPolicy: PreferDualStack\n"
                        + "  clusterIP: 10.96.0.7\n"
                        + "  clusterIPs: [10.96.0.7, 'fd00::7']");

        assertThat(both.errors()).isEmpty();
        assertThat(both.with("  ipFamilyPolicy: PreferDualStack\n", "").errors())
                .containsExactly("spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be 'RequireDualStack' or"
                        + " 'PreferDualStack' when multiple cluster IPs are specified");
        assertThat(both.with("clusterIP: 10.96.0.7", "clusterIP: 10.96.0.8").errors())
                .containsExactly("spec.clusterIPs: Invalid value: [\"10.96.0.7\",\"fd00::7\"]: first value must match"
                        + " `clusterIP`");
    }

    @Test
    void aNodePortOfAServiceInsideIsMendedByItsTypeOrTakenAway() {
        Finding found = SERVICE.with("type: LoadBalancer", "type: ClusterIP").findings().stream()
                .filter(f -> f.rule().equals("node-port"))
                .findFirst()
                .orElseThrow();

        assertThat(found.fixes())
                .extracting(f -> f.title(Locale.ENGLISH))
                .containsExactly("Set the type to NodePort", "Take nodePort away");
    }

    @Test
    void whatTheServerFillsInOrDropsIsNotWrong() {
        assertThat(SERVICE.with("targetPort: 8080", "targetPort: 0").errors()).isEmpty();
        assertThat(SERVICE.with(
                                "type: LoadBalancer",
                                "type: LoadBalancer\n  sessionAffinityConfig: {clientIP: {timeoutSeconds: 5}}")
                        .errors())
                .isEmpty();
    }
}
