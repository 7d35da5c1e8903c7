package drydock.model.validation.advice;

import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.regex.Pattern;

/// What a container should say besides what it has to.
final class ContainerAdvice {

    static final List<Rule> RULES = List.of(
            Rule.of("Container", ContainerAdvice::image),
            Rule.of("Container", ContainerAdvice::amounts),
            Rule.of("Container", ContainerAdvice::secrets));

    private static final Pattern SECRET = Pattern.compile(
            "(?i)(.*[_.-])?(password|passwd|token|secret|credentials|(api|access|private|secret|encryption|signing)[_-]?key)");

    private ContainerAdvice() {}

    /// Without a tag, `latest` is meant; a digest is more than a tag
    /// (`pkg/util/parsers/parsers.go ParseImageName`).
    private static void image(Visit container) {
        String image = container.text("image").orElse("");
        if (image.isEmpty() || image.contains("@")) {
            return;
        }
        String name = image.substring(image.lastIndexOf('/') + 1);
        if (name.indexOf(':') < 0) {
            container.advice("image-tag", "image", "image-tag", image);
        } else if (name.endsWith(":latest")) {
            container.advice("image-tag", "image", "image-tag.latest", image);
        }
    }

    private static void amounts(Visit container) {
        Visit resources = container.in("resources");
        Visit limits = resources.in("limits");
        if (!limits.has("memory")) {
            container.advice("memory-limit", "resources", "memory-limit");
        }
        if (!resources.in("requests").has("cpu") && !limits.has("cpu")) {
            container.advice("cpu-request", "resources", "cpu-request");
        }
    }

    private static void secrets(Visit container) {
        for (Visit variable : container.each("env")) {
            String name = variable.text("name").orElse("");
            boolean literal = variable.text("value")
                    .filter(v -> !v.isBlank() && !v.startsWith("$(") && !v.startsWith("/"))
                    .isPresent();
            if (literal && SECRET.matcher(name).matches()) {
                variable.advice("secret-in-env", "value", "secret-in-env", name);
            }
        }
    }
}
