package drydock.model.validation.workload;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Workloads that keep Pods running: selectors, templates, and how Pods are replaced.
class ReplicaTest {

    private static final Checked DEPLOYMENT = Checked.of("""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 2
          selector:
            matchLabels: {app: web}
          strategy:
            rollingUpdate: {maxSurge: 1, maxUnavailable: 50%}
          template:
            metadata:
              labels: {app: web}
            spec:
              containers: [{name: web, image: nginx}]
        """);

    private static final Checked SET = Checked.of("""
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: db
        spec:
          serviceName: db
          selector: {matchLabels: {app: db}}
          updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 1}}
          persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}
          template:
            metadata: {labels: {app: db}}
            spec:
              containers: [{name: db, image: postgres}]
        """);

    private static final Checked DAEMONS = Checked.of("""
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: log
        spec:
          selector: {matchLabels: {app: log}}
          updateStrategy: {type: RollingUpdate, rollingUpdate: {maxUnavailable: 1}}
          template:
            metadata: {labels: {app: log}}
            spec:
              containers: [{name: log, image: fluentd}]
        """);

    private static final Checked CONTROLLER = Checked.of("""
        apiVersion: v1
        kind: ReplicationController
        metadata:
          name: web
        spec:
          replicas: 1
          selector: {app: web}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers: [{name: web, image: nginx}]
        """);

