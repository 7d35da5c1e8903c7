package drydock.model.project;

import drydock.model.diagram.DiagramFile;
import java.util.List;
import java.util.Locale;

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

    /// Whether a file of that name holds manifests.
    public static boolean isManifest(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return SUFFIXES.stream().anyMatch(name::endsWith) && !name.equals(DiagramFile.NAME);
    }
}
