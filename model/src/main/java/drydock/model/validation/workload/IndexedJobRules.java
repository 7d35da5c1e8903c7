package drydock.model.validation.workload;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// Jobs whose Pods are numbered (`pkg/apis/batch/validation/validation.go validateJobSpec`, `ValidateJob`).
final class IndexedJobRules {

    private static final String RULE = "indexed-job";
    /// How much of generateName is used (`apiserver/pkg/storage/names/generate.go`).
    private static final int LONGEST_BASE = 58;

    private static final long MOST = 100_000;
    private static final long MOST_OF_MANY = 10_000;

    static final List<Rule> RULES = List.of(
            Rule.of("JobSpec", IndexedJobRules::failedIndexes),
            Rule.of("JobSpec", IndexedJobRules::indexed),
            Rule.of("JobSpec", IndexedJobRules::many),
            Rule.of("JobSpec", IndexedJobRules::notIndexed),
            Rule.of("Job", IndexedJobRules::hostname));

    private IndexedJobRules() {}

    static boolean isIndexed(Visit spec) {
        return spec.textOrEmpty("completionMode").equals("Indexed");
    }

    private static void failedIndexes(Visit spec) {
        if (spec.has("maxFailedIndexes") && !spec.has("backoffLimitPerIndex")) {
            Checks.missing(spec, "backoffLimitPerIndex", "when maxFailedIndexes is specified");
        }
    }

    private static void indexed(Visit spec) {
        if (!isIndexed(spec)) {
            return;
        }
        if (!spec.has("completions")) {
            Checks.missing(spec, "completions", "when completion mode is Indexed");
        }
        above(spec, "parallelism", MOST, "must be less than or equal to 100000 when completion mode is Indexed");
        spec.number("completions")
                .ifPresent(most -> above(spec, "maxFailedIndexes", most, "must be less than or equal to completions"));
        above(spec, "maxFailedIndexes", MOST, "must be less than or equal to 100000");
    }

    private static void above(Visit spec, String field, long most, String words) {
        long number = spec.number(field).orElse(0);
        if (number > most) {
            spec.error(RULE, field, "number-above", number, String.valueOf(most))
                    .words(ServerWords.invalid(number, words));
        }
    }

    private static void many(Visit spec) {
        boolean many =
                isIndexed(spec) && spec.number("completions").orElse(0) > MOST && spec.has("backoffLimitPerIndex");
        if (!many) {
            return;
        }
        if (!spec.has("maxFailedIndexes")) {
            Checks.missing(spec, "maxFailedIndexes", "must be specified when completions is above 100000");
        }
        String words = "must be less than or equal to 10000 when completions are above 100000 and used with backoff "
                + "limit per index";
        above(spec, "parallelism", MOST_OF_MANY, words);
        above(spec, "maxFailedIndexes", MOST_OF_MANY, words);
    }

    private static void notIndexed(Visit spec) {
        String mode = spec.textOrEmpty("completionMode");
        if (!mode.isEmpty() && !mode.equals("NonIndexed")) {
            return;
        }
        for (String field : List.of("backoffLimitPerIndex", "maxFailedIndexes")) {
            if (spec.number(field).isPresent()) {
                spec.error(RULE, field, "job-not-indexed", field)
                        .words(ServerWords.invalid(spec.number(field).getAsLong(), "requires indexed completion mode"))
                        .fix(
                                spec.setting("completionMode", "Indexed"),
                                "fix.set",
                                spec.path().key("completionMode"),
                                "Indexed");
            }
        }
    }

    /// The Pods are called after the Job and their number.
    private static void hostname(Visit job) {
        Visit spec = job.in("spec");
        String name = nameOf(job.in("metadata"));
        long completions = spec.number("completions").orElse(0);
        String last = name + "-" + (completions - 1);
        if (isIndexed(spec)
                && completions > 0
                && !name.isEmpty()
                && !Names.labelProblems(last).isEmpty()) {
            job.in("metadata")
                    .error("name", "name", "job-hostname", last)
                    .words(ServerWords.invalid(name, "will not able to create pod with invalid DNS label: " + last));
        }
    }

    /// The name, or one that could be generated; empty if there is neither.
    private static String nameOf(Visit metadata) {
        String base = metadata.textOrEmpty("generateName");
        String name = metadata.textOrEmpty("name");
        return name.isEmpty() && !base.isEmpty()
                ? base.substring(0, Math.min(base.length(), LONGEST_BASE)) + "xxxxx"
                : name;
    }
}
