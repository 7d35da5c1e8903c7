package drydock.model.storage;

import drydock.model.diagram.DiagramFile;
import drydock.model.project.Project;
import drydock.model.project.ProjectPath;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// One save of a project. It first looks for conflicts, then writes every changed file beside its place,
/// and only then renames them all, so that a full disk is met before anything is replaced.
final class ProjectSaver {

    private final Disk disk;
    private final Path root;
    private final List<String> written = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final Set<Path> touchedFolders = new LinkedHashSet<>();
    private ProjectFolder folder;

    /// What is being worked on, for the message if it fails.
    private String current;

    /// A file that is written but does not have its name yet.
    private record Written(Path temporary, Path target) {}

    ProjectSaver(ProjectFolder folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
        this.root = folder.root();
        this.current = root.toString();
    }

    SaveResult save(Project project) {
        SortedMap<String, byte[]> wanted = wanted(project);
        Map<String, Written> waiting = new LinkedHashMap<>();
        try {
            requireRoot();
            Optional<FolderProblem> otherCase = differingInCaseOnly(wanted);
            if (otherCase.isPresent()) {
                return failed(otherCase.get());
            }
            SortedMap<String, byte[]> changed = changed(wanted);
            List<String> obsolete = folder.stamps().keySet().stream()
                    .filter(path -> !wanted.containsKey(path))
                    .toList();
            List<Conflict> conflicts = conflicts(changed, obsolete);
            if (!conflicts.isEmpty()) {
                return new SaveResult.Conflicted(conflicts);
            }
            for (Map.Entry<String, byte[]> file : changed.entrySet()) {
                current = file.getKey();
                write(file.getKey(), file.getValue(), waiting);
            }
            Optional<String> kept = keepBroken(project, changed);
            for (Map.Entry<String, Written> file : waiting.entrySet()) {
                current = file.getKey();
                rename(file.getKey(), file.getValue());
            }
            for (String path : obsolete) {
                current = path;
                remove(path, wanted.keySet());
            }
            for (Path touched : touchedFolders) {
                current = touched.toString();
                disk.forceFolder(touched);
            }
            return new SaveResult.Saved(folder, written, removed, kept);
        } catch (IOException e) {
            return failed(FolderProblem.writing(current, e));
        } catch (InvalidPathException e) {
            return failed(new FolderProblem(FolderProblem.Kind.BAD_NAME, current));
        } finally {
            waiting.values().forEach(file -> deleteTemporary(file.temporary()));
        }
    }

    private SortedMap<String, byte[]> wanted(Project project) {
        SortedMap<String, byte[]> wanted = new TreeMap<>();
        project.files().forEach((path, file) -> wanted.put(path, file.bytes()));
        wanted.remove(ProjectPath.STANDARD_INPUT);
        if (folder.keepsDiagram()) {
            project.diagramFile().bytes().ifPresent(bytes -> wanted.put(DiagramFile.NAME, bytes));
        }
        return wanted;
    }

    /// A new file whose name differs from another's in case only: on some systems one would be written over the other.
    /// Two that were read from the disk may stay.
    private Optional<FolderProblem> differingInCaseOnly(SortedMap<String, byte[]> wanted) {
        Map<String, String> byKey = new HashMap<>();
        for (String path : wanted.keySet()) {
            String other = byKey.putIfAbsent(ProjectPath.key(path), path);
            if (other != null && !folder.stamps().keySet().containsAll(List.of(path, other))) {
                return Optional.of(new FolderProblem(FolderProblem.Kind.OTHER_CASE, path, other));
            }
        }
        return Optional.empty();
    }

    private SortedMap<String, byte[]> changed(SortedMap<String, byte[]> wanted) {
        SortedMap<String, byte[]> changed = new TreeMap<>(wanted);
        changed.entrySet().removeIf(file -> {
            FileStamp stamp = folder.stamps().get(file.getKey());
            return stamp != null && stamp.hasContent(file.getValue());
        });
        return changed;
    }

    /// A folder that was never read is made; one that was must still be there.
    private void requireRoot() throws IOException {
        if (folder.stamps().isEmpty()) {
            Files.createDirectories(root);
        }
        if (!Files.isDirectory(root)) {
            throw new NoSuchFileException(root.toString());
        }
    }

