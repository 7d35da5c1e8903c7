package drydock.model.validation.extension;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.ManifestFile;
import drydock.model.validation.Checked;
import drydock.model.validation.Finding;
import drydock.model.validation.Validation;
import drydock.model.validation.Validator;
import drydock.model.validation.standard.StandardRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Custom resources, held to their definitions, and the definitions themselves.
class CustomResourceTest {

    private static final String DEFINITION = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: databases.example.com
        spec:
          group: example.com
          scope: Namespaced
          names: {plural: databases, singular: database, kind: Database, listKind: DatabaseList}
          versions:
          - name: v1
            served: true
            storage: true
            subresources: {status: {}}
            schema:
              openAPIV3Schema:
                type: object
                required: [spec]
                properties:
                  spec:
                    type: object
                    required: [engine, size]
                    properties:
                      engine: {type: string, enum: [postgres, mysql]}
                      size: {type: integer, minimum: 1, maximum: 9, default: 3}
                      even: {type: integer, multipleOf: 2}
                      name: {type: string, pattern: '^[a-z]+$', minLength: 2, maxLength: 8}
                      port: {x-kubernetes-int-or-string: true}
                      ratio: {type: number, minimum: 0, exclusiveMinimum: true}
                      note: {type: string, nullable: true}
                      open: {type: boolean}
                      free: {type: object, x-kubernetes-preserve-unknown-fields: true}
                      tags: {type: object, maxProperties: 2, additionalProperties: {type: string}}
                      users:
                        type: array
                        maxItems: 2
                        x-kubernetes-list-type: map
                        x-kubernetes-list-map-keys: [name]
                        items:
                          type: object
                          required: [name]
                          properties:
                            name: {type: string}
                      backup:
                        type: object
                        properties:
                          disk: {type: string}
                          bucket: {type: string}
                        oneOf:
                        - required: [disk]
                        - required: [bucket]
                  status:
                    type: object
                    properties:
                      phase: {type: string}
          - name: v0
            served: false
            storage: false
            schema: {openAPIV3Schema: {type: object}}
        """;

    private static final String DATABASE = """
        apiVersion: example.com/v1
        kind: Database
        metadata:
          name: shop
        spec:
          engine: postgres
          size: 3
        """;

    private static final Checked BOTH = Checked.of(DEFINITION + "---\n" + DATABASE);

    @Test
    void whatFitsTheDefinitionIsAccepted() {
        assertThat(BOTH.with(
                                "size: 3",
                                "even: 4\\n  name: abc\\n  port: http\\n  ratio: 0.5\\n  note: null\\n  open: true\\n"
                                        + "  free: {a: {b: 1}}\\n  tags: {a: b}\\n  users: [{name: x}, {name: z}]\\n"
                                        + "  backup: {disk: d}\\nstatus: {phase: 1}")
                        .errors())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "engine: oracle|spec.engine: Unsupported value: \"oracle\": supported values: \"postgres\", \"mysql\"",
                "open: 'yes'|spec.open: Invalid value: \"string\": spec.open in body must be of type boolean:"
                        + " \"string\"",
                "even: 3|spec.even: Invalid value: 3: spec.even in body should be a multiple of 2",
                "name: ABC|spec.name: Invalid value: \"ABC\": spec.name in body should match '^[a-z]+$'",
                "name: a|spec.name: Invalid value: \"a\": spec.name in body should be at least 2 chars long",
                "name: abcdefghi|spec.name: Too long: may not be more than 8 bytes",
                "port: 1.5|spec.port: Invalid value: \"number\": spec.port in body must be of type integer,string:"
                        + " \"number\"",
                "ratio: 0|spec.ratio: Invalid value: 0: spec.ratio in body should be greater than 0",
                "tags: {a: 1}|spec.tags.a: Invalid value: \"integer\": spec.tags.a in body must be of type string:"
                        + " \"integer\"",
                "tags: {a: a, b: b, c: c}|spec.tags: Too many: 3: must have at most 2 items",
                "users: [{name: a}, {name: b}, {name: c}]|spec.users: Too many: 3: must have at most 2 items",
                "users: [{}]|spec.users[0].name: Required value",
                "users: [null]|spec.users[0]: Invalid value: \"null\": spec.users[0] in body must be of type object:"
                        + " \"null\"",
                "users: 1|spec.users: Invalid value: \"integer\": spec.users in body must be of type array:"
                        + " \"integer\"",
                "backup: {}|spec.backup: Invalid value: \"\": \"spec.backup\" must validate one and only one schema"
                        + " (oneOf). Found none valid ;; spec.backup.disk: Required value",
                "colour: red|spec.colour",
            })
    void whatDoesNotFitIsToldInTheApiServersWords(String field, String said) {
        String from = field.startsWith("engine") ? "engine: postgres" : "size: 3";

        assertThat(BOTH.with(from, field).errors()).containsExactly(said.split(" ;; "));
    }

    @Test
    void aStatusIsPassedOverButForFieldsThatNobodyKnows() {
        assertThat(BOTH.with("size: 3", "size: 3\\nstatus: {phase: 1}").errors())
                .isEmpty();
        assertThat(BOTH.with("size: 3", "size: 3\\nstatus: {phases: 1}").errors())
                .containsExactly("status.phases");
    }

    @Test
    void aFieldWithAnotherNameIsMendedByRenamingIt() {
        assertThat(BOTH.with("engine: postgres", "engin: postgres").findings())
                .filteredOn(finding -> finding.rule().equals("unknown-field"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.fixes()).hasSize(1));
    }

    @Test
    void theNumberOfReplicasIsHeldToWhatCanBeScaled() {
        String scaled = DEFINITION.replace(
                "{status: {}}",
                "{status: {}, scale: {specReplicasPath: .spec.count, statusReplicasPath: .status.count}}");
        String counted = scaled.replace("open: {type: boolean}", "count: {type: integer}");
        assertThat(Checked.of(counted + "---\n" + DATABASE)
                        .with("size: 3", "count: -1")
                        .errors())
                .containsExactly(".spec.count: Invalid value: -1: should be a non-negative integer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: integer, default: x}|.default: Invalid value: \"string\":  in body must be of type integer:"
                        + " \"string\"",
                "{type: object, default: {}, required: [b], properties: {b: {type: string, default:"
                        + " x}}}|.default.b: Required value",
                "{type: object, default: {c: 1}, properties: {b: {type: string}}}|.default: Invalid value:"
                        + " {\"c\":1}: must not have unknown fields",
                "{type: object, default: {b: 1}, properties: {b: {type: string}}}|.default.b: Invalid value:"
                        + " \"integer\": b in body must be of type string: \"integer\"",
                "{type: string, enum: [a, b], default: c}|.default: Unsupported value: \"c\": supported values: \"a\","
                        + " \"b\"",
                "{type: string, default: x, pattern: '^a'}|.default: Invalid value: \"x\":  in body should match '^a'",
                "{type: string, default: x, format: date}|.default: Invalid value: \"x\":  in body must be of type"
                        + " date: \"x\"",
            })
    void aDefaultIsHeldToItsOwnSchema(String schema, String said) {
        assertThat(Checked.of(DEFINITION)
                        .with("open: {type: boolean}", "open: " + schema)
                        .errors())
                .containsExactly("spec.versions[0].schema.openAPIV3Schema.properties[spec].properties[open]"
                        + said.split(" ;; ")[0]);
    }

    @Test
    void aDefaultThatMayBeANumberOrATextMayBeAnything() {
        assertThat(Checked.of(DEFINITION)
                        .with(
                                "port: {x-kubernetes-int-or-string: true}",
                                "port: {x-kubernetes-int-or-string: true, default: 1.5}")
                        .errors())
                .isEmpty();
    }

    @Test
    void aSizeBeyondItsBoundsIsTold() {
        assertThat(BOTH.with("size: 3", "size: 10").errors())
                .containsExactly("spec.size: Invalid value: 10: spec.size in body should be less than or equal to 9");
        assertThat(BOTH.with("size: 3", "size: 0").errors())
                .containsExactly("spec.size: Invalid value: 0: spec.size in body should be greater than or equal to 1");
    }

    @Test
    void twoItemsOfOneKeyAreTold() {
        assertThat(BOTH.with("size: 3", "users: [{name: a}, {name: a}]").findings())
                .extracting(Finding::field)
                .containsExactly("spec.users[1]");
    }

    @Test
    void aRequiredFieldWithADefaultMayBeMissing() {
        assertThat(BOTH.with("  size: 3\\n".replace("\\n", "\n"), "").errors()).isEmpty();
        assertThat(BOTH.with("  engine: postgres\n", "").errors()).containsExactly("spec.engine: Required value");
    }

    @Test
    void nullIsAsIfNotThere() {
        assertThat(BOTH.with("engine: postgres", "engine: null").errors())
                .containsExactly("spec.engine: Required value");
    }

    @Test
    void theMetadataAreHeldToWhatAllObjectsAre() {
        assertThat(BOTH.with("name: shop", "name: Shop!").findings())
                .extracting(Finding::rule)
                .containsExactly("name");
        assertThat(Checked.of(DATABASE).with("name: shop", "name: Shop!").findings())
                .extracting(Finding::rule)
                .containsExactly("name");
    }

    @Test
    void withoutADefinitionNothingElseIsKnown() {
        assertThat(Checked.of(DATABASE).with("size: 3", "colour: red").findings())
                .isEmpty();
    }

    @Test
    void aVersionThatTheDefinitionDoesNotServeIsTold() {
        assertThat(BOTH.with("apiVersion: example.com/v1\n", "apiVersion: example.com/v2\n")
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("unknown-kind");
        assertThat(BOTH.with("apiVersion: example.com/v1\n", "apiVersion: example.com/v0\n")
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("unknown-kind");
    }

    @Test
    void anObjectIsCheckedAgainWhenItsDefinitionChanges() {
        Validator validator = StandardRules.validator();
        ManifestFile definition = ManifestFile.parse("crd.yaml", DEFINITION);
        ManifestFile object = ManifestFile.parse("db.yaml", DATABASE);
        Validation before = validator.check(List.of(definition, object));

        ManifestFile stricter =
                definition.withText(DEFINITION.replace("minimum: 1, maximum: 9, default: 3", "minimum: 5"));
        Validation after = validator.check(List.of(stricter, object), before);

        assertThat(before.findings()).isEmpty();
        assertThat(after.findings()).extracting(Finding::field).containsExactly("spec.size");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: databases.example.com|name: db.example.com|metadata.name: Invalid value: \"db.example.com\":"
                        + " must be spec.names.plural+\".\"+spec.group",
                "storage: true|storage: false|spec.versions: Invalid value: […]: must have exactly one version marked"
                        + " as storage version ;; status.storedVersions: Invalid value: null: must have at least one"
                        + " stored version",
                "scope: Namespaced|scope: Everywhere|spec.scope: Unsupported value: \"Everywhere\": supported values:"
                        + " \"Cluster\", \"Namespaced\"",
                "name: v0|name: v1|spec.versions: Invalid value: […]: must contain unique version names",
                "schema: {openAPIV3Schema: {type: object}}|schema: {}|spec.versions[1].schema.openAPIV3Schema:"
                        + " Required value: schemas are required",
                "schema: {openAPIV3Schema: {type: object}}|schema: {openAPIV3Schema: {type:"
                        + " string}}|spec.versions[1].schema.openAPIV3Schema.type: Invalid value: \"string\": must be"
                        + " object at the root",
                "open: {type: boolean}|open: {description: no"
                    + " type}|spec.versions[0].schema.openAPIV3Schema.properties[spec].properties[open].type: Required"
                    + " value: must not be empty for specified object fields",
                "listKind: DatabaseList|listKind: Database|spec.names.listKind: Invalid value: \"Database\": kind and"
                        + " listKind may not be the same",
                "scope: Namespaced|scope: Namespaced\\n"
                        + "  preserveUnknownFields: true|spec.preserveUnknownFields: Invalid value: true: cannot set to"
                        + " true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead",
            })
    void aDefinitionIsHeldToWhatTheApiServerWants(String from, String to, String said) {
        assertThat(Checked.of(DEFINITION).with(from, to).errors()).containsExactly(said.split(" ;; "));
    }

    @Test
    void aGroupHasADot() {
        assertThat(Checked.of(DEFINITION)
                        .with("group: example.com", "group: example")
                        .with("name: databases.example.com", "name: databases.example")
                        .errors())
                .containsExactly("spec.group: Invalid value: \"example\": should be a domain with at least one dot");
    }

    @Test
    void aPatternThatNeverEndsIsGivenUp() {
        String evil = DEFINITION.replace("'^[a-z]+$'", "'^a*a*a*a*a*a*b$'").replace("maxLength: 8", "maxLength: 99");
        assertThat(Checked.of(evil + "---\n" + DATABASE)
                        .with("size: 3", "name: " + "a".repeat(98))
                        .errors())
                .isEmpty();
    }
}
