package drydock.model.validation.extension;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionTest {

    private static final Checked DEFINITION = Checked.of("""
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: boats.example.com}
        spec:
          group: example.com
          scope: Namespaced
          names: {plural: boats, kind: Boat, listKind: BoatList}
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec: {type: object, properties: {masts: {type: array, items: {type: string}}}}
            additionalPrinterColumns: [{name: Masts, type: integer, jsonPath: .spec.masts}]
        """);

    private static final Checked WEBHOOK = Checked.of("""
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata: {name: checks}
        webhooks:
        - name: check.example.com
          admissionReviewVersions: [v1]
          sideEffects: None
          clientConfig: {service: {name: hook, namespace: default, path: /check}}
          rules: [{apiGroups: [""], apiVersions: [v1], resources: [pods], operations: [CREATE]}]
        """);

    private static final Checked SERVICE = Checked.of("""
        apiVersion: apiregistration.k8s.io/v1
        kind: APIService
        metadata: {name: v1.example.com}
        spec:
          group: example.com
          version: v1
          groupPriorityMinimum: 100
          versionPriority: 10
          service: {name: server, namespace: default}
        """);

    @Test
    void nothingIsWrongWithWhatIsRight() {
        assertThat(DEFINITION.errors()).isEmpty();
        assertThat(WEBHOOK.errors()).isEmpty();
        assertThat(SERVICE.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        boats.example.com   | ships.example.com   | metadata.name: Invalid value: "ships.example.com": must be spec.names.plural+"."+spec.group
        scope: Namespaced   | scope: Everywhere   | spec.scope: Unsupported value: "Everywhere": supported values: "Cluster", "Namespaced"
        listKind: BoatList  | listKind: Boat      | spec.names.listKind: Invalid value: "Boat": kind and listKind may not be the same
        storage: true       | storage: false      | spec.versions: Invalid value: […]: must have exactly one version marked as storage version
        type: array, items  | type: array, itemz  | spec.validation.openAPIV3Schema.properties[spec].properties[masts].items: Required value: must be specified
        type: string        | kind: string        | spec.validation.openAPIV3Schema.properties[spec].properties[masts].items.type: Required value: must not be empty for specified object fields
        type: integer       | type: whole         | spec.additionalPrinterColumns[0].type: Invalid value: "whole": must be one of boolean,date,integer,number,string
        jsonPath: .spec     | jsonPath: spec      | spec.additionalPrinterColumns[0].JSONPath: Invalid value: "spec.masts": must be a simple json path starting with .
        """)
    void aDefinitionIsRefused(String from, String to, String said) {
        Checked checked = DEFINITION.with(from, to);

        assertThat(checked.errors()).contains(said);
        checked.everyFindingIsSaidAndMended();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        check.example.com    | check                       | webhooks[0].name: Invalid value: "check": should be a domain with at least three segments separated by dots
        Versions: [v1]       | Versions: [v2]              | webhooks[0].admissionReviewVersions: Invalid value: ["v2"]: must include at least one of v1, v1beta1
        path: /check         | path: check                 | webhooks[0].clientConfig.service.path: Invalid value: "check": must start with a '/'
        path: /check         | port: 0                     | webhooks[0].clientConfig.service.port: Invalid value: 0: port is not valid: must be between 1 and 65535, inclusive
        operations: [CREATE] | operations: ["*", CREATE]   | webhooks[0].rules[0].operations: Invalid value: ["*","CREATE"]: if '*' is present, must not specify other operations
        operations: [CREATE] | operations: []              | webhooks[0].rules[0].operations: Required value
        sideEffects: None    | sideEffects: None\\n  timeoutSeconds: 31 | webhooks[0].timeoutSeconds: Invalid value: 31: the timeout value must be between 1 and 30 seconds
        """)
    void aWebhookIsRefused(String from, String to, String said) {
        Checked checked = WEBHOOK.with(from, to);

        assertThat(checked.errors()).contains(said);
        checked.everyFindingIsSaidAndMended();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        name: v1.example.com    | name: example.com         | metadata.name: Invalid value: "example.com": must be `spec.version+"."+spec.group`: "v1.example.com"
        versionPriority: 10     | versionPriority: 1001     | spec.versionPriority: Invalid value: 1001: must be positive and less than 1000
        {name: server, name     | {name                     | spec.service.name: Required value
        """)
    void anApiServiceIsRefused(String from, String to, String said) {
        Checked checked = SERVICE.with(from, to);

        assertThat(checked.errors()).contains(said);
        checked.everyFindingIsSaidAndMended();
    }
}
