package drydock.model.validation;

import drydock.model.validation.ProjectView.Declaration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which rules are off, for the project or for one object.
///
/// An object switches rules off by the annotation `drydock/ignore`, with the rules' names between commas.
/// That a text cannot be read is no rule and is always told.
///
/// @param off the rules that are off for the whole project
public record Switches(Set<String> off) {

    /// The annotation by which an object switches rules off.
    public static final String ANNOTATION = "drydock/ignore";

    boolean isOff(Finding finding, ProjectObjects objects) {
        if (!Switching.isPossible(finding)) {
            return false;
        }
        return off.contains(finding.rule())
                || finding.object().stream()
                        .flatMap(id -> objects.declarations().getOrDefault(id, List.of()).stream())
                        .filter(d -> d.file().path().equals(finding.file())
                                && d.document().index() == finding.document())
                        .flatMap(Switches::ignored)
                        .anyMatch(finding.rule()::equals);
    }

    private static Stream<String> ignored(Declaration declaration) {
        return declaration
                .object()
                .filter(o -> o.getMetadata() != null && o.getMetadata().getAnnotations() != null)
                .map(o -> o.getMetadata().getAnnotations().getOrDefault(ANNOTATION, ""))
                .stream()
                .flatMap(Switches::names);
    }

    /// The names of rules in the value of the annotation.
    static Stream<String> names(String annotation) {
        return Arrays.stream(annotation.split(",")).map(String::strip);
    }
}
