package drydock.model.validation.pod;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Containers, their ports, variables and mounts (`pkg/apis/core/validation/validation.go
/// validateContainerCommon`).
final class ContainerRules {

    static final List<Rule> RULES = List.of(
            new Rule.OfObject(List.of("Container", "EphemeralContainer"), ContainerRules::name),
            new Rule.OfObject(List.of("Container", "EphemeralContainer"), ContainerRules::image),
            Rule.of("Container", ContainerRules::portNames),
            Rule.of("Container", ContainerRules::mountPaths),
            Rule.of("ContainerPort", ContainerRules::portName),
            Rule.of("EnvVar", ContainerRules::variable),
            Rule.of("EnvVarSource", ContainerRules::variableSource),
            Rule.of("PodSpec", ContainerRules::initContainers));

    private static final List<String> NOT_OF_INIT =
            List.of("lifecycle", "livenessProbe", "readinessProbe", "startupProbe");

    private ContainerRules() {}

    private static void name(Visit container) {
        container
                .text("name")
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> Checks.form(container, "name", "name", "name-label", name, Names::labelProblems));
    }

    /// Templates must name an image, too; only a kind that is not Kubernetes' own may leave it to others.
    private static void image(Visit container) {
        String image = container.text("image").orElse("");
        if (image.isEmpty() && !(container.value("image") instanceof Number)) {
            container.error(
                    Checks.REQUIRED, "image", "required-field", container.path().key("image"));
        } else if (!image.equals(image.strip())) {
            container.error("image", "image", "image-space", Checks.shown(image));
        }
    }

    private static void portNames(Visit container) {
        Set<String> seen = new HashSet<>();
        for (Visit port : container.each("ports")) {
            port.text("name").filter(n -> !n.isEmpty() && !seen.add(n)).ifPresent(n -> duplicate(port, "name", n));
        }
    }

    private static void portName(Visit port) {
        port.text("name")
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> Checks.form(port, "name", "name", "port-name", name, Names::portNameProblems));
    }

    private static void mountPaths(Visit container) {
        Set<String> seen = new HashSet<>();
        for (Visit mount : container.each("volumeMounts")) {
            mount.text("mountPath")
                    .filter(p -> !p.isEmpty() && !seen.add(p))
                    .ifPresent(p -> mount.error("duplicate-value", "mountPath", "duplicate-value", p));
        }
    }

    private static void variable(Visit variable) {
        variable.text("name")
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> Checks.form(
                        variable, "name", "name", "environment-name", name, Names::environmentNameProblems));
        if (variable.has("valueFrom") && !variable.text("value").orElse("").isEmpty()) {
            variable.error("one-of", "valueFrom", "value-and-from");
        }
    }

    private static void variableSource(Visit source) {
        List<String> kinds = source.names();
        if (kinds.size() != 1) {
            source.error("one-of", source.path(), kinds.isEmpty() ? "one-of.none" : "one-of.many");
        }
    }

    /// What belongs to a container that stays, unless it is a sidecar (`validateInitContainers`).
    private static void initContainers(Visit pod) {
        for (Visit container : pod.each("initContainers")) {
            boolean sidecar = container.text("restartPolicy").orElse("").equals("Always");
            for (String field : NOT_OF_INIT) {
                if (!sidecar && container.has(field)) {
                    container.error("init-container", field, "init-container", field);
                }
            }
        }
    }

    static void duplicate(Visit visit, String field, String value) {
        visit.error("duplicate-value", field, "duplicate-value", Checks.shown(value));
    }
}