    @Test
    void theManifestsThatTheTablesChangeAreAccepted() {
        assertThat(DEPLOYMENT.errors()).isEmpty();
        assertThat(SET.errors()).isEmpty();
        assertThat(DAEMONS.errors()).isEmpty();
        assertThat(CONTROLLER.errors()).isEmpty();
        assertThat(CONTROLLER.with("  selector: {app: web}\n", "").errors()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        replicas: 2              | replicas: -1                  | spec.replicas: Invalid value: -1: must be greater than or equal to 0
        matchLabels: {app: web}  | matchLabels: {app: web, tier: front} | spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`
        matchLabels: {app: web}  | matchLabels: {}               | spec.selector: Invalid value: {}: empty selector is invalid for deployment
        matchLabels: {app: web}  | matchExpressions: [{key: app, operator: Exists, values: [a]}] | spec.selector.matchExpressions[0].values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist' ;; spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"Exists","values":["a"]}]}: invalid label selector
        matchLabels: {app: web}  | matchLabels: {app: w b}       | spec.selector.matchLabels: Invalid value: "w b": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?') ;; spec.selector: Invalid value: {"matchLabels":{"app":"w b"}}: invalid label selector
        selector:\\n    matchLabels: {app: web} | paused: false | spec.selector: Required value ;; spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`
        rollingUpdate: {maxSurge: 1, maxUnavailable: 50%} | type: Recreate\\n    rollingUpdate: {maxSurge: 1} | spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'
        rollingUpdate: {maxSurge: 1, maxUnavailable: 50%} | type: Rolling | spec.strategy: Unsupported value: {"Type":"Rolling","RollingUpdate":null}: supported values: "Recreate", "RollingUpdate"
        maxSurge: 1              | maxSurge: one                 | spec.strategy.rollingUpdate.maxSurge: Invalid value: "one": a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')
        maxSurge: 1              | maxSurge: -1                  | spec.strategy.rollingUpdate.maxSurge: Invalid value: -1: must be greater than or equal to 0
        maxSurge: 1, maxUnavailable: 50% | maxSurge: 0, maxUnavailable: 0% | spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "0%": may not be 0 when `maxSurge` is 0
        maxUnavailable: 50%      | maxUnavailable: 101%          | spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "101%": must not be greater than 100%
        replicas: 2              | minReadySeconds: 700          | spec.progressDeadlineSeconds: Invalid value: 600: must be greater than minReadySeconds
        containers: [            | restartPolicy: Never\\n      containers: [ | spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"
        containers: [            | activeDeadlineSeconds: 5\\n      containers: [ | spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in ReplicaSet is not Supported
        containers: [            | ephemeralContainers: [{name: a, image: b}]\\n      containers: [ | spec.template.spec.ephemeralContainers: Forbidden: ephemeral containers not allowed in pod template
        image: nginx             | image: " nginx"               | ~~
        """)
    void deployments(String from, String to, String said) {
        refused(DEPLOYMENT.with(from.replace("\\n", "\n"), to), said);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        serviceName: db          | serviceName: d.b              | spec.serviceName: Invalid value: "d.b": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')
        serviceName: db          | ordinals: {start: -1}         | spec.ordinals.start: Invalid value: -1: must be greater than or equal to 0
        partition: 1             | partition: -1                 | spec.updateStrategy.rollingUpdate.partition: Invalid value: -1: must be greater than or equal to 0
        partition: 1             | maxUnavailable: 0             | spec.updateStrategy.rollingUpdate.maxUnavailable: Invalid value: 0: cannot be 0
        type: RollingUpdate      | type: OnDelete                | spec.updateStrategy.rollingUpdate: Invalid value: {"Partition":1,"MaxUnavailable":null}: only allowed for updateStrategy 'RollingUpdate'
        {type: RollingUpdate, rollingUpdate: {partition: 1}} | {type: Recreate} | spec.updateStrategy: Invalid value: {"Type":"Recreate","RollingUpdate":null}: must be 'RollingUpdate' or 'OnDelete'
        whenDeleted: Delete      | whenScaled: Keep              | spec.persistentVolumeClaimRetentionPolicy.whenScaled: Unsupported value: "Keep": supported values: "Retain", "Delete"
        serviceName: db          | podManagementPolicy: parallel | spec.podManagementPolicy: Invalid value: "parallel": must be 'OrderedReady' or 'Parallel'
        selector: {matchLabels: {app: db}} | selector: {}        | spec.selector: Invalid value: {}: empty selector is invalid for statefulset
        """)
    void statefulSets(String from, String to, String said) {
        refused(SET.with(from, to), said);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        maxUnavailable: 1        | maxSurge: 1                   | spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero
        maxUnavailable: 1        | maxUnavailable: 0             | spec.updateStrategy.rollingUpdate.maxUnavailable: Required value: cannot be 0 when maxSurge is 0
        maxUnavailable: 1        | maxUnavailable: 0, maxSurge: 120% | spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: "120%": must not be greater than 100%
        {type: RollingUpdate, rollingUpdate: {maxUnavailable: 1}} | {type: Always} | spec.updateStrategy: Unsupported value: {"Type":"Always","RollingUpdate":null}: supported values: "RollingUpdate", "OnDelete"
        selector: {matchLabels: {app: log}} | minReadySeconds: -1 | spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0 ;; spec.template.metadata.labels: Invalid value: {"app":"log"}: `selector` does not match template `labels`
        selector: {matchLabels: {app: log}} | selector: {}       | spec.selector: Invalid value: {}: empty selector is invalid for daemonset
        """)
    void daemonSets(String from, String to, String said) {
        refused(DAEMONS.with(from, to), said);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        selector: {app: web}     | selector: {app: web, tier: a} | spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`
        {labels: {app: web}}     | {annotations: {a: b}}         | spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`
        replicas: 1              | minReadySeconds: -1           | spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0
        containers: [            | activeDeadlineSeconds: 5\\n      containers: [ | spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in ReplicationController is not Supported
        """)
    void controllers(String from, String to, String said) {
        refused(CONTROLLER.with(from, to), said);
    }

    @ParameterizedTest(name = "{1} without a spec")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        v1       | Pod                     | spec.containers: Required value
        v1       | ReplicationController   | spec.selector: Required value ;; spec.template: Required value
        apps/v1  | Deployment              | spec.selector: Required value ;; spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels` ;; spec.template.spec.containers: Required value
        apps/v1  | DaemonSet               | spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels` ;; spec.template.spec.containers: Required value
        batch/v1 | Job                     | spec.template.spec.containers: Required value ;; spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"
        batch/v1 | CronJob                 | spec.schedule: Required value ;; spec.jobTemplate.spec.template.spec.containers: Required value ;; spec.jobTemplate.spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"
        autoscaling/v2 | HorizontalPodAutoscaler | spec.maxReplicas: Invalid value: 0: must be greater than 0 ;; spec.scaleTargetRef.kind: Required value ;; spec.scaleTargetRef.name: Required value ;; spec.scaleTargetRef.apiVersion: Invalid value: "": apiVersion must specify API group
        """)
    void whatIsLeftOutIsTakenAsEmpty(String apiVersion, String kind, String said) {
        refused(Checked.of("apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: a}\n"), said);
    }

    @Test
    void theTemplateIsGivenTheLabelsThatTheSelectorAsksFor() {
        Checked mended = DEPLOYMENT
                .with("matchLabels: {app: web}", "matchLabels: {app: shop, tier: front}")
                .mended()
                .getFirst();

        assertThat(mended.errors()).isEmpty();
        assertThat(mended.yaml()).contains("labels: {app: shop, tier: front}");
    }

    @Test
    void aRevisionHasData() {
        Checked revision = Checked.of("""
            apiVersion: apps/v1
            kind: ControllerRevision
            metadata: {name: web-1}
            data: {a: 1}
            revision: 1
            """);

        assertThat(revision.errors()).isEmpty();
        assertThat(revision.with("data: {a: 1}\n", "").errors())
                .containsExactly("data: Required value: data is mandatory");
        assertThat(revision.with("revision: 1", "revision: -1").errors())
                .containsExactly("revision: Invalid value: -1: must be greater than or equal to 0");
    }

    private static void refused(Checked changed, String said) {
        assertThat(changed.errors()).containsExactlyInAnyOrder(said.isEmpty() ? new String[0] : said.split(" ;; "));
        changed.everyFindingIsSaidAndMended();
    }
}
