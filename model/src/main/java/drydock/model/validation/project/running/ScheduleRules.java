package drydock.model.validation.project.running;

import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.regex.Pattern;

/// CronJobs whose runs overlap, or that miss their time.
final class ScheduleRules {

    static final List<Rule> RULES =
            List.of(Rule.of("CronJobSpec", ScheduleRules::overlap), Rule.of("CronJobSpec", ScheduleRules::deadline));

    /// Every minute, or every few.
    private static final Pattern OFTEN = Pattern.compile("(\\*(/[1-5])?|@every\\s+[1-5]?\\d(s|m))(\\s.*)?");

    /// How often the controller looks (`pkg/controller/cronjob/cronjob_controllerv2.go`).
    private static final int SHORTEST = 10;

    private ScheduleRules() {}

    private static void overlap(Visit spec) {
        if (!spec.has("concurrencyPolicy")
                && OFTEN.matcher(spec.text("schedule").orElse("").strip()).matches()
                && !spec.in("jobTemplate").in("spec").has("activeDeadlineSeconds")) {
            spec.advice("cron-overlap", "schedule", "cron-overlap")
                    .fix(spec.setting("concurrencyPolicy", "Forbid"), "set-field", "concurrencyPolicy", "Forbid");
        }
    }

    private static void deadline(Visit spec) {
        long seconds = spec.number("startingDeadlineSeconds").orElse(SHORTEST);
        if (seconds >= 0 && seconds < SHORTEST) {
            spec.warning("cron-deadline", "startingDeadlineSeconds", "cron-deadline", String.valueOf(seconds))
                    .fix(spec.setting("startingDeadlineSeconds", 60), "set-field", "startingDeadlineSeconds", "60");
        }
    }
}
