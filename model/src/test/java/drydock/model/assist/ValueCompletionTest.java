package drydock.model.assist;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.ManifestFile;
import org.junit.jupiter.api.Test;

class ValueCompletionTest {

    private static final ManifestFile OTHERS = ManifestFile.parse("others.yaml", """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {colour: red, size: "3"}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: keys}
        stringData: {password: x}
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: disk}
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: robot}
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: fast}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web, tier: "1.0"}}
            spec:
              containers:
              - name: web
                image: nginx
                ports: [{name: http, containerPort: 80}]
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: elsewhere, namespace: far}
        """);

    private static Typed pod(String spec) {
        return Typed.of("apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n" + spec, OTHERS);
    }

    private static Typed service(String spec) {
        return Typed.of("apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec:\n" + spec, OTHERS);
    }

    @Test
    void theSchemasValuesAreOffered() {
        assertThat(pod("  containers:\n  - imagePullPolicy: ‸").labels())
                .containsExactlyInAnyOrder("Always", "IfNotPresent", "Never");
        assertThat(pod("  hostNetwork: t‸").labels()).containsExactly("true");
        assertThat(pod("  restartPolicy:‸").taking("Never")).endsWith("restartPolicy: Never");
    }

    @Test
    void aWrittenValueIsReplaced() {
        assertThat(pod("  restartPolicy: Al‸ways").taking("Always")).endsWith("restartPolicy: Always");
    }

    @Test
    void namesOfTheProjectAreOfferedByKindAndNamespace() {
        assertThat(pod("  serviceAccountName: ‸").labels()).containsExactly("robot");
        assertThat(pod("  volumes:\n  - name: v\n    configMap:\n      name: ‸").labels())
                .containsExactly("settings");
        assertThat(pod("  volumes:\n  - name: v\n    persistentVolumeClaim: {claimName: ‸}")
                        .labels())
                .containsExactly("disk");
        assertThat(pod("  imagePullSecrets:\n  - name: ‸").labels()).containsExactly("keys");
        assertThat(Typed.of("apiVersion: v1\nkind: PersistentVolumeClaim\nspec:\n  storageClassName: ‸", OTHERS)
                        .labels())
                .containsExactly("fast");
    }

    @Test
    void keysOfConfigMapsAndSecretsAreOffered() {
        String env = "  containers:\n  - env:\n    - name: A\n      valueFrom:\n        ";

        assertThat(pod(env + "configMapKeyRef:\n          name: settings\n          key: ‸")
                        .labels())
                .containsExactly("colour", "size");
        assertThat(pod(env + "secretKeyRef: {name: keys, key: ‸}").labels()).containsExactly("password");
        assertThat(pod("  volumes:\n  - configMap:\n      items:\n      - key: ‸\n      name: settings")
                        .labels())
                .containsExactly("colour", "size");
    }

    @Test
    void labelsAndPortsOfTheProjectAreOffered() {
        assertThat(service("  selector:\n    ‸").labels()).containsExactly("app", "tier");
        assertThat(service("  selector:\n    app: ‸").labels()).containsExactly("web");
        assertThat(service("  selector:\n    tier: ‸").taking("1.0")).endsWith("tier: \"1.0\"");
        assertThat(service("  ports:\n  - port: 80\n    targetPort: ‸\n  selector:\n    app: web")
                        .labels())
                .containsExactly("http");
        assertThat(service("  ports:\n  - targetPort: ‸\n  selector:\n    app: none")
                        .labels())
                .isEmpty();
    }

    @Test
    void volumesOfThePodAreOfferedToAMount() {
        String mounts = "  containers:\n  - name: a\n    volumeMounts:\n    - name: ‸\n  volumes:\n  - name: data\n";

        assertThat(pod(mounts).labels()).containsExactly("data");
    }

    @Test
    void theKindBesideANameTellsWhatIsMeant() {
        String text = "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec:\n  scaleTargetRef:\n"
                + "    apiVersion: apps/v1\n    kind: Deployment\n    name: ‸";

        assertThat(Typed.of(text, OTHERS).labels()).containsExactly("web");
    }

    @Test
    void itemsOfPlainListsAreOffered() {
        String claim = "apiVersion: v1\nkind: PersistentVolumeClaim\nspec:\n  accessModes:\n  ";

        assertThat(Typed.of(claim + "- ‸").labels()).contains("ReadWriteOnce", "ReadOnlyMany");
        assertThat(Typed.of(claim + "  ‸").taking("ReadWriteOnce")).endsWith("  accessModes:\n    - ReadWriteOnce");
    }
}
