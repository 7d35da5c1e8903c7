package drydock.model.validation.project.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Design;
import drydock.model.validation.Samples;
import org.junit.jupiter.api.Test;

class PolicyCutTest {

    private static final String DENY = """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: deny
        spec:
          podSelector: {}
          policyTypes: [Ingress]
        """;

    private static final String ALLOW = """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: allow
        spec:
          podSelector:
            matchLabels: {app: web}
          ingress:
          - from:
            - namespaceSelector: {}
            ports:
            - port: 80
        """;

    private static final Design DENIED = Design.of(Samples.DEPLOYMENT, Samples.SERVICE, DENY);

    @Test
    void aPortThatNoPolicyOpensIsCutForEverybody() {
        assertThat(DENIED.places("policy-cuts-service")).containsExactly("web spec.ports[0].port");
        assertThat(DENIED.and(ALLOW.replace("port: 80", "port: 81")).places("policy-cuts-service"))
                .containsExactly("web spec.ports[0].port");
        assertThat(DENIED.and(ALLOW.replace("port: 80", "port: 80\n      protocol: UDP"))
                        .places("policy-cuts-service"))
                .containsExactly("web spec.ports[0].port");
    }

    @Test
    void whatOnePolicyOpensIsOpenThoughAnotherDeniesAll() {
        assertThat(DENIED.and(ALLOW).worries()).isEmpty();
        assertThat(DENIED.and(ALLOW.replace("port: 80", "port: http")).worries())
                .isEmpty();
        assertThat(DENIED.and(ALLOW.replace("port: 80", "port: 70\n      endPort: 90"))
                        .worries())
                .isEmpty();
        assertThat(DENIED.and(ALLOW.replaceAll("(?s)    ports:.*", "")).worries())
                .isEmpty();
    }

    @Test
    void aPolicyOfEgressOnlyCutsNoService() {
        assertThat(DENIED.with("[Ingress]", "[Egress]").worries()).isEmpty();
    }

    @Test
    void aPeerThatNoPodIsIsToldOf() {
        Design broken = DENIED.and(ALLOW.replace("namespaceSelector: {}", "podSelector: {matchLabels: {app: wep}}"));

        assertThat(broken.places("policy-peer")).containsExactly("allow spec.ingress[0].from[0].podSelector");
        assertThat(DENIED.and(ALLOW.replace("namespaceSelector: {}", "podSelector: {matchLabels: {app: web}}"))
                        .findings("policy-peer"))
                .isEmpty();
        assertThat(DENIED.and(ALLOW.replace(
                                "namespaceSelector: {}",
                                "namespaceSelector: {}\n      podSelector: {matchLabels: {app: wep}}"))
                        .findings("policy-peer"))
                .isEmpty();
    }

    @Test
    void aPolicyThatSelectsNothingIsToldOf() {
        assertThat(Design.of(ALLOW).places("selects-nothing")).containsExactly("allow spec.podSelector");
        assertThat(Design.of(Samples.DEPLOYMENT, ALLOW).findings("selects-nothing"))
                .isEmpty();
    }
}
