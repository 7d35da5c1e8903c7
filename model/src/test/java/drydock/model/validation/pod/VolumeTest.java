package drydock.model.validation.pod;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Volumes of every source, and who mounts them.
class VolumeTest {

    private static final Checked POD = Checked.of("""
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
          - name: main
            image: nginx
            volumeMounts:
            - {name: data, mountPath: /data}
            - {name: settings, mountPath: /settings, readOnly: true}
            volumeDevices:
            - {name: disk, devicePath: /dev/sda}
          volumes:
          - name: data
            emptyDir: {sizeLimit: 1Gi}
          - name: settings
            configMap: {name: settings, defaultMode: 0644, items: [{key: a, path: a.txt}]}
          - name: disk
            persistentVolumeClaim: {claimName: disk}
          - name: scratch
            ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}}
          - name: about
            downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}]}
          - name: all
            projected:
              sources:
              - secret: {name: keys, items: [{key: a, path: key}]}
              - serviceAccountToken: {path: token, expirationSeconds: 3600}
        """);

    @Test
    void thePodThatTheTablesChangeIsAccepted() {
        assertThat(POD.errors()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {name: data, mountPath: /data}  | {name: date, mountPath: /data}       | spec.containers[0].volumeMounts[0].name: Not found: "date"
        {name: data, mountPath: /data}  | {name: data}                         | spec.containers[0].volumeMounts[0].mountPath: Required value
        {name: data, mountPath: /data}  | {name: data, mountPath: /settings}   | spec.containers[0].volumeMounts[1].mountPath: Invalid value: "/settings": must be unique
        {name: data, mountPath: /data}  | {name: data, mountPath: /dev/sda}    | spec.containers[0].volumeMounts[0].mountPath: Invalid value: "/dev/sda": must not already exist as a path in volumeDevices ;; spec.containers[0].volumeDevices[0].devicePath: Invalid value: "/dev/sda": must not already exist as a path in volumeMounts
        {name: data, mountPath: /data}  | {name: data, mountPath: /d, subPath: ../a} | spec.containers[0].volumeMounts.subPath: Invalid value: "../a": must not contain '..'
        {name: data, mountPath: /data}  | {name: data, mountPath: /d, subPath: /a} | spec.containers[0].volumeMounts.subPath: Invalid value: "/a": must be a relative path
        {name: data, mountPath: /data}  | {name: data, mountPath: /d, subPath: a, subPathExpr: b} | spec.containers[0].volumeMounts[0].subPathExpr: Invalid value: "b": subPathExpr and subPath are mutually exclusive
        {name: data, mountPath: /data}  | {name: data, mountPath: /d, mountPropagation: Bidirectional} | spec.containers[0].volumeMounts.mountPropagation: Forbidden: Bidirectional mount propagation is available only to privileged containers
        {name: data, mountPath: /data}  | {name: data, mountPath: /d, mountPropagation: Both} | spec.containers[0].volumeMounts.mountPropagation: Unsupported value: "Both": supported values: "Bidirectional", "HostToContainer", "None"
        {name: data, mountPath: /data}  | {name: data, mountPath: /d, recursiveReadOnly: Enabled} | spec.containers[0].volumeMounts.recursiveReadOnly: Forbidden: may only be specified when readOnly is true
        name: disk, devicePath          | name: data, devicePath               | spec.containers[0].volumeMounts[0].name: Invalid value: "data": must not already exist in volumeDevices ;; spec.containers[0].volumeDevices[0].name: Invalid value: "data": can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode ;; spec.containers[0].volumeDevices[0].name: Invalid value: "data": must not already exist in volumeMounts
        devicePath: /dev/sda            | devicePath: /dev/../a                | spec.containers[0].volumeDevices[0].devicePath: Invalid value: "/dev/../a": can not contain backsteps ('..')
        """)
    void mounts(String from, String to, String said) {
        refused(from, to, said);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        - name: about         | - name: About                 | spec.volumes[4].name: Invalid value: "About": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')
        - name: about         | - name: data                  | spec.volumes[4].name: Duplicate value: "data"
        sizeLimit: 1Gi        | sizeLimit: -1                 | spec.volumes[0].emptyDir.sizeLimit: Forbidden: SizeLimit field must be a valid resource quantity ;; spec.containers[0].volumeMounts[0].name: Not found: "data"
        emptyDir: {sizeLimit: 1Gi} | emptyDir: {}\\n    secret: {secretName: a} | spec.volumes[0].secret: Forbidden: may not specify more than 1 volume type ;; spec.containers[0].volumeMounts[0].name: Not found: "data"
        emptyDir: {sizeLimit: 1Gi} | hostPath: {path: /a/../b, type: Folder} | spec.volumes[0].hostPath.path: Invalid value: "/a/../b": must not contain '..' ;; spec.volumes[0].hostPath.type: Unsupported value: "Folder": supported values: "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket" ;; spec.containers[0].volumeMounts[0].name: Not found: "data"
        name: settings, defaultMode: 0644 | defaultMode: 0644 | spec.volumes[1].configMap.name: Required value ;; spec.containers[0].volumeMounts[1].name: Not found: "settings"
        defaultMode: 0644     | defaultMode: 0o1000           | spec.volumes[1].configMap.defaultMode: Invalid value: 512: must be a number between 0 and 0777 (octal), both inclusive ;; spec.containers[0].volumeMounts[1].name: Not found: "settings"
        path: a.txt           | path: ../a.txt                | spec.volumes[1].configMap.items[0].path: Invalid value: "../a.txt": must not contain '..' ;; spec.containers[0].volumeMounts[1].name: Not found: "settings"
        path: a.txt           | path: ..a                     | spec.volumes[1].configMap.items[0].path: Invalid value: "..a": must not start with '..' ;; spec.containers[0].volumeMounts[1].name: Not found: "settings"
        claimName: disk       | claimName: web-scratch        | spec.volumes[2].persistentVolumeClaim.claimName: Invalid value: "web-scratch": must not reference a PVC that gets created for an ephemeral volume ;; spec.containers[0].volumeDevices[0].name: Not found: "disk"
        {path: labels, fieldRef: {fieldPath: metadata.labels}} | {fieldRef: {fieldPath: metadata.labels}} | spec.volumes[4].downwardAPI.path: Required value
        {path: labels, fieldRef: {fieldPath: metadata.labels}} | {path: labels} | spec.volumes[4].downwardAPI: Required value: one of fieldRef and resourceFieldRef is required
        {path: labels, fieldRef: {fieldPath: metadata.labels}} | {path: labels, resourceFieldRef: {resource: limits.cpu}} | spec.volumes[4].downwardAPI.resourceFieldRef.containerName: Required value
        fieldPath: metadata.labels | fieldPath: spec.nodeName | spec.volumes[4].downwardAPI.fieldRef.fieldPath: Unsupported value: "spec.nodeName": supported values: "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid"
        - secret: {name: keys, | - configMap: {name: c}\\n        secret: {name: keys, | spec.volumes[5].projected.sources[0]: Forbidden: may not specify more than 1 volume type per source
        secret: {name: keys, items | secret: {items           | spec.volumes[5].projected.sources[0].secret.name: Required value
        {path: token, expirationSeconds: 3600} | {path: token, expirationSeconds: 60} | spec.volumes[5].projected.sources[1].serviceAccountToken.expirationSeconds: Invalid value: 60: may not specify a duration less than 10 minutes
        {path: token, expirationSeconds: 3600} | {expirationSeconds: 3600} | spec.volumes[5].projected.path: Required value
        - serviceAccountToken: {path: token, expirationSeconds: 3600} | - configMap: {name: c, items: [{key: b, path: key}]} | spec.volumes[5].projected: Invalid value: "c": conflicting duplicate paths
        """)
    void sources(String from, String to, String said) {
        refused(from, to, said);
    }

    /// Put in the place of the last volume.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        gitRepo: {repository: a, directory: ../b} | spec.volumes[4].gitRepo.directory: Invalid value: "../b": must not contain '..'
        nfs: {server: a, path: b}               | spec.volumes[4].nfs.path: Invalid value: "b": must be an absolute path
        csi: {driver: A_B}                      | spec.volumes[4].csi.driver: Invalid value: "A_B": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')
        csi: {driver: a.b, nodePublishSecretRef: {}} | spec.volumes[4].csi.nodePublishSecretRef.name: Required value
        csi: {}                                 | spec.volumes[4].csi.driver: Required value
        image: {pullPolicy: Never}              | spec.volumes[4].image.reference: Required value
        ephemeral: {}                           | spec.volumes[4].ephemeral.volumeClaimTemplate: Required value
        iscsi: {targetPortal: a, iqn: web, lun: 0} | spec.volumes[4].iscsi.iqn: Invalid value: "web": must be valid format starting with iqn, eui, or naa
        iscsi: {targetPortal: a, iqn: "iqn.2001-04.com.example:storage.disk1", lun: 256} | spec.volumes[4].iscsi.lun: Invalid value: 256: must be between 0 and 255, inclusive
        iscsi: {targetPortal: a, iqn: "iqn.2001-04.com.example:storage.disk1", chapAuthSession: true} | spec.volumes[4].iscsi.secretRef: Required value
        fc: {lun: 1}                            | spec.volumes[4].fc.targetWWNs: Required value: must specify either targetWWNs or wwids, but not both
        fc: {targetWWNs: [a]}                   | spec.volumes[4].fc.lun: Required value: lun is required if targetWWNs is specified
        quobyte: {registry: web, volume: a}     | spec.volumes[4].quobyte.registry: Invalid value: "web": must be a host:port pair or multiple pairs separated by commas
        flocker: {}                             | spec.volumes[4].flocker: Required value: one of datasetName and datasetUUID is required
        flexVolume: {driver: a/b, options: {kubernetes.io/a: b}} | spec.volumes[4].flexVolume.options[kubernetes.io/a]: Invalid value: "kubernetes.io/a": kubernetes.io and k8s.io namespaces are reserved
        azureDisk: {diskName: a, diskURI: b, kind: Managed} | spec.volumes[4].azureDisk.diskURI: Unsupported value: "b": supported values: "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}"
        storageos: {volumeNamespace: A}         | spec.volumes[4].storageos.volumeName: Required value ;; spec.volumes[4].storageos.volumeNamespace: Invalid value: "A": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')
        gcePersistentDisk: {pdName: a, partition: 256} | spec.volumes[4].persistentDisk.partition: Invalid value: 256: must be between 1 and 255, inclusive
        gcePersistentDisk: {partition: 1}       | spec.volumes[4].persistentDisk.pdName: Required value
        cinder: {volumeID: a, secretRef: {}}    | spec.volumes[4].cinder.secretRef.name: Required value
        scaleIO: {gateway: a, system: b}        | spec.volumes[4].scaleIO.volumeName: Required value
        rbd: {monitors: [], image: a}           | spec.volumes[4].rbd.monitors: Required value
        """)
    void otherSources(String source, String said) {
        refused("downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}]}", source, said);
    }

    @Test
    void aStatefulSetsClaimsAreVolumesOfItsTemplate() {
        Checked set = Checked.of("""
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              serviceName: db
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers:
                  - name: db
                    image: postgres
                    volumeMounts: [{name: data, mountPath: /data}]
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """);

        assertThat(set.errors()).isEmpty();
        assertThat(set.with("metadata: {name: data}", "metadata: {name: other}").errors())
                .containsExactly("spec.template.spec.containers[0].volumeMounts[0].name: Not found: \"data\"");
    }

    private static void refused(String from, String to, String said) {
        Checked changed = POD.with(from, to);
        assertThat(changed.errors()).containsExactlyInAnyOrder(said.split(" ;; "));
        changed.everyFindingIsSaidAndMended();
    }
}
