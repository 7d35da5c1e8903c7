package drydock.model.validation.workload;

import static drydock.model.validation.Checks.notNegative;
import static drydock.model.validation.Checks.within;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// How workloads replace, repeat and scale their Pods (`pkg/apis/apps/validation`,
/// `pkg/apis/batch/validation`, `pkg/apis/autoscaling/validation`, `pkg/apis/policy/validation`).
final class WorkloadRules {

    static final List<Rule> RULES = List.of(
            new Rule.OfObject(List.of("ReplicationControllerSpec", "ReplicaSetSpec"), WorkloadRules::template),
            Rule.of("RollingUpdateDeployment", WorkloadRules::rollingUpdate),
            new Rule.OfObject(
                    List.of(
                            "DeploymentSpec",
                            "ReplicaSetSpec",
                            "StatefulSetSpec",
                            "DaemonSetSpec",
                            "ReplicationControllerSpec"),
                    WorkloadRules::restartAlways),
            Rule.of("JobSpec", WorkloadRules::restartOfJob),
            Rule.of("CronJobSpec", WorkloadRules::schedule),
            Rule.of("HorizontalPodAutoscalerSpec", WorkloadRules::bounds),
            Rule.of("PodDisruptionBudgetSpec", WorkloadRules::budget),
            notNegative("ReplicationControllerSpec", "replicas", "minReadySeconds"),
            notNegative("ReplicaSetSpec", "replicas", "minReadySeconds"),
            notNegative("StatefulSetSpec", "replicas", "minReadySeconds", "revisionHistoryLimit"),
            notNegative("DaemonSetSpec", "minReadySeconds", "revisionHistoryLimit"),
            notNegative(
                    "DeploymentSpec", "replicas", "minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds"),
            notNegative(
                    "JobSpec",
                    "parallelism",
                    "completions",
                    "activeDeadlineSeconds",
                    "backoffLimit",
                    "ttlSecondsAfterFinished"),
            notNegative(
                    "CronJobSpec", "startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit"),
            within("HorizontalPodAutoscalerSpec", "minReplicas", 1, Integer.MAX_VALUE),
            within("HorizontalPodAutoscalerSpec", "maxReplicas", 1, Integer.MAX_VALUE));

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,9})%");
    private static final Set<String> SHORTHANDS =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");

    private WorkloadRules() {}

    private static void template(Visit spec) {
        if (!spec.has("template")) {
            spec.error(
                    Checks.REQUIRED, "template", "required-field", spec.path().key("template"));
        }
    }

    private static void rollingUpdate(Visit update) {
        for (String field : List.of("maxUnavailable", "maxSurge")) {
            Optional<String> text = update.text(field);
            if (text.isPresent() && !PERCENT.matcher(text.get()).matches()) {
                update.error("rolling-update", field, "percent-form", Checks.shown(text.get()));
            } else if (update.number(field).orElse(0) < 0) {
                update.error(
                        "rolling-update",
                        field,
                        "number-negative",
                        update.number(field).getAsLong());
            }
        }
        update.text("maxUnavailable")
                .map(PERCENT::matcher)
                .filter(m -> m.matches() && Long.parseLong(m.group(1)) > 100)
                .ifPresent(m -> update.error("rolling-update", "maxUnavailable", "percent-over-100"));
        if (isZero(update, "maxUnavailable") && isZero(update, "maxSurge")) {
            update.error("rolling-update", "maxUnavailable", "rolling-update-stuck");
        }
    }

    private static boolean isZero(Visit update, String field) {
        return (update.number(field).isPresent() && update.number(field).getAsLong() == 0)
                || update.text(field).orElse("").equals("0%");
    }

    private static void restartAlways(Visit spec) {
        String policy = policy(spec);
        if (!policy.isEmpty()
                && !policy.equals("Always")
                && Set.of("OnFailure", "Never").contains(policy)) {
            spec.error("restart-policy", policyPath(spec), "unsupported-value", Checks.shown(policy), "Always");
        }
    }

    /// Not written means Always, which a Job must not have; the API server calls both missing.
    private static void restartOfJob(Visit spec) {
        String policy = policy(spec);
        if (spec.has("template") && (policy.isEmpty() || policy.equals("Always"))) {
            spec.error(Checks.REQUIRED, policyPath(spec), "job-restart-policy");
        }
    }

    private static String policy(Visit spec) {
        return spec.in("template").in("spec").text("restartPolicy").orElse("");
    }

    private static FieldPath policyPath(Visit spec) {
        return spec.path().key("template").key("spec").key("restartPolicy");
    }

    /// Five fields, or a shorthand (`github.com/robfig/cron ParseStandard`).
    private static void schedule(Visit spec) {
        String schedule = spec.text("schedule").orElse("").strip();
        if (schedule.isEmpty()) {
            return;
        }
        boolean fits = schedule.startsWith("@")
                ? SHORTHANDS.contains(schedule) || schedule.matches("@every ([0-9.]+(ns|us|µs|ms|s|m|h))+")
                : isSchedule(schedule.split("\\s+", -1));
        if (!fits) {
            spec.error("schedule", "schedule", "schedule", Checks.shown(schedule));
        }
    }

    private static boolean isSchedule(String[] fields) {
        String[] forms = {
            "", "", "", "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", "(sun|mon|tue|wed|thu|fri|sat)"
        };
        int[] most = {59, 23, 31, 12, 6};
        if (fields.length != forms.length) {
            return false;
        }
        for (int i = 0; i < fields.length; i++) {
            for (String part : fields[i].toLowerCase(Locale.ROOT).split(",", -1)) {
                String name = forms[i].isEmpty() ? "" : "|" + forms[i];
                String value = "(\\d{1,2}" + name + ")";
                boolean form = part.matches("(\\*|\\?|" + value + "(-" + value + ")?)(/\\d{1,2})?");
                if (!form || largest(part) > most[i]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int largest(String part) {
        String range = part.substring(0, part.indexOf('/') < 0 ? part.length() : part.indexOf('/'));
        return Pattern.compile("\\d+")
                .matcher(range)
                .results()
                .mapToInt(m -> Integer.parseInt(m.group()))
                .max()
                .orElse(0);
    }

    private static void bounds(Visit spec) {
        long most = spec.number("maxReplicas").orElse(0);
        if (most > 0 && most < spec.number("minReplicas").orElse(1)) {
            spec.error("autoscaler-bounds", "maxReplicas", "autoscaler-bounds");
        }
    }

    private static void budget(Visit spec) {
        if (spec.has("minAvailable") && spec.has("maxUnavailable")) {
            spec.error("one-of", spec.path(), "budget-both");
        }
    }
}
