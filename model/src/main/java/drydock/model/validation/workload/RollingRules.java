package drydock.model.validation.workload;

import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// How workloads replace their Pods (`pkg/apis/apps/validation/validation.go ValidateDeploymentStrategy`,
/// `ValidateDaemonSetUpdateStrategy`, `ValidateStatefulSetSpec`).
final class RollingRules {

    private static final String RULE = "rolling-update";

    /// From this version on a StatefulSet can replace several Pods at once (gate MaxUnavailableStatefulSet).
    private static final int MANY_OF_STATEFUL_SETS = 35;

    static final List<Rule> RULES = List.of(
            Rule.of("DeploymentStrategy", RollingRules::deployment),
            Rule.of("DaemonSetUpdateStrategy", RollingRules::daemonSet),
            Rule.of("StatefulSetUpdateStrategy", RollingRules::statefulSet));

    private RollingRules() {}

    private static boolean isRolling(Visit strategy) {
        String type = strategy.textOrEmpty("type");
        return type.isEmpty() || type.equals("RollingUpdate");
    }

    private static void deployment(Visit strategy) {
        Visit update = strategy.in("rollingUpdate");
        if (strategy.textOrEmpty("type").equals("Recreate") && strategy.has("rollingUpdate")) {
            strategy.error(RULE, "rollingUpdate", "recreate-rolling")
                    .words(ServerWords.forbidden("may not be specified when strategy `type` is 'Recreate'"))
                    .fix(strategy.removing("rollingUpdate"), "fix.remove", update.path());
        }
        if (!isRolling(strategy)) {
            return;
        }
        Percentages.form(update, RULE, "maxUnavailable");
        Percentages.form(update, RULE, "maxSurge");
        if (Percentages.isZero(update, "maxUnavailable", false) && Percentages.isZero(update, "maxSurge", false)) {
            update.error(RULE, "maxUnavailable", "rolling-update-stuck")
                    .words(ServerWords.invalid(update.value("maxUnavailable"), "may not be 0 when `maxSurge` is 0"))
                    .fix(update.setting("maxSurge", 1), "fix.set", update.path().key("maxSurge"), "1");
        }
        Percentages.notAboveAll(update, RULE, "maxUnavailable");
    }

    /// Of itself it takes one away before it makes another.
    private static void daemonSet(Visit strategy) {
        if (!isRolling(strategy)) {
            return;
        }
        Visit update = strategy.in("rollingUpdate");
        for (String field : List.of("maxUnavailable", "maxSurge")) {
            Percentages.form(update, RULE, field);
            Percentages.notAboveAll(update, RULE, field);
        }
        boolean unavailable = !Percentages.isZero(update, "maxUnavailable", false);
        boolean surge = !Percentages.isZero(update, "maxSurge", true);
        if (unavailable && surge) {
            update.error(RULE, "maxSurge", "surge-and-unavailable")
                    .words(ServerWords.invalid(
                            update.value("maxSurge"), "may not be set when maxUnavailable is non-zero"))
                    .fix(
                            update.setting("maxUnavailable", 0),
                            "fix.set",
                            update.path().key("maxUnavailable"),
                            "0");
        } else if (!unavailable && !surge) {
            update.error(Checks.REQUIRED, "maxUnavailable", "rolling-update-stuck")
                    .words(ServerWords.required("cannot be 0 when maxSurge is 0"))
                    .fix(
                            update.setting("maxUnavailable", 1),
                            "fix.set",
                            update.path().key("maxUnavailable"),
                            "1");
        }
    }

    private static void statefulSet(Visit strategy) {
        Visit update = strategy.in("rollingUpdate");
        if (strategy.textOrEmpty("type").equals("OnDelete") && strategy.has("rollingUpdate")) {
            strategy.error(RULE, "rollingUpdate", "on-delete-rolling")
                    .words(ServerWords.invalidRaw(
                            "{\"Partition\":" + update.number("partition").orElse(0) + ",\"MaxUnavailable\":null}",
                            "only allowed for updateStrategy 'RollingUpdate'"))
                    .fix(strategy.removing("rollingUpdate"), "fix.remove", update.path());
        }
        if (!isRolling(strategy)) {
            return;
        }
        long partition = update.number("partition").orElse(0);
        if (partition < 0) {
            Checks.negative(update, "partition", partition);
        }
        if (update.has("maxUnavailable") && update.version().atLeast(MANY_OF_STATEFUL_SETS)) {
            Percentages.form(update, RULE, "maxUnavailable");
            if (Percentages.isZero(update, "maxUnavailable", false)) {
                update.error(RULE, "maxUnavailable", "rolling-update-none")
                        .words(ServerWords.invalid(update.value("maxUnavailable"), "cannot be 0"))
                        .fix(
                                update.setting("maxUnavailable", 1),
                                "fix.set",
                                update.path().key("maxUnavailable"),
                                "1");
            }
            Percentages.notAboveAll(update, RULE, "maxUnavailable");
        }
    }
}
