package drydock.model.storage;

import drydock.model.project.ProjectPath;
import drydock.model.storage.FolderProblem.Kind;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Finds the files of manifests below a folder.
///
/// Left out are hidden files and folders, `node_modules`, and the `target` of a build. A link to a file
/// counts if what it leads to lies within the folder and is not found by itself; links to folders are not
/// followed.
final class FolderWalk {

    private final Path root;
    private final Bounds bounds;
    private final List<FolderProblem> problems;
    private final SortedMap<String, Path> found = new TreeMap<>();
    private final SortedMap<String, Path> links = new TreeMap<>();
    private final Set<Path> seenFolders = new HashSet<>();
    private int entries;
    private boolean full;

    /// @param root the project's folder, links resolved
    /// @param problems takes what is left out
    FolderWalk(Path root, Bounds bounds, List<FolderProblem> problems) {
        this.root = root;
        this.bounds = bounds;
        this.problems = problems;
    }

    /// Adds a file that the user named, whatever it is called.
    void file(Path file) {
        add(found, file);
    }

    /// Adds the manifests of a folder and of those in it.
    void folder(Path folder) {
        folder(folder, 0);
    }

    /// The files to read, by their paths in the project.
    SortedMap<String, Path> found() {
        SortedMap<String, Path> all = new TreeMap<>(found);
        Set<Path> targets = new HashSet<>(found.values());
        links.forEach((path, target) -> {
            if (targets.add(target)) {
                all.put(path, target);
            }
        });
        return Collections.unmodifiableSortedMap(all);
    }

    private void folder(Path folder, int depth) {
        if (full || !seenFolders.add(folder)) {
            return;
        }
        if (depth > bounds.depth()) {
            problem(Kind.TOO_DEEP, folder, bounds.depth());
            return;
        }
        List<Path> inside;
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            inside = StreamSupport.stream(stream.spliterator(), false)
                    .limit(bounds.entries() + 1L)
                    .collect(Collectors.toCollection(ArrayList::new));
        } catch (DirectoryIteratorException e) {
            problems.add(FolderProblem.reading(path(folder), e.getCause()));
            return;
        } catch (IOException e) {
            problems.add(FolderProblem.reading(path(folder), e));
            return;
        }
        Collections.sort(inside);
        for (Path entry : inside) {
            if (full) {
                return;
            }
            if (++entries > bounds.entries()) {
                full = true;
                problem(Kind.TOO_MANY, entry, bounds.entries());
                return;
            }
            entry(entry, depth);
        }
    }

    private void entry(Path entry, int depth) {
        String name = entry.getFileName().toString();
        if (name.startsWith(".")) {
            return;
        }
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            if (!isOutput(entry, name)) {
                folder(entry, depth + 1);
            }
        } else if (ProjectPath.isManifest(name)) {
            if (Files.isSymbolicLink(entry)) {
                link(entry);
            } else if (Files.isRegularFile(entry)) {
                add(found, entry);
            }
        }
    }

    /// What tools make, and what nobody wrote.
    private static boolean isOutput(Path folder, String name) {
        return name.equals("node_modules")
                || (name.equals("target")
                        && (Files.exists(folder.resolveSibling("pom.xml"))
                                || Files.exists(folder.resolveSibling("Cargo.toml"))));
    }

    private void link(Path link) {
        try {
            Path target = link.toRealPath();
            if (!target.startsWith(root)) {
                problems.add(new FolderProblem(Kind.LEAVES_FOLDER, path(link)));
            } else if (Files.isRegularFile(target)) {
                String path = path(link);
                if (isName(path, link)) {
                    links.put(path, target);
                }
            }
        } catch (IOException e) {
            problems.add(FolderProblem.reading(path(link), e));
        }
    }

    private void add(SortedMap<String, Path> to, Path file) {
        String path = path(file);
        if (!isName(path, file) || to.containsKey(path)) {
            return;
        }
        if (to.size() >= bounds.files()) {
            full = true;
            problem(Kind.TOO_MANY, file, bounds.files());
            return;
        }
        to.put(path, file);
    }

    /// Whether the path leads back to the file: it does not where the system's character set lacks a letter
    /// of it.
    private boolean isName(String path, Path file) {
        boolean good = ProjectPath.isInside(path) && root.resolve(path).equals(file);
        if (!good) {
            problems.add(new FolderProblem(Kind.BAD_NAME, path));
        }
        return good;
    }

    private void problem(Kind kind, Path at, long bound) {
        problems.add(new FolderProblem(kind, path(at), Long.toString(bound)));
    }

    private String path(Path file) {
        return StreamSupport.stream(root.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
