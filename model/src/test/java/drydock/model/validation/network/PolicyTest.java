package drydock.model.validation.network;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the API server says of network policies and of endpoints that are written by hand.
class PolicyTest {

    private static final Checked POLICY = Checked.of("""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
        spec:
          podSelector: {}
          policyTypes: [Ingress]
          ingress:
          - ports:
            - port: 8000
              endPort: 8010
            from:
            - ipBlock:
                cidr: 10.1.0.0/16
                except: [10.1.2.0/24]
            - podSelector: {matchLabels: {app: web}}
        """);

    private static final Checked ENDPOINTS = Checked.of("""
        apiVersion: v1
        kind: Endpoints
        metadata:
          name: db
        subsets:
        - addresses:
          - ip: 192.0.2.10
          ports:
          - name: a
            port: 5432
        """);

    private static final Checked SLICE = Checked.of("""
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: db-1
        addressType: IPv4
        endpoints:
        - addresses: [192.0.2.10]
        ports:
        - name: a
          port: 5432
        """);

    @Test
    void whatTheTablesChangeIsAccepted() {
        assertThat(POLICY.errors()).isEmpty();
        assertThat(ENDPOINTS.errors()).isEmpty();
        assertThat(SLICE.errors()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        port: 8000     | port: 0                   | spec.ingress[0].ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive
        endPort: 8010  | endPort: 7000             | spec.ingress[0].ports[0].endPort: Invalid value: 7000: must be greater than or equal to `port`
        port: 8000     | port: web                 | spec.ingress[0].ports[0].endPort: Invalid value: 8010: may not be specified when `port` is non-numeric
        - port: 8000   | - protocol: UDP           | spec.ingress[0].ports[0].endPort: Invalid value: 8010: may not be specified when `port` is not specified
        cidr: 10.1.0.0/16 | cidr: 10.1.0.0         | spec.ingress[0].from[0].ipBlock.cidr: Invalid value: "10.1.0.0": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)
        10.1.2.0/24    | 10.2.2.0/24               | spec.ingress[0].from[0].ipBlock.except[0]: Invalid value: "10.2.2.0/24": must be a strict subset of `cidr`
        10.1.2.0/24    | 10.1.0.0/16               | spec.ingress[0].from[0].ipBlock.except[0]: Invalid value: "10.1.0.0/16": must be a strict subset of `cidr`
        """)
    void aPolicyIsRefused(String from, String to, String said) {
        assertThat(POLICY.with(from, to).errors()).containsExactly(said);
    }

    @Test
    void aPeerIsABlockOrSelectors() {
        assertThat(POLICY.with("- podSelector: {matchLabels: {app: web}}", "- {}")
                        .errors())
                .containsExactly("spec.ingress[0].from[1]: Required value: must specify a peer");
        assertThat(POLICY.with("- ipBlock:", "- podSelector: {}\n      ipBlock:")
                        .errors())
                .containsExactly("spec.ingress[0].from[0]: Forbidden: may not specify both ipBlock and another peer");
        assertThat(POLICY.with("[Ingress]", "[Ingress, Egress, Ingress]").errors())
                .containsExactly(
                        "spec.policyTypes: Invalid value: [\"Ingress\",\"Egress\",\"Ingress\"]: may not specify more"
                                + " than two policyTypes");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        192.0.2.10  | 127.0.0.1     | subsets[0].addresses[0].ip: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)
        192.0.2.10  | 169.254.1.1   | subsets[0].addresses[0].ip: Invalid value: "169.254.1.1": may not be in the link-local range (169.254.0.0/16, fe80::/10)
        192.0.2.10  | 224.0.0.7     | subsets[0].addresses[0].ip: Invalid value: "224.0.0.7": may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)
        192.0.2.10  | db            | subsets[0].addresses[0].ip: Invalid value: "db": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)
        port: 5432  | port: 0       | subsets[0].ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive
        """)
    void endpointsAreRefused(String from, String to, String said) {
        assertThat(ENDPOINTS.with(from, to).errors()).containsExactly(said);
    }

    @Test
    void aRangeBeginsWhereItSaysSince136() {
        Checked inside = POLICY.with("cidr: 10.1.0.0/16", "cidr: 10.1.7.1/16");
        String field = inside.findings().getFirst().field();

        assertThat(inside.errors())
                .containsExactly(
                        field + ": Invalid value: \"10.1.7.1/16\": must not have bits set beyond the prefix length");
        assertThat(inside.mended())
                .hasSize(2)
                .allSatisfy(mended -> assertThat(mended.errors()).noneMatch(error -> error.startsWith(field + ":")));
        assertThat(inside.in("1.35").errors()).isEmpty();
    }

    @Test
    void numbersOfAnAddressHaveNoLeadingZerosSince136() {
        Checked zeros = ENDPOINTS.with("192.0.2.10", "192.0.02.10");

        assertThat(zeros.errors())
                .containsExactly(
                        "subsets[0].addresses[0].ip: Invalid value: \"192.0.02.10\": must not have leading 0s");
        assertThat(zeros.mended().getFirst().yaml()).contains("ip: 192.0.2.10");
        assertThat(zeros.in("1.35").errors()).isEmpty();
    }

    @Test
    void anAddressOfOneFamilyIsNotWrittenAsOneOfTheOtherSince136() {
        Checked mapped = ENDPOINTS.with("192.0.2.10", "'::ffff:192.0.2.10'");

        assertThat(mapped.errors())
                .containsExactly("subsets[0].addresses[0].ip: Invalid value: \"::ffff:192.0.2.10\": must not be an"
                        + " IPv4-mapped IPv6 address");
        mapped.everyFindingIsSaidAndMended();
    }

    @Test
    void aSubsetNeedsAddresses() {
        assertThat(ENDPOINTS
                        .with("- addresses:\n  - ip: 192.0.2.10\n  ports:", "- ports:")
                        .errors())
                .containsExactly("subsets[0]: Required value: must specify `addresses` or `notReadyAddresses`");
    }

    @Test
    void aSliceHoldsAddressesOfItsType() {
        assertThat(SLICE.with("192.0.2.10", "'fd00::1'").errors())
                .containsExactly("endpoints[0].addresses: Invalid value: \"fd00::1\": must be an IPv4 address");
        assertThat(SLICE.with("IPv4", "FQDN")
                        .with("192.0.2.10", "db.example.com")
                        .errors())
                .isEmpty();
        assertThat(SLICE.with("port: 5432", "port: 5432\n- name: a\n  port: 1").errors())
                .containsExactly("ports[1].name: Duplicate value: \"a\"");
    }
}
