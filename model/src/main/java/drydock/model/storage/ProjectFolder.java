package drydock.model.storage;

import drydock.model.diagram.DiagramFile;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.project.ProjectPath;
import drydock.model.work.Spread;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where a project lies on the disk, and what its files were like when they were last read or written.
///
/// **A value**: reading and saving give the folder as it is after them. **Nothing is written over unseen**:
/// a file that another program changed in between is a [Conflict]. Blocks while the disk works.
public final class ProjectFolder {

    private final Path root;
    private final boolean keepsDiagram;
    private final FolderScope scope;
    private final SortedMap<String, FileStamp> stamps;

    ProjectFolder(Path root, boolean keepsDiagram, FolderScope scope, SortedMap<String, FileStamp> stamps) {
        this.root = root;
        this.keepsDiagram = keepsDiagram;
        this.scope = scope;
        this.stamps = Collections.unmodifiableSortedMap(new TreeMap<>(stamps));
    }

    /// Opens a folder or a file.
    public static OpenResult open(Path path) {
        return open(List.of(path), InputStream.nullInputStream());
    }

    /// Opens files and folders as one project; `-` stands for what can be read from `standardInput`.
    public static OpenResult open(List<Path> paths, InputStream standardInput) {
        return open(paths, standardInput, Spread.IN_TURN);
    }

    /// The same, with files read as `spread` has it.
    public static OpenResult open(List<Path> paths, InputStream standardInput, Spread spread) {
        return new ProjectReader(Bounds.USUAL, spread).read(paths, standardInput);
    }

    /// A folder of which nothing is known, for a project that was never saved there. It is made by the
    /// first save.
    public static ProjectFolder unread(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        FolderScope whole = new FolderScope(List.of(root), Set.of());
        // what is there already belongs to the project only when the folder is opened
        FolderScope scope = Files.isDirectory(root)
                ? new FolderScope(List.of(root), whole.found(root).keySet())
                : whole;
        return new ProjectFolder(root, true, scope, new TreeMap<>());
    }

    public Path root() {
        return root;
    }

    /// Whether `drydock.json` is kept here: not if the files come from several folders, or if there is one
    /// that must not be touched.
    public boolean keepsDiagram() {
        return keepsDiagram;
    }

    /// Writes what differs from the disk. Each file is written beside its place, forced to the disk and
    /// then renamed; none is renamed before all are written. What came from standard input has no place and
    /// is left out.
    public SaveResult save(Project project) {
        return save(project, Disk.REAL);
    }

    SaveResult save(Project project, Disk disk) {
        return new ProjectSaver(this, disk).save(project);
    }

    /// The folder for which a conflict is settled: the next save writes over what was found, if it is still
    /// that.
    public ProjectFolder accepting(Conflict conflict) {
        return conflict.found().map(s -> with(conflict.path(), s)).orElseGet(() -> without(conflict.path()));
    }

    /// The files that another program has changed, removed or made since they were read or written. New ones count in
    /// folders that were opened as a whole.
    public List<Conflict> outsideChanges() {
        List<Conflict> changes = new ArrayList<>();
        stamps.forEach((path, stamp) -> {
            try {
                Path file = root.resolve(path);
                if (!stamp.looksLike(Files.readAttributes(file, BasicFileAttributes.class))) {
                    stampOf(path)
                            .filter(found -> !found.hasContentOf(stamp))
                            .ifPresent(f -> changes.add(new Conflict(path, Conflict.Kind.CHANGED, Optional.of(f))));
                }
            } catch (NoSuchFileException e) {
                changes.add(new Conflict(path, Conflict.Kind.REMOVED, Optional.empty()));
            } catch (IOException e) {
                // It cannot be looked at now; the save will look again and say so.
            }
        });
        if (!isGone(changes)) {
            scope.found(root).keySet().forEach(path -> appeared(path).ifPresent(changes::add));
            if (keepsDiagram && scope.folders().contains(root)) {
                appeared(DiagramFile.NAME).ifPresent(changes::add);
            }
        }
        return List.copyOf(changes);
    }

    /// Whether these changes say that nothing of the project is there any more: its folder was removed, or
    /// the disk that it lies on.
    public boolean isGone(List<Conflict> changes) {
        return !stamps.isEmpty()
                && changes.stream()
                                .filter(change -> change.kind() == Conflict.Kind.REMOVED)
                                .count()
                        == stamps.size();
    }

    private Optional<Conflict> appeared(String path) {
        Path file = root.resolve(path);
        try {
            if (stamps.containsKey(path)
                    || knownInOtherCase(path).isPresent()
                    || !Files.isRegularFile(file)
                    || Files.size(file) > Bounds.USUAL.fileBytes()) {
                return Optional.empty();
            }
            return stampOf(path).map(found -> new Conflict(path, Conflict.Kind.APPEARED, Optional.of(found)));
        } catch (IOException e) {
            // It cannot be read, or not yet.
            return Optional.empty();
        }
    }

    /// What is known of the file at this path under a name that differs in case only, on a system that does not tell
    /// them apart.
    Optional<FileStamp> knownInOtherCase(String path) throws IOException {
        Optional<String> other = ProjectPath.otherCase(path, stamps.keySet());
        Path file = root.resolve(path);
        boolean same = other.isPresent()
                && Files.exists(file)
                && Files.exists(root.resolve(other.get()))
                && Files.isSameFile(file, root.resolve(other.get()));
        return same ? Optional.of(stamps.get(other.get())) : Optional.empty();
    }

    /// Reads a file of the project again.
    ///
    /// @throws IllegalArgumentException if the path leads out of the folder
    public Reload reload(String path) {
        try {
            Optional<FileContent> content = FileContent.read(root, path, Bounds.USUAL.fileBytes());
            if (content.isEmpty()) {
                return new Reload.Gone(without(path), path);
            }
            ProjectFolder now = with(path, content.get().stamp());
            byte[] bytes = content.get().bytes();
            return path.equals(DiagramFile.NAME)
                    ? new Reload.OfDiagram(now, DiagramFile.read(bytes))
                    : new Reload.Manifests(now, ManifestFile.read(path, bytes));
        } catch (IOException e) {
            return new Reload.Failed(FolderProblem.reading(path, e));
        }
    }

    SortedMap<String, FileStamp> stamps() {
        return stamps;
    }

    /// What is there now.
    Optional<FileStamp> stampOf(String path) throws IOException {
        return FileContent.read(root, path, Long.MAX_VALUE).map(FileContent::stamp);
    }

    ProjectFolder with(String path, FileStamp stamp) {
        SortedMap<String, FileStamp> changed = new TreeMap<>(stamps);
        changed.put(path, stamp);
        return new ProjectFolder(root, keepsDiagram, scope, changed);
    }

    ProjectFolder without(String path) {
        SortedMap<String, FileStamp> changed = new TreeMap<>(stamps);
        changed.remove(path);
        return new ProjectFolder(root, keepsDiagram, scope, changed);
    }
}
