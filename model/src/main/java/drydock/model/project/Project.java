package drydock.model.project;

import drydock.model.diagram.Diagram;
import drydock.model.diagram.DiagramFile;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The files of manifests that are worked on together, and the diagram of their objects.
///
/// **Immutable**: a change makes a new project that shares the files that did not change. **The text is the
/// truth**: objects are what the files say at this moment; [#lastGoodObjects] is for what is drawn while a
/// text is broken.
public final class Project {

    /// No file, no diagram.
    public static final Project EMPTY = new Project(new TreeMap<>(), new TreeMap<>(), DiagramFile.ABSENT);

    private final SortedMap<String, ManifestFile> files;
    private final SortedMap<String, LastGood> lastGood;
    private final DiagramFile diagramFile;

    /// Made when first asked for; two threads may both make it, and make the same. Softly held, for the
    /// history keeps many projects of which only the last is looked at.
    private @Nullable SoftReference<ProjectIndex> index;

    private Project(
            SortedMap<String, ManifestFile> files, SortedMap<String, LastGood> lastGood, DiagramFile diagramFile) {
        this.files = Collections.unmodifiableSortedMap(files);
        this.lastGood = lastGood;
        this.diagramFile = diagramFile;
    }

    /// The project of these files.
    ///
    /// @throws IllegalArgumentException if two have one path, or a path leads out of the folder
    public static Project of(Collection<ManifestFile> files, DiagramFile diagramFile) {
        SortedMap<String, ManifestFile> byPath = new TreeMap<>();
        for (ManifestFile file : files) {
            requireInside(file.path());
            if (byPath.put(file.path(), file) != null) {
                throw new IllegalArgumentException("two files at " + file.path());
            }
        }
        return new Project(byPath, new TreeMap<>(), diagramFile);
    }

    /// The files by their paths, in the order of the paths.
    public SortedMap<String, ManifestFile> files() {
        return files;
    }

    /// The files that hold objects, or want to: all but what kustomizations patch them with or read for themselves, and
    /// what Helm charts make them of.
    public List<ManifestFile> manifests() {
        return index().roles().manifests(files.values());
    }

    public Optional<ManifestFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    public DiagramFile diagramFile() {
        return diagramFile;
    }

    public Diagram diagram() {
        return diagramFile.diagram();
    }

    /// Whether all that is read from manifests is the same in `other`, and at most the diagram is different.
    /// A file that was written anew is another one, whatever it says.
    public boolean sharesTextsWith(Project other) {
        return files.equals(other.files) && lastGood.equals(other.lastGood);
    }

    /// All objects that the texts give now, in the order of the files and of the documents in them; one
    /// that is declared twice is there twice.
    public List<HasMetadata> objects() {
        return index().objects();
    }

    /// The object as its first readable declaration has it.
    public Optional<HasMetadata> find(ResourceId id) {
        return declarations(id).stream().flatMap(d -> d.object().stream()).findFirst();
    }

    /// Every place that declares the object, also where the text does not fit its kind.
    public List<Declaration> declarations(ResourceId id) {
        return index().declarations().getOrDefault(id, List.of());
    }

    /// Every object that is declared, and where, in the order of the files.
    public Map<ResourceId, List<Declaration>> declarations() {
        return index().declarations();
    }

    /// The API's shape, with the kinds that CustomResourceDefinitions of the project declare.
    public Schema schema() {
        return index().schema();
    }

    /// [#objects], and behind them those that a text which is broken at the moment gave when it was last
    /// read well; of one that never was, all but the fields that do not fit its kind.
    public List<HasMetadata> lastGoodObjects() {
        List<HasMetadata> all = new ArrayList<>(objects());
        Map<String, LastGood> known = knownLastGood();
        Set<ResourceId> remembered = known.values().stream()
                .flatMap(file -> file.objects().keySet().stream())
                .collect(Collectors.toSet());
        declarations().forEach((id, places) -> {
            if (!remembered.contains(id)
                    && places.stream().allMatch(p -> p.object().isEmpty())) {
                places.stream().flatMap(p -> p.fitting().stream()).findFirst().ifPresent(all::add);
            }
        });
        known.values()
                .forEach(file -> file.objects().entrySet().stream()
                        .filter(entry -> find(entry.getKey()).isEmpty())
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(entry -> all.add(entry.getValue())));
        return Collections.unmodifiableList(all);
    }

    private Map<String, LastGood> knownLastGood() {
        Map<String, LastGood> known = new TreeMap<>(lastGood);
        known.keySet().removeIf(path -> !index().roles().isManifest(path));
        return known;
    }

    /// The first problem of the text that gave the object when it was last read well; empty if no text did,
    /// or if one gives the object now.
    public Optional<FileProblem> brokenTextOf(ResourceId id) {
        return knownLastGood().entrySet().stream()
                .filter(entry -> entry.getValue().objects().containsKey(id))
                .map(Map.Entry::getKey)
                .filter(_ -> find(id).isEmpty())
                .flatMap(path -> files.get(path).problems().stream().map(p -> new FileProblem(path, p)))
                .findFirst();
    }

    /// What could not be read, in the order of the files, `drydock.json` last.
    public List<FileProblem> problems() {
        List<FileProblem> all = new ArrayList<>();
        files.forEach((path, file) -> file.problems().forEach(p -> all.add(new FileProblem(path, p))));
        diagramFile.problems().forEach(p -> all.add(new FileProblem(DiagramFile.NAME, p)));
        return Collections.unmodifiableList(all);
    }

    /// The project with `file` in the place of the one at its path, or beside the others.
    ///
    /// @throws IllegalArgumentException if its path leads out of the folder
    public Project withFile(ManifestFile file) {
        requireInside(file.path());
        SortedMap<String, ManifestFile> newFiles = new TreeMap<>(files);
        ManifestFile before = newFiles.put(file.path(), file);
        SortedMap<String, LastGood> newLastGood = new TreeMap<>(lastGood);
        if (before != null) {
            LastGood next = lastGood.getOrDefault(file.path(), LastGood.NONE).next(before, file);
            newLastGood.remove(file.path());
            if (!next.objects().isEmpty()) {
                newLastGood.put(file.path(), next);
            }
        }
        return new Project(newFiles, newLastGood, diagramFile);
    }

    public Project withoutFile(String path) {
        SortedMap<String, ManifestFile> newFiles = new TreeMap<>(files);
        newFiles.remove(path);
        SortedMap<String, LastGood> newLastGood = new TreeMap<>(lastGood);
        newLastGood.remove(path);
        return new Project(newFiles, newLastGood, diagramFile);
    }

    public Project withDiagram(Diagram diagram) {
        return diagram.equals(diagram()) ? this : withDiagramFile(diagramFile.withDiagram(diagram));
    }

    public Project withDiagramFile(DiagramFile file) {
        Project changed = new Project(files, lastGood, file);
        changed.index = index;
        return changed;
    }

    private ProjectIndex index() {
        SoftReference<ProjectIndex> held = index;
        ProjectIndex known = held == null ? null : held.get();
        if (known == null) {
            known = ProjectIndex.of(files);
            index = new SoftReference<>(known);
        }
        return known;
    }

    private static void requireInside(String path) {
        if (!ProjectPath.isInside(path)) {
            throw new IllegalArgumentException("no path within a project: " + path);
        }
    }
}
