package drydock.model.validation.access;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Checked;
import drydock.model.validation.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the API server says of roles and their bindings.
class RoleTest {

    private static final Checked ROLE = Checked.of("""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: reader
        rules:
        - apiGroups: [""]
          resources: [pods]
          verbs: [get, list]
        """);

    private static final Checked BINDING = Checked.of("""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: readers
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: reader
        subjects:
        - kind: ServiceAccount
          name: app
          namespace: web
        """);

    @Test
    void whatTheTablesChangeIsAccepted() {
        assertThat(ROLE.errors()).isEmpty();
        assertThat(BINDING.errors()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        verbs: [get, list]   | verbs: []                  | rules[0].verbs: Required value: verbs must contain at least one value
        apiGroups: [""]      | apiGroups: []              | rules[0].apiGroups: Required value: resource rules must supply at least one api group
        resources: [pods]    | resourceNames: [a]         | rules[0].resources: Required value: resource rules must supply at least one resource
        resources: [pods]    | nonResourceURLs: [/healthz] | rules[0].nonResourceURLs: Invalid value: ["/healthz"]: namespaced rules cannot apply to non-resource URLs
        """)
    void aRoleIsRefused(String from, String to, String said) {
        assertThat(ROLE.with(from, to).errors()).contains(said);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        kind: ServiceAccount    | kind: Robot        | subjects[0].kind: Unsupported value: "Robot": supported values: "Group", "ServiceAccount", "User"
        namespace: web          | apiGroup: ""       | subjects[0].namespace: Required value
        kind: ServiceAccount    | kind: User\\n  apiGroup: apps | subjects[0].apiGroup: Unsupported value: "apps": supported values: "rbac.authorization.k8s.io"
        """)
    void aBindingIsRefused(String from, String to, String said) {
        assertThat(BINDING.with(from, to).errors()).containsExactly(said);
    }

    @Test
    void aBindingOfTheClusterGivesAClusterRole() {
        assertThat(BINDING.with("kind: ClusterRole\n", "kind: Role\n").errors())
                .containsExactly("roleRef.kind: Unsupported value: \"Role\": supported values: \"ClusterRole\"");
    }

    @Test
    void namesMayBeGivenForSeveralKindsOfResource() {
        assertThat(ROLE.with("resources: [pods]", "resources: [pods, nodes]\n  resourceNames: [a, b]")
                        .errors())
                .isEmpty();
    }

    @Test
    void saysOnceThatVerbsAreMissing() {
        assertThat(Checked.of("""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: r}
            rules: [{apiGroups: [""], resources: [pods]}]
            """).findings())
                .extracting(Finding::words)
                .containsExactly("Required value: verbs must contain at least one value");
    }
}
