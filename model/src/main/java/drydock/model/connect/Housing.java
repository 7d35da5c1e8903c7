package drydock.model.connect;

import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.List;

/// An object lives in a namespace.
final class Housing implements Rule {

    private static final FieldPath NAMESPACE = FieldPath.of("metadata", "namespace");

    @Override
    public boolean fits(ResourceId from, ResourceId to) {
        return !from.namespace().isEmpty() && to.kind().equals("Namespace");
    }

    @Override
    public List<Connection> between(Project project, End from, End to) {
        return from.object().namespace().equals(to.object().name())
                ? List.of()
                : List.of(Connection.of(
                        Meaning.HOUSE,
                        Written.of(project, from.object())
                                .orElseThrow()
                                .set(NAMESPACE, to.object().name())));
    }
}
