package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How containers are resized while they run (`pkg/apis/core/validation/validation.go validateResizePolicy`).
final class ResizeRules {

    /// From this version on they are (gate InPlacePodVerticalScaling).
    private static final int RESIZED = 33;

    /// From this version on init containers that end are not restarted for it.
    private static final int NEVER_RESTARTED = 36;

    private static final List<String> RESIZABLE = List.of("cpu", "memory");
    private static final List<String> RESIZE_POLICIES = List.of("NotRequired", "RestartContainer");

    static final List<Rule> RULES = List.of(Rule.of("PodSpec", ResizeRules::resizePolicies));

    private ResizeRules() {}

    /// The API server names the list and not the item.
    private static void resizePolicies(Visit pod) {
        if (pod.version().atLeast(RESIZED)) {
            boolean never = pod.textOrEmpty("restartPolicy").equals("Never");
            Pods.containers(pod).forEach(c -> resizePolicies(c, never));
        }
        if (pod.version().atLeast(NEVER_RESTARTED)) {
            pod.each("initContainers").stream()
                    .filter(c -> !Pods.isSidecar(c))
                    .flatMap(c -> c.each("resizePolicy").stream())
                    .filter(item -> item.textOrEmpty("restartPolicy").equals("RestartContainer"))
                    .forEach(ResizeRules::ofInit);
        }
    }

    /// What runs once is not started again for more memory.
    private static void ofInit(Visit item) {
        String field = "restartPolicy";
        item.error(ResourceRules.RULE, field, "resize-init")
                .words(ServerWords.invalid(
                        "RestartContainer", "must not be set to 'RestartContainer' for non-sidecar initContainers"))
                .fix(item.setting(field, "NotRequired"), "fix.set", item.path().key(field), "NotRequired");
    }

    private static void resizePolicies(Visit container, boolean never) {
        Set<String> seen = new HashSet<>();
        FieldPath list = container.path().key("resizePolicy");
        for (Visit item : container.each("resizePolicy")) {
            String resource = item.textOrEmpty("resourceName");
            String policy = item.textOrEmpty("restartPolicy");
            if (!seen.add(resource)) {
                item.error(Checks.DUPLICATE, item.path(), "duplicate-value", Checks.shown(resource))
                        .words(ServerWords.duplicate(resource));
            }
            oneOf(item, "resourceName", RESIZABLE, list);
            oneOf(item, "restartPolicy", RESIZE_POLICIES, list);
            if (never && !policy.equals("NotRequired")) {
                item.errorCalled(
                                list.toString(), ResourceRules.RULE, item.path().key("restartPolicy"), "resize-never")
                        .words(ServerWords.invalid(
                                policy, "must be 'NotRequired' when pod `restartPolicy` is 'Never'"));
            }
        }
    }

    private static void oneOf(Visit item, String field, List<String> values, FieldPath list) {
        String value = item.textOrEmpty(field);
        FieldPath at = item.path().key(field);
        if (value.isEmpty()) {
            item.errorCalled(list.toString(), Checks.REQUIRED, at, "required-field", at)
                    .words(ServerWords.required());
        } else if (!values.contains(value)) {
            item.errorCalled(
                            list.toString(),
                            "unsupported-value",
                            at,
                            "unsupported-value",
                            Checks.shown(value),
                            String.join(", ", values))
                    .words(ServerWords.unsupportedOf(value, values));
        }
    }
}
