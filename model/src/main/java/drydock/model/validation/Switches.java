package drydock.model.validation;

import drydock.model.resource.ResourceId;
import drydock.model.validation.ProjectView.Declaration;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which rules are off, for the project or for one object.
///
/// An object switches rules off by the annotation `drydock/ignore`, with the rules' names between commas.
/// That a text cannot be read is no rule and is always told.
public final class Switches {

    /// The annotation by which an object switches rules off.
    public static final String ANNOTATION = "drydock/ignore";

    private final Set<String> off;
    private final Map<ResourceId, List<Declaration>> switching = new HashMap<>();

    /// @param off the rules that are off for the whole project
    /// @param objects some of which may switch rules off
    Switches(Set<String> off, ProjectObjects objects) {
        this.off = off;
        objects.declarations().forEach((id, declarations) -> {
            if (declarations.stream().anyMatch(declaration -> annotation(declaration) != null)) {
                switching.put(id, declarations);
            }
        });
    }

    boolean isOff(Finding finding) {
        return Switching.isPossible(finding)
                && (off.contains(finding.rule()) || (!switching.isEmpty() && isOffForObject(finding)));
    }

    private boolean isOffForObject(Finding finding) {
        return finding.object().stream()
                .flatMap(id -> switching.getOrDefault(id, List.of()).stream())
                .filter(d ->
                        d.file().path().equals(finding.file()) && d.document().index() == finding.document())
                .flatMap(declaration -> Stream.ofNullable(annotation(declaration)))
                .flatMap(Switches::names)
                .anyMatch(finding.rule()::equals);
    }

    private static @Nullable String annotation(Declaration declaration) {
        ObjectMeta metadata = declaration.object().map(HasMetadata::getMetadata).orElse(null);
        return metadata == null || metadata.getAnnotations() == null
                ? null
                : metadata.getAnnotations().get(ANNOTATION);
    }

    /// The names of rules in the value of the annotation.
    static Stream<String> names(String annotation) {
        return Arrays.stream(annotation.split(",")).map(String::strip);
    }
}
