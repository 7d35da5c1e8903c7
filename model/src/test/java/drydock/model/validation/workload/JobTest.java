package drydock.model.validation.workload;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Jobs, indexed ones, their policies, and CronJobs.
class JobTest {

    private static final Checked JOB = Checked.of("""
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: render
        spec:
          completions: 10
          completionMode: Indexed
          parallelism: 2
          backoffLimitPerIndex: 1
          maxFailedIndexes: 5
          podFailurePolicy:
            rules:
            - {action: FailJob, onExitCodes: {containerName: main, operator: In, values: [1, 42]}}
            - {action: Ignore, onPodConditions: [{type: DisruptionTarget}]}
          successPolicy:
            rules: [{succeededIndexes: "0,2-4", succeededCount: 2}]
          template:
            spec:
              restartPolicy: Never
              containers: [{name: main, image: render}]
        """);

    private static final Checked CRON = Checked.of("""
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: clean
        spec:
          schedule: "*/5 0 1,15 JAN-MAR mon"
          timeZone: Asia/Shanghai
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: OnFailure
                  containers: [{name: main, image: clean}]
        """);

    @Test
    void theManifestsThatTheTablesChangeAreAccepted() {
        assertThat(JOB.errors()).isEmpty();
        assertThat(CRON.errors()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        parallelism: 2          | parallelism: -2           | spec.parallelism: Invalid value: -2: must be greater than or equal to 0
        parallelism: 2          | parallelism: 100001       | spec.parallelism: Invalid value: 100001: must be less than or equal to 100000 when completion mode is Indexed
        completionMode: Indexed | completionMode: Parallel  | spec.completionMode: Unsupported value: "Parallel": supported values: "NonIndexed", "Indexed" ;; spec.successPolicy: Invalid value: {"Rules":[{"SucceededIndexes":"0,2-4","SucceededCount":2}]}: requires indexed completion mode
        completionMode: Indexed | completionMode: NonIndexed | spec.backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode ;; spec.maxFailedIndexes: Invalid value: 5: requires indexed completion mode ;; spec.successPolicy: Invalid value: {"Rules":[{"SucceededIndexes":"0,2-4","SucceededCount":2}]}: requires indexed completion mode
        backoffLimitPerIndex: 1 | suspend: true             | spec.backoffLimitPerIndex: Required value: when maxFailedIndexes is specified
        maxFailedIndexes: 5     | maxFailedIndexes: 11      | spec.maxFailedIndexes: Invalid value: 11: must be less than or equal to completions
        maxFailedIndexes: 5     | managedBy: web            | spec.managedBy: Invalid value: "web": must be a domain-prefixed path (such as "acme.io/foo")
        maxFailedIndexes: 5     | podReplacementPolicy: TerminatingOrFailed | spec.podReplacementPolicy: Unsupported value: "TerminatingOrFailed": supported values: "Failed"
        restartPolicy: Never    | restartPolicy: OnFailure  | spec.template.spec.restartPolicy: Invalid value: "OnFailure": only "Never" is supported when podFailurePolicy is specified
        restartPolicy: Never    | restartPolicy: Always     | spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"
        name: render            | name: renderrenderrenderrenderrenderrenderrenderrenderrenderrender12 | metadata.name: Invalid value: "renderrenderrenderrenderrenderrenderrenderrenderrenderrender12": will not able to create pod with invalid DNS label: renderrenderrenderrenderrenderrenderrenderrenderrenderrender12-9
        maxFailedIndexes: 5     | selector: {matchLabels: {app: a}} | spec.selector ;; spec.template.metadata.labels
        maxFailedIndexes: 5     | manualSelector: true      | spec.selector: Required value ;; spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`
        """)
    void jobs(String from, String to, String said) {
        refused(JOB.with(from, to), said);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        action: FailJob         | action: Fail              | FAIL[0].action: Unsupported value: "Fail": supported values: "Count", "FailIndex", "FailJob", "Ignore"
        {action: FailJob, on    | {on                       | FAIL[0].action: Required value: valid values: ["Count" "FailIndex" "FailJob" "Ignore"]
        containerName: main     | containerName: other      | FAIL[0].onExitCodes.containerName: Invalid value: "other": must be one of the container or initContainer names in the pod template
        values: [1, 42]         | values: [0, 42]           | FAIL[0].onExitCodes.values[0]: Invalid value: 0: must not be 0 for the In operator
        values: [1, 42]         | values: [42, 1]           | FAIL[0].onExitCodes.values: Invalid value: [42,1]: must be ordered
        values: [1, 42]         | values: [1, 1]            | FAIL[0].onExitCodes.values[1]: Duplicate value: 1
        values: [1, 42]         | values: []                | FAIL[0].onExitCodes.values: Invalid value: []: at least one value is required
        operator: In            | operator: NotInside       | FAIL[0].onExitCodes.operator: Unsupported value: "NotInside": supported values: "In", "NotIn"
        , onPodConditions: [{type: DisruptionTarget}] | ~~  | FAIL[1]: Invalid value: specifying one of OnExitCodes and OnPodConditions is required
        type: DisruptionTarget  | type: DisruptionTarget, status: Yes | FAIL[1].onPodConditions[0].status
        type: DisruptionTarget  | status: "True"            | FAIL[1].onPodConditions[0].type: Invalid value: "": name part must be non-empty
        succeededIndexes: "0,2-4" | succeededIndexes: "0,10" | spec.successPolicy.rules[0].succeededIndexes: Invalid value: "0,10": error parsing succeededIndexes: too large index: "10" ;; spec.successPolicy.rules[0].succeededCount: Invalid value: 2: must be less than or equal to 0 (the number of indexes in the specified succeededIndexes field)
        succeededIndexes: "0,2-4" | succeededIndexes: "4-2,5" | spec.successPolicy.rules[0].succeededIndexes: Invalid value: "4-2,5": error parsing succeededIndexes: non-increasing order, previous: 4, current: 2 ;; spec.successPolicy.rules[0].succeededCount: Invalid value: 2: must be less than or equal to 0 (the number of indexes in the specified succeededIndexes field)
        succeededCount: 2       | succeededCount: 11        | spec.successPolicy.rules[0].succeededCount: Invalid value: 11: must be less than or equal to 10 (the number of specified completions) ;; spec.successPolicy.rules[0].succeededCount: Invalid value: 11: must be less than or equal to 4 (the number of indexes in the specified succeededIndexes field)
        {succeededIndexes: "0,2-4", succeededCount: 2} | {} | spec.successPolicy.rules[0]: Required value: at least one of succeededCount or succeededIndexes must be specified
        rules: [{succeededIndexes: "0,2-4", succeededCount: 2}] | rules: [] | spec.successPolicy.rules: Required value: at least one rules must be specified when the successPolicy is specified
        """)
    void policies(String from, String to, String said) {
        refused(JOB.with(from, to), said.replace("FAIL", "spec.podFailurePolicy.rules"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        */5 0 1,15 JAN-MAR mon | @every 1h30m       | ~~
        */5 0 1,15 JAN-MAR mon | @hourly            | ~~
        */5 0 1,15 JAN-MAR mon | 0-59/2 ? * * 0     | ~~
        */5 0 1,15 JAN-MAR mon | @often             | spec.schedule: Invalid value: "@often": unrecognized descriptor: @often
        */5 0 1,15 JAN-MAR mon | 60 * * * *         | spec.schedule: Invalid value: "60 * * * *": end of range (60) above maximum (59): 60
        */5 0 1,15 JAN-MAR mon | 0 0 0 * *          | spec.schedule: Invalid value: "0 0 0 * *": beginning of range (0) below minimum (1): 0
        */5 0 1,15 JAN-MAR mon | 5-1 * * * *        | spec.schedule: Invalid value: "5-1 * * * *": beginning of range (5) beyond end of range (1): 5-1
        */5 0 1,15 JAN-MAR mon | */0 * * * *        | spec.schedule: Invalid value: "*/0 * * * *": step of range should be a positive number: */0
        */5 0 1,15 JAN-MAR mon | a * * * *          | spec.schedule: Invalid value: "a * * * *": failed to parse int from a: strconv.Atoi: parsing "a": invalid syntax
        */5 0 1,15 JAN-MAR mon | TZ=UTC 0 0 * * *   | spec.schedule: Invalid value: "TZ=UTC 0 0 * * *": cannot use TZ or CRON_TZ in schedule, use timeZone field instead
        Asia/Shanghai          | asia/shanghai      | spec.timeZone: Invalid value: "asia/shanghai": unknown time zone asia/shanghai
        Asia/Shanghai          | Local              | spec.timeZone: Invalid value: "Local": timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones
        timeZone: Asia/Shanghai | concurrencyPolicy: never | spec.concurrencyPolicy: Unsupported value: "never": supported values: "Allow", "Forbid", "Replace"
        timeZone: Asia/Shanghai | failedJobsHistoryLimit: -1 | spec.failedJobsHistoryLimit: Invalid value: -1: must be greater than or equal to 0
        template:              | manualSelector: true\\n      template: | spec.jobTemplate.spec.manualSelector: Unsupported value: true: supported values: "nil", "false"
        template:              | selector: {matchLabels: {a: b}}\\n      template: | spec.jobTemplate.spec.selector: Invalid value: {"matchLabels":{"a":"b"}}: `selector` will be auto-generated
        restartPolicy: OnFailure | restartPolicy: Always | spec.jobTemplate.spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"
        """)
    void cronJobs(String from, String to, String said) {
        refused(CRON.with(from, to), said);
    }

    /// The API server takes them; the Jobs it would make of them it would refuse.
    @Test
    void labelsOfJobsThatCannotBeAreWarnedOf() {
        Checked cron = CRON.with("jobTemplate:\n", "jobTemplate:\n    metadata: {labels: {a: b c}}\n");

        assertThat(cron.errors()).isEmpty();
        assertThat(cron.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.rule()).isEqualTo("label"));
    }

    private static void refused(Checked changed, String said) {
        assertThat(changed.errors()).containsExactlyInAnyOrder(said.isEmpty() ? new String[0] : said.split(" ;; "));
        changed.everyFindingIsSaidAndMended();
    }
}
