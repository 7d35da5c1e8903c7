package drydock.model.validation.pod;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Containers of every sort (`pkg/apis/core/validation/validation.go validateContainers`,
/// `validateInitContainers`, `validateEphemeralContainers`, `validateContainerCommon`).
final class ContainerRules {

    private static final String RULE = "container";

    static final List<Rule> RULES = List.of(
            new Rule.OfObject(List.of("Container", "EphemeralContainer"), ContainerRules::name),
            new Rule.OfObject(List.of("Container", "EphemeralContainer"), ContainerRules::image),
            Rule.of("PodSpec", ContainerRules::names),
            Rule.of("PodSpec", ContainerRules::initContainers),
            Rule.of("PodSpec", ContainerRules::ephemeralContainers),
            Rule.of("EphemeralContainer", ContainerRules::ephemeralFields));

    private static final int LONGEST_NAME = 63;

    private static final List<String> NOT_OF_INIT =
            List.of("lifecycle", "livenessProbe", "readinessProbe", "startupProbe");

    private static final List<String> NOT_OF_EPHEMERAL = List.of(
            "ports",
            "resources",
            "livenessProbe",
            "readinessProbe",
            "startupProbe",
            "lifecycle",
            "resizePolicy",
            "restartPolicy",
            "restartPolicyRules");

    private ContainerRules() {}

    private static void name(Visit container) {
        Checks.form(container, "name", "name", "name-label", Names::labelProblems);
    }

    /// Templates must name an image, too; only in a Pod it may have no spaces around it
    /// (`validateContainerOnlyForPod`).
    private static void image(Visit container) {
        Checks.required(container, "image");
        String image = container.textOrEmpty("image");
        if (Pods.isPod(container) && !image.equals(image.strip())) {
            container
                    .error("image", "image", "image-space", Checks.shown(image))
                    .words(ServerWords.invalid(image, "must not have leading or trailing whitespace"))
                    .fix(
                            container.setting("image", image.strip()),
                            "fix.set",
                            container.path().key("image"),
                            image.strip());
        }
    }

    private static void names(Visit pod) {
        Set<String> all = Set.copyOf(Pods.names(Pods.allContainers(pod)));
        Set<String> seen = new HashSet<>();
        Pods.allContainers(pod)
                .forEach(c -> c.text("name")
                        .filter(n -> !n.isEmpty() && !seen.add(n))
                        .ifPresent(n -> Checks.renamed(Checks.duplicate(c, "name", n), c, n, all, LONGEST_NAME)));
    }

    /// What belongs to a container that stays, unless it is a sidecar.
    private static void initContainers(Visit pod) {
        pod.each("initContainers").stream()
                .filter(c -> !Pods.isSidecar(c))
                .forEach(c -> NOT_OF_INIT.stream()
                        .filter(c::has)
                        .forEach(field -> c.error("init-container", field, "init-container", field)
                                .words(ServerWords.forbidden(
                                        "may not be set for init containers without restartPolicy=Always"))
                                .fix(c.removing(field), "fix.remove", c.path().key(field))));
    }

    /// They come into a running Pod only (`ValidatePodCreate`, `ValidatePodTemplateSpec`).
    private static void ephemeralContainers(Visit pod) {
        if (pod.each("ephemeralContainers").isEmpty()) {
            return;
        }
        String words = Pods.isPod(pod) ? "cannot be set on create" : "ephemeral containers not allowed in pod template";
        pod.error(RULE, "ephemeralContainers", "ephemeral-containers")
                .words(ServerWords.forbidden(words))
                .fix(
                        pod.removing("ephemeralContainers"),
                        "fix.remove",
                        pod.path().key("ephemeralContainers"));
        List<String> others = Pods.names(Pods.containers(pod));
        for (Visit container : pod.each("ephemeralContainers")) {
            container
                    .text("targetContainerName")
                    .filter(t -> !t.isEmpty() && !others.contains(t))
                    .ifPresent(t -> container
                            .error(RULE, "targetContainerName", "container-not-found", Checks.shown(t))
                            .words(ServerWords.notFound(t)));
        }
    }

    private static void ephemeralFields(Visit container) {
        NOT_OF_EPHEMERAL.stream()
                .filter(container::has)
                .filter(field -> !container.names().isEmpty() && !isEmpty(container, field))
                .forEach(field -> notOfEphemeral(container, field));
        for (Visit mount : container.each("volumeMounts")) {
            Stream.of("subPath", "subPathExpr")
                    .filter(field -> !mount.textOrEmpty(field).isEmpty())
                    .forEach(field -> notOfEphemeral(mount, field));
        }
    }

    private static boolean isEmpty(Visit container, String field) {
        return container.value(field) instanceof List<?> list
                ? list.isEmpty()
                : field.equals("resources") && container.in(field).names().isEmpty();
    }

    private static void notOfEphemeral(Visit visit, String field) {
        visit.error(RULE, field, "ephemeral-field", field)
                .words(ServerWords.forbidden("cannot be set for an Ephemeral Container"));
    }
}
