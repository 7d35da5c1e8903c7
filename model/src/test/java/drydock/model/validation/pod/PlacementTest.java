package drydock.model.validation.pod;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Checked;
import drydock.model.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where Pods go, how they find others, and the resources they ask for.
class PlacementTest {

    private static final Checked POD = Checked.of("""
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector: {disk: ssd}
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                - matchExpressions: [{key: zone, operator: In, values: [a, b]}]
                  matchFields: [{key: metadata.name, operator: In, values: [node-1]}]
              preferredDuringSchedulingIgnoredDuringExecution:
              - {weight: 1, preference: {matchExpressions: [{key: cpus, operator: Gt, values: ["4"]}]}}
            podAntiAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
              - {topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: web}}, namespaces: [shop]}
              preferredDuringSchedulingIgnoredDuringExecution:
              - {weight: 50, podAffinityTerm: {topologyKey: zone, labelSelector: {matchExpressions: [{key: app, operator: In, values: [db]}]}}}
          tolerations:
          - {key: gpu, operator: Equal, value: "yes", effect: NoSchedule}
          - {operator: Exists, effect: NoExecute, tolerationSeconds: 60}
          topologySpreadConstraints:
          - {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: web}}}
          schedulingGates: [{name: example.com/quota}]
          readinessGates: [{conditionType: example.com/ready}]
          dnsPolicy: None
          dnsConfig: {nameservers: [10.0.0.10], searches: [example.com], options: [{name: ndots, value: "2"}]}
          hostAliases: [{ip: 10.0.0.1, hostnames: [db.example.com]}]
          hostname: web
          serviceAccountName: web
          priorityClassName: high
          resourceClaims: [{name: gpu, resourceClaimName: gpu-1}]
          containers:
          - name: main
            image: nginx
            resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}]
            resources:
              requests: {cpu: 100m, memory: 64Mi, example.com/gpu: 1}
              limits: {cpu: 500m, memory: 128Mi, example.com/gpu: 1}
              claims: [{name: gpu}]
        """);

