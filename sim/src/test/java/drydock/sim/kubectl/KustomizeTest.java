package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Objects of a kustomization: built, printed, applied.
class KustomizeTest {

    private static final String DEPLOYMENT = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - name: web
                image: nginx:1.14
                envFrom: [{configMapRef: {name: settings}}, {configMapRef: {name: elsewhere}}]
        """;

    private static final String SERVICE = """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 80}]}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {mode: loud}
        """;

    private final CommandLine kubectl = CommandLine.start();

    @BeforeEach
    void write() {
        kubectl.file("base/kustomization.yaml", "resources: [deployment.yaml, service.yaml]\n")
                .file("base/deployment.yaml", DEPLOYMENT)
                .file("base/service.yaml", SERVICE)
                .file("overlays/test/kustomization.yaml", """
                    apiVersion: kustomize.config.k8s.io/v1beta1
                    kind: Kustomization
                    resources: [../../base]
                    namespace: test
                    namePrefix: t-
                    labels: [{pairs: {stage: test}, includeSelectors: true}, {pairs: {owner: me}}]
                    commonAnnotations: {note: hello}
                    images: [{name: nginx, newName: mirror/nginx, newTag: "1.25"}]
                    replicas: [{name: web, count: 2}]
                    """);
    }

    @AfterEach
    void close() {
        kubectl.close();
    }

    @Test
    void anOverlayChangesItsBase() {
        assertThat(kubectl.out("kustomize overlays/test")).isEqualTo("""
            apiVersion: v1
            data:
              mode: loud
            kind: ConfigMap
            metadata:
              annotations:
                note: hello
              labels:
                owner: me
                stage: test
              name: t-settings
              namespace: test
            ---
            apiVersion: v1
            kind: Service
            metadata:
              annotations:
                note: hello
              labels:
                owner: me
                stage: test
              name: t-web
              namespace: test
            spec:
              ports:
              - port: 80
              selector:
                app: web
                stage: test
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              annotations:
                note: hello
              labels:
                owner: me
                stage: test
              name: t-web
              namespace: test
            spec:
              replicas: 2
              selector:
                matchLabels:
                  app: web
                  stage: test
              template:
                metadata:
                  annotations:
                    note: hello
                  labels:
                    app: web
                    stage: test
                spec:
                  containers:
                  - envFrom:
                    - configMapRef:
                        name: t-settings
                    - configMapRef:
                        name: elsewhere
                    image: mirror/nginx:1.25
                    name: web
            """);
    }

    @Test
    void aKustomizationIsAppliedAndTakenBack() {
        kubectl.out("create namespace test");

        assertThat(kubectl.out("apply -k overlays/test"))
                .isEqualTo("configmap/t-settings created\nservice/t-web created\ndeployment.apps/t-web created\n");
        assertThat(kubectl.out("apply -k overlays/test").lines()).allMatch(line -> line.endsWith(" unchanged"));
        kubectl.out("delete -k overlays/test");
        assertThat(kubectl.run("get deploy,svc,cm t-web -n test --ignore-not-found")
                        .stdout())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resources: [a.yaml], wishes: [b]|invalid Kustomization: json: unknown field \"wishes\"",
                "resources: [../base], vars: []|the field \"vars\" of kustomizations is not available here",
                "namespace: a|kustomization.yaml is empty",
                "resources: [../odd]|cycle detected: candidate root 'odd' contains visited root",
                "resources: [none.yaml]|accumulating resources: accumulation err='accumulating resources from"
                        + " 'none.yaml': evalsymlink failure on 'odd/none.yaml' : lstat odd/none.yaml: no such file or"
                        + " directory'",
                "resources: ['https://a.example/b.yaml']|accumulating resources from 'https://a.example/b.yaml': only"
                        + " files of the project can be read"
            })
    void whatCannotBeBuiltIsSaid(String text, String message) {
        kubectl.file("odd/kustomization.yaml", "{" + text + "}");

        assertThat(kubectl.run("apply -k odd")).isEqualTo(new CommandResult("", "error: " + message + "\n", 1));
    }

    @Test
    void aFolderWithoutAKustomizationIsNone() {
        assertThat(kubectl.run("kustomize nowhere").stderr())
                .isEqualTo("error: unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization'"
                        + " in directory 'nowhere'\n");
        assertThat(kubectl.run("apply -k base -f a.yaml").stderr())
                .isEqualTo("error: only one of -f or -k can be specified\n");
    }

    @Test
    void otherVerbsTakeAFolderToo() {
        kubectl.out("apply -k base");

        assertThat(kubectl.out("get -k base -o name"))
                .isEqualTo("configmap/settings\nservice/web\ndeployment.apps/web\n");
        assertThat(kubectl.out("label -k base stage=test"))
                .isEqualTo("configmap/settings labeled\nservice/web labeled\ndeployment.apps/web labeled\n");
        assertThat(kubectl.out("annotate -k base note=x")).contains("service/web annotated\n");
        assertThat(kubectl.out("describe -k base")).contains("Name:         settings");
        assertThat(kubectl.run("scale -k base --replicas=2").stdout()).contains("deployment.apps/web scaled\n");
        assertThat(kubectl.out("replace -k base")).contains("configmap/settings replaced\n");
        assertThat(kubectl.run("get -k base -f x.yaml").stderr())
                .isEqualTo("error: only one of -f or -k can be specified\n");
    }
}
