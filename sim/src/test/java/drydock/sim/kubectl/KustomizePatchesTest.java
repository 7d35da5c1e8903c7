package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What kustomizations patch and generate.
class KustomizePatchesTest {

    private final CommandLine kubectl = CommandLine.start();

    @BeforeEach
    void write() {
        kubectl.file("base/kustomization.yaml", "resources: [web.yaml]\nnamePrefix: p-\n")
                .file("base/web.yaml", """
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: web, labels: {tier: front}}
                    spec:
                      replicas: 1
                      selector: {matchLabels: {app: web}}
                      template:
                        metadata: {labels: {app: web}}
                        spec:
                          containers:
                          - {name: first, image: "a:1"}
                          - {name: web, image: "b:1", envFrom: [{configMapRef: {name: settings}}]}
                    """);
    }

    @AfterEach
    void close() {
        kubectl.close();
    }

    private String built(String kustomization) {
        kubectl.file("over/kustomization.yaml", kustomization);
        return kubectl.out("kustomize over");
    }

    private List<String> lines(String kustomization, String pattern) {
        return built(kustomization)
                .lines()
                .map(String::strip)
                .filter(line -> line.matches(pattern))
                .toList();
    }

    /// By the name that it has in its file, and with the items of the patch first.
    @Test
    void aPatchIsMergedIntoWhatItNames() {
        kubectl.file("over/web.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, labels: {tier: null}}
            spec:
              replicas: 3
              template:
                spec:
                  containers:
                  - {name: web, image: "b:2"}
                  - {name: new, image: "c:1"}
            """);
        assertThat(lines("resources: [../base]\npatches: [{path: web.yaml}]\n", "(- )?(name|image|replicas|tier):.*"))
                .containsExactly(
                        "name: p-web",
                        "replicas: 3",
                        "name: settings",
                        "image: b:2",
                        "name: web",
                        "- image: c:1",
                        "name: new",
                        "- image: a:1",
                        "name: first");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: Deployment|4",
                "name: web|4",
                "name: p-w.*|4",
                "labelSelector: tier=front|4",
                "labelSelector: tier!=front|1",
                "group: batch|1",
                "kind: Deploy|1",
                "annotationSelector: a=b|1"
            })
    void operationsAreDoneOnWhatTheTargetChooses(String target, String replicas) {
        assertThat(lines("""
            resources: [../base]
            patches:
            - target: {%s}
              patch: |-
                - {op: replace, path: /spec/replicas, value: 4}
            """.formatted(target), "replicas:.*")).containsExactly("replicas: " + replicas);
    }

    @Test
    void aPatchCanTakeAnObjectAway() {
        assertThat(built("""
            resources: [../base]
            configMapGenerator: [{name: left}]
            patches:
            - patch: |-
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                $patch: delete
            """)).contains("name: left-").doesNotContain("Deployment");
    }

    @Test
    void theOldFieldsOfPatchesAreReadAndCalledOld() {
        kubectl.file("over/kustomization.yaml", """
            bases: [../base]
            patchesStrategicMerge:
            - |-
              apiVersion: apps/v1
              kind: Deployment
              metadata: {name: web}
              spec: {replicas: 7}
            patchesJson6902:
            - target: {version: v1, group: apps, kind: Deployment, name: web}
              patch: '[{"op": "add", "path": "/spec/paused", "value": true}]'
            """);
        assertThat(kubectl.run("kustomize over").stdout()).contains("replicas: 7", "paused: true");
        assertThat(kubectl.run("kustomize over").stderr().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("# Warning: '") && line.contains("is deprecated"));
    }

    @Test
    void whatIsGeneratedIsNamedByItsContentWhereverItIsReferredTo() {
        kubectl.file("over/app.properties", "a=1\n")
                .file("over/values.env", "# none\nMODE=loud\nSAID=\"so\" \nEMPTY\n");
        String settings = """
            resources: [../base]
            configMapGenerator:
            - name: settings
              literals: [KEY=%s, QUOTED="x y"]
              files: [app.properties, other=app.properties]
              envs: [values.env]
            """;
        List<String> names = lines(settings.formatted("a"), "(- )?name: settings.*");
        assertThat(names).hasSize(2).allMatch(name -> name.matches("name: settings-[a-z0-9]{10}"));
        assertThat(names.getFirst()).isEqualTo(names.getLast());
        assertThat(built(settings.formatted("a")))
                .contains(
                        "KEY: a\n",
                        "QUOTED: x y\n",
                        "MODE: loud\n",
                        "SAID: '\"so\" '\n",
                        "EMPTY: \"\"\n",
                        "app.properties: |\n    a=1\n",
                        "other: |\n");
        assertThat(lines(settings.formatted("b"), "(- )?name: settings.*")).doesNotContainAnyElementsOf(names);
    }

    @Test
    void secretsAreGeneratedEncodedAndWithoutAHashWhereNoneIsWanted() {
        assertThat(built("""
            secretGenerator:
            - {name: pass, type: example.com/own, literals: [user=me]}
            generatorOptions: {disableNameSuffixHash: true, labels: {by: hand}}
            """)).isEqualTo("""
                apiVersion: v1
                data:
                  user: bWU=
                kind: Secret
                metadata:
                  labels:
                    by: hand
                  name: pass
                type: example.com/own
                """);
    }

    @Test
    void aGeneratorCanAddToWhatIsGeneratedBelow() {
        kubectl.file("below/kustomization.yaml", "configMapGenerator: [{name: settings, literals: [A=1, B=1]}]\n");
        assertThat(lines(
                        "resources: [../below]\n"
                                + "configMapGenerator: [{name: settings, behavior: merge, literals: [B=2]}]\n",
                        "[AB]:.*"))
                .containsExactly("A: \"1\"", "B: \"2\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "patches: [{patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: other}}'}]|no resource"
                        + " matches strategic merge patch \"Deployment.v1.apps/other.[noNs]\": no matches for Id"
                        + " Deployment.v1.apps/other.[noNs]; failed to find unique target for patch"
                        + " Deployment.v1.apps/other.[noNs]",
                "patches: [{target: {kind: Pod}}]|must specify one of patch and path",
                "patches: [{path: none.yaml}]|trouble configuring builtin PatchTransformer with config: failed to get"
                        + " the patch file from path(none.yaml): evalsymlink failure on 'over/none.yaml' : lstat"
                        + " over/none.yaml: no such file or directory",
                "configMapGenerator: [{name: a, literals: [b]}]|invalid literal source b, expected key=value"
            })
    void whatDoesNotFitIsSaid(String text, String message) {
        kubectl.file("over/kustomization.yaml", "{resources: [../base], " + text + "}");
        assertThat(kubectl.run("kustomize over").stderr()).isEqualTo("error: " + message + "\n");
    }

    @Test
    void operationsThatDoNotFitChangeNothing() {
        kubectl.file("over/kustomization.yaml", """
            resources: [../base]
            patches: [{target: {kind: Deployment}, patch: '[{op: remove, path: /spec/none/deeper}]'}]
            """);
        assertThat(kubectl.run("apply -k over").stderr())
                .startsWith("error: a JSON patch does not fit Deployment.v1.apps/p-web.[noNs]: ");
        assertThat(kubectl.run("get deployments").stdout()).isEmpty();
    }
}
