package drydock.model.project;

import drydock.model.diagram.DiagramFile;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which texts may be the path of a file in a project: relative, with `/`, and never leading out of the
/// folder.
public final class ProjectPath {

    /// The path of what was read from standard input.
    public static final String STANDARD_INPUT = "-";

    private static final List<String> SUFFIXES = List.of(".yaml", ".yml", ".json");

    private ProjectPath() {}

    /// Whether `path` stays within the folder and means the same on every system.
    public static boolean isInside(String path) {
        return !path.isEmpty()
                && path.chars().noneMatch(c -> Character.isISOControl(c) || c == '\\')
                && !path.matches("[A-Za-z]:.*")
                && List.of(path.split("/", -1)).stream()
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }

    /// The same for paths that differ in case only, or in how accents are written. Some systems keep but one file of
    /// those.
    public static String key(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /// The path among `paths` that is not `path` but differs from it in case only.
    public static Optional<String> otherCase(String path, Collection<String> paths) {
        String key = key(path);
        return paths.stream()
                .filter(other -> !other.equals(path) && key(other).equals(key))
                .findFirst();
    }

    /// Whether a file at this path is found again when its folder is opened: it holds manifests, and nothing on the way
    /// is hidden.
    public static boolean isFound(String path) {
        return isInside(path) && isManifest(path) && !path.startsWith(".") && !path.contains("/.");
    }

    /// Whether a file of that name holds manifests.
    public static boolean isManifest(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return SUFFIXES.stream().anyMatch(name::endsWith) && !name.equals(DiagramFile.NAME);
    }
}
