package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            - {name: scratch, mountPath: /sealed, readOnly: true}
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo x > /etc/settings/new|sh: can't create /etc/settings/new: Read-only file system",
                "echo x >> /etc/one.conf|sh: can't create /etc/one.conf: Read-only file system",
                "echo x > /etc/settings/no/where|sh: can't create /etc/settings/no/where: nonexistent directory",
                "touch /etc/info/labels|touch: /etc/info/labels: Read-only file system",
                "chmod 600 /etc/both/name|chmod: /etc/both/name: Read-only file system",
                "rm -f /etc/settings/mode|rm: can't remove '/etc/settings/mode': Read-only file system",
                "rm -r /etc/both/from|rm: can't remove '/etc/both/from/map': Read-only file system",
                "mkdir /etc/settings/d|mkdir: can't create directory '/etc/settings/d': Read-only file system",
                "mkdir -p /etc/settings/d/e|mkdir: can't create directory '/etc/settings/d/e': Read-only file system",
                "cp /etc/hostname /etc/settings|cp: can't create '/etc/settings/hostname': Read-only file system",
                "mv /etc/settings/mode /tmp|mv: can't remove '/etc/settings/mode': Read-only file system",
                "sed -i s/l/L/ /etc/settings/mode|sed: can't create temp file '/etc/settings/modeXXXXXX':"
                        + " Read-only file system",
                "tee /etc/settings/new < /etc/hostname|tee: /etc/settings/new: Read-only file system",
                "touch /sealed/new|touch: /sealed/new: Read-only file system",
                "touch /var/run/secrets/kubernetes.io/serviceaccount/x"
                        + "|touch: /var/run/secrets/kubernetes.io/serviceaccount/x: Read-only file system",
            })
    void whatIsReadOnlyCannotBeWritten(String line, String complaint) {
        CommandResult result = kubectl.run(List.of("exec", "reader", "-c", "sh", "--", "sh", "-c", line));

        assertThat(result.stderr()).startsWith(complaint + "\n");
        assertThat(result.code()).isEqualTo(1);
        assertThat(cat("/etc/settings/mode")).isEqualTo("loud");
        assertThat(cat("/etc/both/from/map")).isEqualTo("loud");
    }

    @Test
    void aVolumeMountedReadOnlyIsWrittenWhereAnotherContainerMountsIt() {
        kubectl.out("exec reader -c other -- touch /all/seen");

        assertThat(kubectl.out("exec reader -c sh -- ls /sealed")).isEqualTo("deep\nseen\n");
        assertThat(kubectl.run("exec reader -c sh -- rm -f /sealed/none").code())
                .isZero();
    }

    @Test
    void aContainerWithAReadOnlyRootWritesInItsVolumesOnly() {
        kubectl.file("root.yaml", one("""
                securityContext: {readOnlyRootFilesystem: true}
                volumeMounts: [{name: scratch, mountPath: /scratch}]
            """));
        kubectl.out("create -f root.yaml");
        kubectl.pass(10);

        assertThat(kubectl.run("exec one -- touch /tmp/a").stderr())
                .startsWith("touch: /tmp/a: Read-only file system\n");
        kubectl.out("exec one -- touch /scratch/a");
        kubectl.out("exec one -- touch /dev/shm/a");
    }

    @Test
    void aSubPathMayNameTheContainersVariables() {
        kubectl.file("expr.yaml", one("""
                env: [{name: POD, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]
                volumeMounts:
                - {name: scratch, mountPath: /mine, subPathExpr: logs/$(POD)/$$(POD)}
                - {name: scratch, mountPath: /scratch}
            """));
        kubectl.out("create -f expr.yaml");
        kubectl.pass(10);
        kubectl.out("exec one -- touch /mine/here");

        assertThat(kubectl.out("exec one -- find /scratch -type f")).isEqualTo("/scratch/logs/one/$(POD)/here\n");
    }

    @ParameterizedTest
    @CsvSource({
        "$(B)$(A),'missing value for A, B'",
        "a/$(UP),unable to provision SubPath `a/..`: must not contain '..'",
        "$(ROOT),error SubPath `/etc` must not be an absolute path"
    })
    void aSubPathThatCannotBeMadeKeepsTheContainerFromBeginning(String path, String message) {
        kubectl.file("bad.yaml", one("""
                env: [{name: B, value: ""}, {name: UP, value: ..}, {name: ROOT, value: /etc}]
                volumeMounts: [{name: scratch, mountPath: /mine, subPathExpr: %s}]
            """.formatted(path)));
        kubectl.out("create -f bad.yaml");
        kubectl.pass(10);

        assertThat(kubectl.out("get pod one -o jsonpath={.status.containerStatuses[0].state.waiting}"))
                .contains("\"reason\":\"CreateContainerConfigError\"", "\"message\":\"" + message + "\"");
        assertThat(kubectl.out("get events --field-selector reason=Failed")).contains("Error: " + message);
    }

    /// A Pod of one container that sleeps.
    private static String one(String container) {
        return """
            apiVersion: v1
            kind: Pod
            metadata: {name: one}
            spec:
              volumes: [{name: scratch, emptyDir: {}}]
              containers:
              - name: sh
                image: busybox:1.36
                command: [sleep, "3600"]
            """ + container;
    }

    @ParameterizedTest
    @CsvSource({
        "'', Error, '[emerg] 1#1: mkdir() \"/var/cache/nginx/client_temp\" failed (30: Read-only file system)'",
        "/var/cache/nginx, Error, 'nginx: [emerg] open() \"/var/run/nginx.pid\" failed (30: Read-only file system)'",
        "/var/cache/nginx /var/run, Running, ''",
        "/var/cache/nginx /run, Running, ''"
    })
    void nginxNeedsFoldersThatItCanWrite(String folders, String state, String log) {
        String mounts = "";
        int count = 0;
        for (String folder : folders.split(" ", -1)) {
            mounts += folder.isEmpty() ? "" : "{name: scratch, subPath: s" + count++ + ", mountPath: " + folder + "},";
        }
        kubectl.file("nginx.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              restartPolicy: Never
              volumes: [{name: scratch, emptyDir: {}}]
              containers:
              - name: web
                image: nginx:1.25
                securityContext: {readOnlyRootFilesystem: true}
                volumeMounts: [%s]
            """.formatted(mounts));
        kubectl.out("apply -f nginx.yaml");
        kubectl.pass(6);

        assertThat(kubectl.out("get pod web --no-headers")).contains(state);
        assertThat(kubectl.out("logs web")).contains(log);
    }
}
