package drydock.model.clip;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextSpan;
import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a project says of an object, as a text of its own.
public final class ObjectText {

    private static final String SEPARATOR = "---\n";

    private ObjectText() {}

    /// The documents of these objects, one behind the other. What no text declares, as an object that only a cluster
    /// holds, is left out.
    public static String of(Project project, Collection<ResourceId> objects) {
        return objects.stream().flatMap(id -> of(project, id).stream()).collect(Collectors.joining(SEPARATOR));
    }

    /// The document of one object, with its comments, without what separates it from others. An item of a `List` is
    /// written anew.
    ///
    /// @return empty if no text declares it; always with a line break at its end
    public static Optional<String> of(Project project, ResourceId object) {
        return project.declarations(object).stream().findFirst().flatMap(place -> of(project, place));
    }

    private static Optional<String> of(Project project, Declaration place) {
        FieldPath path = place.declared().path();
        return path.isRoot()
                ? project.file(place.path())
                        .map(file -> document(file, place.document().span()))
                : place.document().value(path).map(ObjectText::written);
    }

    private static String document(ManifestFile file, TextSpan span) {
        String text = file.text().substring(span.start(), span.end()).replace("\r\n", "\n");
        String own = text.replaceFirst("^---[ \t]*\n", "").replaceFirst("\n\\.\\.\\.[ \t]*\n*$", "\n");
        return own.strip().isEmpty() ? "" : own.stripTrailing() + "\n";
    }

    private static String written(Object value) {
        ManifestFile empty = ManifestFile.parse("item.yaml", "item: 0\n");
        return empty.withEdit(empty.setting(0, FieldPath.ROOT, value)).text().stripTrailing() + "\n";
    }
}
