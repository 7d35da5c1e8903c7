package drydock.model.validation.pod;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Containers, their ports, variables, probes and hooks. Behind each change stands what the API server then
/// says, `;;` between several sentences.
class ContainerTest {

    private static final Checked POD = Checked.of("""
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          initContainers:
          - name: first
            image: busybox
          - name: helper
            image: busybox
            restartPolicy: Always
            startupProbe: {exec: {command: ["true"]}}
          containers:
          - name: main
            image: nginx
            ports:
            - name: http
              containerPort: 80
              hostPort: 8080
            - containerPort: 81
              protocol: UDP
            env:
            - name: MODE
              value: test
            - name: NODE
              valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
            - name: CPUS
              valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1m}}
            - name: KEY
              valueFrom: {secretKeyRef: {name: keys, key: first}}
            envFrom:
            - prefix: APP_
              configMapRef: {name: settings}
            livenessProbe:
              httpGet: {path: /, port: http}
              periodSeconds: 5
            readinessProbe:
              tcpSocket: {port: 80}
              successThreshold: 2
            lifecycle:
              preStop: {sleep: {seconds: 5}}
        """);

    @Test
    void thePodThatTheTablesChangeIsAccepted() {
        assertThat(POD.errors()).isEmpty();
        assertThat(POD.in("1.30").errors()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        name: main           | name: first               | spec.initContainers[0].name: Duplicate value: "first"
        name: helper         | name: first               | spec.initContainers[1].name: Duplicate value: "first"
        image: nginx         | image: ""                 | spec.containers[0].image: Required value
        image: nginx         | image: "nginx "           | spec.containers[0].image: Invalid value: "nginx ": must not have leading or trailing whitespace
        image: nginx         | image: nginx\\n    restartPolicy: Sometimes | spec.containers[0].restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "Never", "OnFailure"
        image: nginx         | image: nginx\\n    imagePullPolicy: always | spec.containers[0].imagePullPolicy: Unsupported value: "always": supported values: "Always", "IfNotPresent", "Never"
        image: nginx         | image: nginx\\n    terminationMessagePolicy: Log | spec.containers[0].terminationMessagePolicy: Unsupported value: "Log": supported values: "File", "FallbackToLogsOnError"
        image: nginx         | image: nginx\\n    restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [3]}}] | spec.containers[0].restartPolicy: Required value: must specify restartPolicy when restart rules are used
        image: nginx         | image: nginx\\n    restartPolicy: Never\\n    restartPolicyRules: [{action: Restart}] | spec.containers[0].restartPolicyRules[0].exitCodes: Required value: must be specified
        image: nginx         | image: nginx\\n    restartPolicy: Never\\n    restartPolicyRules: [{action: Stop, exitCodes: {operator: In}}] | spec.containers[0].restartPolicyRules[0].action: Unsupported value: "Stop": supported values: "Restart", "RestartAllContainers"
        image: nginx         | image: nginx\\n    restartPolicy: Never\\n    restartPolicyRules: [{action: Restart, exitCodes: {values: [1]}}] | spec.containers[0].restartPolicyRules[0].exitCodes.operator: Unsupported value: "": supported values: "In", "NotIn"
        name: first          | name: first\\n    livenessProbe: {exec: {command: [a]}} | spec.initContainers[0].livenessProbe: Forbidden: may not be set for init containers without restartPolicy=Always
        name: first          | name: first\\n    lifecycle: {preStop: {exec: {command: [a]}}} | spec.initContainers[0].lifecycle: Forbidden: may not be set for init containers without restartPolicy=Always
        initContainers:      | ephemeralContainers: [{name: debug, image: busybox, ports: [{containerPort: 1}]}]\\n  initContainers: | spec.ephemeralContainers: Forbidden: cannot be set on create ;; spec.ephemeralContainers[0].ports: Forbidden: cannot be set for an Ephemeral Container
        initContainers:      | ephemeralContainers: [{name: main, image: busybox, targetContainerName: none}]\\n  initContainers: | spec.ephemeralContainers: Forbidden: cannot be set on create ;; spec.ephemeralContainers[0].name: Duplicate value: "main" ;; spec.ephemeralContainers[0].targetContainerName: Not found: "none"
        """)
    void containers(String from, String to, String said) {
        refused(POD.with(from, to), said);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        name: http           | name: HTTP                | spec.containers[0].ports[0].name: Invalid value: "HTTP": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)
        containerPort: 81    | containerPort: 81\\n      name: http | spec.containers[0].ports[1].name: Duplicate value: "http"
        containerPort: 81    | containerPort: 70000      | spec.containers[0].ports[1].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive
        containerPort: 81    | hostIP: 1.2.3.4           | spec.containers[0].ports[1].containerPort: Required value
        hostPort: 8080       | hostPort: -1              | spec.containers[0].ports[0].hostPort: Invalid value: -1: must be between 1 and 65535, inclusive
        containerPort: 81    | containerPort: 81\\n      hostPort: 8080 | ~~
        protocol: UDP        | hostPort: 8080            | spec.containers[0].ports[1].hostPort: Duplicate value: "TCP//8080"
        protocol: UDP        | protocol: udp             | spec.containers[0].ports[1].protocol: Unsupported value: "udp": supported values: "SCTP", "TCP", "UDP"
        spec:                | spec:\\n  hostNetwork: true | spec.containers[0].ports[0].hostPort: Invalid value: 8080: must match `containerPort` when `hostNetwork` is true
        """)
    void ports(String from, String to, String said) {
        refused(POD.with(from, to), said);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        name: MODE           | name: "A=B"               | spec.containers[0].env[0].name: Invalid value: "A=B": a valid environment variable name must consist only of printable ASCII characters other than '='
        prefix: APP_         | prefix: "="               | spec.containers[0].envFrom[0].prefix: Invalid value: "=": a valid environment variable name must consist only of printable ASCII characters other than '='
        name: NODE           | name: NODE\\n      value: x | spec.containers[0].env[1].valueFrom: Invalid value: "": may not be specified when `value` is not empty
        fieldRef: {fieldPath: spec.nodeName} | ~~ | spec.containers[0].env[1].valueFrom: Invalid value: "": must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`
        fieldRef: {fieldPath: spec.nodeName} | fieldRef: {fieldPath: spec.nodeName}, configMapKeyRef: {name: a, key: b} | spec.containers[0].env[1].valueFrom: Invalid value: "": may not have more than one field specified at a time
        fieldPath: spec.nodeName | fieldPath: spec.node  | spec.containers[0].env[1].valueFrom.fieldRef.fieldPath: Invalid value: "spec.node": error converting fieldPath: field label not supported: spec.node
        fieldPath: spec.nodeName | fieldPath: metadata.labels | spec.containers[0].env[1].valueFrom.fieldRef.fieldPath: Unsupported value: "metadata.labels": supported values: "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs"
        fieldPath: spec.nodeName | fieldPath: "metadata.labels['a b']" | spec.containers[0].env[1].valueFrom.fieldRef: Invalid value: "a b": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')
        fieldPath: spec.nodeName | fieldPath: "metadata.labels['app']" | ~~
        resource: limits.cpu | resource: limits.gpu      | spec.containers[0].env[2].valueFrom.resourceFieldRef.resource: Unsupported value: "limits.gpu": supported values: "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage", "requests.memory"
        divisor: 1m          | divisor: 1Mi              | spec.containers[0].env[2].valueFrom.resourceFieldRef.divisor: Invalid value: "limits.cpu": only divisor's values 1m and 1 are supported with the cpu resource
        name: keys, key      | key                       | spec.containers[0].env[3].valueFrom.secretKeyRef.name: Invalid value: "": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')
        key: first           | key: a/b                  | spec.containers[0].env[3].valueFrom.secretKeyRef.key: Invalid value: "a/b": a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')
        configMapRef: {name: settings} | configMapRef: {} | spec.containers[0].envFrom[0].configMapRef.name: Required value
        configMapRef: {name: settings} | secretRef: {name: a}\\n      configMapRef: {name: b} | spec.containers[0].envFrom: Invalid value: "": may not have more than one field specified at a time
        """)
    void variables(String from, String to, String said) {
        refused(POD.with(from, to), said);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        periodSeconds: 5     | periodSeconds: -1         | spec.containers[0].livenessProbe.periodSeconds: Invalid value: -1: must be greater than or equal to 0
        periodSeconds: 5     | successThreshold: 2       | spec.containers[0].livenessProbe.successThreshold: Invalid value: 2: must be 1
        periodSeconds: 5     | terminationGracePeriodSeconds: 0 | spec.containers[0].livenessProbe.terminationGracePeriodSeconds: Invalid value: 0: must be greater than 0
        successThreshold: 2  | terminationGracePeriodSeconds: 9 | spec.containers[0].readinessProbe.terminationGracePeriodSeconds: Invalid value: 9: must not be set for readinessProbes
        tcpSocket: {port: 80} | timeoutSeconds: 1        | spec.containers[0].readinessProbe: Required value: must specify a handler type
        tcpSocket: {port: 80} | tcpSocket: {}            | spec.containers[0].readinessProbe.tcpSocket.port: Invalid value: 0: must be between 1 and 65535, inclusive
        tcpSocket: {port: 80} | grpc: {}                 | spec.containers[0].readinessProbe.grpc.port: Invalid value: 0: must be between 1 and 65535, inclusive
        tcpSocket: {port: 80} | exec: {}                 | spec.containers[0].readinessProbe.exec.command: Required value
        tcpSocket: {port: 80} | exec: {command: [a]}\\n      tcpSocket: {port: 80} | spec.containers[0].readinessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type
        port: http           | port: "80"                | spec.containers[0].livenessProbe.httpGet.port: Invalid value: "80": must contain at least one letter (a-z)
        port: http           | port: http, scheme: http  | spec.containers[0].livenessProbe.httpGet.scheme: Unsupported value: "http": supported values: "HTTP", "HTTPS"
        port: http           | port: http, httpHeaders: [{name: "X Y"}] | spec.containers[0].livenessProbe.httpGet.httpHeaders: Invalid value: "X Y": a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')
        seconds: 5           | seconds: 31               | spec.containers[0].lifecycle.preStop.sleep: Invalid value: 31: must be non-negative and less than terminationGracePeriodSeconds (30)
        """)
    void probesAndHooks(String from, String to, String said) {
        refused(POD.with(from, to), said);
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        1.30 | name: MODE  | name: "A B"              | spec.containers[0].env[0].name: Invalid value: "A B": a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')
        1.32 | name: MODE  | name: "A B"              | ~~
        1.32 | seconds: 5  | seconds: 0               | spec.containers[0].lifecycle.preStop.sleep: Invalid value: 0: must be greater than 0 and less than terminationGracePeriodSeconds (30). Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.
        1.33 | seconds: 5  | seconds: 0               | ~~
        1.34 | image: nginx | image: nginx\\n    restartPolicy: Never | spec.containers[0].restartPolicy: Forbidden: may not be set for non-init containers
        1.35 | image: nginx | image: nginx\\n    restartPolicy: Never | ~~
        1.34 | name: first | name: first\\n    restartPolicy: Never | spec.initContainers[0].restartPolicy: Unsupported value: "Never": supported values: "Always"
        1.33 | spec:       | spec:\\n  hostnameOverride: web.example.com | spec.hostnameOverride
        1.34 | spec:       | spec:\\n  hostnameOverride: web.example.com | ~~
        """)
    void whatDiffersByVersion(String version, String from, String to, String said) {
        refused(POD.with(from, to).in(version), said);
    }

    private static void refused(Checked changed, String said) {
        assertThat(changed.errors()).containsExactlyInAnyOrder(said.isEmpty() ? new String[0] : said.split(" ;; "));
        changed.everyFindingIsSaidAndMended();
    }
}
