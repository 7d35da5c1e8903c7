package drydock.model.assist;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.ManifestFile;
import drydock.model.resource.FieldType;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

    private static final ManifestFile WEB = ManifestFile.parse("web.yaml", """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web}}
        spec: {containers: [{name: a, image: b}]}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {colour: red}
        """);

    @Test
    void aSelectorLeadsToAllThatItChooses() {
        String service = "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec:\n  selec‸tor:\n    app: web\n";

        assertThat(Typed.of(service, WEB).definitions()).containsExactly("web.yaml: web");
        assertThat(Typed.of(service.replace("‸", "").replace("app: web", "app: w‸eb"), WEB)
                        .definitions())
                .containsExactly("web.yaml: web");
    }

    @Test
    void aNameLeadsToItsObjectAndAKeyToItsKey() {
        String pod =
                "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - env:\n    - valueFrom:\n"
                        + "        configMapKeyRef:\n          name: settings\n          key: colour\n";

        assertThat(Typed.of(pod.replace("name: sett", "name: sett‸"), WEB).definitions())
                .containsExactly("web.yaml: settings");
        assertThat(Typed.of(pod.replace("key: col", "key: col‸"), WEB).definitions())
                .containsExactly("web.yaml: colour");
        assertThat(Typed.of(pod.replace("settings", "mi‸ssing"), WEB).definitions())
                .isEmpty();
    }

    @Test
    void aMountLeadsToItsVolumeAndAnAliasToItsAnchor() {
        String pod = "apiVersion: v1\r\nkind: Pod\r\nspec:\r\n  containers:\r\n  - volumeMounts:\r\n"
                + "    - name: da‸ta\r\n  volumes:\r\n  - name: data\r\n";
        String alias = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: &n web\n  labels: {app: *‸n}\n";

        assertThat(Typed.of(pod).definitions()).containsExactly("here.yaml: data");
        assertThat(Typed.of(alias).definitions()).containsExactly("here.yaml: &n");
    }

    @Test
    void aFieldIsKnownByItsKeyAndByItsValue() {
        String pod = "apiVersion: v1\nkind: Pod\nspec:\n  hostNetwork: true\n";

        assertThat(Typed.of(pod.replace("hostN", "host‸N")).note()).hasValueSatisfying(note -> {
            assertThat(note.definition()).isEqualTo("io.k8s.api.core.v1.PodSpec");
            assertThat(note.field().type()).isEqualTo(new FieldType.Flag());
            assertThat(note.path()).hasToString("spec.hostNetwork");
        });
        assertThat(Typed.of(pod.replace("true", "tr‸ue")).note()).isPresent();
        assertThat(Typed.of(pod.replace("Pod", "Nonsense").replace("true", "tr‸ue"))
                        .note())
                .isEmpty();
    }
}
