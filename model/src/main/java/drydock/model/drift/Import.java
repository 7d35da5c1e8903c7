package drydock.model.drift;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextEdit;
import drydock.model.manifest.TextSpan;
import drydock.model.placing.Placing;
import drydock.model.project.Declaration;
import drydock.model.project.FreePaths;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Takes live objects into a project, as edits: new ones as a person would have written them, those that are
/// there already in place of what is written, in its order.
public final class Import {

    private Import() {}

    /// The edits.
    ///
    /// @param objects whole ones; of an item of a `List` that is there already nothing is taken
    /// @param placing which files new ones go to
    public static List<Edit> edits(Project project, Placing placing, Collection<HasMetadata> objects) {
        FreePaths paths = new FreePaths(project.files().keySet());
        Map<String, Integer> called = new HashMap<>();
        objects.forEach(object -> called.merge(object.getMetadata().getName(), 1, Integer::sum));
        List<Edit> edits = new ArrayList<>();
        for (HasMetadata object : objects) {
            ResourceId id = ResourceId.of(object);
            Optional<Declaration> there = project.declarations(id).stream().findFirst();
            if (there.isPresent()) {
                replaced(project, id, there.get(), object).ifPresent(edits::add);
            } else {
                boolean alone = called.get(id.name()) == 1;
                String base = alone ? id.name() : id.name() + "-" + id.kind().toLowerCase(Locale.ROOT);
                edits.add(added(project, placing, paths, id, base, object));
            }
        }
        return List.copyOf(edits);
    }

    private static Edit added(
            Project project, Placing placing, FreePaths paths, ResourceId id, String base, HasMetadata object) {
        String manifest = Manifests.yaml(project.schema(), object);
        Optional<String> folder = Optional.of(id.namespace()).filter(namespace -> !namespace.isEmpty());
        String path = placing.path(folder, base.replace(':', '-'));
        return placing == Placing.ONE_FILE
                ? new Edit.AddObject(path, manifest)
                : new Edit.AddFile(paths.take(path), manifest);
    }

    /// Field by field, so that comments stay; where that cannot be done, as a whole.
    private static Optional<Edit> replaced(
            Project project, ResourceId id, Declaration declaration, HasMetadata object) {
        ManifestDocument document = declaration.document();
        if (!declaration.declared().path().isRoot()
                || !(document.value(FieldPath.ROOT).orElse(null) instanceof Map<?, ?> wanted)) {
            return Optional.empty();
        }
        TextSpan span = document.spanOf(FieldPath.ROOT);
        String text = Manifests.replacement(project.schema(), wanted, object).stripTrailing();
        Edit whole = new Edit.ChangeText(declaration.path(), new TextEdit(span.start(), span.end(), text));
        return Optional.of(read(text)
                .flatMap(there -> TakenFields.edit(project, id, wanted, there))
                .orElse(whole));
    }

    private static Optional<Map<?, ?>> read(String manifest) {
        return ManifestFile.parse("there.yaml", manifest).documents().stream()
                .findFirst()
                .flatMap(document -> document.value(FieldPath.ROOT))
                .filter(Map.class::isInstance)
                .map(value -> (Map<?, ?>) value);
    }
}
