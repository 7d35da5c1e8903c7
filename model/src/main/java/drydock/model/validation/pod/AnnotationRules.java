package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Annotations that say something of a Pod (`pkg/apis/core/validation/validation.go
/// ValidatePodSpecificAnnotations`, `ValidateSeccompPodAnnotations`, `ValidateAppArmorPodAnnotations`). Those
/// of a template are named without its metadata.
final class AnnotationRules {

    private static final String RULE = "pod-annotation";
    private static final String MIRROR = "kubernetes.io/config.mirror";
    private static final String COST = "controller.kubernetes.io/pod-deletion-cost";
    private static final String TOLERATIONS = "scheduler.alpha.kubernetes.io/tolerations";
    private static final String SECCOMP = "seccomp.security.alpha.kubernetes.io/pod";
    private static final String SECCOMP_OF = "container.seccomp.security.alpha.kubernetes.io/";
    private static final String APP_ARMOR_OF = "container.apparmor.security.beta.kubernetes.io/";

    static final List<Rule> RULES =
            List.of(new Rule.OfObject(List.of("Pod", "PodTemplateSpec"), AnnotationRules::annotations));

    private AnnotationRules() {}

    private static void annotations(Visit holder) {
        Visit metadata = holder.in("metadata");
        Map<String, String> annotations = metadata.texts("annotations");
        FieldPath called = (Pods.isPod(holder) ? metadata.path() : holder.path()).key("annotations");
        annotations.forEach((key, value) -> {
            String field = called + "[" + key + "]";
            FieldPath at = metadata.path().key("annotations").key(key);
            if (key.equals(MIRROR) && holder.in("spec").textOrEmpty("nodeName").isEmpty()) {
                metadata.errorCalled(field, RULE, at, "mirror-pod")
                        .words(ServerWords.invalid(value, "must set spec.nodeName if mirror pod annotation is set"));
            } else if (key.equals(COST) && !isCost(value)) {
                metadata.errorCalled(field, RULE, at, "deletion-cost", Checks.shown(value))
                        .words(ServerWords.invalid(value, "must be a 32bit integer"));
            } else if (key.equals(TOLERATIONS) && !isTolerations(value)) {
                metadata.errorCalled(called.toString(), RULE, at, "tolerations-annotation")
                        .words(ServerWords.invalid(key, "invalid character"));
            } else if (key.equals(SECCOMP) || key.startsWith(SECCOMP_OF)) {
                seccomp(metadata, value, called + "." + key, at);
            } else if (key.startsWith(APP_ARMOR_OF)) {
                appArmor(holder, key, value, field, at);
            }
        });
    }

    private static void appArmor(Visit holder, String key, String value, String field, FieldPath at) {
        String container = key.substring(APP_ARMOR_OF.length());
        if (!Pods.names(Pods.allContainers(holder.in("spec"))).contains(container)) {
            holder.errorCalled(field, RULE, at, "container-not-found", Checks.shown(container))
                    .words(ServerWords.invalid(container, "container not found"));
        }
        boolean known = Set.of("", "runtime/default", "unconfined").contains(value) || value.startsWith("localhost/");
        if (!known) {
            holder.errorCalled(field, RULE, at, "app-armor-annotation", Checks.shown(value))
                    .words(ServerWords.invalid(value, "invalid AppArmor profile name: \"" + value + "\""));
        }
    }

    /// Whether the tolerations that stood in an annotation once are a list in JSON
    /// (`pkg/apis/core/helper/helpers.go GetTolerationsFromPodAnnotations`).
    private static boolean isTolerations(String value) {
        try {
            JsonNode list = value.isEmpty() ? null : JsonMapper.shared().readTree(value);
            return list == null
                    || list.isNull()
                    || (list.isArray() && list.valueStream().allMatch(item -> item.isObject() || item.isNull()));
        } catch (JacksonException notJson) {
            return false;
        }
    }

    /// `ValidateSeccompProfile`
    private static void seccomp(Visit metadata, String value, String called, FieldPath at) {
        String local = "localhost/";
        String path = value.startsWith(local) ? value.substring(local.length()) : "";
        boolean known =
                Set.of("runtime/default", "docker/default", "unconfined").contains(value);
        if (path.startsWith("/")) {
            metadata.errorCalled(called, RULE, at, "path-relative")
                    .words(ServerWords.invalid(path, "must be a relative path"));
        } else if (Paths.hasBacksteps(path)) {
            metadata.errorCalled(called, RULE, at, "path-backsteps")
                    .words(ServerWords.invalid(path, "must not contain '..'"));
        } else if (!known && !value.startsWith(local)) {
            metadata.errorCalled(called, RULE, at, "seccomp-annotation", Checks.shown(value))
                    .words(ServerWords.invalid(value, "must be a valid seccomp profile"));
        }
    }

    /// A number as Go writes one (`pkg/apis/core/helper/helpers.go GetDeletionCostFromPodAnnotations`).
    private static boolean isCost(String value) {
        boolean form = value.matches("0|-\\d{1,18}|[1-9]\\d{0,9}");
        long number = form ? Long.parseLong(value) : 0;
        return form && number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE;
    }
}
