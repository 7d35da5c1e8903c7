package drydock.model.validation.network;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the API server says of Ingresses and their classes.
class IngressTest {

    private static final Checked INGRESS = Checked.of("""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
        spec:
          ingressClassName: nginx
          tls:
          - hosts: ["*.example.com"]
            secretName: shop-tls
          rules:
          - host: shop.example.com
            http:
              paths:
              - path: /cart
                pathType: Prefix
                backend:
                  service:
                    name: cart
                    port:
                      number: 80
        """);

    private static final Checked CLASS = Checked.of("""
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: nginx
        spec:
          controller: k8s.io/ingress-nginx
          parameters:
            kind: Settings
            name: all
            scope: Namespace
            namespace: web
        """);

    @Test
    void whatTheTablesChangeIsAccepted() {
        assertThat(INGRESS.errors()).isEmpty();
        assertThat(CLASS.errors()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        path: /cart         | path: cart            | spec.rules[0].http.paths[0].path: Invalid value: "cart": must be an absolute path
        path: /cart         | path: /a//b           | spec.rules[0].http.paths[0].path: Invalid value: "/a//b": must not contain '//'
        path: /cart         | path: /a/..           | spec.rules[0].http.paths[0].path: Invalid value: "/a/..": cannot end with '/..'
        number: 80          | number: 0             | spec.rules[0].http.paths[0].backend: Required value: port name or number is required
        number: 80          | name: web\\n              number: 80 | spec.rules[0].http.paths[0].backend: Invalid value: "": cannot set both port name & port number
        number: 80          | number: 65536         | spec.rules[0].http.paths[0].backend.service.port.number: Invalid value: 65536: must be between 1 and 65535, inclusive
        host: shop.example.com | host: 10.0.0.1     | spec.rules[0].host: Invalid value: "10.0.0.1": must be a DNS name, not an IP address
        service:            | resource: {kind: A, name: b}\\n          service: | spec.rules[0].http.paths[0].backend: Invalid value: "": cannot set both resource and service backends
        """)
    void isRefused(String from, String to, String said) {
        assertThat(INGRESS.with(from, to).errors()).containsExactly(said);
    }

    @Test
    void aTypeOfPathIsOneOfThree() {
        assertThat(INGRESS.with("pathType: Prefix", "pathType: Regex").errors())
                .singleElement()
                .asString()
                .startsWith("spec.rules[0].http.paths[0].pathType");
    }

    @Test
    void hostsAreNamesAndAStarStandsOnlyInFront() {
        assertThat(INGRESS.with("host: shop.example.com", "host: '*.example.com'")
                        .errors())
                .isEmpty();
        assertThat(INGRESS.with("host: shop.example.com", "host: 'shop.*.com'")
                        .errors()
                        .getFirst())
                .startsWith("spec.rules[0].host: Invalid value: \"shop.*.com\": a wildcard DNS-1123 subdomain");
        assertThat(INGRESS.with("\"*.example.com\"", "Shop").errors().getFirst())
                .startsWith("spec.tls[0].hosts[0]: Invalid value");
        assertThat(INGRESS.with("shop-tls", "shop_tls").errors().getFirst())
                .startsWith("spec.tls[0].secretName: Invalid value");
    }

    @Test
    void anIngressNeedsRulesOrADefault() {
        Checked empty = Checked.of("""
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: shop}
            spec: {}
            """);

        assertThat(empty.errors())
                .containsExactly("spec: Invalid value: null: either `defaultBackend` or `rules` must be specified");
        assertThat(empty.with("spec: {}", "spec: {defaultBackend: {}}").errors())
                .containsExactly("spec.defaultBackend: Invalid value: \"\": resource or service backend is required");
    }

    @Test
    void theOldAnnotationMayNotNameAnotherClass() {
        assertThat(INGRESS.with("name: shop\n", "name: shop\n  annotations: {kubernetes.io/ingress.class: other}\n")
                        .errors())
                .containsExactly("annotations.kubernetes.io/ingress.class: Invalid value: \"other\": must match"
                        + " `ingressClassName` when both are specified");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        namespace: web          | apiGroup: a.b           | spec.parameters.namespace: Required value: `parameters.scope` is set to 'Namespace'
        scope: Namespace        | scope: Cluster          | spec.parameters.namespace: Forbidden: `parameters.scope` is set to 'Cluster'
        k8s.io/ingress-nginx    | nginx                   | spec.controller: Invalid value: "nginx": must be a domain-prefixed path (such as "acme.io/foo")
        """)
    void aClassIsRefused(String from, String to, String said) {
        assertThat(CLASS.with(from, to).errors()).containsExactly(said);
    }
}
