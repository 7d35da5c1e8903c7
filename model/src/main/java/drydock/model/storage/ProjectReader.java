package drydock.model.storage;

import drydock.model.diagram.DiagramFile;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.project.ProjectPath;
import drydock.model.storage.FolderProblem.Kind;
import drydock.model.work.Spread;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads a project from files, folders and standard input, within bounds.
final class ProjectReader {

    /// How many files are read before it is looked whether that was enough.
    private static final int AT_ONCE = 64;

    private final Bounds bounds;
    private final Spread spread;
    private final List<FolderProblem> problems = new ArrayList<>();
    private final SortedMap<String, ManifestFile> files = new TreeMap<>();
    private final SortedMap<String, FileStamp> stamps = new TreeMap<>();
    private long totalBytes;

    ProjectReader(Bounds bounds, Spread spread) {
        this.bounds = bounds;
        this.spread = spread;
    }

    OpenResult read(List<Path> given, InputStream standardInput) {
        Set<Path> named = new LinkedHashSet<>();
        for (Path path : given) {
            try {
                if (path.toString().equals(ProjectPath.STANDARD_INPUT)) {
                    readStandardInput(standardInput);
                } else {
                    Path real = path.toRealPath();
                    if (!Files.isDirectory(real) && !Files.isRegularFile(real)) {
                        return new OpenResult.NotOpened(new FolderProblem(Kind.NO_FILE, path.toString()));
                    }
                    named.add(real);
                }
            } catch (IOException e) {
                return new OpenResult.NotOpened(FolderProblem.reading(path.toString(), e));
            }
        }
        if (named.isEmpty()) {
            return new OpenResult.Opened(Project.of(files.values(), DiagramFile.ABSENT), Optional.empty(), problems);
        }
        List<Path> folders = named.stream()
                .map(p -> Files.isDirectory(p) ? p : p.getParent())
                .distinct()
                .toList();
        Optional<Path> common = common(folders);
        if (common.isEmpty()) {
            return new OpenResult.NotOpened(
                    new FolderProblem(Kind.NO_COMMON_FOLDER, folders.getLast().toString()));
        }
        return read(named, common.get(), folders.contains(common.get()));
    }

    private OpenResult read(Set<Path> named, Path root, boolean rootWasNamed) {
        FolderWalk walk = new FolderWalk(root, bounds, problems);
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                walk.folder(path);
            } else if (!path.getFileName().toString().equals(DiagramFile.NAME)) {
                walk.file(path);
            }
        }
        SortedMap<String, Path> found = walk.found();
        readManifests(List.copyOf(found.entrySet()));
        Optional<DiagramFile> diagram = rootWasNamed ? readDiagram(root) : Optional.empty();
        Project project = Project.of(files.values(), diagram.orElse(DiagramFile.ABSENT));
        ProjectFolder folder = new ProjectFolder(root, diagram.isPresent(), scope(named, found), stamps);
        return new OpenResult.Opened(project, Optional.of(folder), problems);
    }

    private FolderScope scope(Set<Path> named, SortedMap<String, Path> found) {
        Set<String> passedOver = new TreeSet<>(found.keySet());
        passedOver.removeAll(files.keySet());
        return new FolderScope(named.stream().filter(Files::isDirectory).toList(), passedOver);
    }

    private void readStandardInput(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes((int) bounds.fileBytes() + 1);
        if (bytes.length > bounds.fileBytes()) {
            problems.add(
                    new FolderProblem(Kind.TOO_LARGE, ProjectPath.STANDARD_INPUT, Long.toString(bounds.fileBytes())));
        } else {
            files.put(ProjectPath.STANDARD_INPUT, ManifestFile.read(ProjectPath.STANDARD_INPUT, bytes));
        }
    }

    /// What became of reading one file.
    private sealed interface Reading {
        record Done(ManifestFile file, FileStamp stamp) implements Reading {}

        record Failed(FolderProblem problem) implements Reading {}
    }

    private void readManifests(List<Map.Entry<String, Path>> found) {
        for (int from = 0; from < found.size(); from += AT_ONCE) {
            List<Map.Entry<String, Path>> next = found.subList(from, Math.min(from + AT_ONCE, found.size()));
            Reading[] readings = new Reading[next.size()];
            spread.each(
                    next.size(),
                    i -> readings[i] = reading(next.get(i).getKey(), next.get(i).getValue()));
            for (Reading reading : readings) {
                if (totalBytes >= bounds.totalBytes()) {
                    return;
                }
                take(reading);
            }
        }
    }

    private Reading reading(String path, Path file) {
        try {
            FileContent content = FileContent.read(file, bounds.fileBytes());
            return new Reading.Done(ManifestFile.read(path, content.bytes()), content.stamp());
        } catch (IOException e) {
            return new Reading.Failed(FolderProblem.reading(path, e));
        }
    }

    private void take(Reading reading) {
        switch (reading) {
            case Reading.Failed(FolderProblem problem) -> problems.add(problem);
            case Reading.Done(ManifestFile file, FileStamp stamp) -> {
                totalBytes += stamp.size();
                if (totalBytes >= bounds.totalBytes()) {
                    problems.add(new FolderProblem(Kind.TOO_MANY, file.path(), Long.toString(bounds.totalBytes())));
                } else {
                    files.put(file.path(), file);
                    stamps.put(file.path(), stamp);
                }
            }
        }
    }

    /// The diagram's file; empty if there is one that cannot be read and is therefore not to be written
    /// either.
    private Optional<DiagramFile> readDiagram(Path root) {
        if (!Files.exists(root.resolve(DiagramFile.NAME), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(DiagramFile.ABSENT);
        }
        try {
            Optional<FileContent> content = FileContent.read(root, DiagramFile.NAME, bounds.fileBytes());
            content.ifPresent(c -> stamps.put(DiagramFile.NAME, c.stamp()));
            return content.map(c -> DiagramFile.read(c.bytes()));
        } catch (IOException e) {
            problems.add(FolderProblem.reading(DiagramFile.NAME, e));
        }
        return Optional.empty();
    }

    /// The innermost folder that all of `folders` are in.
    private static Optional<Path> common(List<Path> folders) {
        for (Path common = folders.getFirst(); common != null; common = common.getParent()) {
            Path candidate = common;
            if (folders.stream().allMatch(folder -> folder.startsWith(candidate))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
