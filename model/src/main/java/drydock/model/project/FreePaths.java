package drydock.model.project;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Paths for new files that no file has yet, not even in other case: such files could not lie beside each
/// other on every system.
public final class FreePaths {

    private final Set<String> taken = new HashSet<>();

    /// @param paths of the files that are there
    public FreePaths(Collection<String> paths) {
        paths.forEach(path -> taken.add(ProjectPath.key(path)));
    }

    /// `path` as it is or, where that is taken, with a number; it is taken from now on.
    public String take(String path) {
        int dot = path.indexOf('.', path.lastIndexOf('/') + 1) < 0 ? path.length() : path.lastIndexOf('.');
        String free = path;
        for (int number = 2; !taken.add(ProjectPath.key(free)); number++) {
            free = path.substring(0, dot) + "-" + number + path.substring(dot);
        }
        return free;
    }
}
