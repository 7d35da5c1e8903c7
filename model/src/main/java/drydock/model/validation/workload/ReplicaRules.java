package drydock.model.validation.workload;

import static drydock.model.validation.Checks.notNegative;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Map;

/// Workloads that keep Pods running (`pkg/apis/apps/validation/validation.go`,
/// `pkg/apis/core/validation/validation.go ValidatePodTemplateSpecForRC`).
final class ReplicaRules {

    private static final long USUAL_DEADLINE = 600;

    /// From this version on the data of a ControllerRevision are looked at (`ValidateControllerRevisionCreate`).
    private static final int DATA_OF_FIELDS = 35;

    private static final List<String> RETENTION = List.of("Retain", "Delete");

    static final List<Rule> RULES = List.of(
            notNegative("ReplicationControllerSpec", "replicas", "minReadySeconds"),
            notNegative("ReplicaSetSpec", "replicas", "minReadySeconds"),
            notNegative("StatefulSetSpec", "replicas", "minReadySeconds"),
            notNegative("StatefulSetOrdinals", "start"),
            notNegative("DaemonSetSpec", "minReadySeconds", "revisionHistoryLimit"),
            notNegative(
                    "DeploymentSpec", "replicas", "minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds"),
            notNegative("ControllerRevision", "revision"),
            new Rule.OfObject(
                    List.of(
                            "DeploymentSpec",
                            "ReplicaSetSpec",
                            "StatefulSetSpec",
                            "DaemonSetSpec",
                            "ReplicationControllerSpec"),
                    ReplicaRules::keptRunning),
            Rule.of("ReplicationControllerSpec", ReplicaRules::template),
            Rule.of("DeploymentSpec", ReplicaRules::deadline),
            Rule.of("StatefulSetSpec", ReplicaRules::serviceName),
            Rule.of("StatefulSetPersistentVolumeClaimRetentionPolicy", ReplicaRules::retention),
            Rule.of("ControllerRevision", ReplicaRules::data));

    private ReplicaRules() {}

    /// Pods that end are none that can be kept running.
    private static void keptRunning(Visit spec) {
        Visit pod = spec.in("template").in("spec");
        String policy = pod.textOrEmpty("restartPolicy");
        if (policy.equals("OnFailure") || policy.equals("Never")) {
            pod.error("restart-policy", "restartPolicy", "unsupported-value", Checks.shown(policy), "Always")
                    .words(ServerWords.unsupportedOf(policy, List.of("Always")))
                    .fix(
                            pod.setting("restartPolicy", "Always"),
                            "fix.set",
                            pod.path().key("restartPolicy"),
                            "Always");
        }
        if (pod.has("activeDeadlineSeconds")) {
            String kind = spec.kind().equals("Deployment") ? "ReplicaSet" : spec.kind();
            pod.error("restart-policy", "activeDeadlineSeconds", "deadline-of-pod", spec.kind())
                    .words(ServerWords.forbidden("activeDeadlineSeconds in " + kind + " is not Supported"))
                    .fix(
                            pod.removing("activeDeadlineSeconds"),
                            "fix.remove",
                            pod.path().key("activeDeadlineSeconds"));
        }
    }

    private static void template(Visit spec) {
        if (!spec.has("template")) {
            Checks.missing(spec, "template");
        }
    }

    private static void deadline(Visit spec) {
        long deadline = spec.number("progressDeadlineSeconds").orElse(USUAL_DEADLINE);
        long ready = spec.number("minReadySeconds").orElse(0);
        if (deadline <= ready) {
            spec.error("rolling-update", "progressDeadlineSeconds", "deadline-before-ready", deadline, ready)
                    .words(ServerWords.invalid(deadline, "must be greater than minReadySeconds"))
                    .fix(
                            spec.setting("progressDeadlineSeconds", ready + USUAL_DEADLINE),
                            "fix.set",
                            spec.path().key("progressDeadlineSeconds"),
                            String.valueOf(ready + USUAL_DEADLINE));
        }
    }

    /// Checked from 1.33 on.
    private static void serviceName(Visit spec) {
        if (spec.version().atLeast(33)) {
            Checks.form(spec, "name", "serviceName", "name-label", Names::labelProblems);
        }
    }

    private static void retention(Visit policy) {
        for (String field : List.of("whenDeleted", "whenScaled")) {
            policy.text(field)
                    .filter(value -> !value.isEmpty() && !RETENTION.contains(value))
                    .ifPresent(value -> policy.error(
                                    "unsupported-value",
                                    field,
                                    "unsupported-value",
                                    Checks.shown(value),
                                    String.join(", ", RETENTION))
                            .words(ServerWords.unsupportedOf(value, RETENTION)));
        }
    }

    private static void data(Visit revision) {
        if (!revision.has("data")) {
            Checks.missing(revision, "data", "data is mandatory");
        } else if (revision.version().atLeast(DATA_OF_FIELDS) && !(revision.value("data") instanceof Map<?, ?>)) {
            Checks.missing(revision, "data", "data must be a valid JSON object");
        }
    }
}