    private List<Conflict> conflicts(SortedMap<String, byte[]> changed, List<String> obsolete) throws IOException {
        List<Conflict> conflicts = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : changed.entrySet()) {
            current = file.getKey();
            Optional<FileStamp> found = folder.stampOf(current);
            if (found.isEmpty() || !found.get().hasContent(file.getValue())) {
                conflict(current, found).ifPresent(conflicts::add);
            }
        }
        for (String path : obsolete) {
            current = path;
            Optional<FileStamp> found = folder.stampOf(path);
            if (found.isPresent()) {
                conflict(path, found).ifPresent(conflicts::add);
            }
        }
        return conflicts;
    }

    private Optional<Conflict> conflict(String path, Optional<FileStamp> found) throws IOException {
        Optional<FileStamp> inOtherCase = folder.knownInOtherCase(path);
        Optional<FileStamp> known =
                Optional.ofNullable(folder.stamps().get(path)).or(() -> inOtherCase);
        if (known.isEmpty()) {
            return found.map(f -> new Conflict(path, Conflict.Kind.APPEARED, found));
        }
        if (found.isEmpty()) {
            return Optional.of(new Conflict(path, Conflict.Kind.REMOVED, found));
        }
        return found.get().hasContentOf(known.get())
                ? Optional.empty()
                : Optional.of(new Conflict(path, Conflict.Kind.CHANGED, found));
    }

    private void write(String path, byte[] bytes, Map<String, Written> waiting) throws IOException {
        Path target = FileContent.place(root, path);
        Path parent = target.getParent();
        makeFolders(parent);
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(path);
        }
        Path temporary = freeName(parent, ".drydock-", ".tmp");
        waiting.put(path, new Written(temporary, target));
        disk.writeNew(temporary, bytes);
        FileAccess.copy(target, temporary);
    }

    private void makeFolders(Path wanted) throws IOException {
        for (Path made = wanted; !Files.exists(made); made = made.getParent()) {
            touchedFolders.add(made.getParent());
        }
        Files.createDirectories(wanted);
    }

    private void rename(String path, Written file) throws IOException {
        disk.rename(file.temporary(), file.target());
        touchedFolders.add(file.target().getParent());
        written.add(path);
        folder = folder.with(
                path, FileContent.read(file.target(), Long.MAX_VALUE).stamp());
    }

    private void remove(String path, Collection<String> wanted) throws IOException {
        // A link goes itself, not what it leads to.
        Path file = root.resolve(path);
        FileContent.place(root, path);
        Optional<String> other = ProjectPath.otherCase(path, wanted);
        boolean isWanted = other.isPresent() && Files.exists(file) && Files.isSameFile(file, root.resolve(other.get()));
        if (!isWanted && Files.deleteIfExists(file)) {
            touchedFolders.add(file.getParent());
            removed.add(path);
        }
        folder = folder.without(path);
    }

    /// Copies a `drydock.json` that could not be read, before another takes its place.
    private Optional<String> keepBroken(Project project, SortedMap<String, byte[]> changed) throws IOException {
        FileStamp stamp = folder.stamps().get(DiagramFile.NAME);
        Optional<byte[]> source = project.diagramFile().brokenSource();
        if (stamp == null
                || source.isEmpty()
                || !changed.containsKey(DiagramFile.NAME)
                || !stamp.hasContent(source.get())) {
            return Optional.empty();
        }
        current = DiagramFile.NAME;
        Path copy = root.resolve(DiagramFile.NAME + ".broken");
        for (int n = 2; Files.exists(copy, LinkOption.NOFOLLOW_LINKS); n++) {
            copy = root.resolve(DiagramFile.NAME + ".broken-" + n);
        }
        disk.writeNew(copy, source.get());
        touchedFolders.add(root);
        return Optional.of(copy.getFileName().toString());
    }

    private SaveResult failed(FolderProblem problem) {
        return new SaveResult.Failed(folder, written, problem);
    }

    private static Path freeName(Path parent, String prefix, String suffix) throws FileAlreadyExistsException {
        long start = System.nanoTime();
        for (int n = 0; n < 100; n++) {
            Path free = parent.resolve(prefix + Long.toHexString(start + n) + suffix);
            if (!Files.exists(free, LinkOption.NOFOLLOW_LINKS)) {
                return free;
            }
        }
        throw new FileAlreadyExistsException(parent + "/" + prefix + "*" + suffix);
    }

    private static void deleteTemporary(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The result already says that the disk fails; a hidden file that is left over does no harm.
        }
    }
}
