package drydock.model.validation.pod;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// As whom Pods run, on which system, and what their annotations say.
class SecurityTest {

    private static final Checked POD = Checked.of("""
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations:
            note: here
        spec:
          hostUsers: false
          securityContext:
            runAsUser: 1000
            fsGroupChangePolicy: Always
            supplementalGroups: [10]
            sysctls: [{name: fs.file-max, value: "1024"}]
            seccompProfile: {type: RuntimeDefault}
          containers:
          - name: main
            image: nginx
            securityContext:
              procMount: Unmasked
              allowPrivilegeEscalation: false
              appArmorProfile: {type: Localhost, localhostProfile: web}
        """);

    private static final Checked WINDOWS = Checked.of("""
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          os: {name: windows}
          hostNetwork: true
          securityContext:
            windowsOptions: {hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM'}
          containers:
          - name: main
            image: web
        """);

    @Test
    void thePodsThatTheTablesChangeAreAccepted() {
        assertThat(POD.errors()).isEmpty();
        assertThat(WINDOWS.errors()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        runAsUser: 1000             | runAsUser: -1              | spec.securityContext.runAsUser: Invalid value: -1: must be between 0 and 2147483647, inclusive
        supplementalGroups: [10]    | supplementalGroups: [-1]   | spec.securityContext.supplementalGroups[0]: Invalid value: -1: must be between 0 and 2147483647, inclusive
        fsGroupChangePolicy: Always | fsGroupChangePolicy: always | spec.securityContext.fsGroupChangePolicy: Unsupported value: "always": supported values: "Always", "OnRootMismatch"
        fsGroupChangePolicy: Always | seLinuxChangePolicy: Never | spec.securityContext.seLinuxChangePolicy: Unsupported value: "Never": supported values: "Recursive"
        [{name: fs.file-max, value: "1024"}] | [{name: a.b, value: "1"}, {name: a.b, value: "2"}] | spec.securityContext.sysctls[1].name: Duplicate value: "a.b"
        seccompProfile: {type: RuntimeDefault} | seccompProfile: {type: Localhost} | spec.securityContext.seccompProfile.localhostProfile: Required value: must be set when seccomp type is Localhost
        seccompProfile: {type: RuntimeDefault} | seccompProfile: {type: Localhost, localhostProfile: /a} | spec.securityContext.seccompProfile.localhostProfile: Invalid value: "/a": must be a relative path
        seccompProfile: {type: RuntimeDefault} | seccompProfile: {type: RuntimeDefault, localhostProfile: a} | spec.securityContext.seccompProfile.localhostProfile: Invalid value: {"Type":"RuntimeDefault","LocalhostProfile":"a"}: can only be set when seccomp type is Localhost
        seccompProfile: {type: RuntimeDefault} | seccompProfile: {} | spec.securityContext.seccompProfile.type: Required value: type is required when seccompProfile is set
        type: Localhost, localhostProfile: web | type: Unconfined, localhostProfile: web | spec.containers[0].securityContext.appArmorProfile.localhostProfile: Invalid value: "web": can only be set when AppArmor type is Localhost
        localhostProfile: web       | localhostProfile: " web"   | spec.containers[0].securityContext.appArmorProfile.localhostProfile: Invalid value: " web": must not be padded with whitespace
        type: Localhost, localhostProfile: web | type: Localhost | spec.containers[0].securityContext.appArmorProfile.localhostProfile: Required value: must be set when AppArmor type is Localhost
        hostUsers: false            | hostUsers: true            | spec.containers[0].securityContext.procMount: Invalid value: "Unmasked": `hostUsers` must be false to use `Unmasked`
        hostUsers: false            | hostUsers: false\\n  hostPID: true | spec.HostPID: Forbidden: when `hostUsers` is false
        hostUsers: false            | hostUsers: false\\n  hostNetwork: true | spec.hostNetwork: Forbidden: when `hostUsers` is false
        procMount: Unmasked         | privileged: true           | spec.containers[0].securityContext: Invalid value: {"Capabilities":null,"Privileged":true,"SELinuxOptions":null,"WindowsOptions":null,"RunAsUser":null,"RunAsGroup":null,"RunAsNonRoot":null,"ReadOnlyRootFilesystem":null,"AllowPrivilegeEscalation":false,"ProcMount":null,"SeccompProfile":null,"AppArmorProfile":null}: cannot set `allowPrivilegeEscalation` to false and `privileged` to true
        hostUsers: false            | hostUsers: false\\n  os: {name: linux} | ~~
        hostUsers: false            | hostUsers: false\\n  os: {name: bsd}   | spec.os: Unsupported value: "bsd": supported values: "linux", "windows"
        hostUsers: false            | hostUsers: false\\n  os: {}   | spec.os.name: Required value
        note: here                  | controller.kubernetes.io/pod-deletion-cost: low | metadata.annotations[controller.kubernetes.io/pod-deletion-cost]: Invalid value: "low": must be a 32bit integer
        hostUsers: false            | hostUsers: false\\n  hostIPC: true | spec.HostIPC: Forbidden: when `hostUsers` is false
        note: here                  | kubernetes.io/config.mirror: a | metadata.annotations[kubernetes.io/config.mirror]: Invalid value: "a": must set spec.nodeName if mirror pod annotation is set
        note: here                  | container.apparmor.security.beta.kubernetes.io/other: unconfined | metadata.annotations[container.apparmor.security.beta.kubernetes.io/other]: Invalid value: "other": container not found
        """)
    void linux(String from, String to, String said) {
        refused(POD.with(from, to), said);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        hostNetwork: true     | hostPID: true     | spec.hostNetwork: Invalid value: false: hostNetwork must be true if pod contains any hostProcess containers ;; spec.hostPID: Forbidden: cannot be set for a windows pod
        securityContext:      | securityContext:\\n    runAsUser: 1000 | spec.securityContext.runAsUser: Forbidden: cannot be set for a windows pod
        image: web            | image: web\\n    securityContext: {privileged: true} | spec.containers[0].securityContext.privileged: Forbidden: cannot be set for a windows pod
        image: web            | image: web\\n    securityContext: {windowsOptions: {hostProcess: false}} | spec.containers[0].securityContext.windowsOptions.hostProcess: Invalid value: false: pod hostProcess value must be identical if both are specified, was true
        name: windows         | name: linux       | spec.securityContext.windowsOptions: Forbidden: windows options cannot be set for a linux pod
        {hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM'} | {hostProcess: true, runAsUserName: 'a/b'} | spec.securityContext.windowsOptions.runAsUserName: Invalid value: "a/b": runAsUserName's User cannot contain the following characters: "/\\:;,=+*?<>@[]
        """)
    void windows(String from, String to, String said) {
        refused(WINDOWS.with(from, to), said.replace("\"/\\:;,=+", "\"/\\:;|=,+"));
    }

    @Test
    void parametersOfANamespaceThatIsTheNodesCannotBeSet() {
        Checked pod = Checked.of("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              hostNetwork: true
              securityContext: {sysctls: [{name: net.core.somaxconn, value: "1"}, {name: kernel.sem, value: "1"}]}
              containers:
              - {name: a, image: nginx, ports: [{containerPort: 80}]}
              - {name: b, image: nginx, ports: [{containerPort: 80, protocol: UDP}]}
            """);

        assertThat(pod.errors())
                .containsExactly(
                        "spec.securityContext.sysctls[0].name: Invalid value: \"net.core.somaxconn\": may not be "
                                + "specified when 'hostNetwork' is true");
        assertThat(pod.with("hostNetwork", "hostIPC").errors())
                .containsExactly("spec.securityContext.sysctls[1].name: Invalid value: \"kernel.sem\": may not be "
                        + "specified when 'hostIPC' is true");
    }

    /// The ports of the containers are those of the node.
    @Test
    void onTheNodesNetworkNoTwoContainersHaveOnePort() {
        Checked pod = Checked.of("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              hostNetwork: true
              containers:
              - {name: a, image: nginx, ports: [{containerPort: 80}]}
              - {name: b, image: nginx, ports: [{containerPort: 80}]}
            """);

        assertThat(pod.errors()).containsExactly("spec.containers[1].ports[0].hostPort: Duplicate value: \"TCP//80\"");
        assertThat(pod.with("hostNetwork: true", "hostNetwork: false").errors()).isEmpty();
    }

    private static void refused(Checked changed, String said) {
        assertThat(changed.errors()).containsExactlyInAnyOrder(said.isEmpty() ? new String[0] : said.split(" ;; "));
        changed.everyFindingIsSaidAndMended();
    }
}
