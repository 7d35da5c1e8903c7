package drydock.model.validation.workload;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Autoscalers, budgets and priorities.
class AutoscalerTest {

    private static final Checked AUTOSCALER = Checked.of("""
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          minReplicas: 1
          maxReplicas: 5
          metrics:
          - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}
          - {type: Pods, pods: {metric: {name: requests}, target: {type: AverageValue, averageValue: "10"}}}
          - {type: External, external: {metric: {name: queue}, target: {type: Value, value: "30"}}}
          - {type: ContainerResource, containerResource: {name: memory, container: main, target: {type: AverageValue, averageValue: 1Gi}}}
          behavior:
            scaleDown:
              stabilizationWindowSeconds: 300
              selectPolicy: Max
              policies: [{type: Pods, value: 1, periodSeconds: 60}]
        """);

    private static final Checked BUDGET = Checked.of("""
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web
        spec:
          minAvailable: 1
          selector: {matchLabels: {app: web}}
        """);

    private static final Checked PRIORITY = Checked.of("""
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata:
          name: high
        value: 1000
        """);

    @Test
    void theManifestsThatTheTablesChangeAreAccepted() {
        assertThat(AUTOSCALER.errors()).isEmpty();
        assertThat(BUDGET.errors()).isEmpty();
        assertThat(PRIORITY.errors()).isEmpty();
        assertThat(PRIORITY.with("value: 1000", "description: none").errors()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        minReplicas: 1                   | minReplicas: 0                   | spec.minReplicas: Invalid value: 0: must be greater than or equal to 1
        maxReplicas: 5                   | maxReplicas: 0                   | spec.maxReplicas: Invalid value: 0: must be greater than 0 ;; spec.maxReplicas: Invalid value: 0: must be greater than or equal to `minReplicas`
        kind: Deployment, name: web}     | kind: Deployment}                | spec.scaleTargetRef.name: Required value
        kind: Deployment, name: web}     | kind: Deployment, name: a/b}     | spec.scaleTargetRef.name: Invalid value: "a/b": may not contain '/'
        type: Resource, resource         | type: CPU, resource              | spec.metrics[0].type: Unsupported value: "CPU": supported values: "ContainerResource", "External", "Object", "Pods", "Resource"
        type: Resource, resource         | type: Pods, resource             | spec.metrics[0].pods: Required value: must populate information for the given metric source
        type: Resource, resource         | type: Resource, pods: {metric: {name: a}, target: {type: AverageValue, averageValue: 1}}, resource | spec.metrics[0].pods: Forbidden: must populate the given metric source only
        type: Utilization, average       | type: Usage, average             | spec.metrics[0].resource.target.type: Invalid value: "Usage": must be either Utilization, Value, or AverageValue
        averageUtilization: 80           | averageUtilization: 0            | spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0
        averageUtilization: 80           | averageUtilization: 80, averageValue: 1 | spec.metrics[0].resource.target.averageValue: Forbidden: may not set both a target raw value and a target utilization
        , averageUtilization: 80         | ~~                               | spec.metrics[0].resource.target.averageUtilization: Required value: must set either a target raw value or a target utilization
        averageValue: "10"               | value: "10"                      | spec.metrics[1].pods.target.averageValue: Required value: must specify a positive target averageValue
        averageValue: "10"               | averageValue: "-10"              | spec.metrics[1].pods.target.averageValue: Invalid value: "-10": must be positive
        metric: {name: requests}, target | target                           | spec.metrics[1].pods.metric.name: Required value: must specify a metric name
        value: "30"                      | value: "30", averageValue: 1     | spec.metrics[2].external.target.value: Forbidden: may not set both a target value for metric and a per-pod target
        container: main                  | container: Main                  | spec.metrics[3].containerResource.container: Invalid value: "Main": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')
        stabilizationWindowSeconds: 300  | stabilizationWindowSeconds: 3601 | spec.behavior.scaleDown.stabilizationWindowSeconds: Invalid value: 3601: must be less than or equal to 3600
        selectPolicy: Max                | selectPolicy: Most               | spec.behavior.scaleDown.selectPolicy: Unsupported value: "Most": supported values: "Disabled", "Max", "Min"
        {type: Pods, value: 1, periodSeconds: 60} | {type: Pods, value: 0, periodSeconds: 1801} | spec.behavior.scaleDown.policies[0].value: Invalid value: 0: must be greater than zero ;; spec.behavior.scaleDown.policies[0].periodSeconds: Invalid value: 1801: must be less than or equal to 1800
        {type: Pods, value: 1, periodSeconds: 60} | {value: 1, periodSeconds: 60} | spec.behavior.scaleDown.policies[0].type: Unsupported value: "": supported values: "Percent", "Pods"
        policies: [{type: Pods, value: 1, periodSeconds: 60}] | policies: [] | spec.behavior.scaleDown.policies: Required value: must specify at least one Policy
        """)
    void autoscalers(String from, String to, String said) {
        refused(AUTOSCALER.with(from, to), said);
    }

    @Test
    void theOldVersionsTargetBecomesTheFirstMetric() {
        Checked old = Checked.of("""
            apiVersion: autoscaling/v1
            kind: HorizontalPodAutoscaler
            metadata: {name: web}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              maxReplicas: 5
              targetCPUUtilizationPercentage: 0
            """);

        assertThat(old.errors())
                .containsExactly("spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be "
                        + "greater than 0");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        minAvailable: 1 | minAvailable: -1                    | spec.minAvailable: Invalid value: -1: must be greater than or equal to 0
        minAvailable: 1 | minAvailable: 101%                  | spec.minAvailable: Invalid value: "101%": must not be greater than 100%
        minAvailable: 1 | minAvailable: most                  | spec.minAvailable: Invalid value: "most": a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')
        minAvailable: 1 | minAvailable: 1\\n  maxUnavailable: 50% | spec: Invalid value: {"MinAvailable":1,"Selector":{"matchLabels":{"app":"web"}},"MaxUnavailable":"50%","UnhealthyPodEvictionPolicy":null}: minAvailable and maxUnavailable cannot be both set
        minAvailable: 1 | unhealthyPodEvictionPolicy: Always  | spec.unhealthyPodEvictionPolicy: Unsupported value: "Always": supported values: "AlwaysAllow", "IfHealthyBudget"
        """)
    void budgets(String from, String to, String said) {
        refused(BUDGET.with(from, to), said);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        value: 1000     | value: 1000000001               | value: Forbidden: maximum allowed value of a user defined priority is 1000000000
        value: 1000     | value: 1\\npreemptionPolicy: Often | preemptionPolicy: Unsupported value: "Often": supported values: "PreemptLowerPriority", "Never"
        name: high      | name: system-high               | metadata.name: Forbidden: priority class names with 'system-' prefix are reserved for system use only. error: system-high is not a known system priority class
        """)
    void priorities(String from, String to, String said) {
        refused(PRIORITY.with(from, to), said);
    }

    private static void refused(Checked changed, String said) {
        assertThat(changed.errors()).containsExactlyInAnyOrder(said.isEmpty() ? new String[0] : said.split(" ;; "));
        changed.everyFindingIsSaidAndMended();
    }
}
