package drydock.model.validation.workload;

import static drydock.model.validation.Checks.notNegative;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.Checks;
import drydock.model.validation.DomainPath;
import drydock.model.validation.Report;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// Jobs (`pkg/apis/batch/validation/validation.go validateJobSpec`).
final class JobRules {

    private static final String RULE = "job";
    private static final int LONGEST_MANAGER = 63;

    /// From this version on the field is read at all (gate JobManagedBy).
    private static final int MANAGED = 32;

    static final List<Rule> RULES = List.of(
            notNegative(
                    "JobSpec",
                    "parallelism",
                    "completions",
                    "activeDeadlineSeconds",
                    "backoffLimit",
                    "ttlSecondsAfterFinished",
                    "backoffLimitPerIndex",
                    "maxFailedIndexes"),
            Rule.of("Job", JobRules::name),
            Rule.of("JobSpec", JobRules::restartPolicy),
            Rule.of("JobSpec", JobRules::manager),
            Rule.of("JobSpec", JobRules::replacement));

    private JobRules() {}

    /// The name becomes a label of the Pods (`pkg/registry/batch/job/strategy.go generateSelector`), and where the
    /// Job has no labels but its Pods have, one of the Job, too.
    private static void name(Visit job) {
        String name = job.in("metadata").textOrEmpty("name");
        if (name.length() <= LONGEST_MANAGER || job.in("spec").isTrue("manualSelector")) {
            return;
        }
        Visit labels = job.in("spec").in("template").in("metadata").in("labels");
        boolean shared = !labels.names().isEmpty()
                && job.in("metadata").in("labels").names().isEmpty();
        for (String field :
                shared ? List.of("metadata.labels", "spec.template.labels") : List.of("spec.template.labels")) {
            job.errorCalled(field, "name", FieldPath.of("metadata", "name"), "job-name", LONGEST_MANAGER)
                    .words(ServerWords.invalid(name, "must be no more than " + LONGEST_MANAGER + " bytes"));
        }
    }

    /// Not written means Always, which a Job must not have; the API server calls both missing.
    private static void restartPolicy(Visit spec) {
        Visit pod = spec.in("template").in("spec");
        String field = "restartPolicy";
        String policy = pod.textOrEmpty(field);
        if (policy.isEmpty() || policy.equals("Always")) {
            Report report = pod.error(Checks.REQUIRED, field, "job-restart-policy")
                    .words(ServerWords.required("valid values: \"OnFailure\", \"Never\""));
            List.of("OnFailure", "Never")
                    .forEach(value -> report.fix(
                            pod.setting(field, value), "fix.set", pod.path().key(field), value));
        } else if (spec.has("podFailurePolicy") && policy.equals("OnFailure")) {
            pod.error(RULE, field, "job-failure-policy-never")
                    .words(ServerWords.invalid(
                            policy, "only \"Never\" is supported when podFailurePolicy is specified"))
                    .fix(pod.setting(field, "Never"), "fix.set", pod.path().key(field), "Never");
        }
    }

    private static void manager(Visit spec) {
        String field = "managedBy";
        if (!spec.version().atLeast(MANAGED) || !(spec.value(field) instanceof String manager)) {
            return;
        }
        DomainPath.check(spec, RULE, field, "job-manager");
        if (manager.length() > LONGEST_MANAGER) {
            spec.error(RULE, field, "too-long", LONGEST_MANAGER).words(ServerWords.tooLong(LONGEST_MANAGER));
        }
    }

    private static void replacement(Visit spec) {
        String policy = spec.textOrEmpty("podReplacementPolicy");
        if (spec.has("podFailurePolicy") && policy.equals("TerminatingOrFailed")) {
            spec.error(RULE, "podReplacementPolicy", "job-replacement")
                    .words(ServerWords.unsupportedOf(policy, List.of("Failed")))
                    .fix(
                            spec.setting("podReplacementPolicy", "Failed"),
                            "fix.set",
                            spec.path().key("podReplacementPolicy"),
                            "Failed");
        }
    }
}
