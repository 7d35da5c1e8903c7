package drydock.model.validation.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.ManifestFile;
import drydock.model.resource.Schema;
import drydock.model.validation.Finding;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Fields that stay as they are in the kinds that are not met every day.
class FixedFieldsTest {

    private static final String JOB = """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: j}
        spec:
          completionMode: Indexed
          completions: 3
          parallelism: 3
          template: {spec: {restartPolicy: Never, containers: [{name: c, image: i:1}]}}
        """;

    private static final String DEFINITION = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: foos.ex.com}
        spec:
          group: ex.com
          scope: Namespaced
          names: {plural: foos, singular: foo, kind: Foo}
          versions:
          - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
          - {name: v1beta1, served: true, storage: false, schema: {openAPIV3Schema: {type: object}}}
        status:
          storedVersions: [v1beta1, v1]
          conditions: [{type: Established, status: "True"}]
        """;

    private static final String RANGE = """
        apiVersion: networking.k8s.io/v1
        kind: ServiceCIDR
        metadata: {name: r}
        spec: {cidrs: [10.0.0.0/16]}
        """;

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        apps/v1 ControllerRevision | revision: 1 data: {a: 1} | {a: 1} | {a: 2} | data: Invalid value: {"a":2}: field is immutable
        node.k8s.io/v1 RuntimeClass | handler: a | handler: a | handler: b | handler: Invalid value: "b": field is immutable
        networking.k8s.io/v1 IPAddress | spec: {parentRef: {resource: services, name: a}} | name: a} | name: b} | spec.parentRef: Invalid value: {"resource":"services","name":"b"}: field is immutable
        storage.k8s.io/v1 CSIDriver | spec: {attachRequired: true} | true | false | spec.attachedRequired: Invalid value: false: field is immutable
        storage.k8s.io/v1 VolumeAttributesClass | driverName: a | driverName: a | driverName: b | driverName: Forbidden: updates to driverName are forbidden.
        storage.k8s.io/v1 CSIStorageCapacity | storageClassName: a | storageClassName: a | storageClassName: b | storageClassName: Invalid value: "b": field is immutable
        storage.k8s.io/v1 VolumeAttachment | spec: {nodeName: a1} | a1 | a2 | spec: Invalid value: {"nodeName":"a2"}: field is immutable
        """)
    void whatIsFixedIsFound(String kind, String fields, String from, String to, String said) {
        String[] names = kind.split(" ", -1);
        String live = "apiVersion: " + names[0] + "\nkind: " + names[1] + "\nmetadata: {name: x}\n"
                + fields.replace("revision: 1 ", "revision: 1\n") + "\n";

        assertThat(said(live.replace(from, to), live)).containsExactly(said);
        assertThat(said(live, live)).isEmpty();
    }

    @Test
    void anIndexedJobGrowsWithItsPods() {
        assertThat(said(JOB.replace("completions: 3", "completions: 4"), JOB))
                .containsExactly("spec.completions: Invalid value: 4: can only be modified in tandem with"
                        + " spec.parallelism");
        assertThat(said(JOB.replace(": 3", ": 4"), JOB)).isEmpty();
    }

    @Test
    void ofADefinitionThatIsServedNamesAndScopeStay() {
        assertThat(said(DEFINITION.replace("Namespaced", "Cluster"), DEFINITION))
                .containsExactly("spec.scope: Invalid value: \"Cluster\": field is immutable");
        assertThat(said(DEFINITION.replace("kind: Foo", "kind: Fox"), DEFINITION))
                .containsExactly("spec.names.kind: Invalid value: \"Fox\": field is immutable");
        assertThat(said(DEFINITION.replace("Namespaced", "Cluster"), DEFINITION.replace("True", "False")))
                .isEmpty();
    }

    @Test
    void aVersionInWhichObjectsAreKeptStays() {
        String without = DEFINITION
                .lines()
                .filter(line -> !line.contains("name: v1beta1"))
                .reduce("", (text, line) -> text + line + "\n");

        List<Finding> findings = findings(without, DEFINITION);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.field()).isEqualTo("status.storedVersions[0]");
            assertThat(finding.words())
                    .startsWith("Invalid value: \"v1beta1\": missing from spec.versions; v1beta1 was");
            assertThat(finding.line()).isEqualTo(9);
            assertThat(finding.message(Locale.ENGLISH)).contains("may keep objects");
        });
    }

    @Test
    void aRangeMayGetASecondOne() {
        assertThat(said(RANGE.replace("10.0.0.0/16", "10.1.0.0/16"), RANGE))
                .containsExactly("spec.cidrs[0]: Invalid value: \"10.1.0.0/16\": field is immutable");
        assertThat(said(RANGE.replace("/16]", "/16, 2001:db8::/64]"), RANGE)).isEmpty();
        assertThat(said(RANGE, RANGE.replace("/16]", "/16, 2001:db8::/64]")))
                .containsExactly("spec.cidrs: Invalid value: [\"10.0.0.0/16\"]: field is immutable");
    }

    private static List<String> said(String wanted, String live) {
        return findings(wanted, live).stream()
                .map(f -> f.field() + ": " + f.words())
                .toList();
    }

    private static List<Finding> findings(String wanted, String live) {
        ManifestFile file = ManifestFile.parse("wanted.yaml", wanted);
        ManifestFile there = ManifestFile.parse("live.yaml", live);
        var document = file.documents().getFirst();
        return LiveChanges.check(
                Schema.kubernetes(),
                file,
                document,
                document.declared().getFirst(),
                there.documents().getFirst().declared().getFirst().object().orElseThrow());
    }
}
