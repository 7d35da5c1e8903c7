package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiffTest {

    private static final String WEB = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 1
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: nginx, image: "nginx:1.24"}]}
        """;

    private final CommandLine kubectl = CommandLine.start().file("web.yaml", WEB);

    @AfterEach
    void close() {
        kubectl.close();
    }

    @Test
    void whatWouldChangeIsShownAndNotDone() {
        kubectl.out("apply -f web.yaml");
        assertThat(kubectl.out("diff -f web.yaml")).isEmpty();
        kubectl.file("web.yaml", WEB.replace("replicas: 1", "replicas: 3").replace("1.24", "1.25"));

        CommandResult result = kubectl.run("diff -f web.yaml");

        assertThat(result.stdout()
                        .replaceFirst("\\{\"apiVersion\".*", "LAST")
                        .replaceFirst("resourceVersion: .*", "resourceVersion: VERSION")
                        .replaceFirst("uid: .*", "uid: UID"))
                .isEqualTo("""
                    diff -u -N LIVE/apps.v1.Deployment.default.web MERGED/apps.v1.Deployment.default.web
                    --- LIVE/apps.v1.Deployment.default.web
                    +++ MERGED/apps.v1.Deployment.default.web
                    @@ -5,14 +5,14 @@
                         kubectl.kubernetes.io/last-applied-configuration: |
                           LAST
                       creationTimestamp: "2026-01-01T00:00:01Z"
                    -  generation: 1
                    +  generation: 2
                       name: web
                       namespace: default
                       resourceVersion: VERSION
                       uid: UID
                     spec:
                       progressDeadlineSeconds: 600
                    -  replicas: 1
                    +  replicas: 3
                       revisionHistoryLimit: 10
                       selector:
                         matchLabels:
                    @@ -28,7 +28,7 @@
                             app: web
                         spec:
                           containers:
                    -      - image: nginx:1.24
                    +      - image: nginx:1.25
                             imagePullPolicy: IfNotPresent
                             name: nginx
                             resources: {}
                    """);
        assertThat(result.stderr()).isEmpty();
        assertThat(result.code()).isEqualTo(1);
        assertThat(kubectl.out("get deployment web -o jsonpath={.spec.replicas}"))
                .isEqualTo("1");
    }

    @Test
    void whatIsNotThereIsNewAltogether() {
        kubectl.file("settings.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {mode: test}
            """);

        CommandResult result = kubectl.run("diff -f settings.yaml");

        assertThat(result.stdout().replaceFirst("uid: .*", "uid: UID")).isEqualTo("""
            diff -u -N LIVE/v1.ConfigMap.default.settings MERGED/v1.ConfigMap.default.settings
            --- LIVE/v1.ConfigMap.default.settings
            +++ MERGED/v1.ConfigMap.default.settings
            @@ -0,0 +1,9 @@
            +apiVersion: v1
            +data:
            +  mode: test
            +kind: ConfigMap
            +metadata:
            +  creationTimestamp: "2026-01-01T00:00:01Z"
            +  name: settings
            +  namespace: default
            +  uid: UID
            """);
        assertThat(result.code()).isEqualTo(1);
        assertThat(kubectl.run("get cm settings").code()).isEqualTo(1);
    }

    @Test
    void valuesOfSecretsAreHidden() {
        String secret = """
            apiVersion: v1
            kind: Secret
            metadata: {name: key}
            data: {a: YQ==, b: Yg==}
            """;
        kubectl.file("key.yaml", secret).out("create -f key.yaml");
        kubectl.file("key.yaml", secret.replace("YQ==", "Yw=="));

        CommandResult result = kubectl.run("diff -f key.yaml");

        assertThat(result.stderr()).isEmpty();
        assertThat(result.stdout()).isEqualTo("""
            diff -u -N LIVE/v1.Secret.default.key MERGED/v1.Secret.default.key
            --- LIVE/v1.Secret.default.key
            +++ MERGED/v1.Secret.default.key
            @@ -1,6 +1,6 @@
             apiVersion: v1
             data:
            -  a: '*** (before)'
            +  a: '*** (after)'
               b: '***'
             kind: Secret
             metadata:
            """);
    }

    @Test
    void whatCannotBeComparedEndsWithMoreThanOne() {
        assertThat(kubectl.run("diff -f none.yaml"))
                .isEqualTo(new CommandResult("", "error: the path \"none.yaml\" does not exist\n", 2));
        kubectl.file("bad.yaml", WEB.replace("replicas: 1", "replicas: -1"));
        assertThat(kubectl.run("diff -f bad.yaml").code()).isEqualTo(2);
    }
}
