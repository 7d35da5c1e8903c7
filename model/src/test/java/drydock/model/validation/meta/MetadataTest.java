package drydock.model.validation.meta;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names by the rule of each kind, labels, annotations, owners and finalizers.
class MetadataTest {

    private static final String LABEL = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters"
        + " or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used"
        + " for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    private static final String SUBDOMAIN = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric"
        + " characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
        + " used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    private static final String KEY = "name part must consist of alphanumeric characters, '-', '_' or '.', and must "
            + "start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used "
            + "for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    private static final String VALUE = "a valid label must be an empty string or consist of alphanumeric characters,"
        + " '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value', "
        + " or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

    private static final Checked DEPLOYMENT = Checked.of("""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
          labels: {tier: front}
          annotations: {Example.com/Note: here}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata:
              labels: {app: web, extra: one}
              annotations: {note: here}
            spec:
              containers: [{name: web, image: nginx}]
        """);

    @Test
    void theDeploymentThatTheTableChangesIsAccepted() {
        assertThat(DEPLOYMENT.errors()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        name: web\\n  namespace: shop | namespace: shop                       | metadata.name: Required value: name or generateName is required
        name: web\\n            | generateName: web-\\n      | ~~
        name: web\\n            | generateName: Web-\\n      | metadata.generateName: Invalid value: "Web-": SUBDOMAIN ;; metadata.name
        namespace: shop         | namespace: Shop            | metadata.namespace: Invalid value: "Shop": LABEL
        tier: front             | tier: front end            | metadata.labels: Invalid value: "front end": VALUE
        tier: front             | "-tier": front             | metadata.labels: Invalid value: "-tier": KEY
        extra: one              | extra: one two             | spec.template.labels: Invalid value: "one two": VALUE
        note: here              | no te: here                | spec.template.annotations: Invalid value: "no te": KEY
        Example.com/Note: here  | A B: here                  | metadata.annotations: Invalid value: "A B": KEY
        namespace: shop         | finalizers: [cleanup]      | metadata.finalizers[0]: Invalid value: "cleanup": name is neither a standard finalizer name nor is it fully qualified
        namespace: shop         | finalizers: [orphan, foregroundDeletion] | metadata.finalizers: Invalid value: ["orphan","foregroundDeletion"]: finalizer orphan and foregroundDeletion cannot be both set
        namespace: shop         | finalizers: [example.com/cleanup] | ~~
        namespace: shop         | ownerReferences: [{apiVersion: v1, kind: Pod, name: a}] | metadata.ownerReferences.uid: Invalid value: "": must not be empty
        namespace: shop         | ownerReferences: [{kind: Pod, name: a, uid: b}] | metadata.ownerReferences.apiVersion: Invalid value: "": version must not be empty
        namespace: shop         | ownerReferences: [{apiVersion: v1, kind: A, name: a, uid: b, controller: true}, {apiVersion: v1, kind: A, name: b, uid: c, controller: true}] | metadata.ownerReferences
        """)
    void metadata(String from, String to, String said) {
        refused(DEPLOYMENT.with(from.replace("\\n", "\n"), to), said);
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        Namespace           | v1                           | Shop  | metadata.name: Invalid value: "Shop": LABEL
        Namespace           | v1                           | a.b   | metadata.name: Invalid value: "a.b": LABEL
        ConfigMap           | v1                           | a.b   | ~~
        ConfigMap           | v1                           | a_b   | metadata.name: Invalid value: "a_b": SUBDOMAIN
        ServiceAccount      | v1                           | A     | metadata.name: Invalid value: "A": SUBDOMAIN
        Role                | rbac.authorization.k8s.io/v1 | a:B_c | ~~
        Role                | rbac.authorization.k8s.io/v1 | a/b   | metadata.name: Invalid value: "a/b": may not contain '/'
        PodDisruptionBudget | policy/v1                    | My_B  | ~~
        PodDisruptionBudget | policy/v1                    | a%b   | metadata.name: Invalid value: "a%b": may not contain '%'
        """)
    void eachKindHasItsNames(String kind, String apiVersion, String name, String said) {
        String yaml = "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata:\n  name: \"" + name + "\"\n";

        refused(Checked.of(yaml), said);
    }

    @Test
    void aStatefulSetIsCalledByALabel() {
        Checked set =
                DEPLOYMENT.with("kind: Deployment", "kind: StatefulSet").with("name: web\n  name", "name: a.b\n  name");

        assertThat(set.errors()).containsExactly("metadata.name: Invalid value: \"a.b\": " + LABEL);
    }

    @Test
    void aServiceMayBeginWithADigitSinceVersion36() {
        Checked service = Checked.of("""
            apiVersion: v1
            kind: Service
            metadata: {name: 1st}
            spec: {selector: {app: web}, ports: [{port: 80}]}
            """);

        assertThat(service.errors()).isEmpty();
        assertThat(service.in("1.35").errors()).singleElement().asString().startsWith("metadata.name: Invalid value");
    }

    @Test
    void anObjectWithoutMetadataHasNoName() {
        assertThat(Checked.of("apiVersion: v1\nkind: ConfigMap\ndata: {a: b}\n").errors())
                .containsExactly("metadata.name: Required value: name or generateName is required");
    }

    private static void refused(Checked changed, String said) {
        String words = said.replace("SUBDOMAIN", SUBDOMAIN)
                .replace("LABEL", LABEL)
                .replace("VALUE", VALUE)
                .replace("KEY", KEY);
        assertThat(changed.errors()).containsExactlyInAnyOrder(words.isEmpty() ? new String[0] : words.split(" ;; "));
        changed.everyFindingIsSaidAndMended();
    }
}
