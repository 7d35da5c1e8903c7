package drydock.model.validation.workload;

import static drydock.model.validation.Checks.notNegative;

import drydock.model.cron.CronSchedule;
import drydock.model.validation.Checks;
import drydock.model.validation.Report;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// CronJobs (`pkg/apis/batch/validation/validation.go validateCronJobSpec`, `validateTimeZone`).
final class CronRules {

    private static final Pattern ZONE_PART = Pattern.compile("[A-Za-z.\\-_0-9+]{1,14}");

    /// Zones that the database has and Java does not name.
    private static final Set<String> OLD_ZONES = Set.of("EST", "MST", "HST", "ROC", "Factory");

    static final List<Rule> RULES = List.of(
            notNegative(
                    "CronJobSpec", "startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit"),
            Rule.of("CronJobSpec", CronRules::schedule),
            Rule.of("CronJobSpec", CronRules::timeZone));

    private CronRules() {}

    private static void schedule(Visit spec) {
        String schedule = spec.textOrEmpty("schedule");
        if (schedule.isEmpty()) {
            return;
        }
        String problem = CronSchedule.problem(schedule);
        if (!problem.isEmpty()) {
            spec.error("schedule", "schedule", "schedule", Checks.shown(schedule))
                    .words(ServerWords.invalid(schedule, problem));
        }
        if (schedule.contains("TZ")) {
            spec.error("schedule", "schedule", "schedule-zone")
                    .words(ServerWords.invalid(
                            schedule, "cannot use TZ or CRON_TZ in schedule, use timeZone field instead"));
        }
    }

    private static void timeZone(Visit spec) {
        if (!(spec.value("timeZone") instanceof String zone)) {
            return;
        }
        String words = zone.isEmpty() ? "timeZone must be nil or non-empty string" : problem(zone);
        if (words.isEmpty()) {
            return;
        }
        Report report = spec.error("time-zone", "timeZone", "time-zone", Checks.shown(zone))
                .words(ServerWords.invalid(zone, words));
        ZoneId.getAvailableZoneIds().stream()
                .filter(known -> known.equalsIgnoreCase(zone) && isKnown(known))
                .findFirst()
                .ifPresent(known -> report.fix(
                        spec.setting("timeZone", known), "fix.set", spec.path().key("timeZone"), known));
    }

    private static String problem(String zone) {
        boolean parts = List.of(zone.split("/", -1)).stream()
                .allMatch(part -> !part.equals(".")
                        && !part.equals("..")
                        && !part.startsWith("-")
                        && ZONE_PART.matcher(part).matches());
        if (parts && zone.equalsIgnoreCase("Local")) {
            return "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones";
        }
        return parts && isKnown(zone) ? "" : "unknown time zone " + zone;
    }

    private static boolean isKnown(String zone) {
        return OLD_ZONES.contains(zone)
                || (!zone.startsWith("SystemV/") && ZoneId.getAvailableZoneIds().contains(zone));
    }
}
