package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files of a container that say what ConfigMaps, Secrets and the Pod itself hold.
class MountedFilesTest {

    private static final String POD = """
        apiVersion: v1
        kind: Pod
        metadata: {name: reader, labels: {app: reader, tier: front}}
        spec:
          containers:
          - name: sh
            image: busybox:1.36
            command: [sleep, "3600"]
            resources: {limits: {cpu: 500m}}
            volumeMounts:
            - {name: settings, mountPath: /etc/settings}
            - {name: settings, mountPath: /etc/one.conf, subPath: mode}
            - {name: info, mountPath: /etc/info}
            - {name: both, mountPath: /etc/both}
            - {name: scratch, mountPath: /data, subPath: deep/er}
          - name: other
            image: busybox:1.36
            command: [sleep, "3600"]
            volumeMounts:
            - {name: scratch, mountPath: /all}
          volumes:
          - {name: settings, configMap: {name: settings}}
          - name: info
            downwardAPI:
              items:
              - {path: labels, fieldRef: {fieldPath: metadata.labels}}
              - {path: cpu, resourceFieldRef: {containerName: sh, resource: limits.cpu, divisor: 1m}}
          - name: both
            projected:
              sources:
              - configMap: {name: settings, items: [{key: mode, path: from/map}]}
              - secret: {name: key}
              - downwardAPI: {items: [{path: name, fieldRef: {fieldPath: metadata.name}}]}
          - {name: scratch, emptyDir: {}}
        """;

    private final CommandLine kubectl = CommandLine.start();

    @BeforeEach
    void create() {
        kubectl.file("pod.yaml", POD);
        kubectl.out("create configmap settings --from-literal=mode=loud");
        kubectl.out("create secret generic key --from-literal=password=secret");
        kubectl.out("create -f pod.yaml");
        kubectl.pass(10);
    }

    @AfterEach
    void close() {
        kubectl.close();
    }

    private String cat(String path) {
        return kubectl.out("exec reader -c sh -- cat " + path);
    }

    @Test
    void aVolumeSaysWhatThePodAndItsResourcesAre() {
        assertThat(cat("/etc/info/labels")).isEqualTo("app=\"reader\"\ntier=\"front\"");
        assertThat(cat("/etc/info/cpu")).isEqualTo("500");
        kubectl.out("label pod reader tier=back --overwrite");
        kubectl.pass(5);
        assertThat(cat("/etc/info/labels")).isEqualTo("app=\"reader\"\ntier=\"back\"");
    }

    @Test
    void aProjectedVolumeHoldsAllItsSources() {
        assertThat(cat("/etc/both/from/map")).isEqualTo("loud");
        assertThat(cat("/etc/both/password")).isEqualTo("secret");
        assertThat(cat("/etc/both/name")).isEqualTo("reader");
    }

    @Test
    void aChangedConfigMapIsSeenAfterAMinuteAndAHalfButNotInASubPath() {
        kubectl.run(List.of("patch", "cm", "settings", "-p", "{\"data\":{\"mode\":\"quiet\"}}"));
        assertThat(cat("/etc/settings/mode")).isEqualTo("loud");
        kubectl.pass(90);
        assertThat(cat("/etc/settings/mode")).isEqualTo("quiet");
        assertThat(cat("/etc/both/from/map")).isEqualTo("quiet");
        assertThat(cat("/etc/one.conf")).isEqualTo("loud");
    }

    @Test
    void aSubPathIsAPlaceInTheVolume() {
        kubectl.out("exec reader -c sh -- touch /data/here");
        assertThat(kubectl.out("exec reader -c other -- ls /all/deep/er")).isEqualTo("here\n");
    }
}
