package drydock.app.cli;

import drydock.model.project.ProjectPath;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// What files are called before the user: by the way to them from the folder that one works in, as compilers do, or, of
/// files outside of it, by their whole path.
///
/// @param working the folder that one works in
/// @param root the folder that the paths of the project begin in; empty if all came from the standard input
record ShownPaths(Path working, Optional<Path> root) {

    static ShownPaths of(Optional<Path> root) {
        return new ShownPaths(Path.of("").toAbsolutePath().normalize(), root);
    }

    /// What the file at `path` of the project is called.
    String name(String path) {
        return place(path).map(Path::toString).orElse(path);
    }

    /// The same as a reference of a URI: relative, or beginning with `file:`.
    String uri(String path) {
        return place(path)
                .map(place -> place.isAbsolute() ? place.toUri() : relative(place))
                .map(URI::toASCIIString)
                .orElse("stdin");
    }

    private static URI relative(Path place) {
        URI here = Path.of("").toAbsolutePath().toUri();
        return here.relativize(place.toAbsolutePath().toUri());
    }

    private Optional<Path> place(String path) {
        return path.equals(ProjectPath.STANDARD_INPUT)
                ? Optional.empty()
                : root.map(r -> r.resolve(path)).map(p -> p.startsWith(working) ? working.relativize(p) : p);
    }
}
