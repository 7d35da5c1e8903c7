package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// That a profile in an annotation, as it was written once, is the one in the field
/// (`pkg/apis/core/validation/validation.go validateSeccompAnnotationsAndFields`,
/// `validateAppArmorAnnotationsAndFieldsMatchOnCreate`).
final class OldProfileRules {

    private static final String RULE = "pod-annotation";
    private static final String SECCOMP = "seccomp.security.alpha.kubernetes.io/pod";
    private static final String SECCOMP_OF = "container.seccomp.security.alpha.kubernetes.io/";
    private static final String APP_ARMOR_OF = "container.apparmor.security.beta.kubernetes.io/";
    private static final String LOCAL = "localhost/";

    static final List<Rule> RULES =
            List.of(new Rule.OfObject(List.of("Pod", "PodTemplateSpec"), OldProfileRules::profiles));

    private OldProfileRules() {}

    private static void profiles(Visit holder) {
        Map<String, String> annotations = Pods.metadata(holder).texts("annotations");
        if (annotations.keySet().stream().noneMatch(key -> key.contains("seccomp") || key.contains("apparmor"))) {
            return;
        }
        Visit pod = holder.in("spec");
        Visit ofPod = pod.in("securityContext");
        seccomp(ofPod, annotations.get(SECCOMP));
        boolean windows = pod.in("os").textOrEmpty("name").equals("windows");
        Pods.allContainers(pod).forEach(container -> {
            String name = container.textOrEmpty("name");
            Visit context = container.in("securityContext");
            seccomp(context, annotations.get(SECCOMP_OF + name));
            if (!windows) {
                Visit profile = (context.has("appArmorProfile") ? context : ofPod).in("appArmorProfile");
                appArmor(
                        profile,
                        annotations.get(APP_ARMOR_OF + name),
                        context.path().key("appArmorProfile"));
            }
        });
    }

    private static void seccomp(Visit context, @Nullable String annotation) {
        Visit profile = context.in("seccompProfile");
        if (annotation != null && context.has("seccompProfile")) {
            boolean old = annotation.equals("docker/default");
            compare(profile, old ? "runtime/default" : annotation, profile.path(), "seccomp");
        }
    }

    /// @param called where a container has the profile, which the API server names even if it is the Pod's
    private static void appArmor(Visit profile, @Nullable String annotation, FieldPath called) {
        if (annotation != null && !profile.textOrEmpty("type").isEmpty()) {
            compare(profile, annotation, called, "apparmor");
        }
    }

    private static void compare(Visit profile, String annotation, FieldPath called, String sort) {
        String type = profile.textOrEmpty("type");
        boolean local = annotation.startsWith(LOCAL);
        boolean same = switch (type) {
            case "Unconfined" -> annotation.equals("unconfined");
            case "RuntimeDefault" -> annotation.equals("runtime/default");
            case "Localhost" -> local;
            default -> true;
        };
        if (!same) {
            differs(profile, "type", called, sort + " type");
        } else if (type.equals("Localhost")
                && !(profile.value("localhostProfile") instanceof String path && annotation.equals(LOCAL + path))) {
            differs(profile, "localhostProfile", called, sort + " profile");
        }
    }

    private static void differs(Visit profile, String field, FieldPath called, String what) {
        profile.errorCalled(called.key(field), RULE, profile.path().key(field), "profile-differs")
                .words(ServerWords.forbidden(what + " in annotation and field must match"));
    }
}
