package drydock.model.validation.storage;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the API server says of claims, volumes and classes of storage.
class StorageTest {

    private static final Checked CLAIM = Checked.of("""
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: data
        spec:
          accessModes: [ReadWriteOnce]
          storageClassName: fast
          resources:
            requests:
              storage: 1Gi
        """);

    private static final Checked VOLUME = Checked.of("""
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: disk
        spec:
          accessModes: [ReadWriteOnce]
          capacity:
            storage: 1Gi
          hostPath:
            path: /data
        """);

    private static final Checked CLASS = Checked.of("""
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: fast
        provisioner: example.com/disk
        """);

    @Test
    void whatTheTablesChangeIsAccepted() {
        assertThat(CLAIM.errors()).isEmpty();
        assertThat(VOLUME.errors()).isEmpty();
        assertThat(CLASS.errors()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        storage: 1Gi           | cpu: 1                   | spec.resources[storage]: Required value
        storage: 1Gi           | storage: 0               | spec.resources[storage]: Invalid value: "0": must be greater than zero
        [ReadWriteOnce]        | []                       | spec.accessModes: Required value: at least 1 access mode is required
        [ReadWriteOnce]        | [ReadWriteOncePod, ReadWriteOnce] | spec.accessModes: Forbidden: may not use ReadWriteOncePod with other access modes
        """)
    void aClaimIsRefused(String from, String to, String said) {
        assertThat(CLAIM.with(from, to).errors()).contains(said);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        [ReadWriteOnce]         | []                          | spec.accessModes: Required value
        storage: 1Gi            | storage: -1                 | spec.capacity[storage]: Invalid value: "-1": must be greater than zero
        path: /data             | path: /data/../etc          | spec.hostPath.path: Invalid value: "/data/../etc": must not contain '..'
        hostPath:               | nfs: {path: /x, server: s}\\n  hostPath: | spec.nfs: Forbidden: may not specify more than 1 volume type
        path: /data             | path: /\\n  persistentVolumeReclaimPolicy: Recycle | spec.persistentVolumeReclaimPolicy: Forbidden: may not be 'recycle' for a hostPath mount of '/'
        """)
    void aVolumeIsRefused(String from, String to, String said) {
        assertThat(VOLUME.with(from, to).errors()).containsExactly(said);
    }

    @Test
    void aVolumeNeedsASourceAndACapacity() {
        assertThat(VOLUME.with("  hostPath:\n    path: /data\n", "").errors())
                .containsExactly("spec: Required value: must specify a volume type");
        assertThat(VOLUME.with("  capacity:\n    storage: 1Gi\n", "").errors())
                .containsExactly("spec.capacity: Required value");
    }

    @Test
    void aDiskOfOneNodeSaysOfWhich() {
        Checked local = VOLUME.with("hostPath:", "local:");

        assertThat(local.errors())
                .containsExactly("spec.nodeAffinity: Required value: Local volume requires node affinity");
    }

    @Test
    void theNameOfAProvisionerIsQualified() {
        assertThat(CLASS.with("example.com/disk", "a/b/c").errors())
                .first()
                .asString()
                .startsWith("provisioner: Invalid value");
        assertThat(CLASS.with("example.com/disk", "Example.com/disk").errors()).isEmpty();
    }
}
