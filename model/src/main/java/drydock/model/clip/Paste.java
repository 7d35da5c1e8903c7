package drydock.model.clip;

import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.edit.Refusal;
import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.FreePaths;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Manifests on their way into a project: each document becomes a file of its own, and an object whose name is taken
/// gets another.
///
/// @param edits what adds them
/// @param objects what each is called in the project, by what the text called it
public record Paste(List<Edit> edits, Map<ResourceId, ResourceId> objects) {

    public Paste {
        edits = List.copyOf(edits);
        objects = Map.copyOf(objects);
    }

    /// Reads `text`, which may come from a web page, a terminal or [ObjectText].
    ///
    /// @return refused where nothing in it describes an object, or it cannot be read
    public static Outcome<Paste> of(Project project, String text) {
        List<ManifestFile> readings = PastedText.readings(text).stream()
                .map(reading -> ManifestFile.parse("pasted.yaml", reading))
                .toList();
        return readings.stream()
                .filter(read -> read.problems().isEmpty() && !read.documents().isEmpty())
                .findFirst()
                .<Outcome<Paste>>map(read -> new Outcome.Done<>(new Reading(project).all(read)))
                .orElseGet(() -> new Outcome.Refused<>(new Refusal.NoObject(
                        readings.getFirst().problems().stream().findFirst())));
    }

    private static final class Reading {

        private final Project project;
        private final Set<ResourceId> taken = new HashSet<>();
        private final FreePaths paths;
        private final List<Edit> edits = new ArrayList<>();
        private final Map<ResourceId, ResourceId> objects = new LinkedHashMap<>();

        Reading(Project project) {
            this.project = project;
            this.paths = new FreePaths(project.files().keySet());
        }

        Paste all(ManifestFile read) {
            for (ManifestDocument document : read.documents()) {
                String text = read.text()
                        .substring(document.span().start(), document.span().end())
                        .replaceFirst("^---[ \\t]*\\n", "");
                one(ManifestFile.parse("pasted.yaml", text));
            }
            return new Paste(edits, objects);
        }

        private void one(ManifestFile file) {
            ManifestFile named = file;
            String first = "";
            int count = file.documents().getFirst().declared().size();
            for (int i = 0; i < count; i++) {
                DeclaredObject declared =
                        named.documents().getFirst().declared().get(i);
                Optional<ResourceId> id = declared.id();
                if (id.isPresent()) {
                    ResourceId free = free(id.get());
                    taken.add(free);
                    objects.put(id.get(), free);
                    first = first.isEmpty() ? free.name() : first;
                    if (!free.equals(id.get())) {
                        FieldPath name = declared.path().key("metadata").key("name");
                        named = named.withEdit(named.setting(0, name, free.name()));
                    }
                }
            }
            edits.add(new Edit.AddFile(path(first.isEmpty() ? "pasted" : first), named.text()));
        }

        private ResourceId free(ResourceId id) {
            ResourceId free = id;
            for (int number = 2;
                    taken.contains(free) || !project.declarations(free).isEmpty();
                    number++) {
                free = new ResourceId(id.group(), id.kind(), id.namespace(), id.name() + "-" + number);
            }
            return free;
        }

        private String path(String name) {
            String safe = name.replaceAll("[^A-Za-z0-9._-]|\\.{2,}", "-").replaceFirst("^[.-]+", "");
            return paths.take(safe + ".yaml");
        }
    }
}