    @Test
    void thePodThatTheTablesChangeIsAccepted() {
        assertThat(POD.errors()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {disk: ssd}                      | {disk: s d}                     | spec.nodeSelector: Invalid value: "s d": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')
        operator: In, values: [a, b]     | operator: In                    | NODE.nodeSelectorTerms[0].matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'
        operator: In, values: [a, b]     | operator: Exists, values: [a]   | NODE.nodeSelectorTerms[0].matchExpressions[0].values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'
        operator: In, values: [a, b]     | operator: Gt, values: ["1", "2"] | NODE.nodeSelectorTerms[0].matchExpressions[0].values: Required value: must be specified single value when `operator` is 'Lt' or 'Gt'
        operator: In, values: [a, b]     | operator: in, values: [a]       | NODE.nodeSelectorTerms[0].matchExpressions[0].operator: Invalid value: "in": not a valid selector operator
        operator: In, values: [a, b]     | values: [a]                     | NODE.nodeSelectorTerms[0].matchExpressions[0].operator: Invalid value: "": not a valid selector operator
        {key: metadata.name, operator    | {key: metadata.uid, operator    | NODE.nodeSelectorTerms[0].matchFields[0].key: Invalid value: "metadata.uid": not a valid field selector key
        values: [node-1]                 | values: [node-1, node-2]        | NODE.nodeSelectorTerms[0].matchFields[0].values: Required value: must be only one value when `operator` is 'In' or 'NotIn' for node field selector
        {weight: 1, preference           | {weight: 101, preference        | spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: Invalid value: 101: must be in the range 1-100
        {weight: 50, podAffinityTerm     | {podAffinityTerm                | spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: Invalid value: 0: must be in the range 1-100
        namespaces: [shop]               | namespaces: [Shop]              | POD[0].namespace: Invalid value: "Shop": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')
        namespaces: [shop]               | matchLabelKeys: [a], mismatchLabelKeys: [a] | POD[0].matchLabelKeys[0]: Invalid value: "a": exists in both matchLabelKeys and mismatchLabelKeys
        labelSelector: {matchLabels: {app: web}}, namespaces: [shop] | matchLabelKeys: [a] | POD[0].matchLabelKeys: Forbidden: must not be specified when labelSelector is not set
        operator: In, values: [db]       | operator: NotIn                 | spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'
        """)
    void affinity(String from, String to, String said) {
        refused(
                from,
                to,
                said.replace("NODE", "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution")
                        .replace(
                                "POD", "spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        key: gpu, operator: Equal        | operator: Equal                 | spec.tolerations[0].operator: Invalid value: "Equal": operator must be Exists when `key` is empty, which means "match all values and all keys"
        key: gpu, operator: Equal        | key: gpu, operator: Exists      | spec.tolerations[0].operator: Invalid value: "yes": value must be empty when `operator` is 'Exists'
        key: gpu, operator: Equal        | key: gpu, operator: Gt          | spec.tolerations[0].operator: Unsupported value: "Gt": supported values: "Equal", "Exists"
        value: "yes"                     | value: "a b"                    | spec.tolerations[0].operator: Invalid value: "a b": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')
        effect: NoExecute, toleration    | toleration                      | spec.tolerations[1].effect: Invalid value: "": effect must be 'NoExecute' when `tolerationSeconds` is set
        effect: NoSchedule               | effect: noschedule              | spec.tolerations[0].effect: Unsupported value: "noschedule": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"
        maxSkew: 1                       | maxSkew: 0                      | spec.topologySpreadConstraints[0].maxSkew: Invalid value: 0: must be greater than zero
        {maxSkew: 1, topologyKey: zone,  | {maxSkew: 1,                    | spec.topologySpreadConstraints[0].topologyKey: Required value: can not be empty
        whenUnsatisfiable: DoNotSchedule, | ~~                             | spec.topologySpreadConstraints[0].whenUnsatisfiable: Unsupported value: "": supported values: "DoNotSchedule", "ScheduleAnyway"
        whenUnsatisfiable: DoNotSchedule | whenUnsatisfiable: ScheduleAnyway, minDomains: 2 | spec.topologySpreadConstraints[0].minDomains: Invalid value: 2: can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ScheduleAnyway
        topologySpreadConstraints:       | topologySpreadConstraints:\\n  - {maxSkew: 2, topologyKey: zone, whenUnsatisfiable: DoNotSchedule} | spec.topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}: Duplicate value: "{zone, DoNotSchedule}"
        {name: example.com/quota}        | {name: example.com/quota}, {name: example.com/quota} | spec.schedulingGates[1]: Duplicate value: "example.com/quota"
        schedulingGates:                 | nodeName: node-1\\n  schedulingGates: | spec.nodeName: Forbidden: cannot be set until all schedulingGates have been cleared
        conditionType: example.com/ready | conditionType: a/b/c            | spec.readinessGates[0].conditionType: Invalid value: "a/b/c": a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')
        """)
    void scheduling(String from, String to, String said) {
        refused(from, to, said);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        nameservers: [10.0.0.10], | ~~                               | spec.dnsConfig.nameservers: Required value: must provide at least one DNS nameserver when `dnsPolicy` is None
        nameservers: [10.0.0.10] | nameservers: [a]                 | spec.dnsConfig.nameservers[0]: Invalid value: "a": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)
        nameservers: [10.0.0.10] | nameservers: [1.1.1.1, 1.1.1.2, 1.1.1.3, "::1"] | spec.dnsConfig.nameservers: Invalid value: ["1.1.1.1","1.1.1.2","1.1.1.3","::1"]: must not have more than 3 nameservers
        searches: [example.com]  | searches: [Example.com]          | spec.dnsConfig.searches[0]: Invalid value: "Example.com": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9_]([-_a-z0-9]*[a-z0-9])?(\\.[a-z0-9_]([-_a-z0-9]*[a-z0-9])?)*')
        {name: ndots, value      | {value                           | spec.dnsConfig.options[0]: Required value: must not be empty
        dnsPolicy: None          | dnsPolicy: none                  | spec.dnsPolicy: Unsupported value: "none": supported values: "ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"
        ip: 10.0.0.1,            | ~~                               | spec.hostAliases[0].ip: Invalid value: "": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)
        hostname: web            | hostname: web.example            | spec.hostname: Invalid value: "web.example": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')
        """)
    void names(String from, String to, String said) {
        refused(from, to, said);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        requests: {cpu: 100m     | requests: {cpu: 2                | spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 500m
        requests: {cpu: 100m     | requests: {cpu: -100m            | spec.containers[0].resources.requests[cpu]: Invalid value: "-100m": must be greater than or equal to 0
        limits: {cpu: 500m, memory: 128Mi, example.com/gpu: 1} | limits: {cpu: 500m} | spec.containers[0].resources.limits: Required value: Limit must be set for non overcommitable resources
        memory: 128Mi, example.com/gpu: 1 | memory: 128Mi, example.com/gpu: 2 | spec.containers[0].resources.requests: Invalid value: "1": must be equal to example.com/gpu limit of 2
        memory: 128Mi, example.com/gpu: 1 | memory: 128Mi, hugepages-2Mi: 3Mi, example.com/gpu: 1 | spec.containers[0].resources.limits[hugepages-2Mi]: Invalid value: "3Mi": 3Mi is not positive integer multiple of hugepages-2Mi ;; spec.containers[0].resources.requests[hugepages-2Mi]: Invalid value: "3Mi": 3Mi is not positive integer multiple of hugepages-2Mi
        memory: 128Mi, example.com/gpu: 1 | memory: 128Mi, gpu: 1, example.com/gpu: 1 | spec.containers[0].resources.limits[gpu]: Invalid value: "gpu": must be a standard resource type or fully qualified ;; spec.containers[0].resources.requests[gpu]: Invalid value: "gpu": must be a standard resource type or fully qualified
        claims: [{name: gpu}]    | claims: [{name: gpus}]           | spec.containers[0].resources.claims[0]: Not found: "gpus": must be one of the names in pod.spec.resourceClaims: gpu
        claims: [{name: gpu}]    | claims: [{name: gpu}, {name: gpu}] | spec.containers[0].resources.claims[1]: Duplicate value: "gpu"
        {name: gpu, resourceClaimName: gpu-1} | {name: gpu}         | spec.resourceClaims[0]: Invalid value: {"Name":"gpu","ResourceClaimName":null,"ResourceClaimTemplateName":null}: must specify one of: `resourceClaimName`, `resourceClaimTemplateName`
        {resourceName: cpu, restartPolicy: NotRequired} | {resourceName: gpu, restartPolicy: NotRequired} | spec.containers[0].resizePolicy: Unsupported value: "gpu": supported values: "cpu", "memory"
        {resourceName: cpu, restartPolicy: NotRequired} | {resourceName: cpu} | spec.containers[0].resizePolicy: Required value
        hostname: web            | resources: {limits: {cpu: 100m}} | spec.resources.containers[0][cpu].limits: Invalid value: "500m": must be less than or equal to pod limits of 100m
        """)
    void resources(String from, String to, String said) {
        refused(from, to, said);
    }

    /// In a template a limit is no request yet.
    @Test
    void ofATemplateOnlyWhatIsWrittenIsChecked() {
        Checked deployment = Checked.of("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - {name: main, image: nginx, resources: {limits: {gpu: 1}}}
            """);

        assertThat(deployment.errors())
                .containsExactly("spec.template.spec.containers[0].resources.limits[gpu]: Invalid value: \"gpu\": "
                        + "must be a standard resource type or fully qualified");
    }

    private static void refused(String from, String to, String said) {
        Checked changed = POD.with(from, to);
        assertThat(changed.errors()).containsExactlyInAnyOrder(said.split(" ;; "));
        changed.everyFindingIsSaidAndMended();
    }

    @Test
    void aNegativeGracePeriodIsTakenForASecondWhichIsWarnedOf() {
        Checked pod = Checked.of("""
            apiVersion: v1
            kind: Pod
            metadata: {name: p}
            spec: {terminationGracePeriodSeconds: -1, containers: [{name: a, image: 'a:1'}]}
            """);

        assertThat(pod.errors()).isEmpty();
        assertThat(pod.findings())
                .filteredOn(finding -> finding.rule().equals("number-range"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }
}
