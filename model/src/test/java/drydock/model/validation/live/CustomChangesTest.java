package drydock.model.validation.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.Schema;
import drydock.model.validation.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the rules of a custom kind say of a manifest beside the object that a cluster has.
class CustomChangesTest {

    private static final String DEFINITION = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: dbs.example.com}
        spec:
          group: example.com
          scope: Namespaced
          names: {plural: dbs, singular: db, kind: Db, listKind: DbList}
          versions:
          - name: v1
            served: true
            storage: true
            subresources: {status: {}}
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    x-kubernetes-validations:
                    - {rule: '!has(oldSelf.size) || self.size >= oldSelf.size', message: it never shrinks, fieldPath: .size}
                    - {rule: self.engine != 'old', message: gone}
                    properties:
                      size: {type: integer}
                      engine: {type: string, default: pg, x-kubernetes-validations: [{rule: self == oldSelf, message: engine is immutable}]}
                      disks:
                        type: array
                        x-kubernetes-list-type: map
                        x-kubernetes-list-map-keys: [name]
                        items:
                          type: object
                          required: [name]
                          properties:
                            name: {type: string}
                            mode: {type: string, x-kubernetes-validations: [{rule: self == oldSelf, message: the mode stays}]}
                  status: {type: object, x-kubernetes-preserve-unknown-fields: true}
        """;

    private static final String LIVE = db("{size: 5, engine: pg, disks: [{name: a, mode: fast}, {name: b}]}");

    private static String db(String spec) {
        return "apiVersion: example.com/v1\nkind: Db\nmetadata: {name: d}\nspec: " + spec + "\n";
    }

    @Test
    void tellsWhatARuleDoesNotLetChange() {
        List<Finding> findings = findings(db("{size: 4, engine: mysql, disks: [{name: b}, {name: a, mode: slow}]}"));

        assertThat(findings)
                .extracting(f -> f.rule() + " " + f.field() + " " + f.line() + ": " + f.words())
                .containsExactly(
                        "immutable-field spec.size 4: Invalid value: \"object\": it never shrinks",
                        "immutable-field spec.engine 4: Invalid value: \"string\": engine is immutable",
                        "immutable-field spec.disks[1].mode 4: Invalid value: \"string\": the mode stays");
        assertThat(findings.getFirst().message(Locale.ENGLISH))
                .isEqualTo("The cluster does not let spec.size of Db d change so: it never shrinks");
        assertThat(findings.get(1).fixes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{size: 5}",
                "{}",
                "{size: 6, engine: pg}",
                "{disks: [{name: a}, {name: c, mode: slow}]}",
                "{disks: [{name: b, mode: slow}]}",
                "{size: many, engine: mysql}",
            })
    void saysNothingOfWhatStaysOrIsNew(String spec) {
        assertThat(findings(db(spec))).isEmpty();
    }

    @Test
    void leavesRulesThatDoNotAskForWhatWasToTheManifestAlone() {
        assertThat(findings(db("{engine: old}")))
                .extracting(Finding::words)
                .containsExactly("Invalid value: \"string\": engine is immutable");
    }

    @Test
    void saysNothingOfAnotherVersion() {
        assertThat(findings(db("{size: 1}").replace("/v1", "/v2"))).isEmpty();
    }

    private static List<Finding> findings(String wanted) {
        Schema schema = Schema.kubernetes().with(List.of(map(DEFINITION)));
        ManifestFile file = ManifestFile.parse("wanted.yaml", wanted);
        var document = file.documents().getFirst();
        return LiveChanges.check(
                schema,
                file,
                document,
                document.declared().getFirst(),
                ManifestFile.parse("live.yaml", LIVE)
                        .documents()
                        .getFirst()
                        .object()
                        .orElseThrow());
    }

    private static Map<?, ?> map(String yaml) {
        return (Map<?, ?>) ManifestFile.parse("crd.yaml", yaml)
                .documents()
                .getFirst()
                .value(FieldPath.ROOT)
                .orElseThrow();
    }
}
