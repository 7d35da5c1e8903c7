package drydock.model.validation.workload;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.LabelOperator;
import drydock.model.resource.LabelSelector;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// That a workload's selector chooses the Pods of its own template (`pkg/apis/apps/validation/validation.go`,
/// `pkg/apis/core/validation/validation.go ValidateReplicationControllerSpec`,
/// `pkg/apis/batch/validation/validation.go ValidateJobSpec`).
final class OwnPodRules {

    private static final String MISMATCH = "selector-template-mismatch";
    private static final String RULE = "selector";
    private static final String WORDS = "`selector` does not match template `labels`";

    static final List<Rule> RULES = List.of(
            new Rule.OfObject(
                    List.of("DeploymentSpec", "ReplicaSetSpec", "StatefulSetSpec", "DaemonSetSpec"),
                    OwnPodRules::typed),
            Rule.of("ReplicationControllerSpec", OwnPodRules::labels),
            Rule.of("JobSpec", OwnPodRules::ofJob));

    private OwnPodRules() {}

    private static boolean isWritten(Visit spec) {
        return spec.value("selector") instanceof Map<?, ?>;
    }

    private static void typed(Visit spec) {
        if (!isWritten(spec)) {
            if (!spec.has("selector")) {
                missing(spec);
            }
            return;
        }
        TypedSelector selector = new TypedSelector(spec.in("selector"));
        Optional<LabelSelector> chosen = selector.selector();
        if (hasUnread(spec.in("selector").in("matchLabels"))) {
            // what it chooses is known when its labels can be read
            return;
        } else if (selector.isEmpty()) {
            spec.error(RULE, "selector", "selector-empty")
                    .words(ServerWords.invalid(Map.of(), "empty selector is invalid for " + calledIn(spec)));
        } else if (chosen.isEmpty()) {
            invalid(spec, selector);
        } else {
            template(spec, chosen.get());
        }
    }

    /// Whether a label is no text, as `n` is none in YAML.
    private static boolean hasUnread(Visit labels) {
        return labels.names().stream()
                .anyMatch(name -> labels.isUnread(labels.path().key(name)));
    }

    /// The rules of Deployments are those of ReplicaSets.
    private static String calledIn(Visit spec) {
        return switch (spec.kind()) {
            case "StatefulSet" -> "statefulset";
            case "DaemonSet" -> "daemonset";
            default -> "deployment";
        };
    }

    /// What is not there chooses nothing, not even the own template; of a DaemonSet only that is told.
    private static void missing(Visit spec) {
        if (!spec.kind().equals("DaemonSet")) {
            Checks.missing(spec, "selector");
        }
        spec.errorCalled(labelsPath(spec).toString(), MISMATCH, spec.path().key("selector"), "selector-missing")
                .words(ServerWords.invalid(labelsOf(spec), WORDS));
    }

    private static void invalid(Visit spec, TypedSelector selector) {
        switch (spec.kind()) {
            case "DaemonSet" -> {
                // told of the requirements only
            }
            case "StatefulSet" ->
                spec.error(RULE, "selector", "selector-invalid")
                        .words(ServerWords.invalid(selector.json(), "").replaceFirst(": $", ""));
            default ->
                spec.error(RULE, "selector", "selector-invalid")
                        .words(ServerWords.invalid(selector.json(), "invalid label selector"));
        }
    }

    /// A controller without a selector takes the labels of its template.
    private static void labels(Visit spec) {
        Map<String, String> selector = spec.texts("selector");
        if (!selector.isEmpty()) {
            if (spec.has("template")) {
                template(spec, LabelSelector.ofLabels(selector));
            }
        } else if (spec.in("template").in("metadata").texts("labels").isEmpty()) {
            Checks.missing(spec, "selector");
        }
    }

    /// A Job's selector is made for it, unless it says otherwise; one of a CronJob may not even say so.
    private static void ofJob(Visit spec) {
        boolean manual = spec.isTrue("manualSelector");
        TypedSelector selector = new TypedSelector(spec.in("selector"));
        if (spec.kind().equals("CronJob")) {
            if (spec.has("selector")) {
                spec.error(RULE, "selector", "selector-of-cron-job")
                        .words(ServerWords.invalid(selector.json(), "`selector` will be auto-generated"))
                        .fix(
                                spec.removing("selector"),
                                "fix.remove",
                                spec.path().key("selector"));
            }
            if (manual) {
                spec.error(RULE, "manualSelector", "selector-of-cron-job")
                        .words(ServerWords.unsupportedOf(true, List.of("nil", "false")))
                        .fix(
                                spec.removing("manualSelector"),
                                "fix.remove",
                                spec.path().key("manualSelector"));
            }
        } else if (manual) {
            if (!spec.has("selector")) {
                missing(spec);
            }
            selector.selector().filter(_ -> isWritten(spec)).ifPresent(chosen -> template(spec, chosen));
        } else if (isWritten(spec) && !selector.isEmpty()) {
            // what the server says of the labels has some in it that it makes itself
            spec.error(RULE, "selector", "selector-of-job")
                    .fix(spec.removing("selector"), "fix.remove", spec.path().key("selector"));
            selector.selector()
                    .filter(chosen -> !chosen.matches(labelsOfPods(spec)))
                    .ifPresent(chosen -> spec.error(MISMATCH, labelsPath(spec), MISMATCH, chosen));
        }
    }

    private static FieldPath labelsPath(Visit spec) {
        return spec.path().key("template").key("metadata").key("labels");
    }

    private static @Nullable Map<String, String> labelsOf(Visit spec) {
        Visit meta = spec.in("template").in("metadata");
        return meta.has("labels") ? new TreeMap<>(meta.texts("labels")) : null;
    }

    private static Map<String, String> labelsOfPods(Visit spec) {
        return spec.in("template").in("metadata").texts("labels");
    }

    private static void template(Visit spec, LabelSelector selector) {
        Map<String, String> labels = labelsOfPods(spec);
        boolean unread = hasUnread(spec.in("template").in("metadata").in("labels"));
        if (!unread && !selector.matches(labels)) {
            spec.error(MISMATCH, labelsPath(spec), MISMATCH, selector)
                    .words(ServerWords.invalid(labelsOf(spec), WORDS))
                    .fix(wantedLabels(spec, selector, labels), "fix.labels");
        }
    }

    /// Gives the template the labels that the selector asks for by their value.
    private static Optional<Edit> wantedLabels(Visit spec, LabelSelector selector, Map<String, String> labels) {
        List<Edit> edits = selector.requirements().stream()
                .filter(r -> r.operator() == LabelOperator.EQUALS)
                .filter(r -> !r.matches(labels))
                .flatMap(r ->
                        spec.settingAt(labelsPath(spec).key(r.key()), r.values().getFirst()).stream())
                .toList();
        return edits.isEmpty() ? Optional.empty() : Optional.of(new Edit.Composite(edits));
    }
}
